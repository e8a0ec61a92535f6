import type { LaidOutBlock, LaidOutCell, LaidOutTable } from '#formats/laid-out/laid-out.ts';
import {
  type Look,
  type Piece,
  plainLook,
  plainPiece,
  wordsForPicture,
} from '#formats/laid-out/pieces.ts';
import { writeNumber } from '#formats/number-formats.ts';
import { attributeOf, type HtmlElement, type HtmlNode, isElement, isUnseen } from './tree.ts';

/** What a page needs of its file: where a picture of it lies, by the number of a link; null where it is elsewhere. */
export type FindPicture = (source: string) => number | null;

/** The number of the link to a file beside the page; null of any other address. */
export type FindFile = (address: string) => number | null;

type Within = Readonly<{ look: Look; href: string | number | null; isPre: boolean }>;

type Layout = {
  blocks: LaidOutBlock[];
  pieces: Piece[];
  /** The number of the point of a list that begins, until its first words. */
  number: string;
  outlineLevel: number | null;
  /** Paragraphs so far, over all parts of the page. */
  count: { paragraphs: number };
  findPicture: FindPicture;
  findFile: FindFile;
};

const blockElements: ReadonlySet<string> = new Set([
  ...['p', 'div', 'section', 'article', 'main', 'header', 'footer', 'aside', 'blockquote', 'pre'],
  ...['ul', 'ol', 'li', 'dl', 'dt', 'dd', 'figure', 'figcaption', 'center', 'form', 'fieldset'],
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr', 'address', 'details', 'summary', 'body', 'html'],
]);

const looks: Readonly<Record<string, Partial<Look>>> = {
  b: { bold: true },
  strong: { bold: true },
  i: { italic: true },
  em: { italic: true },
  u: { underlined: true },
  s: { struck: true },
  del: { struck: true },
  strike: { struck: true },
  sub: { vertical: 'subscript' },
  sup: { vertical: 'superscript' },
};

/** The paragraphs and tables of a part of a page, as a browser lays them out. */
export function layOutPage(
  nodes: readonly HtmlNode[],
  findPicture: FindPicture,
  findFile: FindFile,
  count = { paragraphs: 0 },
): LaidOutBlock[] {
  const layout: Layout = {
    blocks: [],
    pieces: [],
    number: '',
    outlineLevel: null,
    count,
    findPicture,
    findFile,
  };
  walk(nodes, { look: plainLook, href: null, isPre: false }, layout);
  flush(layout);
  return layout.blocks;
}

function walk(nodes: readonly HtmlNode[], within: Within, layout: Layout): void {
  for (const node of nodes) {
    if (node.nodeName === '#text' && 'value' in node) write(node.value, within, layout);
    else if (isElement(node) && !isUnseen(node)) enter(node, within, layout);
  }
}

/** White space is one space, and none where a line of the file ends between two Chinese characters. */
function write(value: string, { look, href, isPre }: Within, layout: Layout): void {
  if (isPre) {
    for (const [index, line] of value.split('\n').entries()) {
      if (index > 0) flush(layout);
      layout.pieces.push({ text: line, style: look, href });
    }
    return;
  }
  const text = value
    .replace(
      /(?<=[\p{Script=Han}，。、；：？！”）》])[ \t]*[\r\n]\s*(?=[\p{Script=Han}“（《])/gu,
      '',
    )
    .replace(/[ \t\r\n\u00a0]+/g, ' ');
  const last = layout.pieces.at(-1)?.text ?? ' ';
  const own = last.endsWith(' ') ? text.trimStart() : text;
  if (own !== '') layout.pieces.push({ text: own, style: look, href });
}

function enter(element: HtmlElement, within: Within, layout: Layout): void {
  const { tagName } = element;
  const look = { ...within.look, ...looks[tagName] };
  if (tagName === 'br') flush(layout);
  else if (tagName === 'img') writePicture(element, layout);
  else if (tagName === 'table') {
    flush(layout);
    const caption = element.childNodes.filter(
      (each) => isElement(each) && each.tagName === 'caption',
    );
    walk(
      caption.flatMap((each) => ('childNodes' in each ? each.childNodes : [])),
      within,
      layout,
    );
    flush(layout);
    layout.blocks.push(toTable(element, layout));
  } else if (tagName === 'ol' || tagName === 'ul') enterList(element, within, layout);
  else if (blockElements.has(tagName)) enterBlock(element, { ...within, look }, layout);
  else
    walk(
      element.childNodes,
      { ...within, look, href: hrefOf(element, layout) ?? within.href },
      layout,
    );
}

