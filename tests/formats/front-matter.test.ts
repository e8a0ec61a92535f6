import fc from 'fast-check';
import matter from 'gray-matter';
import { describe, expect, test } from 'vitest';
import { readFrontMatter } from '#formats/front-matter.ts';
import { findForm } from '#formats/front-matter-forms.ts';
import { told } from '../spec/told.ts';

/** What gray-matter says stands between the fences. */
function between(head: string): string {
  const engines = { yaml: { parse: () => ({}), stringify: () => '' } };
  return matter(head, { language: 'yaml', engines }).matter.replace(/^\n/, '');
}

test('whatever stands between bare fences is what gray-matter gives', () => {
  const part = fc.constantFrom('a: 1', '\n', '-', ' ', '#', '甲', '\n\n', '..');
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
      const inner = parts.join('');
      fc.pre(!/^(?:---|\.\.\.)/m.test(inner));
      // A rule above a text looks alike
      fc.pre(!/^\s*\n\s*\S/.test(inner));
      const head = `---\n${inner}\n---\n`;
      expect(findForm(head)?.fields.trimEnd()).toBe(between(head).trimEnd());
    }),
    { numRuns: 2000 },
  );
});

const body = '正文第一段。\n';
const seen = (text: string, file = 'a.md') => {
  const { values, body: left, diagnostics } = readFrontMatter(text, file);
  return {
    draft: values.draft ?? values.published,
    left,
    rules: diagnostics.map(({ rule }) => rule),
  };
};

describe('front matter is read in the forms of several programs', () => {
  test.each<[string, string, unknown]>([
    ['blank lines above', '\n\n---\ntitle: 甲\ndraft: true\n---\n', true],
    ['full-width spaces above', '　\n---\ntitle: 甲\ndraft: true\n---\n', true],
    ['a fence that is indented', '  ---\ntitle: 甲\ndraft: true\n---\n', true],
    ['TOML', '+++\ntitle = "甲"\ndraft = true\ndate = 2024-05-01\n+++\n', true],
    ['TOML below blank lines', '\n+++\ndraft = true\n+++\n', true],
    ['TOML by name', '---toml\ndraft = true\n---\n', true],
    ['YAML by name', '--- yaml\ndraft: true\n---\n', true],
    ['JSON by name', '---json\n{\n  "title": "甲",\n  "draft": true\n}\n---\n', true],
    ['JSON between fences', '---\n{ "draft": true }\n---\n', true],
    ['JSON between semicolons', ';;;\n{ "draft": true }\n;;;\n', true],
    ['a JSON object', '{\n  "title": "甲 } {",\n  "draft": true\n}\n\n', true],
    ['a JSON object that semicolons close', '{ "title": "甲", "draft": true }\n;;;\n', true],
    ['a closing fence alone', 'title: 甲\ndate: 2024-05-01\ntags:\n- 乙\ndraft: true\n---\n', true],
    ['a closing fence alone below a blank line', '\nlayout: post\npublished: false\n---\n', false],
    ['longer fences', '-----\ntitle: 甲\ndraft: true\n-----\n', true],
    ['fences of Chinese dashes', '———\ntitle: 甲\ndraft: true\n———\n', true],
    ["YAML's own end", '---\ntitle: 甲\ndraft: true\n...\n', true],
  ])('%s', (_form, head, draft) => {
    const { left, ...rest } = seen(head + body);
    expect(rest).toEqual({ draft, rules: [] });
    expect(left.trim()).toBe(body.trim());
  });

  test('and its problems are told with their lines', () => {
    const toml = readFrontMatter('+++\ntitle = "甲"\ndraft = yes\n+++\n正文\n', 'a.md');
    expect(toml.diagnostics).toMatchObject([{ rule: 'front-matter-yaml', place: { line: 3 } }]);
    const json = readFrontMatter('\n;;;\n{\n  "title": "甲\n}\n;;;\n正文\n', 'a.md');
    expect(json.diagnostics[0]).toMatchObject({ rule: 'front-matter-yaml', severity: 'error' });
  });
});

