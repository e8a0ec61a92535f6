import type { Mark } from './blocks.ts';

/** An element by its opening tag, and where that stands: two may have the same tag. */
type Element = Readonly<{ tag: string; at: number }>;

/** A place in inline HTML, and the elements that are open there, outermost first. */
type Place = Readonly<{ at: number; open: readonly Element[] }>;

const token = /<(\/?)([a-z][a-z0-9]*)([^>]*)>|&(?:#\d+|#x[0-9a-f]+|[a-z]+);|[^<&]+|[<&]/giy;
const voidElements = new Set(['br', 'img', 'input', 'hr', 'wbr']);

/**
 * Cuts inline HTML where its text has offsets, in ascending order. Elements that are open there are
 * closed before the cut and opened again behind it, so that the parts stand by themselves. null
 * where the HTML shows another text (an image's words, for one), whose offsets say nothing of it.
 */
export function cutHtml(
  text: string,
  html: string,
  offsets: readonly number[],
): readonly string[] | null {
  const places = placesOf(text, html, offsets);
  if (places === null) return null;
  const ends = [...places, { at: html.length, open: [] }];
  return ends.map((end, index) => {
    const begin = places[index - 1];
    return (
      (begin === undefined ? '' : opening(begin)) +
      html.slice(begin?.at ?? 0, end.at) +
      closing(end)
    );
  });
}

/**
 * Wraps marked stretches of a text, which are in order and apart, in spans. A span closes and opens
 * again where an element's edge cuts it. Takes time linear in the text.
 */
export function markHtml(text: string, html: string, marks: readonly Mark[]): string {
  if (marks.length === 0) return html;
  const places = placesOf(
    text,
    html,
    marks.flatMap(({ from, to }) => [from, to]),
  );
  if (places === null) return html;
  const parts: string[] = [];
  let done = 0;
  for (const [index, { name, value }] of marks.entries()) {
    const from = places[2 * index];
    const to = places[2 * index + 1];
    if (from === undefined || to === undefined) break;
    // Elements that open or close within the span would cross it
    const inner = sameElements(from, to) ? html.slice(from.at, to.at) : null;
    if (inner === null) continue;
    const data = value === undefined ? '' : ` data-letter="${value}"`;
    parts.push(html.slice(done, from.at), `<span class="${name}"${data}>`, inner, '</span>');
    done = to.at;
  }
  parts.push(html.slice(done));
  return parts.join('');
}

function sameElements(from: Place, to: Place): boolean {
  return (
    from.open.length === to.open.length &&
    from.open.every(({ at }, index) => at === to.open[index]?.at)
  );
}

function closing({ open }: Place): string {
  return [...open]
    .reverse()
    .map(({ tag }) => `</${/^<([a-z0-9]+)/i.exec(tag)?.[1] ?? 'span'}>`)
    .join('');
}

function opening({ open }: Place): string {
  return open.map(({ tag }) => tag).join('');
}

/** Where offsets of a text, in ascending order, lie in its HTML; null where the HTML shows another text. */
function placesOf(text: string, html: string, offsets: readonly number[]): Place[] | null {
  if (html === text) return offsets.map((at) => ({ at, open: [] }));
  const places: Place[] = [];
  const open: Element[] = [];
  let passed = 0;
  const pattern = new RegExp(token.source, token.flags);
  for (let match = pattern.exec(html); match !== null; match = pattern.exec(html)) {
    const [all, slash, name] = match;
    if (name !== undefined) {
      if (slash === '/') open.pop();
      else if (!voidElements.has(name.toLowerCase())) {
        open.push({ tag: all, at: match.index });
      }
      continue;
    }
    const isEntity = all.startsWith('&') && all.length > 1;
    const length = isEntity ? 1 : all.length;
    for (let index = 0; index < length; index++) {
      // A line break between Chinese characters is in the text and not in the HTML
      if (text.charAt(passed) === '\n' && all.charAt(index) !== '\n') passed++;
      while ((offsets[places.length] ?? Number.POSITIVE_INFINITY) <= passed) {
        places.push({ at: match.index + (isEntity ? 0 : index), open: [...open] });
      }
      passed++;
    }
  }
  while (places.length < offsets.length) places.push({ at: html.length, open: [] });
  return passed === text.length ? places : null;
}
