import { type Diagnostic, warning } from '#diagnostics/diagnostic.ts';
import { compareCodePoints } from '#document/text/order.ts';

/**
 * What texts were read of which files, and by what: one line for each document, in a file beside the recorded
 * addresses. A text that is another one though its file is the same was read otherwise, by a later program.
 */
export const textsName = 'texts.txt';

/** What was read of a document's file. Digests are SHA-256, cut to 16 hexadecimal digits. */
export type TextRecord = Readonly<{
  /** Its path below `content/`. */
  file: string;
  /** Of the file's bytes. */
  source: string;
  /** Of the text that its pages show. */
  text: string;
  /** The program with its version, and what reads the format. */
  reader: string;
}>;

const head = [
  '# Texts as they were read: file, digest of its bytes, digest of its text, reader. Kept by',
  '# guidang build --record-addresses; guidang check names texts that are read otherwise.',
];

export function formatTexts(records: readonly TextRecord[]): string {
  const lines = records
    .map(({ file, source, text, reader }) => [file, source, text, reader].join('\t'))
    .sort(compareCodePoints);
  return [...head, ...lines, ''].join('\n');
}

/** A line for each document whose text is another one than was recorded, though its file is the same. */
export function compareTexts(recorded: string, records: readonly TextRecord[]): Diagnostic[] {
  const known = new Map(
    recorded.split(/\r?\n/).flatMap((line) => {
      const [file = '', source = '', text = '', reader = ''] = line.split('\t');
      return line.startsWith('#') || text === '' ? [] : [[file, { source, text, reader }]];
    }),
  );
  return records.flatMap(({ file, source, text, reader }) => {
    const before = known.get(file);
    if (before === undefined || before.source !== source || before.text === text) return [];
    const message = { says: 'read-otherwise', before: before.reader, now: reader } as const;
    return [warning(message, { place: { file } })];
  });
}
