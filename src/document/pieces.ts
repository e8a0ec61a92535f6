import { parseNumbering } from './outline/numbering.ts';
import { chineseNumber } from './outline/numerals.ts';
import { type Block, type Heading, isInBody } from './text/blocks.ts';
import { titleKey } from './title/title.ts';

/** One of the texts inside a collection 合集. */
export type Piece = Readonly<{ number: number; title: string; line: number; block: number }>;

/** The line that opens a piece, as far as it tells by itself. */
type Separator = Readonly<{
  family: string;
  number: number;
  words: string;
  block: number;
  line: number;
}>;

const count = '([0-9０-９]{1,3}|[一二三四五六七八九十百]{1,4})';
const longestSeparator = 60;
const longestTitle = 46;
const ends = /[。；;，,！!？?：:]$/;

/** Ways of opening a piece, as spec.md and structure.json have them; the last group holds its title. */
const openings: readonly (readonly [string, RegExp])[] = [
  [
    '篇',
    new RegExp(
      `^[【[（(<《]?\\s*(?:篇\\s*${count}|第\\s*${count}\\s*篇)\\s*[】\\])）>》]?\\s*[:：.、．—-]*\\s*(.*)$`,
    ),
  ],
  [
    '范文',
    new RegExp(
      `^[【[（(<《]?\\s*(?:范文|例文|样文|范本|范例|样本|模板|例|示例|参考稿?)\\s*${count}\\s*[】\\])）>》]?\\s*[:：.、．]*\\s*(.*)$`,
    ),
  ],
  [
    '【】',
    new RegExp(
      `^[【[（(]\\s*(?:交流|研讨|表态)?(?:发言|心得|体会|材料|讲话|党课|稿件|征文|文章|作品)\\s*${count}\\s*[】\\])）]\\s*[:：]?\\s*(.*)$`,
    ),
  ],
];

/** How each of them begins. */
const mayOpen = /^[【[（(<《]|^[篇第范例样模示参]/;

/** Ways of ending a title with the piece's number; the words before it are the same for all. */
const endings: readonly (readonly [string, RegExp])[] = [
  ['之', new RegExp(`^(.{2,40}?)之\\s*${count}$`)],
  ['（）', new RegExp(`^(.{2,40}?)\\s*[（(]\\s*(?:篇|之|范文)?\\s*${count}\\s*[)）]$`)],
  ['…篇', new RegExp(`^(.{2,40}?)\\s*(?:篇|范文)\\s*${count}(?:[:：]\\s*(.*))?$`)],
  ['…1', /^(.{3,40}?[一-龥）)》])\s*()(\d{1,2}|[一二三四五六七八九十]{1,2})$/],
];

/** What each of them ends with: a number, a bracket behind it, or a title behind a colon. */
const mayEnd =
  /[0-9０-９一二三四五六七八九十百)）]$|[篇文]\s*[0-9０-９一二三四五六七八九十百]{1,4}[:：]/;

/**
 * Finds the pieces of a collection by their separators: 篇一, 第一篇, 【篇1】, 范文一, 之一, （一） behind
 * the same words, the title again and again, or Markdown's outermost headings where the title says
 * how many pieces there are. Gives fewer than two pieces as none.
 *
 * @param stated the number of pieces that the title or the front matter states
 */
export function findPieces(
  blocks: readonly Block[],
  title: string,
  stated: number | null,
): Piece[] {
  const separators = blocks.flatMap((block, index) => readSeparator(block, index, title, stated));
  const families = [...Map.groupBy(separators, ({ family }) => family).values()].map((each) =>
    inSequence(each, blocks),
  );
  const byStatement = (each: readonly Separator[]) => (each.length === stated ? 1 : 0);
  const [numbered] = families
    .filter((each) => each.length > 1)
    .sort((a, b) => byStatement(b) - byStatement(a) || b.length - a.length);
  const found =
    numbered ?? repeatedTitle(blocks, title, stated) ?? statedHeadings(blocks, stated) ?? [];
  return found.map(({ number, words, block, line }) => ({
    number,
    title: words === '' ? (titleBelow(blocks, block) ?? blocks[block]?.text.trim() ?? '') : words,
    line,
    block,
  }));
}

