import { libraryFile } from '#search/files.ts';
import { createFold } from '#search/fold.ts';
import { isLibrary } from '#search/library.ts';
import { hitsOf, prepare } from '#search/match.ts';
import { type Folds, parseQuery, type Word } from '#search/query.ts';
import { element } from './elements.ts';
import { accessByScript } from './index-access.ts';
import { type Line, linesOf, markLine } from './marking.ts';
import { pageAddress } from './page-address.ts';
import { isPlainClick } from './plain-click.ts';
import { isPlainKey } from './plain-key.ts';

/**
 * Marks in a document what it was found by (`?q=…`), goes to the passage that the result showed
 * (`&hit=…`), and offers the way from one to the next. The page's words stand at the search box.
 */
export async function markHits(body: HTMLElement, box: HTMLElement): Promise<void> {
  const parameters = new URLSearchParams(location.search);
  const text = parameters.get('q');
  if (text === null) return;
  const folds = await openFolds(box);
  const { words } = parseQuery(text, folds);
  if (words.length === 0) return;
  const title = document.querySelector('h1');
  const inTitle =
    title === null ? [] : linesOf(title).flatMap((line) => markIn(line, words, folds));
  linkWithoutQuery(body);
  const marks = linesOf(body).flatMap((line) => markIn(line, words, folds));
  if (marks.length === 0) return;
  showBar(marks, Number(parameters.get('hit') ?? -1), box.dataset, () => {
    for (const mark of [...inTitle, ...marks].flat()) mark.replaceWith(...mark.childNodes);
  });
}

/** The address of a section is the same for whoever has searched for it. */
function linkWithoutQuery(body: HTMLElement): void {
  for (const link of body.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')) {
    const { hash } = link;
    link.href = pageAddress() + hash;
    link.addEventListener('click', (event) => {
      if (!isPlainClick(event)) return;
      event.preventDefault();
      location.hash = hash;
    });
  }
}

async function openFolds({ dataset }: HTMLElement): Promise<Folds> {
  const base = new URL(dataset.index ?? '', location.href).href;
  const [library] = await accessByScript({ base }).load(libraryFile, null);
  const variants = isLibrary(library) ? library.variants : '';
  return { plain: createFold(variants), exact: createFold(variants, 'punctuation') };
}

/** Each hit is the marks that bear it: markup within a hit parts it into several. */
function markIn(line: Line, words: readonly Word[], folds: Folds): HTMLElement[][] {
  const isExact = words.some(({ exact }) => exact !== null);
  return markLine(line, hitsOf(words, prepare(line.text, folds, isExact)));
}

/** Shows a hit after another; `n` and `N` go on and back, Escape ends it. */
function showBar(
  marks: readonly (readonly HTMLElement[])[],
  first: number,
  words: DOMStringMap,
  unmark: () => void,
): void {
  let current = -1;
  const place = element('span', { className: 'place' });
  place.setAttribute('role', 'status');
  const go = (to: number) => {
    for (const mark of marks[current] ?? []) mark.classList.remove('current');
    current = (to + marks.length) % marks.length;
    for (const mark of marks[current] ?? []) mark.classList.add('current');
    const [mark] = marks[current] ?? [];
    for (let at = mark?.parentElement; at != null; at = at.parentElement) {
      if (at instanceof HTMLDetailsElement) at.open = true;
      at.hidden = false;
    }
    mark?.scrollIntoView({ block: 'center' });
    place.textContent = `${current + 1} / ${marks.length}`;
    // Who sends the address on sends the hit that is seen
    const address = new URL(location.href);
    address.searchParams.set('hit', String(current));
    history.replaceState(history.state, '', address);
  };
  const button = (label: string, sign: string, key: string, act: () => void) => {
    const shown = element('kbd', { textContent: key });
    const made = element('button', { type: 'button', title: label }, `${sign} `, shown);
    made.setAttribute('aria-label', label);
    made.setAttribute('aria-keyshortcuts', key);
    made.addEventListener('click', act);
    return made;
  };
  const bar = element(
    'div',
    { className: 'hits' },
    button(words.previous ?? '', '↑', 'N', () => go(current - 1)),
    place,
    button(words.next ?? '', '↓', 'n', () => go(current + 1)),
    button(words.close ?? '', '×', 'Esc', () => end()),
  );
  const end = () => {
    unmark();
    bar.remove();
    document.removeEventListener('keydown', onKey);
  };
  const onKey = (event: KeyboardEvent) => {
    // One thing after another: what lies above is closed first
    if (!isPlainKey(event) || document.querySelector('dialog[open]') !== null) return;
    if (event.key === 'n') go(current + 1);
    else if (event.key === 'N') go(current - 1);
    else if (event.key === 'Escape') end();
  };
  document.addEventListener('keydown', onKey);
  bar.setAttribute('role', 'group');
  document.querySelector('main')?.append(bar);
  place.textContent = `${marks.length}`;
  if (first >= 0 && first < marks.length) go(first);
}
