import { hash } from 'node:crypto';
import type { TextRecord } from '#archive/text-records.ts';
import { programVersion } from '#changes/version.ts';
import type { BodyBlock, Summary } from '#document/document.ts';
import { linesOfFlow } from '#document/text/flow.ts';
import type { Cache } from '#store/cache.ts';
import { unpackBody } from '#store/stored-body.ts';
import type { StoredParts } from '#store/stored-parts.ts';

const digits = 16;

/**
 * What was read of the files of documents.
 *
 * @param encodings by the paths of files
 * @throws DamagedPack
 */
export function textRecords(
  documents: readonly Pick<Summary, 'id' | 'file' | 'sha256'>[],
  stored: ReadonlyMap<string, Pick<StoredParts, 'body'>>,
  encodings: readonly Readonly<{ file: string; encoding: string }>[],
  { packs }: Cache,
): TextRecord[] {
  const program = `guidang ${programVersion()}`;
  const encodingOf = new Map(encodings.map(({ file, encoding }) => [file, encoding]));
  const read = documents.flatMap(({ id, file, sha256 }) => {
    const body = stored.get(id)?.body;
    return body === undefined ? [] : [{ file, sha256, body }];
  });
  const records: TextRecord[] = [];
  packs.readEach(
    read.map(({ body }) => body),
    (index, bytes) => {
      const document = read[index];
      if (document === undefined) return;
      const { file, sha256 } = document;
      const text = digestText(unpackBody(bytes).blocks);
      const reader = `${program}, ${encodingOf.get(file) ?? ''}`;
      records.push({ file, source: sha256.slice(0, digits), text, reader });
    },
  );
  return records;
}

/** The digest of a text's lines, whatever they are in it and whatever is said of stretches of them. */
function digestText(blocks: readonly BodyBlock[]): string {
  const lines = blocks.flatMap((block) =>
    block.type === 'passage' ? linesOfFlow(block.flow) : [block.text],
  );
  return hash('sha256', lines.join('\n')).slice(0, digits);
}
