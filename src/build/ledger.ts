import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Archive } from '#archive/archive.ts';
import { type Diagnostic, error } from '#diagnostics/diagnostic.ts';
import type { Skipped } from '#source/discover.ts';
import type { Planned } from './plan.ts';

/** What became of one source file. */
type Fate =
  | Readonly<{ became: 'document'; id: string; pages: readonly string[] }>
  | Readonly<{ became: 'copy' | 'fields' }>
  | Readonly<{ became: 'nothing'; reason: string; pages: readonly string[] }>;

/** Each source file with its fates, of which there must be one. */
type Ledger = ReadonlyMap<string, readonly Fate[]>;

type Account = Readonly<{
  archive: Pick<Archive, 'documents' | 'about' | 'files'>;
  sidecars: readonly string[];
  skipped: readonly Skipped[];
  outputs: readonly Pick<Planned, 'path' | 'source'>[];
}>;

/** Tells of every file below `content/` what became of it. */
export function makeLedger(
  { archive, sidecars, skipped, outputs }: Account,
  files: readonly Readonly<{ path: string }>[],
): Ledger {
  const ledger = new Map<string, Fate[]>(files.map(({ path }) => [path, []]));
  const pages = new Map<string, string[]>();
  for (const { path, source } of outputs) {
    if (source === null) continue;
    const own = pages.get(source);
    if (own === undefined) pages.set(source, [path]);
    else own.push(path);
  }
  const enter = (file: string, fate: Fate) => ledger.get(file)?.push(fate);
  const about = archive.about === null ? [] : [archive.about];
  for (const { file, id } of [...archive.documents, ...about]) {
    enter(file, { became: 'document', id, pages: pages.get(file) ?? [] });
  }
  for (const { path } of archive.files) enter(path, { became: 'copy' });
  for (const file of new Set(sidecars)) enter(file, { became: 'fields' });
  for (const { file, reason } of skipped) {
    enter(file, { became: 'nothing', reason, pages: pages.get(file) ?? [] });
  }
  return ledger;
}

/** A file without a fate was lost in silence, and one with two was counted twice. */
export function checkLedger(ledger: Ledger): Diagnostic[] {
  return [...ledger]
    .filter(([, fates]) => fates.length !== 1)
    .map(([file, fates]) => {
      const found = fates.map(({ became }) => became).join(' and ') || 'none';
      const message = `a fault of Guidang: one fate expected of each source file, found ${found}`;
      const hint = 'Please report it, with the name of the file and its front matter.';
      return error('ledger', message, { place: { file }, hint });
    });
}

/** Leaves the ledger beside the cache, one JSON object a line. Where that cannot be, it is not needed. */
export function keepLedger(folder: string, ledger: Ledger): void {
  const lines = [...ledger].map(([file, fates]) => `${JSON.stringify({ file, fates })}\n`);
  const file = join(folder, 'ledger.jsonl');
  try {
    writeFileSync(`${file}.new`, lines.join(''));
    renameSync(`${file}.new`, file);
  } catch (problem) {
    if (!(problem instanceof Error && 'syscall' in problem)) throw problem;
  }
}
