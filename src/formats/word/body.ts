import { childOf, childrenOf, type XmlElement } from '#formats/container/xml.ts';
import type { LaidOutBlock, LaidOutCell, LaidOutParagraph } from '#formats/laid-out/laid-out.ts';
import type { Piece } from '#formats/laid-out/pieces.ts';
import { isInContents } from './fields.ts';
import { chosen } from './pictures.ts';
import type { WordReading } from './reading.ts';
import {
  isOn,
  numberSourceOf,
  type ParagraphStyle,
  readCharacterStyle,
  valueIn,
} from './styles.ts';
import { isPrompt, readText } from './text.ts';

/** What is carried on to the next paragraph: one whose mark was deleted, or a large first letter. */
type Carried = { pieces: Piece[]; inContents: boolean };

/** More tables within each other are read as lines. */
const deepestTable = 40;
const widestSpan = 64;

/** Reads what stands in a body, a cell or a box, in the order of the text. */
export function readBody(container: XmlElement, reading: WordReading, depth = 0): LaidOutBlock[] {
  const carried: Carried = { pieces: [], inContents: false };
  const blocks = readBlocks(container, reading, depth, carried);
  if (carried.pieces.length === 0) return blocks;
  return [...blocks, bare(carried.pieces, reading.ordinal)];
}

function readBlocks(
  container: XmlElement,
  reading: WordReading,
  depth: number,
  carried: Carried,
): LaidOutBlock[] {
  return childrenOf(container).flatMap((child): LaidOutBlock[] => {
    switch (child.name) {
      case 'w:p':
        return readParagraph(child, reading, depth, carried);
      case 'w:tbl':
        return readTable(child, reading, depth);
      case 'w:sdt': {
        if (isPrompt(child)) return [];
        const gallery = childOf(childOf(child, 'w:sdtPr'), 'w:docPartObj');
        const outer = carried.inContents;
        if (/table of contents/i.test(valueIn(gallery, 'w:docPartGallery') ?? ''))
          carried.inContents = true;
        const blocks = readBlocks(child, reading, depth, carried);
        carried.inContents = outer;
        return blocks;
      }
      case 'w:sdtContent':
      case 'w:customXml':
      case 'w:ins':
      case 'w:moveTo':
        return readBlocks(child, reading, depth, carried);
      case 'mc:AlternateContent':
        return readBlocks(chosen(child), reading, depth, carried);
      case 'w:altChunk':
        reading.tally.embedded++;
        return [];
      default:
        return [];
    }
  });
}

function readParagraph(
  element: XmlElement,
  reading: WordReading,
  depth: number,
  carried: Carried,
): LaidOutBlock[] {
  reading.ordinal++;
  const { ordinal } = reading;
  const properties = childOf(element, 'w:pPr');
  const style = reading.styles.paragraph(valueIn(properties, 'w:pStyle'));
  const wasInContents = isInContents(reading.fields);
  const pieces = readText(element, style.characters, reading);
  const boxes = reading.boxes.splice(0);
  const behind = boxes.flatMap((box) => readBody(box, reading, depth));
  const mark = childOf(properties, 'w:rPr');
  const isJoined = childOf(mark, 'w:del') !== null || childOf(mark, 'w:moveFrom') !== null;
  const isLetter = childOf(properties, 'w:framePr')?.attributes.has('w:dropCap') === true;
  if (isJoined || isLetter) {
    if (isJoined) reading.tally.deletions++;
    carried.pieces.push(...pieces);
    return behind;
  }
  const isHidden = readCharacterStyle(mark, style.characters).hidden && pieces.length === 0;
  const label = isHidden ? null : reading.counter(numberSourceOf(properties), style);
  if (label?.unknownFormat != null) reading.tally.unknownFormats.add(label.unknownFormat);
  const isContents =
    carried.inContents ||
    wasInContents ||
    isInContents(reading.fields) ||
    /^(?:toc|目录) \d$/.test(style.name);
  const own: LaidOutParagraph = {
    is: 'paragraph',
    ordinal,
    pieces: [...carried.pieces.splice(0), ...pieces],
    number: label?.text ?? '',
    outlineLevel: outlineLevelOf(properties, style),
    isContents,
  };
  return [own, ...behind];
}

function outlineLevelOf(properties: XmlElement | null, style: ParagraphStyle): number | null {
  const own = valueIn(properties, 'w:outlineLvl');
  if (own === null) return style.outlineLevel;
  const level = Number(own);
  return level >= 0 && level < 9 ? level + 1 : null;
}

function bare(pieces: readonly Piece[], ordinal: number): LaidOutParagraph {
  const own = { number: '', outlineLevel: null, isContents: false };
  return { is: 'paragraph', ordinal, pieces, ...own };
}

function readTable(table: XmlElement, reading: WordReading, depth: number): LaidOutBlock[] {
  const ordinal = reading.ordinal + 1;
  const rows = rowsOf(table).flatMap((row) => {
    const properties = childOf(row, 'w:trPr');
    const hidden = childOf(properties, 'w:hidden');
    if (childOf(properties, 'w:del') !== null) reading.tally.deletions++;
    else if (hidden !== null && isOn(hidden.attributes.get('w:val') ?? 'true'))
      reading.tally.hidden++;
    else return [readRow(row, reading, depth)];
    return [];
  });
  if (depth < 1) return [{ is: 'table', ordinal, rows }];
  // Within a cell there are lines alone
  return rows.flat().flatMap(({ blocks }) => blocks);
}

/** Rows, and those that stand in content controls. */
function rowsOf(element: XmlElement): XmlElement[] {
  return childrenOf(element).flatMap((child) => {
    if (child.name === 'w:tr') return [child];
    const isAround = ['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins'].includes(child.name);
    return isAround ? rowsOf(child) : [];
  });
}

function cellsOf(element: XmlElement): XmlElement[] {
  return childrenOf(element).flatMap((child) => {
    if (child.name === 'w:tc') return [child];
    const isAround = ['w:sdt', 'w:sdtContent', 'w:customXml'].includes(child.name);
    return isAround ? cellsOf(child) : [];
  });
}

const covered: LaidOutCell = { blocks: [], covered: 'before' };

function readRow(row: XmlElement, reading: WordReading, depth: number): LaidOutCell[] {
  const before = Number(valueIn(childOf(row, 'w:trPr'), 'w:gridBefore') ?? 0);
  const skipped = Array.from({ length: Math.min(before, widestSpan) }, (): LaidOutCell => {
    return { blocks: [], covered: null };
  });
  const cells = cellsOf(row).flatMap((cell): LaidOutCell[] => {
    const properties = childOf(cell, 'w:tcPr');
    if (childOf(properties, 'w:cellDel') !== null) {
      reading.tally.deletions++;
      return [];
    }
    const merge = childOf(properties, 'w:vMerge');
    const isContinued = merge !== null && merge.attributes.get('w:val') !== 'restart';
    const span = Math.min(Number(valueIn(properties, 'w:gridSpan') ?? 1), widestSpan);
    const blocks = depth > deepestTable ? [] : readBody(cell, reading, depth + 1);
    const others = Array.from({ length: Math.max(span - 1, 0) }, () => covered);
    reading.tally.mergedCells += others.length + (isContinued ? 1 : 0);
    return [{ blocks, covered: isContinued ? 'above' : null }, ...others];
  });
  return [...skipped, ...cells];
}
