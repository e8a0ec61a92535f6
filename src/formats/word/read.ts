import { type Diagnostic, warning } from '#diagnostics/diagnostic.ts';
import type { Aside } from '#document/text/aside.ts';
import type { Block } from '#document/text/blocks.ts';
import { childOf, elementsOf, type XmlElement } from '#formats/container/xml.ts';
import { openZip } from '#formats/container/zip.ts';
import type { Content } from '#formats/format.ts';
import { toBlocks, toDocument } from '#formats/laid-out/to-blocks.ts';
import { readBody } from './body.ts';
import { readNotes } from './notes.ts';
import { readNumbering } from './numbering.ts';
import { readParts } from './parts.ts';
import type { WordReading } from './reading.ts';
import { readStyles } from './styles.ts';
import { newTally, type Tally } from './tally.ts';

/**
 * Reads a Word file: its paragraphs with the numbers that Word makes, as they are printed once all changes are
 * accepted. What is left out is counted and told.
 *
 * @param hasPictures whether the pictures of these bytes can be had when pages are made
 * @throws UnreadableFile
 */
export function readWord(bytes: Uint8Array, file: string, hasPictures = true): Content {
  const parts = readParts(openZip(bytes));
  const tally = newTally();
  const reading: WordReading = {
    file,
    styles: readStyles(parts.styles),
    counter: readNumbering(parts.numbering),
    relationships: parts.relationships,
    hasPictures,
    links: [],
    tally,
    fields: [],
    notes: new Map(),
    ordinal: 0,
    boxes: [],
  };
  const body = childOf(parts.document, 'w:body');
  const blocks: Block[] = body === null ? [] : toDocument(readBody(body, reading));
  const notes = readNotes(parts, reading);
  if (notes !== null) blocks.push(notes);
  readComments(parts.comments, tally);
  const asides = [...readMargins(parts.margins, reading), ...tally.asides];
  const diagnostics = tell(tally, file);
  return { blocks, links: reading.links, isMarkdown: false, asides, diagnostics };
}

function readComments(part: XmlElement | null, tally: Tally): void {
  if (part === null) return;
  for (const comment of elementsOf(part, 'w:comment')) {
    tally.comments++;
    const text = [...elementsOf(comment, 'w:t')].map(({ children }) => children.join('')).join('');
    if (text.trim() !== '') tally.asides.push({ line: 1, kind: 'comment', text: text.trim() });
  }
}

/** Heads and feet of pages, each once; page numbers say nothing. */
function readMargins(margins: readonly XmlElement[], reading: WordReading): Aside[] {
  const lines = margins.flatMap((margin) => {
    const own = {
      ...reading,
      links: [],
      tally: newTally(),
      notes: new Map(),
      fields: [],
      ordinal: 0,
    };
    const texts = toBlocks(readBody(margin, own)).map(({ text }) => text.trim());
    for (const sort of ['insertions', 'deletions', 'hidden', 'comments'] as const)
      reading.tally[sort] += own.tally[sort];
    return texts;
  });
  return [...new Set(lines)]
    .filter((text) => /\p{L}/u.test(text.replace(/[第共页]|page|of/gi, '')))
    .map((text): Aside => ({ line: 1, kind: 'running-head', text }));
}

/** What keepers should know of what is not on the page. */
function tell(tally: Tally, file: string): Diagnostic[] {
  const place = { place: { file } };
  const { insertions, deletions, hidden, comments } = tally;
  const found: Diagnostic[] = [];
  if (insertions + deletions + hidden + comments > 0)
    found.push(warning({ says: 'word-changes', insertions, deletions, hidden, comments }, place));
  const { unknownSymbols, absentPictures, embedded } = tally;
  if (unknownSymbols + absentPictures + embedded > 0)
    found.push(warning({ says: 'word-absent', unknownSymbols, absentPictures, embedded }, place));
  const formats = [...tally.unknownFormats].sort();
  if (formats.length > 0) found.push(warning({ says: 'word-numbers', formats }, place));
  return found;
}
