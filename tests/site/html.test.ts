import { join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { beforeAll, expect, test } from 'vitest';
import { buildSample, listPages, readPage, useFolders } from './harness.ts';

const newFolder = useFolders();

/** The rules for correct HTML and those for accessibility, less what is a matter of taste here. */
const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:a11y'],
  rules: {
    // The layout writes `<!doctype html>` like the standard's own examples
    'doctype-style': ['error', { style: 'lowercase' }],
    // The length of a title is its author's: documents have the titles that they have
    'long-title': 'off',
    // Nunjucks leaves the spaces around its tags at the end of some lines; readers do not see them
    'no-trailing-whitespace': 'off',
  },
});

let output: string;

beforeAll(() => {
  output = join(newFolder('html'), 'public');
  buildSample(output);
});

test('every page of the sample archive is valid HTML', async () => {
  const found: string[] = [];
  for (const page of listPages(output)) {
    const report = await validator.validateString(readPage(output, page), page);
    for (const { messages } of report.results) {
      for (const { line, column, message, ruleId } of messages) {
        found.push(`${page}:${line}:${column} ${message} (${ruleId})`);
      }
    }
  }
  expect(found).toEqual([]);
});

test('every page has one h1, one main and one title', () => {
  for (const page of listPages(output)) {
    const html = readPage(output, page);
    for (const name of ['h1', 'main', 'title', 'html', 'body']) {
      expect(html.match(new RegExp(`<${name}[ >]`, 'g')), `${name} in ${page}`).toHaveLength(1);
    }
    expect(html).toMatch(/<title>[^<]+<\/title>/);
  }
});

test('headings descend without a gap', () => {
  for (const page of listPages(output)) {
    const levels = [...readPage(output, page).matchAll(/<h([1-6])[ >]/g)].map(([, level]) =>
      Number(level),
    );
    for (const [index, level] of levels.entries()) {
      expect(level, `heading ${index + 1} of ${page}`).toBeLessThanOrEqual(
        (levels[index - 1] ?? 0) + 1,
      );
    }
  }
});
