import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readFields } from '#source/fields.ts';
import { root } from './harness.ts';

const contentDoc = readFileSync(join(root, 'docs/content.md'), 'utf8');
const templatesDoc = readFileSync(join(root, 'templates/README.md'), 'utf8');

describe('docs/content.md', () => {
  const none = { values: {}, lines: new Map(), body: '', bodyLine: 1, diagnostics: [] };
  const { fields } = readFields(none, 'a.md');
  test.each(Object.keys(fields))('names the field %s', (field) => {
    expect(contentDoc).toContain(`\`${field}\``);
  });
});

describe('templates/README.md', () => {
  const pages = readdirSync(join(root, 'templates')).filter((name) => name.endsWith('.njk'));
  test.each(pages.filter((name) => name !== 'layout.njk'))('has a row for %s', (name) => {
    expect(templatesDoc).toContain(`| \`${name}\` |`);
  });

  test('names each property of a document that its page shows', () => {
    const template = readFileSync(join(root, 'templates/document.njk'), 'utf8');
    const shown = new Set([...template.matchAll(/\bdocument\.(\w+)/g)].map(([, name]) => name));
    expect(shown.size).toBeGreaterThan(20);
    const [, described] = /^(`document`: [^\n]*(?:\n[^\n]+)*)/m.exec(templatesDoc) ?? [];
    expect([...shown].filter((name) => !described?.includes(`\`${name}`))).toEqual([]);
  });
});