function enterBlock(element: HtmlElement, within: Within, layout: Layout): void {
  const { tagName, childNodes } = element;
  flush(layout);
  const level = /^h([1-6])$/.exec(tagName)?.[1];
  if (level !== undefined) layout.outlineLevel = Number(level);
  walk(childNodes, { ...within, isPre: within.isPre || tagName === 'pre' }, layout);
  flush(layout);
  if (level !== undefined) layout.outlineLevel = null;
}

function hrefOf(element: HtmlElement, { findFile }: Layout): string | number | null {
  const address = element.tagName === 'a' ? attributeOf(element, 'href') : null;
  if (address === null) return null;
  return /^(?:https?:\/\/|mailto:)/i.test(address) ? address : findFile(address);
}

/** The numbers that browsers make become text. */
function enterList(list: HtmlElement, within: Within, layout: Layout): void {
  flush(layout);
  let number = Number(attributeOf(list, 'start') ?? 1);
  for (const child of list.childNodes) {
    if (!isElement(child) || child.tagName !== 'li') {
      walk([child], within, layout);
      continue;
    }
    flush(layout);
    number = Number(attributeOf(child, 'value') ?? number);
    layout.number = list.tagName === 'ol' ? `${numberOf(number, list)}.` : '•';
    walk(child.childNodes, within, layout);
    flush(layout);
    layout.number = '';
    number++;
  }
}

const formats: Readonly<Record<string, string>> = {
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
};

function numberOf(number: number, list: HtmlElement): string {
  const format = formats[attributeOf(list, 'type') ?? ''];
  return format === undefined ? String(number) : (writeNumber(number, format) ?? String(number));
}

function writePicture(element: HtmlElement, layout: Layout): void {
  const source = layout.findPicture(attributeOf(element, 'src') ?? '');
  // Of those that are elsewhere their number is told
  const words = wordsForPicture(attributeOf(element, 'alt') ?? '');
  if (source !== null) layout.pieces.push({ ...plainPiece(words), picture: { source } });
}

function flush(layout: Layout): void {
  const { pieces, number, outlineLevel, count } = layout;
  const isEmpty = pieces.every(({ text, picture }) => text.trim() === '' && picture === undefined);
  layout.pieces = [];
  if (isEmpty) return;
  count.paragraphs++;
  const ordinal = count.paragraphs;
  layout.blocks.push({ is: 'paragraph', ordinal, pieces, number, outlineLevel, isContents: false });
  layout.number = '';
}

const above: LaidOutCell = { blocks: [], covered: 'above' };
const before: LaidOutCell = { blocks: [], covered: 'before' };
const widestSpan = 64;
const widestTable = 256;

function toTable(table: HtmlElement, { findPicture, findFile, count }: Layout): LaidOutTable {
  const ordinal = count.paragraphs + 1;
  /** For each column the rows for which a cell over it reaches down. */
  const reach: number[] = [];
  const rows = rowsOf(table).map((row) => {
    const cells: LaidOutCell[] = [];
    const skipCovered = () => {
      while ((reach[cells.length] ?? 0) > 0) {
        reach[cells.length] = (reach[cells.length] ?? 0) - 1;
        cells.push(above);
      }
    };
    for (const cell of row.childNodes) {
      if (!isElement(cell) || !/^t[dh]$/.test(cell.tagName) || isUnseen(cell)) continue;
      skipCovered();
      if (cells.length >= widestTable) break;
      const [columns, height] = [spanOf(cell, 'colspan'), spanOf(cell, 'rowspan')];
      const blocks = layOutPage(cell.childNodes, findPicture, findFile, count);
      for (let column = 0; column < columns && cells.length < widestTable; column++) {
        reach[cells.length] = height - 1;
        cells.push(column === 0 ? { blocks, covered: null } : before);
      }
    }
    skipCovered();
    return cells;
  });
  return { is: 'table', ordinal, rows };
}

function rowsOf(element: HtmlElement): HtmlElement[] {
  return element.childNodes.flatMap((child): HtmlElement[] => {
    if (!isElement(child) || isUnseen(child)) return [];
    if (child.tagName === 'tr') return [child];
    return /^(?:thead|tbody|tfoot)$/.test(child.tagName) ? rowsOf(child) : [];
  });
}

function spanOf(cell: HtmlElement, name: string): number {
  const span = Number.parseInt(attributeOf(cell, name) ?? '1', 10);
  return Math.min(Math.max(Number.isNaN(span) ? 1 : span, 1), widestSpan);
}
