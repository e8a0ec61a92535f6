import { createHash, hash } from 'node:crypto';
import { type Diagnostic, error, hasErrors } from '#diagnostics/diagnostic.ts';
import type { SourceFile } from '#source/discover.ts';
import { type ReadBytes, readBytes } from '#source/files.ts';
import type { GivenFields } from '#source/given-fields.ts';
import { type Parsed, parseSource } from '#source/parse.ts';
import type { Reader } from '#source/reader.ts';
import { type Reading, readDocument, withholdingRules } from '#source/reading.ts';
import type { PackWriter } from '#store/packs.ts';
import {
  type KeptReading,
  placeReading,
  type ReadingRefs,
  storeReading,
} from '#store/stored-reading.ts';

/** A file that is to be read, and the digest of what was read of it before. */
export type ReadJob = Readonly<{
  file: SourceFile;
  sidecar: SourceFile | null;
  known: string | null;
  /** What a list and its folders give it. */
  given?: GivenFields;
}>;

/** What came of it. */
export type ReadResult =
  | Readonly<{ outcome: 'same' }>
  | Readonly<{ outcome: 'read'; digest: string; refs: ReadingRefs; failed: boolean }>
  | Readonly<{ outcome: 'unreadable'; diagnostics: readonly Diagnostic[] }>;

/** Room for the bytes of one text, kept from one to the next. */
const room = new Uint8Array(256 * 1024);

/** What came of a file whose reading has no place yet. */
type Begun =
  | Exclude<ReadResult, { outcome: 'read' }>
  | Readonly<{ outcome: 'kept'; digest: string; stored: KeptReading; failed: boolean }>;

/**
 * Reads files one by one, and stores what they give: first all bodies and texts.
 *
 * @param keeps whether another build may compare with what is stored
 */
export async function readBatch(
  jobs: readonly ReadJob[],
  reader: Reader,
  pack: PackWriter,
  keeps = true,
): Promise<ReadResult[]> {
  const begun: Begun[] = [];
  for (const job of jobs) {
    const one = readOne(job, reader, pack, keeps);
    // To wait for each of those that are there already takes a twentieth of the time of reading
    begun.push(one instanceof Promise ? await one : one);
  }
  const readings = pack.appendKept();
  return begun.map((one): ReadResult => {
    if (one.outcome !== 'kept') return one;
    const { digest, stored, failed } = one;
    return { outcome: 'read', digest, refs: placeReading(stored, readings), failed };
  });
}

function readOne(
  { file, sidecar, known, given }: ReadJob,
  reader: Reader,
  pack: PackWriter,
  keeps: boolean,
): Begun | Promise<Begun> {
  const text = readBytes(file, room);
  const fields = sidecar === null ? null : readBytes(sidecar);
  const diagnostics = [text, fields].flatMap((each) => (isUnread(each) ? [each.problem] : []));
  if (text.bytes === null || diagnostics.length > 0) return { outcome: 'unreadable', diagnostics };
  const sha256 = hash('sha256', text.bytes);
  const digest = digestOf(sha256, fields?.bytes ?? null, given);
  if (digest === known) return { outcome: 'same' };
  const beside = sidecar && fields?.bytes ? { file: sidecar.path, bytes: fields.bytes } : null;
  const source = { file: file.path, bytes: text.bytes, sidecar: beside, given: given ?? null };
  const read = (parsed: Parsed): Begun => {
    // Not kept, so that the next build tries again
    if (parsed.readAgain === true)
      return { outcome: 'unreadable', diagnostics: parsed.diagnostics };
    return store(attempt(file.path, () => readDocument(parsed, reader, sha256)));
  };
  const store = (reading: Reading | Fault): Begun => {
    if ('fault' in reading) return { outcome: 'unreadable', diagnostics: [reading.fault] };
    const failed = reading.document === null && isMistake(reading);
    return { outcome: 'kept', digest, stored: storeReading(reading, pack, keeps), failed };
  };
  const parsed = attempt(file.path, () => parseSource(source, reader.markdown));
  if (parsed instanceof Promise) {
    return parsed.then(read, (problem) => store(faultOf(file.path, problem)));
  }
  return 'fault' in parsed ? store(parsed) : read(parsed);
}

/** Whether a document is missing by a mistake, and not since it says that it is not to be seen. */
function isMistake({ diagnostics, hides }: Reading): boolean {
  return (
    hasErrors(diagnostics) && !hides && !diagnostics.some(({ rule }) => withholdingRules.has(rule))
  );
}

type Fault = Readonly<{ fault: Diagnostic }>;

/** A fault of ours that one text brings out takes down that text only, and says so. */
function attempt<Value>(file: string, make: () => Value): Value | Fault {
  try {
    return make();
  } catch (problem) {
    return faultOf(file, problem);
  }
}

function faultOf(file: string, problem: unknown): Fault {
  const message = { says: 'reader-fault', problem: String(problem) } as const;
  return { fault: error(message, { place: { file } }) };
}

function isUnread(read: ReadBytes | null): read is Extract<ReadBytes, { bytes: null }> {
  return read?.bytes === null;
}

/** Hexadecimal digits: 128 bits. */
const digits = 32;

/** @param text the digest of the text's bytes, which its page tells: to hash them twice would take as long again */
function digestOf(text: string, fields: Uint8Array | null, given: GivenFields | undefined): string {
  if (fields === null && given === undefined) return text.slice(0, digits);
  const hash = createHash('sha256')
    .update(text)
    .update(fields ?? '');
  if (given !== undefined) hash.update(JSON.stringify(given));
  return hash.digest('hex').slice(0, digits);
}
