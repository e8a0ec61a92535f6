import type { TermGroup, YearGroup } from '#archive/groups.ts';
import type { Emitter } from '#emitters/emitter.ts';
import { type Frame, frameOf, pageView, urlOf } from '#emitters/views/frame.ts';
import {
  type Listed,
  type ListedPopular,
  lineView,
  listed,
  listedPopular,
  popularLineView,
} from '#emitters/views/lines.ts';

const latestCount = 10;
const organisationCount = 12;

type Count = Readonly<{ title: string; page: string; count: number }>;

type Input = Readonly<{
  frame: Frame;
  total: number;
  popular: readonly ListedPopular[];
  latest: readonly Listed[];
  kinds: readonly Count[];
  years: readonly Count[];
  organisations: readonly Count[];
}>;

/** The first page: popular documents, the latest, and the ways into the archive. */
export const home: Emitter<Input> = {
  name: 'home',
  templates: ['home.njk'],
  *plan(archive, site) {
    const { documents, popular } = archive;
    const input = (): Input => ({
      frame: frameOf(archive, site),
      total: documents.length,
      popular: popular.map(listedPopular),
      latest: documents.slice(0, latestCount).map(listed),
      kinds: archive.kinds.map((group) => termCount(group, 'kinds')),
      years: archive.years.flatMap(yearCount),
      organisations: archive.organisations
        .slice(0, organisationCount)
        .map((group) => termCount(group, 'organisations')),
    });
    yield { path: 'index.html', input };
  },
  produce({ frame, total, popular, latest, ...groups }, { render }) {
    const page = pageView(frame, { path: 'index.html', title: frame.title });
    const counts = (items: readonly Count[]) =>
      items.map(({ title, page: to, count }) => ({ title, url: urlOf(to, page.root), count }));
    return render('home.njk', {
      page,
      text: frame.text,
      total,
      popular: popular.map((line) => popularLineView(line, page.root)),
      latest: latest.map((document) => lineView(document, page.root)),
      kinds: counts(groups.kinds),
      years: counts(groups.years),
      organisations: counts(groups.organisations),
    });
  },
};

function termCount({ name, slug, documents }: TermGroup, folder: string): Count {
  return { title: name, page: `${folder}/${slug}/`, count: documents.length };
}

function yearCount({ year, documents }: YearGroup): Count[] {
  return year === null ? [] : [{ title: year, page: `years/${year}/`, count: documents.length }];
}
