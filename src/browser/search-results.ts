import type { Hit } from '#search/examine.ts';
import type { Passage } from '#search/passages.ts';
import { documentAddress } from '#search/text.ts';
import { element } from './elements.ts';

/** One result: the title leads to the first passage in the page, and each passage to itself. */
export function resultItem(hit: Hit, root: string, text: string): HTMLLIElement {
  const { entry, passages, title } = hit;
  const address = (passage: Passage | undefined) => {
    const page = root + documentAddress(entry.id);
    if (text === '') return page;
    const at = passage === undefined ? '' : `&hit=${passage.hit}`;
    return `${page}?q=${encodeURIComponent(text)}${at}`;
  };
  const link = element('a', { href: address(passages[0]) }, ...marked(title));
  const facts = [entry.date, entry.organisation].filter((fact) => fact !== '').join(' · ');
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
