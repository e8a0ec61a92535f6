import { starsArePlaceholders } from '#document/placeholders/placeholders.ts';
import { type Inline, plain, type RichText } from '#document/text/rich-text.ts';

/** Words that hold no mark of Markdown's but perhaps `**`. */
const plainWords = /^[^\\`_[\]<>&~^\0\r\n]*$/;

/** `**` with a letter or digit on each inner side, which pairs in order whatever stands outside. */
const strong = /\*\*([\p{L}\p{N}](?:[^*]*[\p{L}\p{N}])?)\*\*/gu;

/** A link with plain words to an address that needs no encoding. */
const link =
  /(?<!!)\[([^\\`*_[\]<>&~^\0\r\n]+)\]\((https?:\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:\/[A-Za-z0-9./-]*)?)\)/g;

/**
 * Reads the words of a line without a parser: plain ones, bold ones, and links to other sites. Gives
 * null for all else.
 */
export function readSimpleInline(words: string): RichText | null {
  const hasLink = words.includes('](http');
  const hasStars = words.includes('*');
  if (!hasLink && !hasStars) return plainWords.test(words) ? plain(words) : null;
  const unlinked = hasLink ? words.replace(link, '$1') : words;
  if (!plainWords.test(unlinked)) return null;
  const arePlaceholders = hasStars && starsArePlaceholders(words);
  if (hasStars && (words.includes('***') || (hasLink && arePlaceholders))) return null;
  // 2**10 is a power
  if (hasStars && /[a-z\d)]\*\*[a-z\d(]/i.test(words)) return null;
  const isBold = hasStars && !arePlaceholders;
  // A bracket beside stars is left to the parser
  const bracketed = hasLink ? words.replace(link, '[$1]') : words;
  if (isBold && bracketed.replace(strong, '').includes('*')) return null;
  return hasLink ? readMarks(words, isBold) : isBold ? readBold(words) : plain(words);
}

/** What stands between a pair of stars and the next is bold. */
function readBold(words: string): RichText {
  const inline: Inline[] = [];
  let signs = 0;
  let from = 0;
  for (let at = words.indexOf('**'); at !== -1; at = words.indexOf('**', at + 2)) {
    const place = at - 2 * signs;
    if (signs % 2 === 1) inline.push({ from, to: place, depth: 0, is: 'strong' });
    from = place;
    signs++;
  }
  return { text: words.replaceAll('**', ''), inline };
}

/** The signs of bold words and links in their order: they pair, and a link may stand within bold words. */
function readMarks(words: string, isBold: boolean): RichText {
  const signs = [
    ...(isBold
      ? [...words.matchAll(/\*\*/g)].map(({ index }) => ({ index, address: '', of: null }))
      : []),
    ...[...words.matchAll(link)].map(({ index, 1: of = '', 2: address = '' }) => {
      return { index, address, of };
    }),
  ].sort((a, b) => a.index - b.index);
  const parts: string[] = [];
  const inline: Inline[] = [];
  let done = 0;
  let length = 0;
  let bold = -1;
  const write = (text: string) => {
    parts.push(text);
    length += text.length;
  };
  for (const { index, address, of } of signs) {
    write(words.slice(done, index));
    const depth = bold === -1 ? 0 : 1;
    if (of !== null) {
      const from = length;
      write(of);
      inline.push({ from, to: length, depth, is: 'link', href: address, title: null });
      done = index + of.length + address.length + '[]()'.length;
      continue;
    }
    done = index + '**'.length;
    if (bold === -1) {
      bold = inline.length;
      inline.push({ from: length, to: length, depth: 0, is: 'strong' });
    } else {
      const mark = inline[bold];
      if (mark !== undefined) inline[bold] = { ...mark, to: length };
      bold = -1;
    }
  }
  write(words.slice(done));
  return { text: parts.join(''), inline };
}
