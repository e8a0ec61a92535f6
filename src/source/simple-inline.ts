import { starsArePlaceholders } from '#document/placeholders.ts';
import { escapeHtml } from '#render/html.ts';

/** What a line of words says, and its inline HTML. */
export type SimpleInline = Readonly<{ text: string; html: string }>;

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
export function readSimpleInline(words: string): SimpleInline | null {
  const hasLink = words.includes('](http');
  const unlinked = hasLink ? words.replace(link, '$1') : words;
  if (!plainWords.test(unlinked)) return null;
  const escaped = escapeHtml(words);
  if (!words.includes('*') || (!hasLink && starsArePlaceholders(words))) {
    const html = hasLink ? escaped.replace(link, anchor) : escaped;
    return { text: unlinked, html };
  }
  const linked = hasLink ? escaped.replace(link, anchor) : escaped;
  const marked = linked.replace(strong, '<strong>$1</strong>');
  if (marked.includes('*') || words.includes('***') || starsArePlaceholders(words)) return null;
  return { text: unlinked.replaceAll('**', ''), html: marked };
}

const anchor = '<a href="$2" rel="noopener">$1</a>';
