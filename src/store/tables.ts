import type { Ref } from './packs.ts';

/*
 * Long lists as bytes: they are read and written several times as fast as JSON with an object for each
 * row.
 */

/** No field of a table holds it. */
const separator = '\0';

/** A table of strings: rows of equally many fields, one behind the other. */
export function formatFields(fields: readonly string[]): Buffer {
  return Buffer.from(fields.join(separator));
}

export function parseFields(bytes: Buffer): string[] {
  return bytes.length === 0 ? [] : bytes.toString().split(separator);
}

/** Numbers that a reference takes. */
const numbersPerRef = 4;

/** References to chunks, some of which may be missing: four numbers each. */
export function formatRefs(refs: readonly (Ref | null)[]): Buffer {
  const numbers = new Float64Array(refs.length * numbersPerRef).fill(Number.NaN);
  let at = 0;
  for (const ref of refs) {
    if (ref !== null) [numbers[at], numbers[at + 1], numbers[at + 2], numbers[at + 3]] = ref;
    at += numbersPerRef;
  }
  return Buffer.from(numbers.buffer);
}

/** @returns gives the reference with a number */
export function parseRefs(bytes: Buffer): (index: number) => Ref | null {
  // Numbers can only be looked at where their bytes lie evenly
  const numbers = new Float64Array(Uint8Array.from(bytes).buffer);
  return (index) => {
    const at = index * numbersPerRef;
    const pack = numbers[at] ?? Number.NaN;
    if (Number.isNaN(pack)) return null;
    return [pack, numbers[at + 1] ?? 0, numbers[at + 2] ?? 0, numbers[at + 3] ?? 0];
  };
}
