import { meetingsOf, type RecordedMeeting } from '#archive/meetings.ts';
import type { Emitter, Tools } from './emitter.ts';
import { type Destination, type Frame, frameOf, pageView, urlOf } from './frame.ts';
import { meetingLineView } from './meeting-view.ts';
import { type ListPage, pageCrumb, paginate, paginationView } from './pagination.ts';

const folder = 'meetings/';

type Organisation = Readonly<{ name: string; slug: string; meetings: readonly RecordedMeeting[] }>;

type Input = Readonly<{
  frame: Frame;
  page: ListPage<RecordedMeeting>;
  title: string;
  parents: readonly Destination[];
  organisations: readonly Readonly<{ title: string; page: string; count: number }>[];
}>;

/** The meetings of the archive, and those of each organisation, with attendance and resolutions. */
export const meetings: Emitter<Input> = {
  name: 'meetings',
  *plan(archive, site) {
    const all = meetingsOf(archive.documents);
    if (all.length === 0) return;
    const frame = frameOf(archive, site);
    const organisations = groupByOrganisation(all, archive.organisations);
    const counts = organisations.map(({ name, slug, meetings: own }) => {
      return { title: name, page: `${folder}${slug}/`, count: own.length };
    });
    const title = frame.text.meetings;
    for (const page of paginate(all, folder, site.pageSize)) {
      yield { path: page.path, input: { frame, page, title, parents: [], organisations: counts } };
    }
    const parents = [{ title, page: folder }];
    for (const { name, slug, meetings: own } of organisations) {
      for (const page of paginate(own, `${folder}${slug}/`, site.pageSize)) {
        yield { path: page.path, input: { frame, page, title: name, parents, organisations: [] } };
      }
    }
  },
  produce,
};

function groupByOrganisation(
  all: readonly RecordedMeeting[],
  groups: readonly Readonly<{ name: string; slug: string }>[],
): Organisation[] {
  const byName = Map.groupBy(all, ({ document }) => document.organisation?.name ?? '');
  return groups.flatMap(({ name, slug }) => {
    const own = byName.get(name);
    return own === undefined ? [] : [{ name, slug, meetings: own }];
  });
}

function produce({ frame, page: list, title, parents, organisations }: Input, { render }: Tools) {
  const crumbs = [...parents, { title, page: list.folder }, ...pageCrumb(list)];
  const page = pageView(frame, {
    path: list.path,
    title: list.number === 1 ? title : `${title} (${list.number}/${list.count})`,
    section: folder,
    breadcrumbs: crumbs.slice(0, -1),
  });
  return render('meetings.njk', {
    page,
    text: frame.text,
    heading: title,
    total: list.total,
    meetings: list.documents.map(({ document, meeting }) =>
      meetingLineView(document, meeting, page.root),
    ),
    organisations: organisations.map(({ title: name, page: to, count }) => {
      return { title: name, url: urlOf(to, page.root), count };
    }),
    resolutions: urlOf('resolutions/', page.root),
    pagination: paginationView(list, page.root, frame.text),
  });
}
