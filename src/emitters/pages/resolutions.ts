import { type Resolution, resolutionsOf } from '#archive/meetings.ts';
import type { Summary } from '#document/document.ts';
import { namesOf } from '#document/terms.ts';
import type { Emitter } from '#emitters/emitter.ts';
import { type Frame, frameOf, pageView, urlOf } from '#emitters/views/frame.ts';
import { documentPath } from '#emitters/views/lines.ts';
import { type ListPage, pageCrumb, paginate, paginationView } from '#emitters/views/pagination.ts';

const folder = 'resolutions/';

/** A resolution with what is shown of its record. */
type Listed = Readonly<{
  record: Pick<Summary, 'id' | 'title' | 'date' | 'organisations'>;
  text: string;
  anchor: string | null;
}>;

type Input = Readonly<{ frame: Frame; page: ListPage<Listed> }>;

/** Everything that meetings decided, each with a link to the place in its record. */
export const resolutions: Emitter<Input> = {
  name: 'resolutions',
  templates: ['resolutions.njk'],
  *plan(archive, site) {
    const all = resolutionsOf(archive.documents);
    if (all.length === 0) return;
    const frame = frameOf(archive, site);
    for (const page of paginate(all.map(listed), folder, site.pageSize)) {
      yield { path: page.path, input: () => ({ frame, page }) };
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
    const groups = [...Map.groupBy(list.documents, ({ record }) => record.id).values()];
    return render('resolutions.njk', {
      page,
      text,
      heading: title,
      total: list.total,
      records: groups.flatMap((own) => {
        const record = own[0]?.record;
        if (record === undefined) return [];
        const url = urlOf(documentPath(record.id), page.root);
        return {
          title: record.title,
          url,
          date: record.date?.value.slice(0, 10) ?? null,
          organisation: namesOf(record.organisations),
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

function listed({
  document: { id, title, date, organisations },
  text,
  anchor,
}: Resolution): Listed {
  return { record: { id, title, date, organisations }, text, anchor };
}
