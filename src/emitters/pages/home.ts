import type { Archive } from '#archive/archive.ts';
import type { TermGroup, YearGroup } from '#archive/groups.ts';
import type { Summary } from '#document/document.ts';
import { namesOf } from '#document/terms.ts';
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
/** Queries that are shown for readers to try. */
const exampleCount = 2;
const longestExample = 8;

type Count = Readonly<{ title: string; page: string; count: number }>;

/** A document that is shown for being new, with its body or who speaks. */
type Latest = Listed & Readonly<{ by: string | null }>;

type Decade = Readonly<{ title: string; years: readonly Count[] }>;

type Input = Readonly<{
  frame: Frame;
  total: number;
  /** The first year and the last; null where no document is dated. */
  extent: Readonly<{ from: string; to: string }> | null;
  examples: readonly string[];
  popular: readonly ListedPopular[];
  latest: readonly Latest[];
  kinds: readonly Count[];
  decades: readonly Decade[];
  organisations: readonly Count[];
}>;

/** The first page: what the archive is, a search, what is new and popular, and the ways into the archive. */
export const home: Emitter<Input> = {
  name: 'home',
  templates: ['home.njk'],
  *plan(archive, site) {
    const { documents, popular } = archive;
    const input = (): Input => ({
      frame: frameOf(archive, site),
      total: documents.length,
      extent: extentOf(archive.years),
      examples: examplesFrom(archive),
      popular: popular.map(listedPopular),
      latest: documents.slice(0, latestCount).map(latestOf),
      kinds: archive.kinds.map((group) => termCount(group, 'kinds')),
      decades: decadesOf(archive.years),
      organisations: archive.organisations
        .slice(0, organisationCount)
        .map((group) => termCount(group, 'organisations')),
    });
    yield { path: 'index.html', input };
  },
  produce({ frame, total, extent, examples, popular, latest, ...groups }, { render }) {
    const page = pageView(frame, { path: 'index.html', title: frame.title });
    const counts = (items: readonly Count[]) =>
      items.map(({ title, page: to, count }) => ({ title, url: urlOf(to, page.root), count }));
    return render('home.njk', {
      page,
      text: frame.text,
      total,
      extent,
      examples: examples.map((title) => {
        return { title, url: `${page.search ?? ''}?q=${encodeURIComponent(title)}` };
      }),
      popular: popular.map((line) => popularLineView(line, page.root)),
      latest: latest.map((document) => ({ ...lineView(document, page.root), by: document.by })),
      kinds: counts(groups.kinds),
      decades: groups.decades.map(({ title, years }) => ({ title, years: counts(years) })),
      organisations: counts(groups.organisations),
    });
  },
};

function latestOf(document: Summary): Latest {
  const by = namesOf(document.organisations) ?? document.speaker?.name ?? null;
  return { ...listed(document), by };
}

function extentOf(years: readonly YearGroup[]): Input['extent'] {
  const dated = years.flatMap(({ year }) => (year === null ? [] : [year])).toSorted();
  const [from, to] = [dated[0], dated.at(-1)];
  return from === undefined || to === undefined ? null : { from, to };
}

/** What is asked for often and found: tags that stand in titles, or else what the newest titles begin with. */
function examplesFrom({ documents, tags, search }: Archive): string[] {
  if (search === null) return [];
  const isInTitle = (words: string) => documents.some(({ title }) => title.includes(words));
  const named = tags.map(({ name }) => name).filter((name) => name.length > 1 && isInTitle(name));
  const begun = documents.map(({ title }) => /^[\p{L}\p{N}]{4,}/u.exec(title)?.[0] ?? '');
  const all = [...named, ...begun.map((words) => words.slice(0, longestExample))];
  return [...new Set(all.filter((words) => words !== ''))].slice(0, exampleCount);
}

/** The years by tens, the latest first. */
function decadesOf(years: readonly YearGroup[]): Decade[] {
  const dated = years.flatMap(({ year, documents }) =>
    year === null
      ? []
      : [{ title: year, page: `years/${year}/`, count: documents.length } satisfies Count],
  );
  return [...Map.groupBy(dated, ({ title }) => `${title.slice(0, 3)}0`)].map(([title, own]) => {
    return { title, years: own };
  });
}

function termCount({ name, slug, documents }: TermGroup, folder: string): Count {
  return { title: name, page: `${folder}/${slug}/`, count: documents.length };
}
