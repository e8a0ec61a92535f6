import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeHeadings } from '#document/outline.ts';
import { renderBody } from '#render/body.ts';
import { createMarkdown } from '#render/markdown.ts';
import { readMarkdown } from '#source/markdown.ts';
import { cutMarkdown } from '#source/simple-markdown.ts';

const markdown = createMarkdown();

function render(body: string): string {
  return renderBody(placeHeadings(readMarkdown(markdown, body, '', 0, false).blocks).blocks, null);
}

/** A link's definition reaches over blank lines, so that the whole text goes to the parser. */
function renderWhole(body: string): string {
  return render(`${body}\n\n[never-used]: #`);
}

test('plain lines between blank lines need no parser, the rest is parsed in stretches', () => {
  const body = '## 一、总体\n\n各乡镇要**抓早**抓小。\n\n- 甲\n\n- 乙\n\n2024年8月7日\n';
  const stretches = cutMarkdown(body).map(({ block, ...rest }) => block?.type ?? rest);
  const list = { text: '- 甲\n\n- 乙\n', above: 4 };
  expect(stretches).toEqual(['heading', 'paragraph', list, 'paragraph']);
});

test.each([
  ['a fence', '```\n\n甲\n\n```'],
  ['a footnote', '甲[^1]\n\n[^1]: 乙'],
  ["a link's definition", '[甲]\n\n[甲]: #'],
])('%s sends the whole text to the parser', (_name, body) => {
  expect(cutMarkdown(body)).toEqual([{ block: null, text: body, above: 0 }]);
});

const piece = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('各乡镇', '要', '工作', '会议', 'abc', '2024', '7') },
  {
    weight: 3,
    arbitrary: fc.constantFrom('，', '。', '：', '、', '；', '“', '”', '（', '）', '《'),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom('**', '*', '_', '`', '[', ']', '(', ')', '<', '>', '&', '&amp;'),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom('\\', '~~', '!', '|', '#', '-', '+', '.', '×', '"', "'"),
  },
  { weight: 1, arbitrary: fc.constantFrom(' ', '　', '\t', '𠮷', '…', ' ', 'http://a.b', '1.') },
);
const words = fc.array(piece, { minLength: 1, maxLength: 8 }).map((parts) => parts.join(''));
const lead = fc.constantFrom(
  ...[
    '',
    '',
    '',
    '',
    '# ',
    '## ',
    '#',
    '- ',
    '* ',
    '+ ',
    '1. ',
    '12) ',
    '2024. ',
    '> ',
    '    ',
    '  ',
  ],
  ...['　　', '（一）', '一、', '1、', '| ', '---', '===', '***', '\t', '（1）', '①'],
);
const line = fc.tuple(lead, words).map(([before, text]) => before + text);
const lines = fc.array(
  fc.oneof({ weight: 2, arbitrary: line }, fc.constantFrom('', '', ' ', '　')),
  {
    maxLength: 9,
  },
);

test('reading in stretches gives what parsing the whole gives', () => {
  fc.assert(
    fc.property(lines, (all) => {
      const body = all.join('\n');
      // An open fence would swallow the definition; such a text is parsed whole in any case
      fc.pre(!/```|~~~/.test(body));
      expect(render(body)).toBe(renderWhole(body));
    }),
    { numRuns: 5000 },
  );
});

const plain = fc.array(
  fc.tuple(
    fc.array(fc.constantFrom('要', '**', 'a', '，', '7', '”', '。', ' '), {
      minLength: 1,
      maxLength: 9,
    }),
    fc.constantFrom('\n\n', '\n'),
  ),
  { maxLength: 4 },
);

test('bold words between letters and punctuation pair as the parser pairs them', () => {
  fc.assert(
    fc.property(plain, (paragraphs) => {
      const body = paragraphs.map(([parts, end]) => parts.join('') + end).join('');
      expect(render(body)).toBe(renderWhole(body));
    }),
    { numRuns: 5000 },
  );
});
