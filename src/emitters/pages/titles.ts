import { groupByInitial } from '#archive/initials.ts';
import type { Content, Emitter, Tools } from '#emitters/emitter.ts';
import { facetsOf } from '#emitters/views/facet-panel.ts';
import { type Frame, frameOf, pageView, urlOf } from '#emitters/views/frame.ts';
import { type ListInput, planList, produceList } from './list.ts';

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
    yield { path: `${folder}index.html`, input: () => ({ frame, letters }) };
    const facets = facetsOf(archive);
    const parents = [
      { title: frame.text.documents, page: 'documents/' },
      { title: frame.text.titleIndex, page: folder },
    ];
    for (const { letter: title, page: own, documents } of groups) {
      yield* planList(
        { documents, folder: own, size: site.pageSize },
        { frame, title, section: 'documents/', parents },
        facets,
        null,
      );
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
