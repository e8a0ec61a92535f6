import { extname } from 'node:path';
import { type PlacedFile, readPlaced } from '#formats/placed/read.ts';
import { openThread } from '#formats/thread.ts';
import type { PdfPages } from './pages.ts';

/** A file that takes longer is not read. */
const longest = 15_000;

const ask = openThread<Uint8Array, PdfPages>(
  // In a package it is JavaScript
  new URL(`./pages-worker${extname(import.meta.url)}`, import.meta.url),
  longest,
  isPages,
);

function isPages(value: unknown): value is PdfPages {
  return typeof value === 'object' && value !== null && ('pages' in value || 'fault' in value);
}

/** Reads a PDF: its text, or why there is none. In a thread that can be ended, where one may be started. */
export async function readPdf(bytes: Uint8Array): Promise<PlacedFile> {
  // pdf.js takes what it is given for its own
  const own = Uint8Array.from(bytes);
  const answered = await ask(own, [own.buffer]);
  if (answered.outcome === 'refused') return toText(await readHere(Uint8Array.from(bytes)));
  if (answered.outcome !== 'answered') {
    const { outcome } = answered;
    return { text: outcome === 'failed' ? 'damaged' : outcome, pages: 0 };
  }
  return toText(answered.answer);
}

async function readHere(bytes: Uint8Array): Promise<PdfPages> {
  const { readPages } = await import('./pages.ts');
  return await readPages(bytes);
}

function toText(read: PdfPages): PlacedFile {
  if ('fault' in read) return { text: read.fault, pages: 0 };
  return { text: readPlaced(read.pages), pages: read.pages.length };
}
