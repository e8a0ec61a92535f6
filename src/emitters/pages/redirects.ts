import { aliasPath } from '#archive/aliases.ts';
import type { Emitter } from '#emitters/emitter.ts';
import { type Frame, frameOf, pageView, urlOf } from '#emitters/views/frame.ts';
import { documentPath } from '#emitters/views/lines.ts';

type Input = Readonly<{ frame: Frame; path: string; title: string; to: string }>;

/** A page at each former address of a document that leads to the present one. */
export const redirects: Emitter<Input> = {
  name: 'redirects',
  templates: ['redirect.njk'],
  unlisted: 'They lead to pages that are listed.',
  *plan(archive, site) {
    const frame = frameOf(archive, site);
    for (const { id, title, aliases, file } of [...archive.documents, ...archive.withdrawn]) {
      for (const alias of aliases) {
        const path = aliasPath(alias);
        const to = documentPath(id);
        if (path === null || path === to) continue;
        yield { path, input: () => ({ frame, path, title, to }), source: file };
      }
    }
  },
  produce({ frame, path, title, to }, { render }) {
    const page = pageView(frame, { path, title });
    const canonical = pageView(frame, { path: to, title }).canonical;
    const target = { title, url: urlOf(to, page.root), canonical };
    return render('redirect.njk', { page, text: frame.text, target });
  },
};
