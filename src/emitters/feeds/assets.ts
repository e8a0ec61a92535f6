import type { CopiedFile } from '#archive/archive.ts';
import type { Emitter } from '#emitters/emitter.ts';

/** The theme's style sheet, icons and the like, below `assets/`. */
export const assets: Emitter<CopiedFile> = {
  name: 'assets',
  templates: [],
  unlisted: 'They are no pages.',
  *plan(archive) {
    for (const file of archive.assets) yield { path: `assets/${file.path}`, input: () => file };
  },
  produce: ({ absolute }) => ({ copyOf: absolute }),
};
