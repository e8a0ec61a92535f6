import type { Token } from 'markdown-it';
import type { Inline, RichText } from '#document/text/rich-text.ts';

/** What opens an inline element, until it closes. */
type Open = { at: number; index: number };

const kinds = {
  strong_open: 'strong',
  em_open: 'emphasis',
  s_open: 'struck',
  sub_open: 'subscript',
  sup_open: 'superscript',
  u_open: 'underlined',
} as const;

type KindOfToken = keyof typeof kinds;

function isKind(type: string): type is KindOfToken {
  return type in kinds;
}

/** The running text of inline tokens: their characters, and what stands beside them. */
export function readInline(tokens: readonly Token[]): RichText {
  const parts: string[] = [];
  const inline: Inline[] = [];
  const open: Open[] = [];
  let length = 0;
  const write = (text: string) => {
    parts.push(text);
    length += text.length;
  };
  /** Says something of what is written meanwhile; closed by `close`. */
  const begin = (mark: (place: Place) => Inline) => {
    open.push({ at: length, index: inline.length });
    inline.push(mark({ from: length, to: length, depth: open.length - 1 }));
  };
  const close = () => {
    const last = open.pop();
    const mark = last === undefined ? undefined : inline[last.index];
    if (last !== undefined && mark !== undefined) inline[last.index] = { ...mark, to: length };
  };
  for (const token of tokens) {
    const { type, content } = token;
    if (isKind(type)) begin((place) => ({ ...place, is: kinds[type] }));
    else if (type === 'link_open') begin((place) => ({ ...place, is: 'link', ...linkOf(token) }));
    else if (/^(?:strong|em|s|sub|sup|u|link)_close$/.test(type)) close();
    else if (type === 'code_inline') {
      begin((place) => ({ ...place, is: 'code' }));
      write(content);
      close();
    } else if (type === 'image') {
      begin((place) => ({ ...place, is: 'picture', ...pictureOf(token) }));
      write(wordsOf(token.children ?? []));
      close();
    } else if (type === 'hardbreak') {
      begin((place) => ({ ...place, is: 'break' }));
      write('\n');
      close();
    } else if (type === 'softbreak') write('\n');
    else if (type === 'footnote_ref' || type === 'footnote_anchor') {
      const is = type === 'footnote_ref' ? 'note' : 'way-back';
      begin((place) => ({
        ...place,
        is,
        note: noteOf(token),
        reference: numberIn(token, 'subId'),
      }));
      close();
    } else if (type === 'text' || type === 'text_special') write(content);
  }
  return { text: parts.join(''), inline };
}

/** The number of the note that a token refers to or opens, from 1. */
export function noteOf(token: Token): number {
  return numberIn(token, 'id') + 1;
}

function numberIn({ meta }: Token, name: string): number {
  const value: unknown = meta === null ? null : Reflect.get(meta, name);
  return typeof value === 'number' ? value : 0;
}

type Place = Readonly<{ from: number; to: number; depth: number }>;

/** Files of the archive have a number in place of an address: see `contentLinks`. */
function addressOf(token: Token, name: string): string | number | null {
  if (typeof token.meta?.file === 'number') return token.meta.file;
  const written = token.attrGet(name);
  return written === null ? null : String(written);
}

function titleOf(token: Token): string | null {
  const title = token.attrGet('title');
  return title === null ? null : String(title);
}

function linkOf(token: Token): { href: string | number; title: string | null } {
  return { href: addressOf(token, 'href') ?? '', title: titleOf(token) };
}

function pictureOf(token: Token): { source: string | number | null; title: string | null } {
  return { source: addressOf(token, 'src'), title: titleOf(token) };
}

/** The words in place of a picture, without marks. */
function wordsOf(tokens: readonly Token[]): string {
  return tokens
    .map(({ type, content, children }) => {
      if (type === 'image') return wordsOf(children ?? []);
      if (type === 'softbreak' || type === 'hardbreak') return '\n';
      return type === 'text' || type === 'code_inline' || type === 'text_special' ? content : '';
    })
    .join('');
}
