import type { Inline, RichText } from '#document/text/rich-text.ts';

/** How characters look, as far as it says something of them. */
export type Look = Readonly<{
  bold: boolean;
  italic: boolean;
  underlined: boolean;
  struck: boolean;
  vertical: 'subscript' | 'superscript' | null;
}>;

/** Characters of one look, as programs keep running text: in runs. */
export type Piece = Readonly<{
  text: string;
  style: Look;
  /** Where it leads to: an address, or the number of a link of the document. */
  href: string | number | null;
  /** A picture, in whose place the text stands. */
  picture?: Readonly<{ source: number | null }>;
  /** A reference to a note. */
  note?: Readonly<{ note: number; reference: number }>;
}>;

export const plainLook: Look = {
  bold: false,
  italic: false,
  underlined: false,
  struck: false,
  vertical: null,
};

/** Characters of which nothing is said. */
export function plainPiece(text: string): Piece {
  return { text, style: plainLook, href: null };
}

const fileName = /[\\/]|\.(?:png|jpe?g|gif|bmp|webp|tiff?|emf|wmf)$/i;
const longestWords = 200;

/** What is written in place of a picture, where that says something: programs write names of files there. */
export function wordsForPicture(written: string): string {
  const words = written.replace(/\s+/g, ' ').trim();
  const isName = fileName.test(words) || /^(?:图片|图像|picture|image|img)[\s_-]*\d*$/i.test(words);
  return isName || words.length > longestWords ? '' : words;
}

type Said =
  | Readonly<{ is: 'link'; href: string | number; title: null }>
  | Readonly<{ is: 'strong' | 'emphasis' | 'underlined' | 'struck' }>
  | Readonly<{ is: 'subscript' | 'superscript' }>;

/**
 * The running text of pieces: what is said of several in a row is said once, and stretches nest, links outermost.
 */
export function toRichText(pieces: readonly Piece[]): RichText {
  const inline: Inline[] = [];
  const open: { said: Said; index: number }[] = [];
  let text = '';
  const closeTo = (depth: number) => {
    for (const { index } of open.splice(depth)) {
      const mark = inline[index];
      if (mark !== undefined) inline[index] = { ...mark, to: text.length };
    }
  };
  for (const piece of pieces) {
    if (piece.text === '' && piece.picture === undefined && piece.note === undefined) continue;
    const said = saidOf(piece);
    const kept = open.findIndex(({ said: other }, depth) => !isSame(other, said[depth]));
    const depth = kept === -1 ? Math.min(open.length, said.length) : kept;
    closeTo(depth);
    for (const each of said.slice(depth)) {
      open.push({ said: each, index: inline.length });
      inline.push({ ...each, from: text.length, to: text.length, depth: open.length - 1 });
    }
    const place = { from: text.length, to: text.length + piece.text.length, depth: open.length };
    if (piece.picture !== undefined)
      inline.push({ ...place, is: 'picture', ...piece.picture, title: null });
    if (piece.note !== undefined) inline.push({ ...place, is: 'note', ...piece.note });
    if (piece.picture === undefined) addBreaks(inline, piece.text, place);
    text += piece.text;
  }
  closeTo(0);
  return { text, inline };
}

function addBreaks(inline: Inline[], text: string, place: Pick<Inline, 'from' | 'depth'>): void {
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) {
    const from = place.from + at;
    inline.push({ is: 'break', from, to: from + 1, depth: place.depth });
  }
}

function saidOf({ text, href, style }: Piece): Said[] {
  const said: Said[] = [];
  if (href !== null) said.push({ is: 'link', href, title: null });
  // Nothing is to be seen of bold spaces, and Word has many
  if (text.trim() === '') return style.underlined ? [...said, { is: 'underlined' }] : said;
  if (style.bold) said.push({ is: 'strong' });
  if (style.italic) said.push({ is: 'emphasis' });
  if (style.underlined) said.push({ is: 'underlined' });
  if (style.struck) said.push({ is: 'struck' });
  if (style.vertical !== null) said.push({ is: style.vertical });
  return said;
}

function isSame(one: Said, other: Said | undefined): boolean {
  if (one.is !== other?.is) return false;
  return one.is !== 'link' || other.is !== 'link' || one.href === other.href;
}
