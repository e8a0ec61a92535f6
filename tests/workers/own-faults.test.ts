import { expect, test } from 'vitest';
import type { Emitter } from '#emitters/emitter.ts';
import { DamagedPack } from '#store/packs.ts';
import { diagnose, openProducer } from '#workers/produce.ts';

/* What one document brings out must not end a build. */

function produce(make: Emitter<unknown>['produce']) {
  const emitter: Emitter<unknown> = {
    name: 'faulty',
    templates: [],
    plan: () => [],
    produce: make,
  };
  const unused = () => {
    throw new Error('nothing of this is asked for');
  };
  const producer = openProducer([emitter], {
    templates: new Map(),
    packs: { read: unused, readEach: unused, close: unused },
    shard: unused,
    writer: { put: unused, keep: unused, close: unused },
  });
  return producer({ path: 'a/index.html', by: 'faulty', input: null, stored: [] });
}

test.each([
  ['a programming error', new TypeError('x is not a function')],
  ['too much recursion', new RangeError('Maximum call stack size exceeded')],
  ['a string that is too long', new RangeError('Invalid string length')],
  ['an address that cannot be decoded', new URIError('URI malformed')],
  ['anything that is thrown', 'no error at all'],
])('%s takes down the output that brings it out', (_what, problem) => {
  const made = produce(() => {
    throw problem;
  });
  expect(made).toMatchObject({
    fault: { severity: 'error', rule: 'own-fault', message: { problem: `${problem}` } },
  });
});

test('a damaged pack is no fault of a page: the build begins anew', () => {
  expect(() => diagnose(new DamagedPack('pack 1'), 'a/index.html')).toThrow(DamagedPack);
});
