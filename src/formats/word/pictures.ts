import { childOf, type XmlElement } from '#formats/container/xml.ts';
import { type Piece, plainPiece, wordsForPicture } from '#formats/laid-out/pieces.ts';
import type { WordReading } from './reading.ts';

/** Pictures that browsers show. */
const shown = /^[\p{L}\p{N}_ ()/-]+\.(?:png|jpe?g|gif|webp|bmp)$/iu;

/** What stands in a drawing: pictures where it stands, and text boxes, which the reading keeps for later. */
export function readDrawing(drawing: XmlElement, reading: WordReading, words = ''): Piece[] {
  let own = words;
  return drawing.children.flatMap((child): Piece[] => {
    if (typeof child === 'string') return [];
    const { name, attributes } = child;
    if (name === 'wp:docPr') own = wordsForPicture(attributes.get('descr') ?? '');
    if (name === 'w:txbxContent') {
      reading.boxes.push(child);
      return [];
    }
    if (name === 'mc:AlternateContent') return readDrawing(chosen(child), reading, own);
    if (name === 'a:blip') return [toPicture(attributes.get('r:embed') ?? null, reading, own)];
    if (name === 'v:imagedata') return [toPicture(attributes.get('r:id') ?? null, reading, own)];
    // Words that are drawn
    if (name === 'v:textpath') return [plainPiece(attributes.get('string') ?? '')];
    if (name === 'a:graphicData' && /\/(?:chart|diagram)$/.test(attributes.get('uri') ?? '')) {
      reading.tally.embedded++;
      return [];
    }
    return readDrawing(child, reading, own);
  });
}

/** What newer programs show, or else what older ones do. It stands twice, and is read once. */
export function chosen(alternatives: XmlElement): XmlElement {
  const choice = childOf(alternatives, 'mc:Choice');
  return choice ?? childOf(alternatives, 'mc:Fallback') ?? { ...alternatives, children: [] };
}

function toPicture(id: string | null, reading: WordReading, words: string): Piece {
  const { file, relationships, hasPictures, links, tally } = reading;
  const related = id === null ? undefined : relationships.get(id);
  if (!hasPictures || related === undefined || related.isExternal || !shown.test(related.target)) {
    tally.absentPictures++;
    return { ...plainPiece(''), picture: { source: null } };
  }
  const target = pictureFile(file, related.target);
  const known = links.findIndex((link) => link.target === target);
  if (known !== -1) return { ...plainPiece(words), picture: { source: known } };
  links.push({ target, fragment: '', whole: null, image: true, line: reading.ordinal });
  return { ...plainPiece(words), picture: { source: links.length - 1 } };
}

/** The path below `content/` under which a part of a file is known, as if a folder of it lay beside it. */
function pictureFile(file: string, part: string): string {
  return `${file}.files/${part}`;
}