describe('a text that looks alike stays a text', () => {
  test.each([
    ['a rule below a blank line', '\n---\n正文一段。\n\n---\n正文二段。\n'],
    ['labels in Chinese above a rule', '时间: 2024年5月\n地点: 会议室\n---\n正文。\n'],
    ['a single label', 'note: 附后\n\n正文。\n---\n'],
    ['a sentence with a colon above a rule', 'Title of the talk: 防汛\n今天讲三点。\n---\n'],
    ['braces', '{注意} 今天开会。\n'],
    ['plus signs', '+++ 今天开会 +++\n'],
    ['dashes that begin a sentence', '——在防汛工作会议上的讲话\n\n正文。\n'],
    ['a line of signs', '————————\n防汛通知\n————————\n'],
  ])('%s', (_what, text) => {
    expect(seen(text)).toEqual({ draft: undefined, left: text, rules: [] });
  });
});

describe('where a document says that it is not to be seen and nothing reads it, it is left out', () => {
  test.each([
    ['below a heading', '# 甲\n\n---\ndraft: true\n---\n'],
    ['below a comment', '<!-- 说明 -->\n---\ndraft: true\n---\n'],
    ['in a fence of code', '```yaml\ntitle: 甲\ndraft: true\n```\n'],
    ['in fields without any fence', 'title: 甲\ndraft: true\n\n正文。\n'],
    ['of Org mode', '#+TITLE: 甲\n#+DRAFT: true\n'],
    ['in a second front matter', '---\ntitle: 甲\n---\n---\ndraft: true\n---\n'],
    ['in Chinese', '会议纪要\n状态：草稿\n'],
    ['in a list', '# 甲\n\n- 发布：否\n'],
    ['in a table', '# 甲\n\n| 状态 | 草稿 |\n| --- | --- |\n'],
    ['as a line of its own', '会议纪要\n（草稿）\n'],
    ['below a longer rule within', '---\ntitle: 甲\n----\ndraft: true\n---\n'],
    ['in fences of tildes', '~~~\ntitle: 甲\npublished: false\n~~~\n'],
  ])('%s', (_where, head) => {
    const { diagnostics } = readFrontMatter(head + body, 'a.md');
    expect(diagnostics).toMatchObject([{ severity: 'error' }]);
  });

  test('unless its fields say otherwise', () => {
    expect(seen('---\ndraft: false\n---\n```yaml\ndraft: true\n```\n').rules).toEqual([]);
  });

  test.each([
    '草稿要改三遍。',
    '发布会定在明天。',
    '状态良好',
    'draft 一词译作草稿',
    '公开：阳光政务的基石',
  ])('but not by %s', (line) => {
    expect(seen(`通知\n${line}\n${body}`).rules).toEqual([]);
  });
});

test.each([']', '"', '[', '&a ', '- '])(
  '50,000 characters of %s are told in some lines',
  (sign) => {
    const fields = `title: ${sign.repeat(50_000 / sign.length)}`;
    const { diagnostics } = readFrontMatter(`---\n${fields}\n---\n正文\n`, 'a.md');
    expect(diagnostics.length).toBeGreaterThan(0);
    expect(diagnostics.length).toBeLessThan(25);
    expect(JSON.stringify(diagnostics).length).toBeLessThan(20_000);
  },
);

test('problems beyond the first twenty are counted', () => {
  const { diagnostics } = readFrontMatter(`---\ntitle: ${']'.repeat(1000)}\n---\n正文\n`, 'a.md');
  expect(diagnostics).toHaveLength(21);
  expect(diagnostics.at(-1)?.message).toEqual({ says: 'front-matter-yaml/more', count: 980 });
});

test('fields of a megabyte are read where they are plain lines, else named', () => {
  const head = (line: string) => `---\n${line.repeat((1 << 20) / line.length)}\n---\n正文\n`;
  const plain = readFrontMatter(`---\ntags:\n${'- 学习\n'.repeat(1 << 18)}---\n正文\n`, 'a.md');
  expect(plain.diagnostics).toEqual([]);
  expect(plain.values.tags).toHaveLength(1 << 18);
  const damaged = readFrontMatter(head(']'), 'a.md');
  expect(damaged.diagnostics.map(({ message }) => told(message))).toEqual([
    'the front matter is not YAML: found 1048576 characters; expected at most 65536, or short plain lines alone',
  ]);
});

test('a value of 50 megabytes is named', () => {
  const { diagnostics } = readFrontMatter(`---\ntitle: ${'一'.repeat(17e6)}\n---\n正文\n`, 'a.md');
  expect(diagnostics.map(({ rule }) => rule)).toEqual(['front-matter-yaml']);
});
