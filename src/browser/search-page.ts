import type { Near } from '#search/near.ts';
import { element } from './elements.ts';
import { isPlainClick } from './plain-click.ts';
import { forgetQueries, recentList, recentQueries, rememberQuery } from './recent-queries.ts';
import {
  type Asked,
  asksSomething,
  firstPage,
  inOrder,
  readAddress,
  writeAddress,
} from './search-address.ts';
import { connect } from './search-connection.ts';
import type { Answer } from './search-engine.ts';
import { chosenFilters, facetPanel, type Words } from './search-facets.ts';
import { moveByKey } from './search-keys.ts';
import { nearItems, resultItem, statusOf } from './search-results.ts';

/** Who asks for more results gets so many more. */
const furtherPage = 50;

/** Milliseconds after which a search that has shown nothing says that it is at work. */
const patience = 300;

/** Brings the search page to life. What is asked stands in its address. */
export function openSearchPage(page: HTMLElement, script: string): void {
  const { root = '' } = page.dataset;
  const words: Words = JSON.parse(page.dataset.words ?? '{}');
  const input = part(page, '#query', HTMLInputElement);
  const form = part(page, 'form', HTMLFormElement);
  const results = part(page, '#results', HTMLOListElement);
  const nearList = part(page, '#near', HTMLOListElement);
  const status = part(page, '.search-status', HTMLElement);
  const sort = part(page, '#sort', HTMLSelectElement);
  const from = part(page, '#from', HTMLInputElement);
  const to = part(page, '#to', HTMLInputElement);
  const facetsBox = part(page, '.facets', HTMLElement);
  const chips = part(page, '.chips', HTMLElement);
  const recent = part(page, '.recent', HTMLElement);
  const more = part(page, '.more-results', HTMLAnchorElement);
  const meant = part(page, '.meant', HTMLElement);
  const filters = part(page, '.filters-button', HTMLButtonElement);

  let asked = readAddress(new URL(location.href));
  let question = 0;
  // What is typed next becomes an entry of the history of its own, and changes it until it is sent
  let isEntryClosed = true;
  let isFirstAnswer = true;
  /** Whether the answer is to a search, and not to a wish for more. */
  let isNew = true;
  let shownCount = 0;
  let waiting = 0;
  const ownTitle = document.title;
  const place = { base: new URL(`${root}search/`, location.href).href };
  const ask = connect(place, script, show);

  const fillForm = () => {
    const { search } = asked;
    if (input.value !== search.text) input.value = search.text;
    sort.value = search.sort;
    from.value = String(search.from ?? '');
    to.value = String(search.to ?? '');
  };
  const run = () => {
    question++;
    isFirstAnswer = true;
    isNew = true;
    shownCount = 0;
    showRecent();
    meant.replaceChildren();
    nearList.replaceChildren();
    const { text } = asked.search;
    document.title = text.trim() === '' ? ownTitle : `${text.trim()} - ${ownTitle}`;
    clearTimeout(waiting);
    chips.replaceChildren(...chosenFilters(asked.search, null, words));
    if (!asksSomething(asked.search)) {
      results.replaceChildren();
      results.dataset.state = 'idle';
      delete results.dataset.total;
      delete results.dataset.exact;
      facetsBox.hidden = true;
      more.hidden = true;
      status.textContent = words.hint ?? '';
      return;
    }
    results.dataset.state = 'searching';
    waiting = window.setTimeout(() => {
      status.textContent = words.searching ?? '';
    }, patience);
    ask({ id: question, search: asked.search, count: asked.all ? null : asked.count });
  };
  const change = (search: Partial<Asked['search']>, how: 'typed' | 'sent') => {
    const next = { search: { ...asked.search, ...search }, all: false, count: firstPage };
    const address = writeAddress(next);
    const isNew = address !== writeAddress(asked);
    if (isNew && isEntryClosed) history.pushState(null, '', address);
    else if (isNew) history.replaceState(null, '', address);
    if (isNew || how === 'sent') isEntryClosed = how === 'sent';
    asked = next;
    if (isNew) run();
  };
  const readForm = () => ({
    text: input.value,
    sort: sort.value === 'date' ? ('date' as const) : ('relevance' as const),
    ...inOrder(yearIn(from), yearIn(to)),
  });

  // In mid-composition the input holds letters that the reader did not mean
  input.addEventListener('input', (event) => {
    if (event instanceof InputEvent && event.isComposing) return;
    change(readForm(), 'typed');
  });
  input.addEventListener('compositionend', () => change(readForm(), 'typed'));
  for (const control of [sort, from, to]) {
    control.addEventListener('change', () => {
      isEntryClosed = true;
      change(readForm(), 'sent');
    });
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    rememberQuery(input.value);
    change(readForm(), 'sent');
  });
  page.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (link === null || event.defaultPrevented || event.button !== 0) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (results.contains(link) || nearList.contains(link)) rememberQuery(asked.search.text);
    if (!link.getAttribute('href')?.startsWith('?')) return;
    event.preventDefault();
    asked = readAddress(new URL(link.href));
    history.pushState(null, '', link.href);
    isEntryClosed = true;
    fillForm();
    run();
  });
  window.addEventListener('popstate', () => {
    asked = readAddress(new URL(location.href));
    isEntryClosed = true;
    fillForm();
    run();
  });
  more.addEventListener('click', (event) => {
    if (!isPlainClick(event)) return;
    event.preventDefault();
    event.stopPropagation();
    // A second click while the first is answered asks for nothing new
    if (results.dataset.state === 'searching') return;
    results.dataset.state = 'searching';
    // The way back leads to as many
    asked = { ...asked, count: shownCount + furtherPage };
    history.replaceState(history.state, '', writeAddress(asked));
    ask({ id: ++question, search: null, count: furtherPage });
  });
  filters.addEventListener('click', () => {
    const isOpen = facetsBox.classList.toggle('is-open');
    filters.setAttribute('aria-expanded', String(isOpen));
  });
  let scrolling = 0;
  window.addEventListener(
    'scroll',
    () => {
      clearTimeout(scrolling);
      scrolling = window.setTimeout(() => {
        if (results.dataset.state === 'done') history.replaceState({ scroll: scrollY }, '');
      }, 100);
    },
    { passive: true },
  );
  document.addEventListener('keydown', (event) => moveByKey(event, input, results));
  // Pages kept for the way back answer no more to what they had asked
  window.addEventListener('pageshow', (event) => {
    if (event.persisted && results.dataset.state === 'searching') run();
  });

  fillForm();
  run();
  if (input.value === '') input.focus({ preventScroll: true });

  function show(answer: Answer): void {
    if (answer.id !== question) return;
    clearTimeout(waiting);
    if (answer.failure !== null) {
      results.dataset.state = 'failed';
      const again = element('a', { href: writeAddress(asked), textContent: words.retry ?? '' });
      status.replaceChildren(`${words.failed ?? ''} (${answer.failure}) `, again);
      more.hidden = true;
      return;
    }
    const text = asked.search.text.trim();
    const items = answer.hits.map((hit) => resultItem(hit, root, text, words));
    if (isFirstAnswer) results.replaceChildren(...items);
    else results.append(...items);
    shownCount += items.length;
    if (answer.near !== null) showNear(answer.near, answer.total);
    results.dataset.total = String(answer.total);
    results.dataset.exact = String(answer.isExact);
    results.dataset.near = String(answer.near !== null);
    status.replaceChildren(...statusOf(answer, asked, words));
    more.hidden = !answer.hasMore || !answer.isLast;
    more.href = writeAddress({ ...asked, count: shownCount + furtherPage });
    if (answer.counts !== null) {
      facetsBox.replaceChildren(...facetPanel(answer.counts, answer.isExact, asked.search, words));
      facetsBox.hidden = facetsBox.childElementCount === 0;
      filters.hidden = facetsBox.hidden;
      chips.replaceChildren(...chosenFilters(asked.search, answer.counts, words));
    }
    isFirstAnswer = false;
    if (!answer.isLast) return;
    results.dataset.state = 'done';
    if (isNew) returnTo();
    isNew = false;
  }

  function showNear(near: Near, total: number): void {
    const known = new Set([...results.children].map((item) => nameOf(item)));
    const items = nearItems(near, root, words, total).filter((item) => {
      return nameOf(item) === undefined || !known.has(nameOf(item));
    });
    // Never among what was found
    (total === 0 ? results : nearList).append(...items);
    if (near.meant === null) return;
    const search = { ...asked.search, text: near.meant };
    const href = writeAddress({ search, all: false, count: firstPage });
    meant.replaceChildren(`${words.meant ?? ''} `, element('a', { href, textContent: near.meant }));
  }

  /** Where the reader was before going on to a result. */
  function returnTo(): void {
    const state: unknown = history.state;
    const isPlace = typeof state === 'object' && state !== null && 'scroll' in state;
    if (isPlace && typeof state.scroll === 'number') scrollTo({ top: state.scroll });
  }

  function showRecent(): void {
    const queries = input.value === '' ? recentQueries() : [];
    recent.hidden = queries.length === 0;
    if (queries.length === 0) return;
    const linkTo = (text: string) => {
      return writeAddress({ search: { ...asked.search, text }, all: false, count: firstPage });
    };
    const forget = () => {
      forgetQueries();
      showRecent();
      input.focus();
    };
    recent.replaceChildren(...recentList(queries, linkTo, forget, words));
  }
}

function nameOf(item: Element): string | undefined {
  return item instanceof HTMLElement ? item.dataset.document : undefined;
}

function yearIn(field: HTMLInputElement): number | null {
  return /^\d{4}$/.test(field.value) ? Number(field.value) : null;
}

function part<Type extends Element>(page: Element, selector: string, type: new () => Type): Type {
  const found = page.querySelector(selector);
  if (found instanceof type) return found;
  throw new Error(`the template search.njk lacks ${selector}`);
}
