import type { Emitter } from '#emitters/emitter.ts';
import { type Frame, frameOf, pageView, searchPage, urlOf } from '#emitters/views/frame.ts';

type Input = Readonly<{ frame: Frame }>;

/** The page that searches; its script does the work, and without it the page leads to the lists. */
export const search: Emitter<Input> = {
  name: 'search',
  templates: ['search.njk'],
  unlisted: 'It shows nothing until it is asked.',
  *plan(archive, site) {
    if (archive.search === null) return;
    yield { path: searchPage, input: () => ({ frame: frameOf(archive, site) }) };
  },
  produce({ frame }, { render }) {
    const { text } = frame;
    const page = pageView(frame, { path: searchPage, title: text.search });
    const lists = frame.navigation.map(({ title, page: to }) => {
      return { title, url: urlOf(to, page.root) };
    });
    return render('search.njk', { page, text, lists, words: JSON.stringify(wordsOf(frame)) });
  },
};

/** What the page's script says; its names are the script's own. */
function wordsOf({ text }: Frame): Readonly<Record<string, string>> {
  return {
    hint: text.searchHint,
    approximately: text.aboutPrefix,
    total: text.searchTotal,
    about: text.searchAbout,
    searching: text.searchWorking,
    none: text.searchNone,
    noneFiltered: text.searchNoneFiltered,
    near: text.searchNear,
    nearAll: text.searchNearAll,
    nearToo: text.searchNearToo,
    nearPartial: text.searchNearPartial,
    meant: text.searchMeant,
    quoted: text.searchQuoted,
    comma: text.listComma,
    hits: text.searchHits,
    lost: text.searchLost,
    retry: text.searchRetry,
    failed: text.searchFailed,
    recent: text.searchRecent,
    forget: text.searchForget,
    remove: text.searchRemove,
    more: text.more,
    kind: text.kind,
    year: text.years,
    yearUnit: text.year,
    organisation: text.organisation,
    tag: text.tag,
    speaker: text.speaker,
  };
}
