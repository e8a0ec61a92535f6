import { chineseNumber } from '#document/outline/numerals.ts';
import { judgementOf, lettersOf } from './marks.ts';
import { type SectionType, typeOfTag } from './sections.ts';

/** The number at the beginning of a question. Questions of one section share their `style`. */
export type QuestionNumber = Readonly<{
  number: number;
  style: 'point' | 'brackets' | 'word' | 'chinese' | 'bare';
  /** `5.20世纪` and `4邓小平` may be no number at all. */
  doubtful: boolean;
  /** Where the question's words begin. */
  length: number;
  /** What 【单选题】 beside the number says. */
  type: SectionType | null;
  /** An answer in brackets before the number, as in `（√）3.`: a place in the line. */
  answer: Readonly<{ from: number; to: number }> | null;
}>;

const before = /^(?:[（(]([^（()）]{0,12})[)）]|([√✓×✗]))\s{0,4}(?=\d|第)/;
const tag =
  /^\s{0,4}[【[［〔(（]\s?([^【】[\]［］〔〕()（）]{2,8}?)\s?[】\]］〕)）]\s{0,4}[:：]?\s{0,4}/;
type Form = Readonly<{ style: QuestionNumber['style']; doubtful: boolean; pattern: RegExp }>;

const forms: readonly Form[] = [
  {
    style: 'word',
    doubtful: false,
    pattern:
      /^[【[［(（]?(?:第\s?(\d{1,4}|[一二三四五六七八九十百]{1,4})\s?小?题|(?:题目?|问题|[QqTt])\s?(\d{1,4})(?!\d))[】\]］)）]?[\s.．、:：]{0,4}/,
  },
  {
    style: 'point',
    doubtful: false,
    pattern:
      /^(\d{1,4})\s{0,3}(?:[.．](?!\d)|[.．](?=\d{4}年|\d{1,2}月)|[、:：•·]|[,，](?!\d{3}))[\s　]{0,8}/,
  },
  { style: 'point', doubtful: false, pattern: /^(\d{1,4})\s{0,3}[)）][\s、.．]{0,8}/ },
  { style: 'point', doubtful: true, pattern: /^(\d{1,3})[.．](?=\d)/ },
  {
    style: 'brackets',
    doubtful: false,
    pattern: /^[（(]\s{0,3}(\d{1,4})\s{0,3}[)）][\s、.．]{0,8}/,
  },
  { style: 'point', doubtful: false, pattern: /^([⒈-⒛])\s{0,8}/ },
  { style: 'brackets', doubtful: false, pattern: /^([⑴-⒇])\s{0,8}/ },
  { style: 'chinese', doubtful: true, pattern: /^([一二三四五六七八九十]{1,3})[、.．]\s{0,8}/ },
  {
    style: 'bare',
    doubtful: true,
    pattern: /^(\d{1,3})(?:$|\t\s{0,3}|\s{1,4}(?=\D)|(?=[\p{Script=Han}“《])(?![年月日个名分%]))/u,
  },
];

/** Reads `1.`, `（1）`, `第1题`, `【单选题】1、`, `（√）1.` at the beginning of a line; null without a number. */
export function questionNumber(written: string): QuestionNumber | null {
  // １、 is 1、, each figure in its place
  const line = written.replace(/^[０-９]{1,4}/, (figures) => figures.normalize('NFKC'));
  const inFront = before.exec(line);
  const mark = inFront?.[1] ?? inFront?.[2] ?? '';
  const marked = mark.trim() !== '';
  if (marked && judgementOf(mark) === null && lettersOf(mark) === null)
    return numbered(line, 0, null);
  const from = line.indexOf(mark);
  const answer = marked ? { from, to: from + mark.length } : null;
  return numbered(line, inFront?.[0].length ?? 0, answer);
}

function numbered(
  line: string,
  skip: number,
  answer: QuestionNumber['answer'],
): QuestionNumber | null {
  const first = tagAt(line.slice(skip));
  const start = skip + first.length;
  for (const { style, doubtful, pattern } of forms) {
    const match = pattern.exec(line.slice(start, start + 40));
    if (match === null) continue;
    const number = chineseNumber(
      (match[1] ?? match[2] ?? '').normalize('NFKC').replace(/[().]/g, ''),
    );
    if (number === null) continue;
    const behind = tagAt(line.slice(start + match[0].length));
    const length = start + match[0].length + behind.length;
    return { number, style, doubtful, length, type: first.type ?? behind.type, answer };
  }
  return null;
}

const tagWithin =
  /[（(【[](单项?选择?|多项?选择?|不定项(?:选择)?|判断|填空|简答|论述|问答)题?[)）】\]]/;

/** The type that a tag anywhere in a question's first line gives it, or null. */
export function tagIn(text: string): SectionType | null {
  return typeOfTag(tagWithin.exec(text.slice(0, 1000))?.[1] ?? '');
}

/** A tag such as 【单选题】 or （多选） at the beginning of a text. */
export function tagAt(text: string): { type: SectionType | null; length: number } {
  const match = tag.exec(text.slice(0, 40));
  const type = match === null ? null : typeOfTag(match[1] ?? '');
  return match === null || type === null
    ? { type: null, length: 0 }
    : { type, length: match[0].length };
}
