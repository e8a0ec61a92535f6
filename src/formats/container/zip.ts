import { crc32, inflateRawSync } from 'node:zlib';
import { UnreadableFile } from './unreadable.ts';

/** The parts of a ZIP file, which are unpacked when they are asked for. */
export type Zip = Readonly<{
  /** Names of all parts, as they are written. */
  names: readonly string[];
  /** The bytes of a part, without regard to case; null where there is none. */
  read(name: string): Uint8Array | null;
}>;

/** Limits against files that unpack without end: more than any real document was seen to have. */
const mostParts = 4000;
const largestPart = 64 * 2 ** 20;
const largestWhole = 256 * 2 ** 20;

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const partSignature = 0x04034b50;
const endLength = 22;
const entryLength = 46;
const partLength = 30;
const longestComment = 0xffff;

/** Files of older programs begin so, and those of newer ones that are locked ([MS-CFB] 2.2). */
const ole = [0xd0, 0xcf, 0x11, 0xe0];

type Entry = Readonly<{
  name: string;
  method: number;
  checksum: number;
  packed: number;
  size: number;
  at: number;
}>;

/**
 * Opens a ZIP file as its directory has it (APPNOTE.TXT 6.3, 4.3.12). Names are never paths. Encrypted parts,
 * ZIP64, parts of one name and sizes over the limits are refused.
 *
 * @throws UnreadableFile
 */
export function openZip(bytes: Uint8Array): Zip {
  if (ole.every((byte, index) => bytes[index] === byte))
    throw new UnreadableFile({ is: 'encrypted' });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = new Map<string, Entry>();
  let whole = 0;
  for (const entry of readDirectory(view, bytes)) {
    const key = keyOf(entry.name);
    if (entries.has(key)) throw damaged(entry.name);
    whole += entry.size;
    if (entry.size > largestPart || whole > largestWhole) throw new UnreadableFile({ is: 'large' });
    entries.set(key, entry);
  }
  return {
    names: [...entries.values()].map(({ name }) => name),
    read: (name) => {
      const entry = entries.get(keyOf(name));
      return entry === undefined ? null : unpack(entry, view, bytes);
    },
  };
}

function keyOf(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();
}

function* readDirectory(view: DataView, bytes: Uint8Array): Iterable<Entry> {
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  if (count > mostParts) throw new UnreadableFile({ is: 'large' });
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index++) {
    if (at + entryLength > view.byteLength || view.getUint32(at, true) !== entrySignature)
      throw damaged(null);
    const flags = view.getUint16(at + 8, true);
    if ((flags & 1) !== 0) throw new UnreadableFile({ is: 'encrypted' });
    const nameLength = view.getUint16(at + 28, true);
    const more = view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    yield {
      name: new TextDecoder().decode(
        bytes.subarray(at + entryLength, at + entryLength + nameLength),
      ),
      method: view.getUint16(at + 10, true),
      checksum: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    };
    at += entryLength + nameLength + more;
  }
}

/** Where the directory's last record stands: at the end, but for a comment. */
function findEnd(view: DataView): number {
  const last = view.byteLength - endLength;
  for (let at = last; at >= Math.max(0, last - longestComment); at--)
    if (view.getUint32(at, true) === endSignature) return at;
  throw new UnreadableFile({ is: 'no-package' });
}

function unpack(entry: Entry, view: DataView, bytes: Uint8Array): Uint8Array {
  const { at, name, packed, size } = entry;
  if (at + partLength > view.byteLength || view.getUint32(at, true) !== partSignature)
    throw damaged(name);
  const begin = at + partLength + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  const part = bytes.subarray(begin, begin + packed);
  const content = inflate(entry, part);
  const isWhole = content.length === size && crc32(content) === entry.checksum;
  if (part.length !== packed || !isWhole) throw damaged(name);
  return content;
}

function inflate({ method, name, size }: Entry, part: Uint8Array): Uint8Array {
  if (method === 0) return part;
  if (method !== 8) throw damaged(name);
  try {
    return inflateRawSync(part, { maxOutputLength: size + 1 });
  } catch {
    throw damaged(name);
  }
}

function damaged(part: string | null): UnreadableFile {
  return new UnreadableFile(part === null ? { is: 'damaged' } : { is: 'damaged', part });
}
