import type { MonthGroup, YearGroup } from '#archive/groups.ts';
import { timelineOf } from '#archive/timeline.ts';
import type { Emitter } from '#emitters/emitter.ts';
import { facetsOf, filterOf } from '#emitters/views/facet-panel.ts';
import { type Frame, frameOf, pageView, urlOf } from '#emitters/views/frame.ts';
import { type TimelineRow, timelineView } from '#emitters/views/timeline-view.ts';
import type { Language } from '#languages/language.ts';
import { type ListInput, planList, produceList } from './list.ts';

type Month = Readonly<{ title: string; page: string | null; count: number }>;

type Year = Readonly<{ title: string; page: string; count: number; months: readonly Month[] }>;

type IndexInput = Readonly<{
  frame: Frame;
  years: readonly Year[];
  timeline: readonly TimelineRow[];
}>;

/** Documents by year and by month; those without a date under `undated`. */
export const years: Emitter<IndexInput | ListInput> = {
  name: 'years',
  templates: ['list.njk', 'years.njk'],
  *plan(archive, site) {
    if (archive.years.length === 0) return;
    const frame = frameOf(archive, site);
    const { text } = frame;
    yield {
      path: 'years/index.html',
      input: () => ({
        frame,
        years: archive.years.map((group) => yearOf(group, text)),
        timeline: timelineView(timelineOf(archive.years), frame, '../'),
      }),
    };
    const facets = facetsOf(archive);
    for (const group of archive.years) {
      const year = yearOf(group, text);
      const parents = [{ title: text.years, page: 'years/' }];
      const { year: number } = group;
      const query = number === null ? null : filterOf('years', number);
      yield* planList(
        { documents: group.documents, folder: year.page, size: site.pageSize },
        { frame, title: year.title, section: 'years/', parents },
        facets,
        query,
      );
      for (const month of group.months) {
        const { page: folder, title } = monthOf(month, group, text);
        if (folder === null) continue;
        const above = [...parents, { title: year.title, page: year.page }];
        yield* planList(
          { documents: month.documents, folder, size: site.pageSize },
          { frame, title: `${year.title}${title}`, section: 'years/', parents: above },
          facets,
          null,
        );
      }
    }
  },
  produce(input, tools) {
    if (!('years' in input)) return produceList(input, tools);
    const { frame, timeline } = input;
    const title = frame.text.years;
    const page = pageView(frame, { path: 'years/index.html', title, section: 'years/' });
    return tools.render('years.njk', {
      page,
      text: frame.text,
      heading: title,
      timeline,
      years: input.years.map((year) => ({
        title: year.title,
        url: urlOf(year.page, page.root),
        count: year.count,
        months: year.months.map((month) => ({
          title: month.title,
          url: month.page === null ? null : urlOf(month.page, page.root),
          count: month.count,
        })),
      })),
    });
  },
};

function yearOf(group: YearGroup, text: Language['interface']): Year {
  const { year, documents, months } = group;
  return {
    title: year === null ? text.undated : `${year}${text.year}`,
    page: year === null ? 'years/undated/' : `years/${year}/`,
    count: documents.length,
    months: year === null ? [] : months.map((month) => monthOf(month, group, text)),
  };
}

function monthOf(
  { month, documents }: MonthGroup,
  { year }: YearGroup,
  text: Language['interface'],
): Month {
  const count = documents.length;
  if (month === null || year === null) return { title: text.yearOnly, page: null, count };
  const name = text.month === '' ? `-${month}` : `${Number(month)}${text.month}`;
  return { title: name, page: `years/${year}/${month}/`, count };
}
