import { expect, test } from 'vitest';
import { openFingerprints } from '#changes/fingerprints.ts';

const by = { name: 'pages', templates: [], plan: () => [], produce: () => '' };
const planned = { path: 'a.html', by, dependencies: null, source: null, documents: [] };

function open() {
  const fingerprints = openFingerprints(new Map(), () => '', new Map());
  return (input: unknown) => fingerprints.of(planned, input);
}

test.each([
  ['a list', () => [{ text: 'x'.repeat(300) }, { text: 'y' }]],
  ['an object', () => ({ text: 'x'.repeat(300) })],
])('%s is told alike whatever was told before it', (_name, make) => {
  const shared = make();
  const tell = open();
  tell({ own: shared });
  expect(tell({ all: [shared] })).toBe(open()({ all: [make()] }));
  expect(tell({ own: shared })).toBe(open()({ own: make() }));
});
