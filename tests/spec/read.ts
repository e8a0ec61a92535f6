import { hash } from 'node:crypto';
import { toExplanation } from '#commands/explanation.ts';
import { catalogueIn } from '#diagnostics/catalogues.ts';
import type { Understanding } from '#document/understand.ts';
import { loadSite } from '#site/load.ts';
import { type Parsed, parseSource, type SourceBytes } from '#source/parse.ts';
import type { Explanation, Reader } from '#source/reader.ts';
import { explainDocument, type Reading, readDocument } from '#source/reading.ts';
import { createReader } from '#workers/reader.ts';

function openReader(): Reader {
  const { site } = loadSite('', '', {}, 0);
  if (site === null) throw new Error('the default configuration is not valid');
  return createReader(site);
}

/** Reads as a site without configuration does: everything is understood. */
export const reader = openReader();

/** Takes a text apart at once, as formats of texts do. */
export function parseText(
  file: string,
  bytes: Uint8Array,
  sidecar: SourceBytes['sidecar'] = null,
): Parsed {
  const parsed = parseSource({ file, bytes, sidecar }, reader.markdown);
  if (parsed instanceof Promise) throw new Error(`${file} is of no format of texts`);
  return parsed;
}

/** What one file gives. */
export function readText(
  file: string,
  bytes: Uint8Array,
  sidecar: SourceBytes['sidecar'] = null,
  own: Reader = reader,
): Reading {
  return readDocument(parseText(file, bytes, sidecar), own, hash('sha256', bytes));
}

/** Reads a text as `guidang explain` does, with parts of the configuration's `understand` off. */
export function read(
  text: string,
  file = 'text.txt',
  off: Partial<Reader['switches']> = {},
): Explanation {
  const switches = { ...reader.switches, ...off };
  return explainDocument(parseText(file, new TextEncoder().encode(text)), { ...reader, switches });
}

export function understandText(text: string, file?: string): Understanding {
  const { understood } = read(text, file);
  if (understood === null) throw new Error('the text was not understood');
  return understood;
}

const english = catalogueIn('en');

/** What `guidang explain --json` prints of a text. */
// biome-ignore lint/suspicious/noExplicitAny: tests look into JSON
export function explainText(text: string, file = 'text.txt'): any {
  return JSON.parse(JSON.stringify(toExplanation(file, read(text, file), english)));
}
