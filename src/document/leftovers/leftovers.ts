import { parseNumbering } from '#document/outline/numbering.ts';
import type { Aside, LeftoverKind } from '#document/text/aside.ts';
import { type Block, type Passage, paragraph } from '#document/text/blocks.ts';
import { slice } from '#document/text/rich-text.ts';
import {
  isBareOfPages,
  isBulleted,
  isListHeader,
  isOwnOfPages,
  type ListedTitle,
  readListLine,
} from './catalogue.ts';
import { isTrail, type LeftoverForm, leftoverForms } from './leftover-forms.ts';

/** A text whose leftovers have their roles, what they are, and what lists of other documents name. */
export type WithoutLeftovers = Readonly<{
  blocks: readonly Block[];
  leftovers: readonly (Aside & Readonly<{ kind: LeftoverKind }>)[];
  catalogue: readonly ListedTitle[];
}>;

/** What a block may be: a leftover by itself, or one where the text shows otherwise that it was crawled. */
type Candidate = Readonly<{ kind: LeftoverKind; isAlone: boolean }>;

/** A header with the blocks of its list, from one index to before another. */
type List = Readonly<{
  from: number;
  to: number;
  isCatalogue: boolean;
  isOwnOfPages: boolean;
  isBareOfPages: boolean;
}>;

const longestLeftover = 80;
/** Blocks at the head and at the foot of a text where formulas stand. */
const head = 4;
const foot = 6;

/** An image whose target was lost in crawling; some crawlers prefix the element's name. */
const deadImage = /<(?:[\w-]+:)?image\b[^<]*<\/(?:[\w-]+:)?image>/gi;

/**
 * Sets apart what a crawled page carried along: lists of other documents, links to neighbours, page
 * numbers, notices of rights, dead images. Such blocks keep their place and text and have the role of a
 * leftover. Whole short lines of known forms alone are set apart, never a sentence, a clause, an item or a
 * heading; and but for formulas at the edges nothing in Markdown that shows no other sign of a page.
 */
export function separateLeftovers(source: readonly Block[], isMarkdown: boolean): WithoutLeftovers {
  const hasImages = source.some(({ text }) => text.includes('image>'));
  const blocks = hasImages
    ? source.flatMap((block) => cutDeadImages(block) ?? [block])
    : [...source];
  const lists = findLists(blocks);
  const candidates = blocks.map((block, index) => candidateOf(block, index, blocks, isMarkdown));
  const signs = signsOf(blocks, lists, candidates);
  const chosen = new Map<number, LeftoverKind>();
  for (const [index, candidate] of candidates.entries()) {
    if (candidate === null) continue;
    const { kind, isAlone } = candidate;
    if (isAlone || signs.some((sign) => sign !== kind)) chosen.set(index, kind);
  }
  for (const index of runningHeads(blocks, chosen)) chosen.set(index, 'running-head');
  const catalogue: ListedTitle[] = [];
  for (const list of lists) {
    const others = signs.some((sign) => sign !== 'list-header');
    const isSeen = list.isOwnOfPages ? list.isCatalogue || others : list.isCatalogue && others;
    const isBare = list.isBareOfPages && list.to === list.from + 1 && !isMarkdown;
    if (isSeen || isBare) takeList(blocks, list, chosen, catalogue);
  }
  return { ...setApart(blocks, chosen), catalogue };
}

/** Roles for what was chosen; a block that is no paragraph any more is one again. */
function setApart(
  blocks: readonly Block[],
  chosen: ReadonlyMap<number, LeftoverKind>,
): Pick<WithoutLeftovers, 'blocks' | 'leftovers'> {
  const leftovers: (Aside & { kind: LeftoverKind })[] = [];
  const apart = blocks.map((block, index): Block => {
    const isImage = block.type === 'paragraph' && block.role === 'leftover';
    const kind = isImage ? 'dead-image' : chosen.get(index);
    if (kind === undefined || isCatalogue(block)) return block;
    leftovers.push({ line: block.line, kind, text: block.text.trim() });
    if (block.type === 'passage') return { ...block, role: 'leftover' };
    return { ...paragraph(block, block.line), role: 'leftover' };
  });
  return { blocks: apart, leftovers };
}

function isCatalogue(block: Block): boolean {
  return block.type !== 'heading' && block.role === 'catalogue';
}

function candidateOf(
  block: Block,
  index: number,
  blocks: readonly Block[],
  isMarkdown: boolean,
): Candidate | null {
  if (block.type !== 'paragraph' || block.role !== 'paragraph') return null;
  const text = block.text.trim();
  if (text === '' || text.length > longestLeftover) return null;
  if (index < head && isTrail(text)) return { kind: 'control', isAlone: !isMarkdown };
  const form = leftoverForms.find(({ pattern }) => pattern.test(text));
  if (form === undefined) return null;
  // A first line is the title, and a sentence no link
  if (index === 0 && /声明$/.test(text)) return null;
  if (form.kind === 'neighbour' && /[，,]/.test(text) && !/[:：]/.test(text)) return null;
  if (form.kind !== 'page-number' && parseNumbering(text) !== null) return null;
  const isAtEdge = isMarkdown
    ? isOutermost(blocks, index)
    : index < head || index >= blocks.length - foot;
  return { kind: form.kind, isAlone: standsAlone(form, isAtEdge, isMarkdown) };
}

