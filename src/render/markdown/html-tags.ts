import type { MarkdownIt, StateInline } from 'markdown-it';

/** Tags that people type in Markdown for what it has no sign for, and the names of their tokens. */
const pairs: Readonly<Record<string, string>> = {
  sub: 'sub',
  sup: 'sup',
  u: 'u',
  ins: 'u',
  b: 'strong',
  strong: 'strong',
  mark: 'strong',
  i: 'em',
  em: 'em',
  s: 's',
  del: 's',
  strike: 's',
};

/** Characters within which a tag is closed: it is about words, and the search for its end costs time. */
const longest = 1000;

const opening = /<(sub|sup|u|ins|b|strong|mark|i|em|s|del|strike)>/iy;
const lineBreak = /<br[ \t]*\/?>/iy;

/** `<br>`, `H<sub>2</sub>O`, `<u>务必</u>` are what they mean; all other HTML is shown as it is written. */
export function htmlTags(markdown: MarkdownIt): void {
  markdown.inline.ruler.before('autolink', 'html_tags', (state, isSilent) => {
    return breakLine(state, isSilent) || readPair(state, isSilent);
  });
}

function breakLine(state: StateInline, isSilent: boolean): boolean {
  const tag = tagAt(lineBreak, state);
  if (tag === null) return false;
  if (!isSilent) state.push('hardbreak', 'br', 0);
  state.pos += tag[0].length;
  // It ends its line already where one ends behind it
  const rest = /[ \t]*\n[ \t]*/y;
  rest.lastIndex = state.pos;
  state.pos += rest.exec(state.src)?.[0].length ?? 0;
  return true;
}

function readPair(state: StateInline, isSilent: boolean): boolean {
  const tag = tagAt(opening, state);
  if (tag === null) return false;
  const [written, name = ''] = tag;
  const from = state.pos + written.length;
  const within = state.src.slice(from, Math.min(from + longest, state.posMax));
  const length = within.indexOf(`</${name}>`);
  if (length === -1) return false;
  const to = from + length;
  if (!isSilent) {
    const type = pairs[name.toLowerCase()] ?? 'strong';
    const { posMax } = state;
    state.push(`${type}_open`, type, 1);
    state.pos = from;
    state.posMax = to;
    state.md.inline.tokenize(state);
    state.push(`${type}_close`, type, -1);
    state.posMax = posMax;
  }
  state.pos = to + written.length + 1;
  return true;
}

function tagAt(pattern: RegExp, { src, pos }: StateInline): RegExpExecArray | null {
  if (src.charCodeAt(pos) !== 0x3c) return null;
  pattern.lastIndex = pos;
  return pattern.exec(src);
}
