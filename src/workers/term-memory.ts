import type { SectionTerms } from '#search/update-shard.ts';

/**
 * Puts the terms of some documents into one stretch of memory. A buffer that may be resized is given
 * pages of its own, which go back to the system with it. Lists by themselves are put between what lives
 * on, and the gaps that they leave are not given back: 200 MB each time that 10,000 documents are
 * indexed.
 */
export function gatherTerms(documents: readonly SectionTerms[]): SectionTerms[] {
  const numbers = documents.flatMap(({ anywhere, title, headings, pinyin }) => {
    return [anywhere.terms, title, headings, pinyin];
  });
  const places = documents.map(({ anywhere }) => anywhere.places);
  const size =
    lengthOf(numbers) * Uint32Array.BYTES_PER_ELEMENT +
    lengthOf(places) * Uint8Array.BYTES_PER_ELEMENT;
  const memory = new ArrayBuffer(size, { maxByteLength: size });
  let offset = 0;
  // Lists of larger numbers go first, so that each begins where such a number may
  const move = (list: Uint32Array): Uint32Array<ArrayBuffer> => {
    const moved = new Uint32Array(memory, offset, list.length);
    moved.set(list);
    offset += list.byteLength;
    return moved;
  };
  const moveBytes = (list: Uint8Array): Uint8Array<ArrayBuffer> => {
    const moved = new Uint8Array(memory, offset, list.length);
    moved.set(list);
    offset += list.byteLength;
    return moved;
  };
  const moved = documents.map(({ anywhere, title, headings, pinyin }) => ({
    terms: move(anywhere.terms),
    title: move(title),
    headings: move(headings),
    pinyin: move(pinyin),
  }));
  return moved.map(({ terms, ...others }, index) => {
    return { ...others, anywhere: { terms, places: moveBytes(places[index] ?? noPlaces) } };
  });
}

const noPlaces = new Uint8Array();

function lengthOf(lists: readonly Readonly<{ length: number }>[]): number {
  return lists.reduce((sum, { length }) => sum + length, 0);
}
