import type { Mark } from '#document/text/blocks.ts';
import { breakAt } from '#document/text/line-breaks.ts';
import type { Inline, RichText } from '#document/text/rich-text.ts';
import { escapeHtml } from './html.ts';

/** A tag before the character at an offset of a text. */
type Tag = Readonly<{
  at: number;
  html: string;
  /** The innermost element that is open behind it, by its number; -1 where none is. */
  within: number;
  /** Where the text goes on: behind the words of a picture, which stand in its tag. */
  next: number;
}>;

/**
 * The HTML of a text, with what its author says of stretches of it, and spans for what was understood. A mark
 * that would cross an element is left out. Takes time linear in the text.
 *
 * @param addresses of the files that the document's links lead to, as written in attributes of its page
 */
export function renderText(
  rich: RichText,
  marks: readonly Mark[] = noMarks,
  addresses: readonly string[] = noAddresses,
): string {
  const { text, inline } = rich;
  if (inline.length === 0 && marks.length === 0) return escapeLines(text, noBreaks, 0, text.length);
  const breaks = inline.length === 0 ? noBreaks : breaksIn(inline);
  const tags = inline.length === 0 ? noTags : tagsOf(rich, addresses);
  if (marks.length === 0) return renderTags(text, tags, breaks);
  const parts: string[] = [];
  let done = 0;
  const writeTo = (offset: number) => {
    if (offset <= done) return;
    parts.push(escapeLines(text, breaks, done, offset));
    done = offset;
  };
  let next = 0;
  /** Writes the text before an offset, with the tags up to a number of them. */
  const goTo = (offset: number, end: number) => {
    for (; next < end; next++) {
      const tag = tags[next];
      if (tag === undefined) break;
      writeTo(tag.at);
      parts.push(tag.html);
      done = Math.max(done, tag.next);
    }
    writeTo(offset);
  };
  for (const { mark, begin, end } of placesOf(marks, tags)) {
    const { from, to, name, value } = mark;
    goTo(from, begin);
    const isLink = name === 'citation';
    const data = value === undefined ? '' : ` data-letter="${value}"`;
    parts.push(isLink ? `<a class="citation" href="${value}">` : `<span class="${name}"${data}>`);
    goTo(to, end);
    parts.push(isLink ? '</a>' : '</span>');
  }
  goTo(text.length, tags.length);
  return parts.join('');
}

/** A text of which nothing was understood: most have no more than some bold words. */
function renderTags(text: string, tags: readonly Tag[], breaks: ReadonlySet<number>): string {
  let html = '';
  let done = 0;
  for (const { at, html: tag, next } of tags) {
    if (at > done) html += escapeLines(text, breaks, done, at);
    html += tag;
    done = Math.max(at, next);
  }
  return done < text.length ? html + escapeLines(text, breaks, done, text.length) : html;
}

/** A mark that begins and ends in one element, behind how many tags it begins, and behind how many it ends. */
type Place = Readonly<{ mark: Mark; begin: number; end: number }>;

function placesOf(marks: readonly Mark[], tags: readonly Tag[]): Place[] {
  const places: Place[] = [];
  let next = 0;
  const within = () => tags[next - 1]?.within ?? -1;
  for (const mark of marks) {
    while ((tags[next]?.at ?? Number.POSITIVE_INFINITY) <= mark.from) next++;
    const begin = next;
    const element = within();
    while ((tags[next]?.at ?? Number.POSITIVE_INFINITY) < mark.to) next++;
    // What opens behind its last character is not within it, and what closes there may be
    while (within() !== element && tags[next]?.at === mark.to) next++;
    if (within() === element) places.push({ mark, begin, end: next });
  }
  return places;
}

const noMarks: readonly Mark[] = [];
const noAddresses: readonly string[] = [];
const noTags: readonly Tag[] = [];
const noBreaks: ReadonlySet<number> = new Set();

function breaksIn(inline: readonly Inline[]): ReadonlySet<number> {
  if (!inline.some(({ is }) => is === 'break')) return noBreaks;
  return new Set(inline.filter(({ is }) => is === 'break').map(({ from }) => from));
}

