import { type DefaultTreeAdapterMap, parse, parseFragment } from 'parse5';
import { UnreadableFile } from '#formats/container/unreadable.ts';

export type HtmlNode = DefaultTreeAdapterMap['childNode'];
export type HtmlElement = DefaultTreeAdapterMap['element'];
type Parent = DefaultTreeAdapterMap['parentNode'];

/** Pages of people are less deep by far; what is deeper takes minutes to read. */
const deepest = 400;
const longest = 16 * 2 ** 20;
/** Signs that begin tags: the pages of a book have fewer. */
const mostTags = 200_000;

/**
 * Parses a page as browsers do.
 *
 * @throws UnreadableFile
 */
export function parsePage(html: string): Parent {
  if (html.length > longest || countTags(html) > mostTags)
    throw new UnreadableFile({ is: 'large' });
  const page = parse(html);
  let level: readonly Parent[] = [page];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepest) throw new UnreadableFile({ is: 'large' });
    level = level.flatMap((parent) => parent.childNodes.filter(isElement));
  }
  return page;
}

function countTags(html: string): number {
  let count = 0;
  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', at + 1)) count++;
  return count;
}

/** Parses a part of a page. */
export function parsePart(html: string): Parent {
  return parseFragment(html);
}

export function isElement(node: HtmlNode): node is HtmlElement {
  return 'tagName' in node;
}

/** All elements below one, in the order of the page. */
export function* elementsIn(parent: Parent): Iterable<HtmlElement> {
  for (const child of parent.childNodes) {
    if (!isElement(child)) continue;
    yield child;
    yield* elementsIn(child);
  }
}

export function attributeOf(element: HtmlElement, name: string): string | null {
  return element.attrs.find((attribute) => attribute.name === name)?.value ?? null;
}

const unseen: ReadonlySet<string> = new Set([
  ...['script', 'style', 'noscript', 'template', 'iframe', 'object', 'embed', 'svg', 'canvas'],
  ...['input', 'select', 'button', 'textarea', 'nav', 'audio', 'video', 'head', 'title'],
]);

/** Whether nobody sees an element as text. */
export function isUnseen(element: HtmlElement): boolean {
  const style = attributeOf(element, 'style') ?? '';
  return (
    unseen.has(element.tagName) ||
    attributeOf(element, 'hidden') !== null ||
    /display\s*:\s*none/i.test(style)
  );
}

/** What is to be read of an element, with single spaces. */
export function wordsIn(parent: Parent): string {
  const parts: string[] = [];
  const walk = (node: Parent) => {
    for (const child of node.childNodes) {
      if (child.nodeName === '#text' && 'value' in child) parts.push(child.value);
      else if (isElement(child) && !isUnseen(child)) {
        parts.push(' ');
        walk(child);
        parts.push(' ');
      }
    }
  };
  walk(parent);
  return parts.join('').replace(/\s+/g, ' ').trim();
}
