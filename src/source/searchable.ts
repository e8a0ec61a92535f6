import { deflateSync } from 'node:zlib';
import type { Document } from '#document/document.ts';
import type { Fold } from '#search/fold.ts';
import { barrier } from '#search/fold.ts';
import { sampleOf } from '#search/terms.ts';

/**
 * What of a text is compared and searched. A text for searches is the body's lines in UTF-16 (little endian),
 * deflated (RFC 1950).
 *
 * @param all the title and the body's lines
 */
export function describeForSearch(
  title: string,
  all: string,
  { fold, searched }: Readonly<{ fold: Fold; searched: boolean }>,
): Pick<Document, 'sample' | 'searchText'> {
  const sample = sampleOf(fold.units(all));
  return {
    sample,
    searchText: searched ? deflate(all.slice(title.length + barrier.length)) : null,
  };
}

/** Room for a text before it is deflated, kept from one to the next. */
let room = Buffer.alloc(0);

function deflate(text: string): Uint8Array {
  const length = text.length * 2;
  if (room.length < length) room = Buffer.allocUnsafeSlow(length + 4096);
  room.write(text, 'utf16le');
  return deflateSync(room.subarray(0, length));
}
