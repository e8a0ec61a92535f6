import type { CopiedFile } from '#archive/archive.ts';
import type { Emitter } from '#emitters/emitter.ts';

/** Where files of `content/` stand that documents lead to. */
export const filesFolder = 'files/';

/** Where a file of `content/` that documents lead to stands below `public/`. */
export function copiedPath({ path }: Pick<CopiedFile, 'path'>): string {
  return filesFolder + path;
}

/** Images, PDFs and whatever else documents lead to; and what the configuration names, at its own path. */
export const copiedFiles: Emitter<CopiedFile> = {
  name: 'copied-files',
  templates: [],
  unlisted: 'They are no pages of the site.',
  *plan(archive) {
    for (const file of archive.files) {
      yield { path: copiedPath(file), input: () => file, source: file.path };
    }
    for (const file of archive.named)
      yield { path: file.path, input: () => file, source: file.path };
  },
  produce: ({ absolute, part }) =>
    part === undefined ? { copyOf: absolute } : { partOf: absolute, part },
};
