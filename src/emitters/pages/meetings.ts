import { calendarOf } from '#archive/calendar.ts';
import { meetingsOf, type RecordedMeeting } from '#archive/meetings.ts';
import type { Emitter, Tools } from '#emitters/emitter.ts';
import { type Destination, type Frame, frameOf, pageView, urlOf } from '#emitters/views/frame.ts';
import {
  type ListedMeeting,
  listedMeeting,
  meetingLineView,
} from '#emitters/views/meeting-view.ts';
import { type ListPage, pageCrumb, paginate, paginationView } from '#emitters/views/pagination.ts';
import { calendarFolder } from './meeting-calendar.ts';

const folder = 'meetings/';

type Organisation = Readonly<{ name: string; slug: string; meetings: readonly RecordedMeeting[] }>;

type Input = Readonly<{
  frame: Frame;
  page: ListPage<ListedMeeting>;
  title: string;
  parents: readonly Destination[];
  organisations: readonly Readonly<{ title: string; page: string; count: number }>[];
  /** Years that have a calendar. */
  years: readonly number[];
}>;

/** The meetings of the archive, and those of each organisation, with attendance and resolutions. */
export const meetings: Emitter<Input> = {
  name: 'meetings',
  templates: ['meetings.njk'],
  *plan(archive, site) {
    const all = meetingsOf(archive.documents);
    if (all.length === 0) return;
    const frame = frameOf(archive, site);
    const organisations = groupByOrganisation(all, archive.organisations);
    const counts = organisations.map(({ name, slug, meetings: own }) => {
      return { title: name, page: `${folder}${slug}/`, count: own.length };
    });
    const years = calendarOf(all).map(({ year }) => year);
    const title = frame.text.meetings;
    for (const page of paginate(all.map(listedMeeting), folder, site.pageSize)) {
      const input = () => ({ frame, page, title, parents: [], organisations: counts, years });
      yield { path: page.path, input };
    }
    const parents = [{ title, page: folder }];
    for (const { name, slug, meetings: own } of organisations) {
      for (const page of paginate(own.map(listedMeeting), `${folder}${slug}/`, site.pageSize)) {
        const input = () => ({ frame, page, title: name, parents, organisations: [], years: [] });
        yield { path: page.path, input };
      }
    }
  },
  produce,
};

function groupByOrganisation(
  all: readonly RecordedMeeting[],
  groups: readonly Readonly<{ name: string; slug: string }>[],
): Organisation[] {
  const byName = new Map<string, RecordedMeeting[]>();
  for (const meeting of all) {
    for (const { name } of meeting.document.organisations) {
      const own = byName.get(name);
      if (own === undefined) byName.set(name, [meeting]);
      else own.push(meeting);
    }
  }
  return groups.flatMap(({ name, slug }) => {
    const own = byName.get(name);
    return own === undefined ? [] : [{ name, slug, meetings: own }];
  });
}

function produce(
  { frame, page: list, title, parents, organisations, years }: Input,
  { render }: Tools,
) {
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
    meetings: list.documents.map((meeting) => meetingLineView(meeting, page.root)),
    organisations: organisations.map(({ title: name, page: to, count }) => {
      return { title: name, url: urlOf(to, page.root), count };
    }),
    calendars: years.map((year) => ({
      title: `${year}${frame.text.year}`,
      url: urlOf(calendarFolder(year), page.root),
    })),
    resolutions: urlOf('resolutions/', page.root),
    pagination: paginationView(list, page.root, frame.text),
  });
}
