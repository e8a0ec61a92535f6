import type { PlacedFileFault } from '#diagnostics/words.ts';
import type { Aside } from '#document/text/aside.ts';
import type { Block } from '#document/text/blocks.ts';
import { readPlainText } from '#formats/plain-text.ts';
import { takeFurniture } from './furniture.ts';
import { readLines } from './lines.ts';
import { toParagraphs } from './paragraphs.ts';
import type { PlacedPage } from './placed.ts';
import { mendSigns } from './signs.ts';

/** What keeps placed text from being one: there is none, or its fonts do not tell which characters they draw. */
export type PlacedFault = 'scan' | 'no-characters';

export type PlacedText = Readonly<{
  blocks: readonly Block[];
  asides: readonly Aside[];
  /** Radicals that stood in place of characters. */
  radicals: number;
}>;

/** What a file of placed text holds: its text, or why there is none. */
export type PlacedFile = Readonly<{ text: PlacedText | PlacedFileFault; pages: number }>;

/** Fewer characters a page than this are those of a stamp, a watermark or a number over a picture. */
const fewestOnPage = 20;
/** More signs that are in no text are those of a font without characters. */
const mostStrange = 0.2;

/** Puts the text of pages together; gives a fault where there is none. */
export function readPlaced(pages: readonly PlacedPage[]): PlacedText | PlacedFault {
  const words = pages.flatMap(({ runs }) => runs.map(({ text }) => text)).join('');
  const letters = words.replace(/\s/g, '');
  const pictures = pages.reduce((sum, page) => sum + page.pictures, 0);
  if (letters.length === 0) return 'scan';
  if (letters.length < fewestOnPage * pages.length && pictures > 0) return 'scan';
  if (isStrange(letters, words)) return 'no-characters';
  const lines = pages.map(readLines);
  const taken = takeFurniture(lines, pages);
  const whole = toParagraphs(taken.lines, pages)
    .map(({ text }) => text)
    .join('\n');
  const { text, count } = mendSigns(whole);
  const asides = taken.furniture.map((each): Aside => ({ line: 1, ...each }));
  return { blocks: readPlainText(text, 0), asides, radicals: count };
}

const usual =
  /[\p{Script=Han}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hiragana}\p{Script=Katakana}\p{N}\p{P}\p{Sc}\p{Sm}\u2000-\u206f\u2190-\u27bf\u2e80-\u303f\uff00-\uffef]/gu;

/** Signs of no script, or neither Chinese nor words of any other language. */
function isStrange(letters: string, words: string): boolean {
  const known = letters.match(usual)?.length ?? 0;
  if (known < (1 - mostStrange) * [...letters].length) return true;
  const han = letters.match(/\p{Script=Han}|[\u2e80-\u2fd5]/gu)?.length ?? 0;
  const inWords = words.match(/[\p{L}]{3,}/gu)?.join('').length ?? 0;
  const digits = letters.match(/\p{N}/gu)?.length ?? 0;
  return han * 10 < letters.length && (inWords + digits) * 3 < letters.length;
}
