import { groupByInitial } from '#archive/initials.ts';
import type { Content, Emitter, Tools } from './emitter.ts';
import { facetsOf } from './facet-panel.ts';
import { type Frame, frameOf, pageView, urlOf } from './frame.ts';
import { listed } from './lines.ts';
import { type ListInput, produceList } from './list.ts';
import { paginate } from './pagination.ts';

type IndexInput = Readonly<{
  frame: Frame;
  letters: readonly Readonly<{ title: string; page: string; count: number }>[];
}>;

const folder = 'titles/';

/** Titles by the first letter of their pinyin. */
export const titles: Emitter<IndexInput | ListInput> = {
  name: 'titles',
  templates: ['list.njk', 'terms.njk'],
  *plan(archive, site) {
    if (archive.documents.length === 0) return;
    const frame = frameOf(archive, site);
    const groups = groupByInitial(archive.documents).map((group) => {
      const part = group.letter === '#' ? 'other' : group.letter.toLowerCase();
      return { ...group, page: `${folder}${part}/` };
    });
    const letters = groups.map(({ letter, page, documents }) => {
      return { title: letter, page, count: documents.length };
    });
    yield { path: `${folder}index.html`, input: { frame, letters } };
    const facetsIn = facetsOf(archive);
    const parents = [
      { title: frame.text.documents, page: 'documents/' },
      { title: frame.text.titleIndex, page: folder },
    ];
    for (const { letter: title, page: own, documents } of groups) {
      const facets = facetsIn(documents, null);
      for (const page of paginate(documents.map(listed), own, site.pageSize)) {
        const input = { frame, page, title, section: 'documents/', parents, facets };
        yield { path: page.path, input };
      }
    }
  },
  produce: (input, tools) =>
    'letters' in input ? produceIndex(input, tools) : produceList(input, tools),
};

function produceIndex({ frame, letters }: IndexInput, { render }: Tools): Content {
  const { text } = frame;
  const page = pageView(frame, {
    path: `${folder}index.html`,
    title: text.titleIndex,
    section: 'documents/',
    breadcrumbs: [{ title: text.documents, page: 'documents/' }],
  });
  const groups = letters.map(({ title, page: to, count }) => {
    return { title, url: urlOf(to, page.root), count };
  });
  return render('terms.njk', {
    page,
    text,
    heading: text.titleIndex,
    total: letters.reduce((sum, { count }) => sum + count, 0),
    sections: [{ letter: null, groups }],
  });
}
