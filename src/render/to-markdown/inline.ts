import type { Inline, RichText } from '#document/text/rich-text.ts';
import { escapeAll, escapeWords } from './escape.ts';

/** How running text is written. */
export type Manner = Readonly<{
  /** The address of the document's link of a number. */
  addressOf: (link: number) => string;
  /** What stands for the end of a line within a block: in cells and headings none is possible. */
  lineEnd: 'kept' | 'tag';
  /** Whether all signs are escaped, or those that would mean something. */
  escapes: 'few' | 'all';
  /** Whether what is said of words is written too. */
  hasMarks: boolean;
}>;

/** Running text in one block of Markdown. */
export function writeInline({ text, inline }: RichText, manner: Manner): string {
  const escaped = manner.escapes === 'all' ? escapeAll : escapeWords;
  const put = (words: string) => endLines(escaped(words), manner);
  if (!manner.hasMarks) return put(text);
  const write = (from: number, to: number, marks: readonly Inline[]): string => {
    const parts: string[] = [];
    let at = from;
    for (let index = 0; index < marks.length; ) {
      const mark = marks[index];
      if (mark === undefined) break;
      let next = index + 1;
      while ((marks[next]?.depth ?? -1) > mark.depth) next++;
      parts.push(put(text.slice(at, mark.from)));
      const words = text.slice(mark.from, mark.to);
      const within = write(mark.from, mark.to, marks.slice(index + 1, next));
      parts.push(writeMark(mark, within, words, manner));
      at = mark.to;
      index = next;
    }
    parts.push(put(text.slice(at, to)));
    return parts.join('');
  };
  return write(0, text.length, inline);
}

function endLines(words: string, { lineEnd }: Manner): string {
  return lineEnd === 'tag' ? words.replaceAll('\n', '<br>') : words;
}

const signs = { strong: '**', emphasis: '*', struck: '~~' } as const;
const tags = { underlined: 'u', subscript: 'sub', superscript: 'sup' } as const;

function writeMark(mark: Inline, within: string, words: string, manner: Manner): string {
  switch (mark.is) {
    case 'strong':
    case 'emphasis':
    case 'struck':
      return around(within, signs[mark.is], signs[mark.is]);
    case 'underlined':
    case 'subscript':
    case 'superscript':
      return around(within, `<${tags[mark.is]}>`, `</${tags[mark.is]}>`);
    case 'code':
      return codeOf(words);
    case 'break':
      return manner.lineEnd === 'tag' ? '<br>' : '\\\n';
    case 'link':
      return `[${within}](${destination(mark.href, mark.title, manner)})`;
    case 'picture': {
      if (mark.source === null) return within;
      return `![${within}](${destination(mark.source, mark.title, manner)})`;
    }
    case 'note':
      return `[^${mark.note}]`;
    case 'way-back':
      return '';
  }
}

/** Signs stand at words: white space within them goes outside. */
function around(within: string, before: string, behind: string): string {
  const [, left = '', words = '', right = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(within) ?? [];
  return words === '' ? left + right : left + before + words + behind + right;
}

function codeOf(words: string): string {
  const longest = Math.max(0, ...(words.match(/`+/g) ?? []).map(({ length }) => length));
  const sign = '`'.repeat(longest + 1);
  const space = words.startsWith('`') || words.endsWith('`') ? ' ' : '';
  return sign + space + words + space + sign;
}

function destination(
  address: string | number,
  title: string | null,
  { addressOf }: Manner,
): string {
  const path = typeof address === 'number' ? addressOf(address) : address;
  const written = /[\s()<>]/.test(path) ? `<${path.replace(/[<>\\]/g, '\\$&')}>` : path;
  return title === null ? written : `${written} "${title.replace(/[\\"]/g, '\\$&')}"`;
}
