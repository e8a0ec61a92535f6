import type { Aside } from '#document/text/aside.ts';
import type { Block } from '#document/text/blocks.ts';
import { textsOf } from '#document/text/flow.ts';

/*
 * What Markdown has no place for: a definition that nothing refers to, a footnote without a reference, a cell
 * beyond the header's. Whatever the rules of the parser are, the words of the source are counted here.
 */

const han = /\p{Script=Han}+/gu;
const notHan = /[^\p{Script=Han}]+/gu;
/** Where links and pictures lead is no text; their titles are. */
const destination =
  /\]\((?:<[^<>\n]*>|[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)|<[a-z][a-z0-9+.-]*:[^<>\n]*>/gi;

/** Lines that are looked for within all others: of a long table there may be a hundred thousand. */
const mostLookedFor = 500;

/** Of lines beyond that, so many characters at each place. */
const stretch = 6;

/**
 * Lines of a Markdown text whose Chinese characters are in no block.
 *
 * @param above number of lines over the text in its file
 */
export function findUnshown(text: string, above: number, blocks: readonly Block[]): Aside[] {
  const shown = blocks.flatMap(wordsOf).join('\n');
  const runs = new Set(shown.match(han));
  const dense = shown.replace(notHan, '');
  let looked = 0;
  let stretches: ReadonlySet<string> | null = null;
  const isShown = (words: string) => {
    const own = words.match(han) ?? [];
    if (own.every((run) => runs.has(run))) return true;
    // A sign of Markdown may stand within a word, or a word within what was put together
    const plain = words.replace(notHan, '');
    if (looked++ < mostLookedFor || plain.length < stretch) return dense.includes(plain);
    stretches ??= stretchesOf(dense);
    for (let at = 0; at + stretch <= plain.length; at++) {
      if (!stretches.has(plain.slice(at, at + stretch))) return false;
    }
    return true;
  };
  return text.split('\n').flatMap((line, index): Aside[] => {
    if (isShown(withCharacters(line.replace(destination, ']')))) return [];
    return [{ line: index + 1 + above, kind: 'unshown', text: line.trim() }];
  });
}

/** All stretches of a text of that many characters. */
function stretchesOf(text: string): Set<string> {
  const found = new Set<string>();
  for (let at = 0; at + stretch <= text.length; at++) found.add(text.slice(at, at + stretch));
  return found;
}

/** A line with what its references stand for: &#x4E2D; is 中. */
function withCharacters(line: string): string {
  if (!line.includes('&#')) return line;
  return line.replace(/&#(?:x([\da-f]{1,6})|(\d{1,7}));/gi, (whole, hexadecimal, decimal) => {
    const code = Number.parseInt(hexadecimal ?? decimal, hexadecimal === undefined ? 10 : 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** What a block shows: its texts, and titles of links and pictures. */
function wordsOf(block: Block): string[] {
  const texts = block.type === 'passage' ? [...textsOf(block.flow)] : [block];
  return texts.flatMap(({ text, inline }) => [
    text,
    ...inline.flatMap((mark) => ('title' in mark ? (mark.title ?? []) : [])),
  ]);
}
