import { type Diagnostic, error, warning } from '#diagnostics/diagnostic.ts';
import type { Summary } from '#document/document.ts';
import { compareCodePoints } from '#document/text/order.ts';
import { aliasPath } from './aliases.ts';

/**
 * The addresses that the archive has promised: one line for each document, such as
 * `documents/some-id/` with its file behind a tab, each alias likewise, and each piece of a collection, in a file
 * beside the configuration that is kept under version control. Lines are only ever added by the program; to
 * give up an address a person deletes its line.
 */
export const addressesName = 'addresses.txt';

const head = [
  '# Addresses of documents that must not vanish, one a line, those of documents with their files.',
  '# Added to by guidang build --record-addresses. Delete a line to give its address up.',
];

/** What stands at addresses: a document, or a former one that was withdrawn. */
export type Standing = Pick<Summary, 'id' | 'aliases' | 'file'> &
  Readonly<{ pieces: readonly Readonly<{ number: number }>[] }>;

function addressesOf({ id, aliases, pieces }: Standing): string[] {
  const own = `documents/${id}/`;
  // Where an alias is no path there is no redirect either
  const redirects = aliases.flatMap((alias) => aliasPath(alias) ?? []).map(toAddress);
  return [own, ...pieces.map(({ number }) => `${own}${number}/`), ...redirects];
}

/** An address with the file of the document that stands there; null where its line names none. */
export type RecordedAddress = Readonly<{ address: string; file: string | null; line: number }>;

/** The file's addresses: comments and blank lines left out, other ways to write one made equal. */
export function parseAddresses(text: string): RecordedAddress[] {
  return text.split(/\r\n|\r|\n/).flatMap((line, index) => {
    const [written = '', file] = line.split('\t').map((part) => part.trim());
    if (written === '' || written.startsWith('#')) return [];
    return [{ address: toAddress(written), file: file || null, line: index + 1 }];
  });
}

/** Identifiers of documents that were recorded, with their files. */
export function recordedIdentifiers(text: string): Map<string, string | null> {
  const identifiers = new Map<string, string | null>();
  for (const { address, file } of parseAddresses(text)) {
    const id = /^documents\/([^/]+)\/$/.exec(address)?.[1];
    if (id !== undefined) identifiers.set(id, file);
  }
  return identifiers;
}

/** The file with what it had and what is there now: what has vanished stays named. */
export function formatAddresses(recorded: string, standing: readonly Standing[]): string {
  const files = new Map(parseAddresses(recorded).map(({ address, file }) => [address, file]));
  for (const document of standing) {
    for (const address of addressesOf(document)) {
      const isPiece = /^documents\/[^/]+\/./.test(address);
      files.set(address, isPiece ? (files.get(address) ?? null) : document.file);
    }
  }
  const lines = [...files]
    .sort(([a], [b]) => compareCodePoints(a, b))
    .map(([address, file]) => (file === null ? address : `${address}\t${file}`));
  return [...head, ...lines, ''].join('\n');
}

/**
 * A diagnostic for each recorded address at which nothing stands any more: no document, no piece, no
 * alias, no tombstone.
 *
 * @param file the name of the file with the addresses, for messages
 * @param severity a build warns, where a check fails
 */
export function checkAddresses(
  recorded: string,
  standing: readonly Standing[],
  file: string,
  severity: Diagnostic['severity'],
): Diagnostic[] {
  if (recorded === '') return [];
  const answered = new Set(standing.flatMap(addressesOf));
  return parseAddresses(recorded)
    .filter(({ address }) => !answered.has(address))
    .map(({ address, line }) => vanished(address, { file, line }, severity));
}

function vanished(
  address: string,
  place: { file: string; line: number },
  severity: Diagnostic['severity'],
): Diagnostic {
  const alias = /^documents\/([^/]+)\/$/.exec(address)?.[1] ?? `/${address}`;
  const make = severity === 'error' ? error : warning;
  return make({ says: 'vanished-address', address, alias }, { place });
}

/** `/documents/a/index.html` and `documents/a` are `documents/a/`. */
function toAddress(path: string): string {
  const plain = path
    .normalize('NFC')
    .replace(/^\/+/, '')
    .replace(/(^|\/)index\.html$/, '$1');
  return plain.endsWith('/') || /\.html?$/i.test(plain) ? plain : `${plain}/`;
}
