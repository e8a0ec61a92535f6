import { crc32 } from 'node:zlib';

/*
 * Cameras write into photographs where they were taken: as Exif (CIPA DC-008) in a segment of JPEG, a chunk of PNG or
 * of WebP, and as XMP beside it. Both are blanked where they lie; all else of the file stays byte for byte.
 */

const picture = /\.(?:jpe?g|jpe|jfif|png|webp|gif|bmp|avif|tiff?)$/i;

/** Whether a file is of a sort in which a place may stand. */
export function mayHoldPlace(path: string): boolean {
  return picture.test(path);
}

/** A photograph without the place at which it was taken; the same bytes where none stands in it. */
export function withoutPlace(bytes: Uint8Array): Uint8Array {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let copy: Buffer | null = null;
  for (const { kind, from, to } of findMetadata(view)) {
    const found = kind === 'exif' ? placeInExif(view, from, to) : placeInXmp(view, from, to);
    if (found.length === 0) continue;
    copy ??= Buffer.from(view);
    for (const { at, length, by } of found) copy.fill(by, at, at + length);
  }
  // The check sums of chunks are over what was blanked
  if (copy !== null && isPng(copy)) sumChunks(copy);
  return copy ?? bytes;
}

type Metadata = Readonly<{ kind: 'exif' | 'xmp'; from: number; to: number }>;
type Blank = Readonly<{ at: number; length: number; by: number }>;

function isPng(file: Buffer): boolean {
  return file.length > 8 && file.readUInt32BE(0) === 0x89504e47;
}

function findMetadata(file: Buffer): Metadata[] {
  if (file.length < 12) return [];
  if (file.readUInt16BE(0) === 0xffd8) return inJpeg(file);
  if (isPng(file)) return inPng(file);
  const isWebP =
    file.toString('latin1', 0, 4) === 'RIFF' && file.toString('latin1', 8, 12) === 'WEBP';
  return isWebP ? inWebP(file) : [];
}

const exifHead = 'Exif\0\0';
const xmpHead = 'http://ns.adobe.com/xap/1.0/\0';
const moreXmpHead = 'http://ns.adobe.com/xmp/extension/\0';
/** No segment of a JPEG is longer. */
const longest = 0x10000;

function inJpeg(file: Buffer): Metadata[] {
  // Pictures behind the first one have their own: they are found wherever they begin
  const found: Metadata[] = [];
  for (let at = file.indexOf('Exif\0'); at !== -1; at = file.indexOf('Exif\0', at + 4))
    found.push({
      kind: 'exif',
      from: at + exifHead.length,
      to: Math.min(file.length, at + longest),
    });
  for (let at = file.indexOf(xmpHead); at !== -1; at = file.indexOf(xmpHead, at + 4))
    found.push({ kind: 'xmp', from: at, to: Math.min(file.length, at + longest) });
  for (let at = file.indexOf(moreXmpHead); at !== -1; at = file.indexOf(moreXmpHead, at + 4))
    found.push({ kind: 'xmp', from: at, to: Math.min(file.length, at + longest) });
  return found;
}

/** The chunks of a PNG: from where their data begin to where their check sums do. */
function* chunksOf(file: Buffer): Iterable<{ name: string; from: number; to: number }> {
  for (let at = 8; at + 12 <= file.length; ) {
    const from = at + 8;
    const to = from + file.readUInt32BE(at);
    if (to + 4 > file.length) return;
    yield { name: file.toString('latin1', at + 4, from), from, to };
    at = to + 4;
  }
}

function inPng(file: Buffer): Metadata[] {
  return [...chunksOf(file)].flatMap(({ name, from, to }): Metadata[] => {
    if (name === 'eXIf') {
      const hasHead = file.toString('latin1', from, from + exifHead.length) === exifHead;
      return [{ kind: 'exif', from: hasHead ? from + exifHead.length : from, to }];
    }
    return name === 'iTXt' ? [{ kind: 'xmp', from, to }] : [];
  });
}

function sumChunks(file: Buffer): void {
  for (const { from, to } of chunksOf(file))
    file.writeUInt32BE(crc32(file.subarray(from - 4, to)), to);
}

