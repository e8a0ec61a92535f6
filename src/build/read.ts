import type { CopiedFile } from '#archive/archive.ts';
import { type Diagnostic, hasErrors } from '#diagnostics/diagnostic.ts';
import { createMarkdown } from '#render/markdown.ts';
import type { Site } from '#site/site.ts';
import type { Skipped, SourceFile } from '#source/discover.ts';
import { readBytes } from '#source/files.ts';
import { type Reading, type Reader, readDocument } from '#source/reading.ts';
import { sortFiles } from '#source/roles.ts';

/** What earlier builds of this process read, by path: unchanged files are not read again. */
export type Memory = Map<string, Readonly<{ key: string; reading: Reading; lastGood: Reading }>>;

export type ReadFiles = {
  readings: Reading[];
  files: CopiedFile[];
  skipped: Skipped[];
  diagnostics: Diagnostic[];
};

export type OnProgress = (stage: string, done: number, total: number) => void;

/** Reads all documents, and says what becomes of every other file. */
export function readFiles(
  sourceFiles: readonly SourceFile[],
  site: Site,
  memory: Memory,
  onProgress: OnProgress,
): ReadFiles {
  const sorted = sortFiles(sourceFiles);
  const reader: Reader = { markdown: createMarkdown(), zone: site.zone, locale: site.locale };
  const settings = `${site.zone.name} ${site.locale}`;
  const readings = sorted.documents.map(({ file, sidecar }, index) => {
    if (index % 64 === 0) onProgress('reading', index, sorted.documents.length);
    const key = [settings, file.stat, sidecar?.stat].join('\n');
    return remember(memory, file, key, () => readOne(file, sidecar, reader));
  });
  const present = new Set(sorted.documents.map(({ file }) => file.path));
  for (const path of memory.keys()) if (!present.has(path)) memory.delete(path);
  const { files, skipped, diagnostics } = sorted;
  return { readings, files, skipped, diagnostics };
}

function readOne(file: SourceFile, sidecar: SourceFile | null, reader: Reader): Reading {
  const bytes = readBytes(file);
  const beside = sidecar === null ? null : readBytes(sidecar);
  const problems = [bytes, beside].flatMap((each) => (each?.bytes === null ? [each.problem] : []));
  if (problems.length > 0 || bytes.bytes === null) {
    return {
      file: file.path,
      encoding: 'unknown',
      document: null,
      entries: [],
      diagnostics: problems,
    };
  }
  const fields =
    sidecar === null || !beside?.bytes ? null : { file: sidecar.path, bytes: beside.bytes };
  return readDocument(file.path, bytes.bytes, fields, reader);
}

/**
 * A file that cannot be understood any more keeps what it last gave, with the new problems: the
 * preview goes on showing its last good page.
 */
function remember(memory: Memory, file: SourceFile, key: string, read: () => Reading): Reading {
  const known = memory.get(file.path);
  if (known?.key === key) return known.reading;
  const reading = read();
  const lastGood = known?.lastGood;
  const failed = reading.document === null && hasErrors(reading.diagnostics);
  const kept =
    failed && lastGood !== undefined
      ? { ...lastGood, diagnostics: reading.diagnostics }
      : reading;
  memory.set(file.path, { key, reading: kept, lastGood: kept });
  return kept;
}
