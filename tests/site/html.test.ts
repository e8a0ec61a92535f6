import { join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { beforeAll, expect, test } from 'vitest';
import { buildSample, listPages, readPage, useFolders } from './harness.ts';

const newFolder = useFolders();

/** The rules for correct HTML and those for accessibility, less what is a matter of taste here. */
const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:a11y'],
  rules: {
    // HTML allows both; the layout writes `<!doctype html>` like the standard's own examples
    'doctype-style': ['error', { style: 'lowercase' }],
    // The length of a title is its author's: documents have the titles that they have
    'long-title': 'off',
    // Markdown's own form of footnote marks and their ids
    'valid-id': ['error', { relaxed: true }],
    // Nunjucks leaves the spaces of its tags at the end of some lines; browsers do not see them
    'no-trailing-whitespace': 'off',
    // `data-body` and its like need no value, `hidden` and `open` neither; both forms mean the same
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    // Chromium's and Firefox's default of `role=list` for `list-style: none` lists is not at stake
    'no-redundant-role': 'error',
    // The site loads nothing from other hosts, so that there is nothing to pin a hash on
    'require-sri': 'off',
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
