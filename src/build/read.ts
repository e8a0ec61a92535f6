import type { CopiedFile } from '#archive/archive.ts';
import { type Diagnostic, hasErrors } from '#diagnostics/diagnostic.ts';
import { createMarkdown } from '#render/markdown.ts';
import type { Site } from '#site/site.ts';
import type { Skipped, SourceFile } from '#source/discover.ts';
import { readBytes } from '#source/files.ts';
import { type Reader, type Reading, readDocument } from '#source/reading.ts';
import { type DocumentFile, sortFiles } from '#source/roles.ts';

/** What earlier builds of this process read, by path: unchanged files are not read again. */
export type Memory = Map<string, Readonly<{ key: string; reading: Reading }>>;

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
  memory: Memory | null,
  onProgress: OnProgress,
): ReadFiles {
  const sorted = sortFiles(sourceFiles);
  const reader: Reader = {
    markdown: createMarkdown(),
    zone: site.zone,
    locale: site.locale,
    switches: site.understand,
  };
  const settings = `${site.zone.name} ${site.locale} ${JSON.stringify(site.understand)}`;
  const readings = sorted.documents.map(({ file, sidecar }, index) => {
    if (index % 64 === 0) onProgress('reading', index, sorted.documents.length);
    if (memory === null) return readOne(file, sidecar, reader);
    const key = [settings, file.stat, sidecar?.stat].join('\n');
    return remember(memory, file.path, key, () => readOne(file, sidecar, reader));
  });
  if (memory !== null) forgetAbsent(memory, sorted.documents);
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
function remember(memory: Memory, path: string, key: string, read: () => Reading): Reading {
  const known = memory.get(path);
  if (known?.key === key) return known.reading;
  const fresh = read();
  const failed = fresh.document === null && hasErrors(fresh.diagnostics);
  const reading =
    failed && known !== undefined ? { ...known.reading, diagnostics: fresh.diagnostics } : fresh;
  memory.set(path, { key, reading });
  return reading;
}

function forgetAbsent(memory: Memory, documents: readonly DocumentFile[]): void {
  const present = new Set(documents.map(({ file }) => file.path));
  for (const path of memory.keys()) if (!present.has(path)) memory.delete(path);
}
