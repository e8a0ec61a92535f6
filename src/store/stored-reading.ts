import { hash } from 'node:crypto';
import { cardOf } from '#document/card.ts';
import type { Document, Summary } from '#document/document.ts';
import type { Fingerprints } from '#document/text/fingerprint.ts';
import type { CheckNotes } from '#source/check-notes.ts';
import type { Reading } from '#source/reading.ts';
import type { PackWriter, Ref } from './packs.ts';
import { packBody } from './stored-body.ts';

/** A document whose long parts lie in packs. */
export type StoredDocument = Readonly<{
  summary: Summary;
  /** A digest of its card. */
  card: string;
  body: Ref;
  /** Its text for searches, deflated; null where the site cannot be searched. */
  text: Ref | null;
}> &
  Pick<Document, 'publication' | 'fingerprints' | 'sample'>;

/** What one source file gives. Its checkNotes, which a build has no use for, stay in the pack. */
export type StoredReading = Omit<Reading, 'document' | 'checkNotes'> &
  Readonly<{
    document: StoredDocument | null;
    /** Of the bytes of its file, by which everything here is determined. */
    digest: string;
  }>;

type Head = Omit<Reading, 'document' | 'checkNotes'> &
  Readonly<{ document: Pick<StoredDocument, 'summary' | 'card' | 'publication'> | null }>;

/** Where the parts of a reading lie. */
export type ReadingRefs = Readonly<{ reading: Ref; body: Ref | null; text: Ref | null }>;

/**
 * Four numbers go before: the lengths of the three lists, and that of the checkNotes in bytes. The lists
 * follow, the checkNotes as JSON, and what is left of the reading as JSON.
 */
const prefix = 4;
const absent = 0xffffffff;

/** Numbers lie in packs as this machine has them. */
const isLittleEndian = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1;

/** Where the body and the text of a reading lie, and which of the chunks that are kept back it is. */
export type KeptReading = Readonly<{ kept: number; body: Ref | null; text: Ref | null }>;

/**
 * Stores the body and the text of a reading. What is left of it is kept back: of many readings it is to
 * lie one behind the other, so that they come back together.
 *
 * @param keeps whether another build may compare cards with these
 */
export function storeReading(
  { document, checkNotes, ...rest }: Reading,
  pack: PackWriter,
  keeps: boolean,
): KeptReading {
  const ofCheck = JSON.stringify(checkNotes);
  if (document === null) {
    const head = JSON.stringify({ ...rest, document: null });
    const lists = listsOf(null, empty, Buffer.byteLength(ofCheck));
    return { kept: pack.keepBack(lists, ofCheck, head), body: null, text: null };
  }
  const { publication, fingerprints, sample, searchText, ...parts } = document;
  const { blocks, asides, questions, ...summary } = parts;
  const own = { summary, card: keeps ? digestCard(summary) : '', publication };
  const head = JSON.stringify({ ...rest, document: own });
  const lists = listsOf(fingerprints, sample, Buffer.byteLength(ofCheck));
  const body = pack.append(...packBody({ blocks, asides, questions }));
  const text = searchText === null ? null : pack.append(searchText);
  return { kept: pack.keepBack(lists, ofCheck, head), body, text };
}

/** @param readings where those that were kept back lie now */
export function placeReading(
  { kept, body, text }: KeptReading,
  readings: readonly Ref[],
): ReadingRefs {
  const reading = readings[kept];
  if (reading === undefined) throw new Error('a reading was kept back and never stored');
  return { reading, body, text };
}

/** 96 bits, of 6 in each character. */
const lengthOfCard = 16;

/** Another one where others than its own pages have something else to show of a document. */
export function digestCard(summary: Summary): string {
  return hash('sha1', JSON.stringify(cardOf(summary)), 'base64').slice(0, lengthOfCard);
}

const empty = new Uint32Array();
const decoder = new TextDecoder();

