import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Archive } from '#archive/archive.ts';
import type { Message } from '#diagnostics/catalogue.ts';
import { type Diagnostic, error } from '#diagnostics/diagnostic.ts';
import type { Discovery, Skipped } from '#source/discover.ts';
import type { Planned } from './plan.ts';

/** What became of one source file. */
type Fate =
  | Readonly<{ became: 'document'; id: string; pages: readonly string[] }>
  | Readonly<{ became: 'copy' | 'fields' }>
  | Readonly<{ became: 'nothing'; reason: Message; pages: readonly string[] }>;

/** What became of the files at one path below `content/`. */
type Entry = Readonly<{
  /** Files that were found there: two where names differ only in their Unicode normal form. */
  found: number;
  fates: readonly Fate[];
}>;

/** By path. There must be one fate for each file. */
type Ledger = ReadonlyMap<string, Entry>;

type Account = Readonly<{
  archive: Pick<Archive, 'documents' | 'about' | 'files' | 'named'>;
  sidecars: readonly string[];
  /** Of what was found, with a reason. */
  skipped: readonly Skipped[];
  outputs: readonly Pick<Planned, 'path' | 'source'>[];
  /** Files an output of which was not published, since its address belongs to another one. */
  displaced: ReadonlySet<string>;
}>;

const addressTaken: Message = { says: 'left-out/displaced' };

/** Tells of everything that discovery met below `content/` what became of it. */
export function makeLedger(
  account: Account,
  discovery: Pick<Discovery, 'files' | 'skipped'>,
): Ledger {
  const { archive, sidecars, skipped, outputs, displaced } = account;
  const found = new Map<string, number>();
  for (const path of [
    ...discovery.files.map((each) => each.path),
    ...discovery.skipped.map((each) => each.file),
  ]) {
    found.set(path, (found.get(path) ?? 0) + 1);
  }
  const pages = pagesBySource(outputs);
  const fates = new Map<string, Fate[]>([...found.keys()].map((path) => [path, []]));
  const enter = (file: string, fate: Fate) => {
    // A source that was never found has an entry too: its fate is one too many
    const own = fates.get(file);
    if (own === undefined) fates.set(file, [fate]);
    else own.push(fate);
  };
  const about = archive.about === null ? [] : [archive.about];
  for (const { file, id } of [...archive.documents, ...about]) {
    const own = pages.get(file) ?? [];
    const isLost = own.length === 0 && displaced.has(file);
    if (isLost) enter(file, { became: 'nothing', reason: addressTaken, pages: [] });
    else enter(file, { became: 'document', id, pages: own });
  }
  const copies = new Map([...pages].map(([file, own]) => [file, own.length]));
  // What is a part of a file, or its document's original, has no fate of its own
  const read = new Set(archive.documents.map(({ file }) => file));
  const whole = archive.files.filter(({ path, part }) => part === undefined && !read.has(path));
  for (const { path } of [...whole, ...archive.named]) {
    const left = copies.get(path) ?? 0;
    copies.set(path, left - 1);
    if (left <= 0 && displaced.has(path)) {
      enter(path, { became: 'nothing', reason: addressTaken, pages: [] });
    } else enter(path, { became: 'copy' });
  }
  for (const file of new Set(sidecars)) enter(file, { became: 'fields' });
  for (const { file, reason } of [...discovery.skipped, ...skipped]) {
    enter(file, { became: 'nothing', reason, pages: pages.get(file) ?? [] });
  }
  return new Map(
    [...fates].map(([path, own]) => [path, { found: found.get(path) ?? 0, fates: own }]),
  );
}

function pagesBySource(outputs: Account['outputs']): Map<string, string[]> {
  const pages = new Map<string, string[]>();
  for (const { path, source } of outputs) {
    if (source === null) continue;
    const own = pages.get(source);
    if (own === undefined) pages.set(source, [path]);
    else own.push(path);
  }
  return pages;
}

/** Files that found no place in the output, for the report: discovery and selection do not know them. */
export function listDisplaced(ledger: Ledger): Skipped[] {
  return [...ledger].flatMap(([file, { fates }]) =>
    fates.flatMap((fate) =>
      fate.became === 'nothing' && fate.reason === addressTaken
        ? [{ file, reason: addressTaken }]
        : [],
    ),
  );
}

/**
 * A file without a fate was lost in silence, one with two was counted twice, one that was not found
 * came from nowhere, and a document without a page is not to be seen.
 */
export function checkLedger(ledger: Ledger): Diagnostic[] {
  return [...ledger].flatMap(([file, { found, fates }]) => {
    const faults: Message[] = [];
    if (fates.length !== found) {
      const became = fates.map((fate) => fate.became);
      faults.push({ says: 'ledger/fates', expected: found, found: became });
    }
    if (fates.some((fate) => fate.became === 'document' && fate.pages.length === 0)) {
      faults.push({ says: 'ledger/no-page' });
    }
    return faults.map((fault) => error(fault, { place: { file } }));
  });
}

/** Leaves the ledger beside the cache, one JSON object a line. Where that cannot be, it is not needed. */
export function keepLedger(folder: string, ledger: Ledger): void {
  const lines = [...ledger].map(([file, { fates }]) => `${JSON.stringify({ file, fates })}\n`);
  const file = join(folder, 'ledger.jsonl');
  try {
    writeFileSync(`${file}.new`, lines.join(''));
    renameSync(`${file}.new`, file);
  } catch (problem) {
    if (!(problem instanceof Error && 'syscall' in problem)) throw problem;
  }
}
