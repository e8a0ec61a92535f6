import { findPrivate, mayHoldPrivate, type Private } from './find.ts';
import { privateKinds, redactText } from './mask.ts';

/** Text that lies in one piece in the HTML, and where it lies in the text that is read. */
type Piece = Readonly<{ text: string; from: number; at: number }>;

const token = /<[^>]*>|&(?:#\d+|#x[0-9a-f]+|[a-z]+);|[^<&]+|[<&]/gi;

/** Elements that part what stands before them from what stands behind. */
const apart = /^<\/?(?:t[dhr]|thead|tbody|table|[uo]l|li|p|br|hr|div|h[1-6]|blockquote|pre|img)\b/i;

/** Looked for from the beginning of its name only: a long word would be looked through from each letter. */
const attribute = /(?<![\w-])([\w-]+)="([^"]*)"/g;

/** The same as `mayHoldPrivate`, for HTML, in whose addresses an at sign may be encoded. */
export function htmlMayHoldPrivate(html: string): boolean {
  return mayHoldPrivate(html) || html.includes('%40');
}

/**
 * HTML with a label in place of what is private, in its text across elements, and in attributes. Whether
 * it may hold any is asked of its text: in the HTML tags stand between digits.
 */
export function redactHtml(html: string): string {
  const parts: string[] = [];
  const pieces: (Piece | null)[] = [];
  let read = '';
  for (const { 0: part } of html.matchAll(token)) {
    const isTag = part.startsWith('<') && part.length > 1;
    const isEntity = part.startsWith('&') && part.length > 1;
    parts.push(isTag ? redactTag(part) : part);
    pieces.push(isTag || isEntity ? null : { text: part, from: read.length, at: parts.length - 1 });
    if (isEntity) read += '\ufffc';
    else if (!isTag) read += part;
    else if (apart.test(part)) read += '\n';
  }
  replaceInPieces(
    pieces.filter((piece) => piece !== null),
    findPrivate(read),
    parts,
  );
  return parts.join('');
}

/** The first piece that a stretch touches gets the label; of the others its characters are taken. */
function replaceInPieces(
  pieces: readonly Piece[],
  found: readonly Private[],
  parts: string[],
): void {
  let next = 0;
  for (const { text, from, at } of pieces) {
    const to = from + text.length;
    let done = from;
    let redacted = '';
    while (found[next] !== undefined) {
      const one = found[next];
      if (one === undefined || one.from >= to) break;
      if (one.from >= from) {
        redacted += text.slice(done - from, one.from - from) + privateKinds[one.kind].label;
      }
      done = Math.min(one.to, to);
      if (one.to > to) break;
      next++;
    }
    parts[at] = redacted + text.slice(done - from);
  }
}

function redactTag(tag: string): string {
  if (!tag.includes('="')) return tag;
  return tag.replace(attribute, (all, name: string, value: string) => {
    const found = privateInAttribute(value);
    if (found.length === 0) return all;
    return name === 'href' ? 'href="#"' : `${name}="${redactText(value, found)}"`;
  });
}

function privateInAttribute(value: string): Private[] {
  const found = findPrivate(value);
  return found.length > 0 ? found : findPrivate(value.replaceAll('%40', '@'));
}

/** What attributes alone tell, such as the address that a link is written to. */
export function findInAttributes(html: string): { text: string; found: Private }[] {
  if (!html.includes('="')) return [];
  return [...html.matchAll(attribute)].flatMap(([, , value = '']) => {
    const text = value.replaceAll('%40', '@');
    return findPrivate(text).map((found) => ({ text, found }));
  });
}