function listsOf(
  fingerprints: Fingerprints | null,
  sample: Uint32Array,
  bytesOfNotes: number,
): Uint8Array {
  const hashes = fingerprints?.hashes ?? empty;
  const paragraphs = fingerprints?.paragraphs ?? empty;
  const numbers = new Uint32Array(prefix + hashes.length + paragraphs.length + sample.length);
  const lengthOfHashes = fingerprints === null ? absent : hashes.length;
  numbers.set([lengthOfHashes, paragraphs.length, sample.length, bytesOfNotes]);
  numbers.set(hashes, prefix);
  numbers.set(paragraphs, prefix + hashes.length);
  numbers.set(sample, prefix + hashes.length + paragraphs.length);
  return new Uint8Array(numbers.buffer);
}

/** Gives memory for so many numbers. */
export type Room = (length: number) => Uint32Array;

/** So many readings are worth a piece of memory for all; one of a few would outlive most of them. */
const manyReadings = 64;

/** And so many are worth a large one. */
const thousands = 2000;

/** Numbers in a piece: a megabyte. */
const pieceSize = 1 << 18;

/**
 * Numbers in a piece for thousands of readings: a little more than 32 megabytes. From there on the C library
 * asks the system for each, and gives it back; of smaller ones it keeps the places. Where nothing was
 * written the system gives nothing, so that a piece that is not filled costs no more.
 */
const largePieceSize = (1 << 23) + 1024;

/**
 * Room for the lists of so many readings. Of many they lie together in large pieces: tens of thousands of
 * small ones are slow to come and go, and the C library does not give their places back.
 */
export function openRoom(readings: number): Room {
  const least = leastSize(readings);
  let piece = new Uint32Array(0);
  let filled = 0;
  return (length) => {
    if (filled + length > piece.length) {
      piece = new Uint32Array(Math.max(length, least));
      filled = 0;
    }
    filled += length;
    return piece.subarray(filled - length, filled);
  };
}

function leastSize(readings: number): number {
  if (readings < manyReadings) return 0;
  return readings < thousands ? pieceSize : largePieceSize;
}

/** The reading that was stored in these bytes. What was read anew and what comes back is the same. */
export function decodeReading(
  bytes: Uint8Array,
  { body, text, digest }: ReadingRefs & Readonly<{ digest: string }>,
  room: Room,
): StoredReading {
  const { hashesLength, numberOfHashes, paragraphsLength, sampleLength, ...parts } = measure(bytes);
  const head: Head = JSON.parse(decoder.decode(parts.head));
  if (head.document === null || body === null) return { ...head, digest, document: null };
  const length = numberOfHashes + paragraphsLength + sampleLength;
  const lists = numbersIn(bytes, prefix, room(length));
  const sampleAt = numberOfHashes + paragraphsLength;
  const hashes = lists.subarray(0, numberOfHashes);
  const fingerprints =
    hashesLength === absent
      ? null
      : { hashes, paragraphs: lists.subarray(numberOfHashes, sampleAt) };
  const sample = lists.subarray(sampleAt);
  return { ...head, digest, document: { ...head.document, fingerprints, sample, body, text } };
}

/** What `guidang check` tells of the reading that was stored in these bytes; null without a document. */
export function decodeCheckNotes(bytes: Uint8Array): CheckNotes | null {
  const checkNotes: CheckNotes | null = JSON.parse(decoder.decode(measure(bytes).checkNotes));
  return checkNotes;
}

/** How long the lists are, and where the rest lies. */
function measure(bytes: Uint8Array) {
  const lengths = new DataView(bytes.buffer, bytes.byteOffset, prefix * 4);
  const lengthAt = (place: number) => lengths.getUint32(place * 4, isLittleEndian);
  const [hashesLength, paragraphsLength, sampleLength] = [lengthAt(0), lengthAt(1), lengthAt(2)];
  const numberOfHashes = hashesLength === absent ? 0 : hashesLength;
  const begin = (prefix + numberOfHashes + paragraphsLength + sampleLength) * 4;
  const end = begin + lengthAt(3);
  return {
    hashesLength,
    numberOfHashes,
    paragraphsLength,
    sampleLength,
    checkNotes: bytes.subarray(begin, end),
    head: bytes.subarray(end),
  };
}

/** Copies numbers, wherever their bytes lie. */
function numbersIn(bytes: Uint8Array, from: number, to: Uint32Array): Uint32Array {
  const target = new Uint8Array(to.buffer, to.byteOffset, to.byteLength);
  target.set(bytes.subarray(from * 4, from * 4 + to.byteLength));
  return to;
}
