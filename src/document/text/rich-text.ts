/*
 * Running text as digital editions keep it: the author's characters in one string that nobody edits, and what
 * is said of stretches of it beside them (standoff annotation).
 */

/** What the author says of a stretch of text, apart from how it is shown. */
type InlineKind =
  | Readonly<{ is: 'strong' | 'emphasis' | 'struck' | 'underlined' }>
  | Readonly<{ is: 'subscript' | 'superscript' | 'code' | 'break' }>
  /** `href` is an address, or the number of a link of the document that leads to another file. */
  | Readonly<{ is: 'link'; href: string | number; title: string | null }>
  /** Its stretch are the words in place of the picture; null where it lies on another host. */
  | Readonly<{ is: 'picture'; source: string | number | null; title: string | null }>
  /** A reference to a note, and the way back from it: `reference` counts those to one note. */
  | Readonly<{ is: 'note' | 'way-back'; note: number; reference: number }>;

/**
 * A stretch from one offset to before another, in UTF-16 units. Stretches nest: `depth` tells how many are open
 * around this one, which offsets alone would not where one is empty.
 */
export type Inline = Readonly<{ from: number; to: number; depth: number }> & InlineKind;

/** Characters and what is said of them, in the order in which the stretches open. Most texts have none. */
export type RichText = Readonly<{ text: string; inline: readonly Inline[] }>;

const none: readonly Inline[] = [];

/** Characters of which nothing is said. */
export function plain(text: string): RichText {
  return { text, inline: none };
}

/** A part of a text. A stretch that reaches over an end of it is cut there. */
export function slice({ text, inline }: RichText, from: number, to = text.length): RichText {
  if (inline.length === 0) return plain(text.slice(from, to));
  const kept: Inline[] = [];
  /** Depths of the stretches that are open and kept, the outermost first. */
  const open: number[] = [];
  for (const mark of inline) {
    while ((open.at(-1) ?? -1) >= mark.depth) open.pop();
    const isEmpty = mark.from === mark.to;
    // What is empty stands behind the characters before it
    const isWithin = isEmpty
      ? mark.from > from || (mark.from === from && from === 0)
      : mark.to > from;
    if (!isWithin || (isEmpty ? mark.from > to : mark.from >= to)) continue;
    const begin = Math.max(mark.from, from) - from;
    const end = Math.min(mark.to, to) - from;
    kept.push({ ...mark, from: begin, to: end, depth: open.length });
    open.push(mark.depth);
  }
  return { text: text.slice(from, to), inline: kept };
}

/** The text without white space at its ends. */
export function trim(rich: RichText): RichText {
  const { text } = rich;
  const trimmed = text.trim();
  if (trimmed.length === text.length) return rich;
  const from = text.length - text.trimStart().length;
  const place = (offset: number) => Math.min(Math.max(offset - from, 0), trimmed.length);
  // What is empty stays: a picture without words between two line breaks
  const inline = rich.inline.map((mark) => {
    return { ...mark, from: place(mark.from), to: place(mark.to) };
  });
  return { text: trimmed, inline };
}

/** A stretch of a text that others take the place of. */
export type Replacement = Readonly<{ from: number; to: number; by: string }>;

/**
 * A text with other characters in place of some, which are in order and apart. What is said of the first of
 * those that are replaced is said of the others; what was said of parts alone is gone.
 */
export function replace(
  { text, inline }: RichText,
  replacements: readonly Replacement[],
): RichText {
  if (replacements.length === 0) return { text, inline };
  const parts: string[] = [];
  let done = 0;
  for (const { from, to, by } of replacements) {
    parts.push(text.slice(done, from), by);
    done = to;
  }
  parts.push(text.slice(done));
  const place = (offset: number): number => {
    let moved = 0;
    for (const { from, to, by } of replacements) {
      if (offset <= from) break;
      if (offset < to) return from + moved + by.length;
      moved += by.length - (to - from);
    }
    return offset + moved;
  };
  const kept: Inline[] = [];
  const open: number[] = [];
  for (const mark of inline) {
    while ((open.at(-1) ?? -1) >= mark.depth) open.pop();
    const [from, to] = [place(mark.from), place(mark.to)];
    if (from === to && mark.from !== mark.to) continue;
    kept.push({ ...mark, from, to, depth: open.length });
    open.push(mark.depth);
  }
  return { text: parts.join(''), inline: kept };
}
