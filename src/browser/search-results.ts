import type { Hit } from '#search/examine.ts';
import type { Near } from '#search/near.ts';
import type { Passage } from '#search/passages.ts';
import { documentAddress } from '#search/text.ts';
import { element } from './elements.ts';
import { type Asked, firstPage, writeAddress } from './search-address.ts';
import type { Answer } from './search-engine.ts';
import type { Words } from './search-facets.ts';

/**
 * One result: the title leads to the first passage in the page, and each passage to itself.
 *
 * @param text what was found in it, as a query
 */
export function resultItem(hit: Hit, root: string, text: string, words: Words): HTMLLIElement {
  const { entry, passages, title, hits } = hit;
  const address = (passage: Passage | undefined) => {
    const page = root + documentAddress(entry.id);
    if (text === '') return page;
    const at = passage === undefined ? '' : `&hit=${passage.hit}`;
    return `${page}?q=${encodeURIComponent(text)}${at}`;
  };
  const link = element('a', { href: address(passages[0]) }, ...marked(title));
  const count = hits === 0 ? '' : (words.hits ?? '{n}').replace('{n}', String(hits));
  const facts = [entry.date, entry.organisation, count].filter((fact) => fact !== '').join(' · ');
  const item = element(
    'li',
    {},
    element('h2', { lang: 'zh-CN' }, link),
    element(
      'p',
      { className: 'facts' },
      element('span', { className: 'badge', textContent: entry.kind }),
      ` ${facts}`,
    ),
    ...passages.map((passage) =>
      element(
        'p',
        { className: 'found', lang: 'zh-CN' },
        element('a', { href: address(passage), tabIndex: -1 }, ...marked(passage.parts)),
      ),
    ),
  );
  item.dataset.document = entry.id;
  return item;
}

function marked(parts: Passage['parts']): (Node | string)[] {
  return parts.map(({ text, found }) => (found ? element('mark', { textContent: text }) : text));
}

/** What is nearest, never among what was found: under a line that says so. */
export function nearItems(near: Near, root: string, words: Words, found: number): HTMLLIElement[] {
  const text = near.parts.join(' ');
  const note = (pattern: string | undefined) =>
    element('li', {
      className: 'near-note',
      textContent: (pattern ?? '').replace('{parts}', quoted(near.parts, words)),
    });
  const item = (hit: Hit) => resultItem(hit, root, text, words);
  return [
    // Where nothing was found, the status says it
    ...(found === 0 || near.hits.length === 0 ? [] : [note(words.nearToo)]),
    ...near.hits.map(item),
    ...(near.partial.length === 0 ? [] : [note(words.nearPartial)]),
    ...near.partial.map(item),
  ];
}

function quoted(parts: readonly string[], words: Words): string {
  return parts.map((part) => (words.quoted ?? '{n}').replace('{n}', part)).join(words.comma ?? ' ');
}

/** What is told of an answer above its results. */
export function statusOf(answer: Answer, asked: Asked, words: Words): (Node | string)[] {
  const { total, isExact, hasMore, near, lost } = answer;
  const told: (Node | string)[] = [];
  if (total > 0 || hasMore) {
    told.push(((isExact ? words.total : words.about) ?? '{n}').replace('{n}', String(total)));
  } else if (near === null) {
    told.push(isFiltered(asked) ? (words.noneFiltered ?? '') : (words.none ?? ''));
  } else {
    const search = { ...asked.search, text: near.parts.join(' ') };
    const href = writeAddress({ search, all: false, count: firstPage });
    told.push(
      (words.near ?? '').replace('{parts}', quoted(near.parts, words)),
      ' ',
      element('a', { href, textContent: words.nearAll ?? '' }),
    );
  }
  if (lost > 0) {
    const again = element('a', { href: writeAddress(asked), textContent: words.retry ?? '' });
    told.push(` ${(words.lost ?? '').replace('{n}', String(lost))} `, again);
  }
  return told;
}

function isFiltered({ search: { filters, from, to } }: Asked): boolean {
  return from !== null || to !== null || Object.keys(filters).length > 0;
}