/** Whether nothing of the author stands above a block but the title, or nothing below it. */
function isOutermost(blocks: readonly Block[], index: number): boolean {
  const isForm = ({ type, text }: Block) =>
    type !== 'passage' &&
    text.length <= longestLeftover &&
    leftoverForms.some(({ pattern }) => pattern.test(text.trim()));
  if (index < head && blocks.slice(1, index).every(isForm)) return true;
  return index >= blocks.length - foot && blocks.slice(index + 1).every(isForm);
}

function standsAlone({ alone }: LeftoverForm, isAtEdge: boolean, isMarkdown: boolean): boolean {
  if (alone === 'at the edges') return isAtEdge;
  return alone === 'in plain text' && !isMarkdown;
}

/** What shows that a text was crawled, one for each way. */
function signsOf(
  blocks: readonly Block[],
  lists: readonly List[],
  candidates: readonly (Candidate | null)[],
): LeftoverKind[] {
  // What is none by itself vouches for nothing else
  const alone = candidates.filter((candidate) => candidate?.isAlone === true);
  const kinds = new Set(alone.flatMap((candidate) => candidate?.kind ?? []));
  if (blocks.some((block) => block.type === 'paragraph' && block.role === 'leftover')) {
    kinds.add('dead-image');
  }
  if (lists.some((list) => list.isCatalogue && list.isOwnOfPages)) kinds.add('list-header');
  return [...kinds];
}

/** The headers of lists of other documents, each with what stands under it. */
function findLists(blocks: readonly Block[]): List[] {
  const lists: List[] = [];
  for (let from = 0; from < blocks.length; from++) {
    const block = blocks[from];
    if (block?.type !== 'paragraph' || block.role !== 'paragraph') continue;
    const text = block.text.trim();
    if (!isListHeader(text)) continue;
    let to = from + 1;
    let isDated = false;
    for (let next = blocks[to]; next !== undefined && isListed(next); next = blocks[++to]) {
      isDated ||= entriesOf(next).length > 0;
    }
    lists.push({
      from,
      to,
      isCatalogue: isDated,
      isOwnOfPages: isOwnOfPages(text),
      isBareOfPages: isBareOfPages(text),
    });
    from = to - 1;
  }
  return lists;
}

function isListed(block: Block): boolean {
  if (block.type === 'passage') return block.form === 'list';
  if (block.type !== 'paragraph' || block.role !== 'paragraph') return false;
  const text = block.text.trim();
  return readListLine(text, block.line) !== null || isBulleted(text);
}

function entriesOf(block: Block): ListedTitle[] {
  if (block.type !== 'passage') return [readListLine(block.text.trim(), block.line) ?? []].flat();
  return block.units.flatMap(({ text, line }) => readListLine(`- ${text.trim()}`, line) ?? []);
}

/** Sets a list apart: its entries are the catalogue's, what else stands in it a leftover. */
function takeList(
  blocks: Block[],
  { from, to }: List,
  chosen: Map<number, LeftoverKind>,
  catalogue: ListedTitle[],
): void {
  chosen.set(from, 'list-header');
  for (let index = from + 1; index < to; index++) {
    const block = blocks[index];
    if (block === undefined || block.type === 'heading') continue;
    const entries = entriesOf(block);
    catalogue.push(...entries);
    if (entries.length === 0) chosen.set(index, 'list-line');
    else blocks[index] = asCatalogue(block);
  }
}

function asCatalogue(block: Passage | Extract<Block, { type: 'paragraph' }>): Block {
  if (block.type === 'passage') return { ...block, role: 'catalogue' };
  return { ...paragraph(block, block.line), role: 'catalogue' };
}

/** A short line that stands again and again beside page numbers was printed on every page. */
function runningHeads(
  blocks: readonly Block[],
  chosen: ReadonlyMap<number, LeftoverKind>,
): readonly number[] {
  const places = new Map<string, number[]>();
  for (const [index, kind] of chosen) {
    if (kind !== 'page-number') continue;
    for (const beside of [index - 1, index + 1]) {
      const block = blocks[beside];
      const text = block?.text.trim() ?? '';
      if (block?.type !== 'paragraph' || text === '' || text.length > longestHead) continue;
      if (/[。！？；!?;]$/.test(text) || parseNumbering(text) !== null) continue;
      const known = places.get(text);
      if (known === undefined) places.set(text, [beside]);
      else known.push(beside);
    }
  }
  const isPrinted = (each: readonly number[]) => {
    const span = (each.at(-1) ?? 0) - (each[0] ?? 0);
    return each.length >= fewestHeads && span >= leastPage * (each.length - 1);
  };
  return [...places.values()].filter(isPrinted).flat();
}

const longestHead = 30;
const fewestHeads = 3;
/** Lines of a page: what comes again sooner is a refrain. */
const leastPage = 10;

/** The parts of a line that holds dead images, which are leftovers; null where it holds none. */
function cutDeadImages(block: Block): Block[] | null {
  if (block.type !== 'paragraph' || !block.text.includes('image>')) return null;
  const images = [...block.text.matchAll(deadImage)];
  if (images.length === 0) return null;
  const offsets = images.flatMap(({ index, 0: image }) => [index, index + image.length]);
  return [...offsets, block.text.length].flatMap((end, index): Block[] => {
    const part = slice(block, offsets[index - 1] ?? 0, end);
    if (part.text.trim() === '') return [];
    // Every second part is an image
    const role = index % 2 === 1 ? 'leftover' : 'paragraph';
    return [{ ...paragraph(part, block.line), role }];
  });
}
