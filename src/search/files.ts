import { encodeSeptets } from './septets.ts';

/*
 * The files of the index lie below `search/`. Each calls one function with its own name and what it
 * holds, so that a page opened as a file can load it as a script, and a worker can read it as JSON.
 */

/** The function that each file calls. */
export const receiver = 'guidangSearch';

/** Files that lie in one folder. */
const inFolder = 256;

/** Below it lie the shards alone. */
export const shardFolder = 'terms';

export function shardFile(shard: number): string {
  return `${shardFolder}/${Math.floor(shard / inFolder)}/${shard}`;
}

export function textFile(document: number): string {
  return `texts/${Math.floor(document / inFolder)}/${document}`;
}

export function entriesFile(document: number): string {
  return `entries/${Math.floor(document / entriesInFile)}`;
}

/** Documents whose entries stand in one file, for lists of what was not searched by its text. */
export const entriesInFile = 64;

/** Everything that is needed before the first query, and by filters. */
export const libraryFile = 'library';
export const facetsFile = 'facets';

/** A file's content: what it holds as JSON, and last, if there are any, bytes. */
export function fileContent(
  name: string,
  values: readonly unknown[],
  bytes: Uint8Array | null = null,
): readonly (string | Uint8Array)[] {
  // Titles may hold anything: nothing in a script of ours looks like markup
  const json = [name, ...values]
    .map((value) => JSON.stringify(value).replaceAll('<', '\\u003c'))
    .join(',');
  if (bytes === null) return [`${receiver}(${json})\n`];
  return [`${receiver}(${json},"`, encodeSeptets(bytes), '")\n'];
}

/** What a file holds, of its text. */
export function readContent(text: string): readonly unknown[] {
  const end = text.lastIndexOf(')');
  // Bytes come last and hold no quotation mark; JSON here never ends with a string
  const hasBytes = text.charAt(end - 1) === '"';
  const from = hasBytes ? text.lastIndexOf('"', end - 2) : end;
  const json = text.slice(receiver.length + 1, hasBytes ? from - 1 : end);
  const [, ...values]: unknown[] = JSON.parse(`[${json}]`);
  return hasBytes ? [...values, text.slice(from + 1, end - 1)] : values;
}
