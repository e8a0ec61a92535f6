import type { Withdrawn } from '#archive/archive.ts';
import type { Summary } from '#document/document.ts';
import type { Emitter } from '#emitters/emitter.ts';
import { aboutPath } from '#emitters/views/content-resolver.ts';
import { type Frame, frameOf, pageView, urlOf } from '#emitters/views/frame.ts';
import { dateView, documentPath } from '#emitters/views/lines.ts';
import { piecePath } from './pieces.ts';

type Input = Readonly<{
  frame: Frame;
  path: string;
  document: Withdrawn;
  successor: Pick<Summary, 'id' | 'title'> | null;
}>;

/**
 * At the addresses of a withdrawn document and its pieces a page that says what stood there, and why it
 * does not.
 */
export const tombstones: Emitter<Input> = {
  name: 'tombstones',
  templates: ['withdrawn.njk'],
  unlisted: 'What was taken back is not to be searched for.',
  *plan(archive, site) {
    const frame = frameOf(archive, site);
    for (const document of archive.withdrawn) {
      const pieces = document.pieces.map(({ number }) => piecePath(document.id, number));
      for (const path of [documentPath(document.id), ...pieces]) {
        const input = () => {
          return { frame, path, document, successor: successorOf(document, archive.documents) };
        };
        yield { path, input, source: document.file };
      }
    }
    const { withdrawnAbout } = archive;
    if (withdrawnAbout === null) return;
    const input = () => ({ frame, path: aboutPath, document: withdrawnAbout, successor: null });
    yield { path: aboutPath, input, source: withdrawnAbout.file };
  },
  produce({ frame, path, document, successor }, { render }) {
    const { title, date, reason, withdrawnOn } = document;
    const isAbout = path === aboutPath;
    const page = pageView(frame, {
      path,
      title,
      description: frame.text.withdrawn,
      section: isAbout ? 'about/' : 'documents/',
      breadcrumbs: isAbout ? [] : [{ title: frame.text.documents, page: 'documents/' }],
    });
    const view = {
      title,
      reason,
      date: dateView(date),
      // A page about the site needs none
      isDated: date !== null || !isAbout,
      withdrawnOn: dateView(withdrawnOn),
      successor: successor && {
        title: successor.title,
        url: urlOf(documentPath(successor.id), page.root),
      },
    };
    return render('withdrawn.njk', { page, text: frame.text, document: view });
  },
};

/** The document that stands in the place of one that was withdrawn, by its file or its identifier. */
function successorOf(
  { file, successor }: Pick<Withdrawn, 'file' | 'successor'>,
  documents: readonly Summary[],
): Summary | null {
  if (successor === null) return null;
  const beside = file.slice(0, file.lastIndexOf('/') + 1) + successor;
  const isNamed = (one: Summary) => [successor, beside].includes(one.file) || one.id === successor;
  return documents.find(isNamed) ?? null;
}
