import type { HtmlNode } from './tree.ts';
import { attributeOf, elementsIn, type HtmlElement, wordsIn } from './tree.ts';

/**
 * Where the systems that offices, schools and papers publish with put the text of a page, by identifier and by
 * class. A class that stands for more than the text is not among them.
 */
const identifiers = [
  'UCAP-CONTENT',
  'zoom',
  'vsb_content',
  'rwb_zw',
  'js_content',
  'p-detail',
  'Zoom',
];
const classes = [
  'TRS_Editor',
  'v_news_content',
  'pages_content',
  'rm_txt_con',
  'trs_editor_view',
  'TRS_UEDITOR',
];

/** Less is a frame that something else was put into. */
const fewestCharacters = 30;

/** The element that holds the text of a page; null where none is known to. */
export function findContainer(page: Parameters<typeof elementsIn>[0]): HtmlElement | null {
  const found: { element: HtmlElement; length: number }[] = [];
  for (const element of elementsIn(page)) {
    const id = attributeOf(element, 'id') ?? '';
    const own = (attributeOf(element, 'class') ?? '').split(/\s+/);
    if (!identifiers.includes(id) && !classes.some((name) => own.includes(name))) continue;
    // One within another says the same again
    if (found.some((outer) => contains(outer.element, element))) continue;
    found.push({ element, length: wordsIn(element).length });
  }
  const [first] = found.sort((a, b) => b.length - a.length);
  return first === undefined || first.length < fewestCharacters ? null : first.element;
}

function contains(outer: HtmlElement, element: HtmlElement): boolean {
  for (let node: HtmlNode | null = element; node !== null; ) {
    if (node === outer) return true;
    const parent: unknown = 'parentNode' in node ? node.parentNode : null;
    node = isNode(parent) ? parent : null;
  }
  return false;
}

function isNode(value: unknown): value is HtmlNode {
  return (
    typeof value === 'object' && value !== null && 'nodeName' in value && 'parentNode' in value
  );
}
