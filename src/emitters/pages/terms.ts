import type { Archive } from '#archive/archive.ts';
import type { TermGroup } from '#archive/groups.ts';
import { letterOf } from '#archive/initials.ts';
import { surnameReadings } from '#document/names/surname-readings.ts';
import { compareCodePoints } from '#document/text/order.ts';
import type { Content, Emitter, Plan, Tools } from '#emitters/emitter.ts';
import { facetsOf, filterOf } from '#emitters/views/facet-panel.ts';
import { type Frame, frameOf, pageView, urlOf } from '#emitters/views/frame.ts';
import type { Site } from '#site/site.ts';
import { type ListInput, planList, produceList } from './list.ts';

type Facet = 'kinds' | 'tags' | 'organisations' | 'speakers';

type IndexInput = Readonly<{ frame: Frame; facet: Facet; groups: readonly Count[] }>;

type Count = Readonly<{ title: string; page: string; count: number; letter: string }>;

/** So many values are looked through letter by letter; fewer, the most frequent first. */
const many = 20;

type Input = IndexInput | ListInput;

export const kinds = termPages('kinds');
export const tags = termPages('tags');
export const organisations = termPages('organisations');
export const speakers = termPages('speakers');

/** An index of the values of a facet with their counts, and for each value its list of documents. */
function termPages(facet: Facet): Emitter<Input> {
  return {
    name: facet,
    templates: ['list.njk', 'terms.njk'],
    plan: (archive, site) => plan(facet, archive, site),
    produce: (input, tools) =>
      'facet' in input ? produceIndex(input, tools) : produceList(input, tools),
  };
}

function* plan(facet: Facet, archive: Archive, site: Site): Iterable<Plan<Input>> {
  const groups: readonly TermGroup[] = archive[facet];
  if (groups.length === 0) return;
  const frame = frameOf(archive, site);
  const folder = `${facet}/`;
  const counts = groups.map(({ name, slug, documents }) => ({
    title: name,
    page: `${folder}${slug}/`,
    count: documents.length,
    letter: letterOf((facet === 'speakers' ? surnameReadings(name)[0] : undefined) ?? slug),
  }));
  yield { path: `${folder}index.html`, input: () => ({ frame, facet, groups: counts }) };
  const facets = facetsOf(archive);
  const parents = [{ title: frame.text[facet], page: folder }];
  for (const { name, slug, documents } of groups) {
    yield* planList(
      { documents, folder: `${folder}${slug}/`, size: site.pageSize },
      { frame, title: name, section: folder, parents, facts: archive.nameFacts.get(name) ?? [] },
      facets,
      filterOf(facet, slug),
    );
  }
}

function produceIndex({ frame, facet, groups }: IndexInput, { render }: Tools): Content {
  const title = frame.text[facet];
  const path = `${facet}/index.html`;
  const page = pageView(frame, { path, title, section: `${facet}/` });
  return render('terms.njk', {
    page,
    text: frame.text,
    heading: title,
    total: groups.length,
    sections: sectionsOf(groups).map(([letter, members]) => ({
      letter,
      groups: members.map((group) => ({
        title: group.title,
        url: urlOf(group.page, page.root),
        count: group.count,
      })),
    })),
  });
}

/** Parts of an index: by letter where there are many values, which addresses spell in pinyin. */
function sectionsOf(groups: readonly Count[]): [string | null, readonly Count[]][] {
  if (groups.length <= many) return [[null, groups]];
  const byPage = groups.toSorted((a, b) => compareCodePoints(a.page, b.page));
  return [...Map.groupBy(byPage, ({ letter }) => letter)].sort(([a], [b]) =>
    compareCodePoints(a === '#' ? '~' : a, b === '#' ? '~' : b),
  );
}
