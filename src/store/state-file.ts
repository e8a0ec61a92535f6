import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type {
  CacheState,
  IndexedDocument,
  KnownFile,
  KnownIndex,
  KnownOutput,
  LastBuild,
} from './cache-state.ts';
import type { Ref } from './packs.ts';
import type { BuildReport } from './report.ts';
import { readSealed, writeSealed } from './sealed-file.ts';
import { formatFields, formatRefs, parseFields, parseRefs } from './tables.ts';

const fileName = 'state';

/** The first line of the state, in JSON, with the lengths in bytes of the tables that follow. */
type Head = Readonly<{
  readingKey: string;
  index: Omit<KnownIndex, 'documents'> | null;
  /** For each document of the index the number of its terms, and its title and pinyin. */
  indexed: readonly (readonly [terms: number, title: string, ...pinyin: string[]])[];
  last: Omit<LastBuild, 'report'> | null;
  report: BuildReport | null;
  lengths: readonly number[];
}>;

/** @param program whatever else was written by another program is not used */
export function readState(folder: string, program: string): CacheState | null {
  const bytes = readSealed(folder, fileName, program);
  if (bytes === null) return null;
  const end = bytes.indexOf('\n');
  const head: Head = JSON.parse(bytes.toString('utf8', 0, end));
  let begin = end + 1;
  const tables = head.lengths.map((length) => {
    begin += length;
    return bytes.subarray(begin - length, begin);
  });
  const [files, fileRefs, outputs, ids, texts, encodings] = tables;
  const { readingKey, index, indexed, last, report } = head;
  return {
    readingKey,
    files: parseFiles(files, fileRefs),
    outputs: parseOutputs(outputs),
    index: index && { ...index, documents: parseIndexed(indexed, ids, texts) },
    last: last &&
      report && { ...last, report: { ...report, encodings: parseEncodings(encodings) } },
  };
}

/** Replaces the state as a whole: the moment from which on the next build trusts this one. */
export function writeState(folder: string, program: string, state: CacheState): void {
  const { readingKey, files, outputs, index, last } = state;
  const { documents = [], ...indexOthers } = index ?? {};
  const { report = null, ...lastOthers } = last ?? {};
  // Pushed one by one: a list for each of a hundred thousand rows would be garbage at once
  const refs: (Ref | null)[] = [];
  const fileFields: string[] = [];
  for (const [path, { stat, digest, reading, body, text }] of files) {
    fileFields.push(path, stat, digest);
    refs.push(reading, body, text);
  }
  const outputFields: string[] = [];
  for (const [path, { key, fingerprint, stat, sha256 }] of outputs) {
    outputFields.push(path, key, fingerprint, stat, sha256);
  }
  const tables = [
    formatFields(fileFields),
    formatRefs(refs),
    formatFields(outputFields),
    formatFields(documents.map(({ id }) => id)),
    formatRefs(documents.map(({ text }) => text)),
    formatFields(report?.encodings.flatMap(({ file, encoding }) => [file, encoding]) ?? []),
  ];
  const head = {
    readingKey,
    index: index && indexOthers,
    indexed: documents.map(({ terms, title, pinyin }) => [terms, title, ...pinyin]),
    last: last && lastOthers,
    // What was written is of no interest to the next build
    report: report && { ...report, encodings: [], changed: [] },
    lengths: tables.map(({ length }) => length),
  };
  writeSealed(folder, fileName, program, [Buffer.from(`${JSON.stringify(head)}\n`), ...tables]);
}

/** Lets the next build begin without what this folder holds. */
export function removeState(folder: string): void {
  rmSync(join(folder, fileName), { force: true });
}

function parseFiles(table: Buffer = nothing, refs: Buffer = nothing): Map<string, KnownFile> {
  const fields = parseFields(table);
  const refOf = parseRefs(refs);
  const files = new Map<string, KnownFile>();
  for (let at = 0; at < fields.length; at += 3) {
    const [path = '', stat = '', digest = ''] = [fields[at], fields[at + 1], fields[at + 2]];
    const reading = refOf(at) ?? [0, 0, 0, 0];
    files.set(path, { stat, digest, reading, body: refOf(at + 1), text: refOf(at + 2) });
  }
  return files;
}

function parseOutputs(table: Buffer = nothing): Map<string, KnownOutput> {
  const fields = parseFields(table);
  const outputs = new Map<string, KnownOutput>();
  for (let at = 0; at < fields.length; at += 5) {
    outputs.set(fields[at] ?? '', {
      key: fields[at + 1] ?? '',
      fingerprint: fields[at + 2] ?? '',
      stat: fields[at + 3] ?? '',
      sha256: fields[at + 4] ?? '',
    });
  }
  return outputs;
}

function parseIndexed(
  indexed: Head['indexed'],
  table: Buffer = nothing,
  refs: Buffer = nothing,
): IndexedDocument[] {
  const ids = parseFields(table);
  const refOf = parseRefs(refs);
  return indexed.map(([terms, title, ...pinyin], number) => {
    return { id: ids[number] ?? '', title, pinyin, text: refOf(number), terms };
  });
}

function parseEncodings(table: Buffer = nothing): BuildReport['encodings'] {
  const fields = parseFields(table);
  return Array.from({ length: fields.length / 2 }, (_, row) => {
    return { file: fields[row * 2] ?? '', encoding: fields[row * 2 + 1] ?? '' };
  });
}

const nothing: Buffer = Buffer.alloc(0);
