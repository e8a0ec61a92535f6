import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { libraryFile, readContent } from '#search/files.ts';
import { createFold } from '#search/fold.ts';
import { type Access, createIndexReader, type IndexReader } from '#search/index-reader.ts';
import type { Library } from '#search/library.ts';
import type { Folds } from '#search/query.ts';

/** An index opened from a folder, with the files that were loaded since the last look. */
export type OpenedIndex = Readonly<{ reader: IndexReader; folds: Folds; loaded: string[] }>;

/** Opens the index below a site's output, as pages do, but from the disk. */
export function openIndex(output: string): OpenedIndex {
  const loaded: string[] = [];
  const access: Access = {
    async load(name) {
      loaded.push(name);
      return readContent(readFileSync(join(output, 'search', `${name}.js`), 'utf8'));
    },
    inflate: async (bytes) => new Uint8Array(inflateSync(bytes)),
  };
  const file = join(output, 'search', `${libraryFile}.js`);
  const [value] = readContent(readFileSync(file, 'utf8'));
  const library: Library = JSON.parse(JSON.stringify(value));
  const folds = {
    plain: createFold(library.variants),
    exact: createFold(library.variants, 'punctuation'),
  };
  return { reader: createIndexReader(library, access), folds, loaded };
}