/** The tags of a text, in their order. */
function tagsOf({ text, inline }: RichText, addresses: readonly string[]): Tag[] {
  const tags: Tag[] = [];
  const open: { to: number; close: string; number: number }[] = [];
  const closeTo = (depth: number) => {
    for (let last = open.at(-1); last !== undefined && open.length > depth; last = open.at(-1)) {
      open.pop();
      const within = open.at(-1)?.number ?? -1;
      if (last.close === '') continue;
      tags.push({ at: last.to, html: last.close, within, next: last.to });
    }
  };
  for (const [number, mark] of inline.entries()) {
    closeTo(mark.depth);
    const { from, to } = mark;
    const [html, close] = elementOf(mark, text, addresses);
    const within = close === '' ? (open.at(-1)?.number ?? -1) : number;
    if (html !== '') tags.push({ at: from, html, within, next: mark.is === 'picture' ? to : from });
    open.push({ to, close, number: close === '' ? within : number });
  }
  closeTo(0);
  return tags;
}

/** The opening and the closing tag of a stretch; the latter is empty where it has none. */
function elementOf(
  mark: Inline,
  text: string,
  addresses: readonly string[],
): readonly [string, string] {
  switch (mark.is) {
    case 'strong':
      return ['<strong>', '</strong>'];
    case 'emphasis':
      return ['<em>', '</em>'];
    case 'struck':
      return ['<s>', '</s>'];
    case 'underlined':
      return ['<u>', '</u>'];
    case 'subscript':
      return ['<sub>', '</sub>'];
    case 'superscript':
      return ['<sup>', '</sup>'];
    case 'code':
      return ['<code>', '</code>'];
    case 'break':
      return ['', ''];
    case 'link': {
      const rel =
        typeof mark.href === 'string' && absolute.test(mark.href) ? ' rel="noopener"' : '';
      return [`<a href="${addressOf(mark.href, addresses)}"${titleOf(mark.title)}${rel}>`, '</a>'];
    }
    case 'picture': {
      const words = escapeHtml(text.slice(mark.from, mark.to) || (mark.title ?? ''));
      const title = titleOf(mark.title);
      if (mark.source === null) return [`<span class="absent-image"${title}>${words}</span>`, ''];
      const source = addressOf(mark.source, addresses);
      return [`<img src="${source}" alt="${words}"${title} loading="lazy">`, ''];
    }
    case 'note': {
      const id = noteOf(mark);
      return [
        `<sup class="footnote-ref"><a href="#fn${mark.note}" id="fnref${id}">[${id}]</a></sup>`,
        '',
      ];
    }
    case 'way-back':
      return [` <a href="#fnref${noteOf(mark)}" class="footnote-backref">\u21a9\ufe0e</a>`, ''];
  }
}

const absolute = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i;

/** That of another file of the archive is not known before its page is made: until then it has a number. */
function addressOf(address: string | number, addresses: readonly string[]): string {
  if (typeof address === 'string') return escapeHtml(address);
  return escapeHtml(addresses[address] ?? `{${address}}`);
}

function titleOf(title: string | null): string {
  return title === null ? '' : ` title="${escapeHtml(title)}"`;
}

function noteOf({ note, reference }: Readonly<{ note: number; reference: number }>): string {
  return reference === 0 ? `${note}` : `${note}:${reference}`;
}

/**
 * A stretch of a text, escaped. Line breaks are shown as one rule has them; one that the author wanted stays.
 */
function escapeLines(text: string, breaks: ReadonlySet<number>, from: number, to: number): string {
  const own = from === 0 && to === text.length ? text : text.slice(from, to);
  if (!own.includes('\n')) return escapeHtml(own);
  const parts: string[] = [];
  let begin = from;
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) {
    parts.push(escapeHtml(text.slice(begin, at)), showBreak(text, at, breaks));
    begin = at + 1;
  }
  parts.push(escapeHtml(text.slice(begin, to)));
  return parts.join('');
}

function showBreak(text: string, at: number, breaks: ReadonlySet<number>): string {
  const shown = breaks.has(at) ? 'line' : breakAt(text, at);
  if (shown === 'line') return '<br>\n';
  return shown === 'space' ? '\n' : '';
}
