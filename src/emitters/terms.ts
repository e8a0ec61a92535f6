import type { Archive } from '#archive/archive.ts';
import type { TermGroup } from '#archive/groups.ts';
import type { Site } from '#site/site.ts';
import type { Content, Emitter, Plan, Tools } from './emitter.ts';
import { type Frame, frameOf, pageView, urlOf } from './frame.ts';
import { type ListInput, produceList } from './list.ts';
import { paginate } from './pagination.ts';

type Facet = 'kinds' | 'tags' | 'organisations' | 'speakers';

type IndexInput = Readonly<{ frame: Frame; facet: Facet; groups: readonly Count[] }>;

type Count = Readonly<{ title: string; page: string; count: number }>;

type Input = IndexInput | ListInput;

export const kinds = termPages('kinds');
export const tags = termPages('tags');
export const organisations = termPages('organisations');
export const speakers = termPages('speakers');

/** An index of the values of a facet with their counts, and for each value its list of documents. */
function termPages(facet: Facet): Emitter<Input> {
  return {
    name: facet,
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
  }));
  yield { path: `${folder}index.html`, input: { frame, facet, groups: counts } };
  const parents = [{ title: frame.text[facet], page: folder }];
  for (const { name, slug, documents } of groups) {
    for (const page of paginate(documents, `${folder}${slug}/`, site.pageSize)) {
      yield { path: page.path, input: { frame, page, title: name, section: folder, parents } };
    }
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
    groups: groups.map((group) => ({
      title: group.title,
      url: urlOf(group.page, page.root),
      count: group.count,
    })),
  });
}
