import type { CopiedFile } from '#archive/archive.ts';
import type { Emitter } from './emitter.ts';

/** Where a file of `content/` that is published as it is stands below `public/`. */
export function copiedPath({ path }: Pick<CopiedFile, 'path'>): string {
  return `files/${path}`;
}

/** Images, PDFs and whatever else lies beside the documents. */
export const copiedFiles: Emitter<CopiedFile> = {
  name: 'copied-files',
  templates: [],
  unlisted: 'They are no pages of the site.',
  *plan(archive) {
    for (const file of archive.files) {
      yield { path: copiedPath(file), input: () => file, source: file.path };
    }
  },
  produce: ({ absolute }) => ({ copyOf: absolute }),
};
