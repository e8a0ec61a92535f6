import { type Resolution, resolutionsOf } from '#archive/meetings.ts';
import type { Emitter } from './emitter.ts';
import { type Frame, frameOf, pageView, urlOf } from './frame.ts';
import { documentPath } from './lines.ts';
import { type ListPage, pageCrumb, paginate, paginationView } from './pagination.ts';

const folder = 'resolutions/';

type Input = Readonly<{ frame: Frame; page: ListPage<Resolution> }>;

/** Everything that meetings decided, each with a link to the place in its record. */
export const resolutions: Emitter<Input> = {
  name: 'resolutions',
  *plan(archive, site) {
    const all = resolutionsOf(archive.documents);
    if (all.length === 0) return;
    const frame = frameOf(archive, site);
    for (const page of paginate(all, folder, site.pageSize)) {
      yield { path: page.path, input: { frame, page } };
    }
  },
  produce({ frame, page: list }, { render }) {
    const { text } = frame;
    const title = text.resolutions;
    const crumbs = [
      { title: text.meetings, page: 'meetings/' },
      { title, page: folder },
      ...pageCrumb(list),
    ];
    const page = pageView(frame, {
      path: list.path,
      title: list.number === 1 ? title : `${title} (${list.number}/${list.count})`,
      section: 'meetings/',
      breadcrumbs: crumbs.slice(0, -1),
    });
    const groups = [...Map.groupBy(list.documents, ({ document }) => document).entries()];
    return render('resolutions.njk', {
      page,
      text,
      heading: title,
      total: list.total,
      records: groups.map(([document, own]) => {
        const url = urlOf(documentPath(document.id), page.root);
        return {
          title: document.title,
          url,
          date: document.date?.value.slice(0, 10) ?? null,
          organisation: document.organisation?.name ?? null,
          resolutions: own.map((resolution) => ({
            text: resolution.text,
            url: `${url}#${resolution.anchor ?? 'main'}`,
          })),
        };
      }),
      pagination: paginationView(list, page.root, text),
    });
  },
};