function readSeparator(
  block: Block,
  index: number,
  title: string,
  stated: number | null,
): Separator[] {
  if (block.type === 'passage' || !isInBody(block)) return [];
  if (block.type === 'paragraph' && block.role !== 'paragraph') return [];
  const text = block.text.trim();
  if (text.length > longestSeparator || ends.test(text.replace(/[:：]$/, ''))) return [];
  const { line } = block;
  for (const [family, pattern] of mayOpen.test(text) ? openings : []) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const number = chineseNumber((match[1] ?? match[2] ?? '').normalize('NFKC'));
    if (number === null) continue;
    const words = match.at(-1) ?? '';
    if (/[。；;]/.test(words)) continue;
    return [{ family, number, words: words.trim(), block: index, line }];
  }
  const closed = text.replace(/[:：]$/, '');
  for (const [family, pattern] of mayEnd.test(closed) ? endings : []) {
    const match = pattern.exec(closed);
    if (match === null) continue;
    const [, words = '', first = '', second = ''] = match;
    const digits = family === '…1' ? second : first;
    const number = chineseNumber(digits.normalize('NFKC'));
    // A mere number behind words is one only where they are those of the title
    const isPlain = family === '…1' || family === '（）';
    if (number === null || (isPlain && stated === null && !isTitleLike(words, title))) continue;
    if (family === '…1' && !isTitleLike(words, title)) continue;
    const own = family === '…篇' ? second.trim() : '';
    return [
      // Where the words are those of all pieces, only the whole line tells them apart
      {
        family: `${family} ${words}`,
        number,
        words: own === '' ? closed : own,
        block: index,
        line,
      },
    ];
  }
  return [];
}

function isTitleLike(words: string, title: string): boolean {
  const key = titleKey(words);
  const whole = titleKey(title);
  return key.length > 2 && (whole.includes(key) || key.includes(whole));
}

/**
 * The separators from 1 upwards. A table of contents names them all before they come: of two runs
 * the last counts, and separators with nothing between them are contents.
 */
function inSequence(separators: readonly Separator[], blocks: readonly Block[]): Separator[] {
  const filled = separators.filter((each, index) => {
    const next = separators[index + 1]?.block ?? blocks.length;
    return next > each.block + 1;
  });
  const start = filled.findLastIndex(({ number }) => number === 1);
  if (start === -1) return [];
  const run: Separator[] = [];
  for (const each of filled.slice(start)) {
    if (each.number > (run.at(-1)?.number ?? 0)) run.push(each);
  }
  return run;
}

/** The collection's own title above each piece. */
function repeatedTitle(
  blocks: readonly Block[],
  title: string,
  stated: number | null,
): Separator[] | null {
  const key = titleKey(title);
  const words = title.trim().slice(-4);
  const lines = blocks.flatMap((block, index) =>
    block.type !== 'passage' &&
    isInBody(block) &&
    block.text.length <= longestSeparator &&
    // The full comparison is dear, and nearly every line ends in other words
    block.text.includes(words) &&
    titleKey(block.text) === key
      ? [{ block: index, line: block.line, words: block.text.trim() }]
      : [],
  );
  if (lines.length < 2 || (stated === null && lines.length < 3)) return null;
  return lines.map((line, index) => ({ ...line, family: 'title', number: index + 1 }));
}

function statedHeadings(blocks: readonly Block[], stated: number | null): Separator[] | null {
  if (stated === null || stated < 2) return null;
  const headings = blocks.flatMap((block, index) =>
    block.type === 'heading' && block.level > 0 ? [{ block: index, heading: block }] : [],
  );
  const outermost = headings.reduce((least, { heading }) => Math.min(least, heading.level), 6);
  const opening = headings.filter(({ heading }) => heading.level === outermost);
  if (opening.length !== stated) return null;
  return opening.map(({ block, heading }, index) => {
    const words = heading.text.slice(parseNumbering(heading.text)?.length ?? 0).trim();
    return { family: 'heading', number: index + 1, words, block, line: heading.line };
  });
}

/** A short line under a bare 篇一 is the piece's title. */
function titleBelow(blocks: readonly Block[], separator: number): string | null {
  const below = blocks[separator + 1];
  if (below === undefined || below.type === 'passage' || !isInBody(below)) return null;
  const text = below.text.trim();
  const isTitle =
    text.length <= longestTitle &&
    text.length > 1 &&
    !ends.test(text) &&
    !/[。]/.test(text) &&
    parseNumbering(text) === null &&
    !/^[（(]/.test(text);
  return isTitle ? text : null;
}

/** Makes a heading of each separator. */
export function openPieces(blocks: readonly Block[], pieces: readonly Piece[]): Block[] {
  const byBlock = new Map(pieces.map((piece) => [piece.block, piece]));
  return blocks.map((block, index) => {
    const piece = byBlock.get(index);
    const above = byBlock.get(index - 1);
    if (above?.title === block.text.trim() && block.type === 'paragraph') {
      return { ...block, role: 'subtitle' };
    }
    if (piece === undefined || block.type === 'passage') return block;
    const { text, inline, line } = block;
    const heading: Heading = {
      type: 'heading',
      level: 0,
      text,
      inline,
      line,
      runIn: false,
      numbering: null,
      piece: piece.number,
    };
    return heading;
  });
}
