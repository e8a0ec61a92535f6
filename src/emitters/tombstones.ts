import type { Withdrawn } from '#archive/archive.ts';
import type { Emitter } from './emitter.ts';
import { type Frame, frameOf, pageView } from './frame.ts';
import { dateView, documentPath } from './lines.ts';

type Input = Readonly<{ frame: Frame; document: Withdrawn }>;

/** At the address of a withdrawn document a page that says what stood there, and why it does not. */
export const tombstones: Emitter<Input> = {
  name: 'tombstones',
  templates: ['withdrawn.njk'],
  *plan(archive, site) {
    const frame = frameOf(archive, site);
    for (const document of archive.withdrawn) {
      yield { path: documentPath(document.id), input: { frame, document }, source: document.file };
    }
  },
  produce({ frame, document }, { render }) {
    const { id, title, date, reason, withdrawnOn } = document;
    const page = pageView(frame, {
      path: documentPath(id),
      title,
      description: frame.text.withdrawn,
      section: 'documents/',
      breadcrumbs: [{ title: frame.text.documents, page: 'documents/' }],
    });
    const view = { title, reason, date: dateView(date), withdrawnOn: dateView(withdrawnOn) };
    return render('withdrawn.njk', { page, text: frame.text, document: view });
  },
};