function inWebP(file: Buffer): Metadata[] {
  const found: Metadata[] = [];
  for (let at = 12; at + 8 <= file.length; ) {
    const [name, length] = [file.toString('latin1', at, at + 4), file.readUInt32LE(at + 4)];
    const [from, to] = [at + 8, at + 8 + length];
    if (to > file.length) break;
    if (name === 'EXIF') {
      const hasHead = file.toString('latin1', from, from + exifHead.length) === exifHead;
      found.push({ kind: 'exif', from: hasHead ? from + exifHead.length : from, to });
    }
    if (name === 'XMP ') found.push({ kind: 'xmp', from, to });
    at = to + (length % 2);
  }
  return found;
}

const placeTag = 0x8825;
const exifTag = 0x8769;
const mostDirectories = 8;
const mostEntries = 512;
/** Bytes of a value of each type of TIFF 6.0. */
const sizes = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8];
const entrySize = 12;

/** The directory of the place, with the values that lie elsewhere. */
function placeInExif(file: Buffer, from: number, to: number): Blank[] {
  const exif = file.subarray(from, to);
  if (exif.length < 8) return [];
  const isLittle = exif.toString('latin1', 0, 2) === 'II';
  const short = (at: number) => {
    if (at < 0 || at + 2 > exif.length) return 0;
    return isLittle ? exif.readUInt16LE(at) : exif.readUInt16BE(at);
  };
  const long = (at: number) => {
    if (at < 0 || at + 4 > exif.length) return 0;
    return isLittle ? exif.readUInt32LE(at) : exif.readUInt32BE(at);
  };
  const entriesAt = (directory: number) =>
    Array.from(
      { length: Math.min(short(directory), mostEntries) },
      (_, number) => directory + 2 + number * entrySize,
    );
  // The place is pointed to from the first directory, and by some programs from others
  const directories = [long(4)];
  for (let index = 0; index < directories.length && index < mostDirectories; index++) {
    const directory = directories[index] ?? 0;
    const entries = entriesAt(directory);
    for (const at of entries) if (short(at) === exifTag) directories.push(long(at + 8));
    const next = long(directory + 2 + entries.length * entrySize);
    if (next !== 0) directories.push(next);
  }
  const places = [...new Set(directories)]
    .flatMap(entriesAt)
    .filter((at) => short(at) === placeTag)
    .map((at) => long(at + 8));
  const within = ({ at, length }: Readonly<{ at: number; length: number }>): Blank[] => {
    const end = Math.min(at + length, exif.length);
    return at < 0 || end <= at ? [] : [{ at: from + at, length: end - at, by: 0 }];
  };
  return places.flatMap((directory) => {
    const entries = directory === 0 ? [] : entriesAt(directory);
    if (entries.length === 0) return [];
    const values = entries.flatMap((at) => {
      const length = (sizes[short(at + 2)] ?? 1) * long(at + 4);
      return length > 4 ? within({ at: long(at + 8), length }) : [];
    });
    return [...values, ...within({ at: directory, length: 2 + entries.length * entrySize })];
  });
}

/** `exif:GPSLatitude="…"`, `drone-dji:GpsLatitude`, `<exif:GPSLatitude>…`, whatever the prefix. */
const placeInWords = /[\w-]+:gps\w+(?:\s*=\s*(?:"[^"]*"|'[^']*')|(?:\s[^<>]*)?>[^<]*)/gi;

/** Attributes and elements that say a place: what they say becomes white space. */
function placeInXmp(file: Buffer, from: number, to: number): Blank[] {
  const words = file.toString('latin1', from, to);
  return [...words.matchAll(placeInWords)].flatMap((match): Blank[] => {
    const isElement = /^[^=]*>/.test(match[0]) || match[0].lastIndexOf('>') > match[0].indexOf('=');
    const sign = isElement ? match[0].lastIndexOf('>') + 1 : match[0].search(/["']/) + 1;
    const length = match[0].length - sign - (isElement ? 0 : 1);
    if (length <= 0 || match[0].slice(sign, sign + length).trim() === '') return [];
    return [{ at: from + match.index + sign, length, by: 0x20 }];
  });
}
