import type { SharedPassages } from '#archive/compare/passages.ts';
import type { Related } from '#archive/compare/related.ts';
import type { Ref } from './packs.ts';
import { readSealed, writeSealed } from './sealed-file.ts';

/** The relations that the last build found, and of which readings. Plain data. */
export type KeptRelations = Readonly<{
  /** The settings by which files were read. */
  readingKey: string;
  /** In the order of the archive. */
  documents: readonly Readonly<{ id: string; file: string; digest: string; reading: Ref }>[];
  shared: readonly (readonly [id: string, shared: SharedPassages])[];
  alike: readonly (readonly [id: string, others: readonly string[]])[];
  related: readonly (readonly [id: string, related: readonly NamedRelated[]])[];
}>;

/** A related document by its id. */
export type NamedRelated = Readonly<{ id: string } & Omit<Related, 'document'>>;

const fileName = 'relations';

/** @param program whatever else was written by another program is not used */
export function readRelations(folder: string, program: string): KeptRelations | null {
  const bytes = readSealed(folder, fileName, program);
  return bytes === null ? null : JSON.parse(bytes.toString());
}

export function writeRelations(folder: string, program: string, kept: KeptRelations): void {
  writeSealed(folder, fileName, program, [Buffer.from(JSON.stringify(kept))]);
}
