import { element } from './elements.ts';
import { accessByScript, type Place } from './index-access.ts';
import { forgetQueries, recentQueries, rememberQuery } from './recent-queries.ts';
import { type Asked, asksSomething, readAddress, writeAddress } from './search-address.ts';
import { type Answer, createEngine, type Question } from './search-engine.ts';
import { chosenFilters, facetPanel, type Words } from './search-facets.ts';
import { resultItem } from './search-results.ts';

/** Results that are shown at a time. */
const pageSize = 10;

/** Sends questions to the engine; answers come back through `tell`. */
type Ask = (question: Question) => void;

/** Brings the search page to life. What is asked stands in its address. */
export function openSearchPage(page: HTMLElement, script: string): void {
  const { root = '' } = page.dataset;
  const words: Words = JSON.parse(page.dataset.words ?? '{}');
  const input = part(page, '#query', HTMLInputElement);
  const form = part(page, 'form', HTMLFormElement);
  const results = part(page, '#results', HTMLOListElement);
  const status = part(page, '.search-status', HTMLElement);
  const sort = part(page, '#sort', HTMLSelectElement);
  const from = part(page, '#from', HTMLInputElement);
  const to = part(page, '#to', HTMLInputElement);
  const facetsBox = part(page, '.facets', HTMLElement);
  const chips = part(page, '.chips', HTMLElement);
  const recent = part(page, '.recent', HTMLElement);
  const more = part(page, '.more-results', HTMLButtonElement);

  let asked = readAddress(new URL(location.href));
  let question = 0;
  // What is typed next becomes an entry of the history of its own, and changes it until it is sent
  let isEntryClosed = true;
  let isFirstAnswer = true;
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
    showRecent();
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
    ask({ id: question, search: asked.search, count: asked.all ? null : pageSize });
  };
  const change = (search: Partial<Asked['search']>, how: 'typed' | 'sent') => {
    const next = { search: { ...asked.search, ...search }, all: false };
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
    from: yearIn(from),
    to: yearIn(to),
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
    if (results.contains(link)) rememberQuery(asked.search.text);
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
  more.addEventListener('click', () => {
    // A second click while the first is answered asks for nothing new
    if (results.dataset.state === 'searching') return;
    results.dataset.state = 'searching';
    ask({ id: ++question, search: null, count: pageSize });
  });
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
    if (answer.failure !== null) {
      results.dataset.state = 'failed';
      status.textContent = `${words.failed ?? ''} (${answer.failure})`;
      more.hidden = true;
      return;
    }
    const items = answer.hits.map((hit) => resultItem(hit, root, asked.search.text.trim()));
    if (isFirstAnswer) results.replaceChildren(...items);
    else results.append(...items);
    isFirstAnswer = false;
    results.dataset.total = String(answer.total);
    results.dataset.exact = String(answer.isExact);
    status.textContent = statusText(answer);
    more.hidden = !answer.hasMore || !answer.isLast;
    if (answer.counts !== null) {
      facetsBox.replaceChildren(...facetPanel(answer.counts, answer.isExact, asked.search, words));
      facetsBox.hidden = facetsBox.childElementCount === 0;
      chips.replaceChildren(...chosenFilters(asked.search, answer.counts, words));
    }
    if (answer.isLast) results.dataset.state = 'done';
  }

  function statusText({ total, isExact, hasMore }: Answer): string {
    if (total === 0 && !hasMore) return words.none ?? '';
    const pattern = (isExact ? words.total : words.about) ?? '{n}';
    return pattern.replace('{n}', String(total));
  }

  function showRecent(): void {
    const queries = input.value === '' ? recentQueries() : [];
    recent.hidden = queries.length === 0;
    if (queries.length === 0) return;
    const clear = element('button', { type: 'button', textContent: words.forget ?? '' });
    clear.addEventListener('click', () => {
      forgetQueries();
      showRecent();
      input.focus();
    });
    const links = queries.map((text) => {
      const search = { ...asked.search, text };
      const href = writeAddress({ search, all: false });
      return element('li', {}, element('a', { href, textContent: text }));
    });
    const title = element('h2', { textContent: words.recent ?? '' });
    recent.replaceChildren(title, element('ul', {}, ...links), clear);
  }
}

/** The engine runs in a worker where there can be one; pages opened as files must do it themselves. */
function connect(place: Place, script: string, tell: (answer: Answer) => void): Ask {
  const here = (): Ask => {
    const engine = createEngine(accessByScript(place));
    return (question) => void engine(question, tell);
  };
  if (!location.protocol.startsWith('http')) return here();
  try {
    const worker = new Worker(script);
    let own: Ask | null = null;
    let last: Question | null = null;
    worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => tell(data));
    worker.addEventListener('error', () => {
      own ??= here();
      if (last !== null) own(last);
    });
    worker.postMessage(place);
    return (question) => {
      if (question.search !== null) last = question;
      if (own === null) worker.postMessage(question);
      else own(question);
    };
  } catch {
    return here();
  }
}

/** Down goes from the input into the results and on, up back again; Escape leaves them. */
function moveByKey(event: KeyboardEvent, input: HTMLInputElement, results: HTMLElement): void {
  if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
  const links = [...results.querySelectorAll<HTMLAnchorElement>('h2 a')];
  const { activeElement: focused } = document;
  const at = focused instanceof HTMLAnchorElement ? links.indexOf(focused) : -1;
  const inInput = focused === input;
  // Nothing has the focus yet when a page comes with its results
  const isFree = focused === null || focused === document.body;
  if (!inInput && at < 0 && !isFree) return;
  if (event.key === 'ArrowDown') links[at + 1]?.focus();
  else if (event.key === 'ArrowUp' && at >= 0) (links[at - 1] ?? input).focus();
  else if (event.key === 'Escape' && !isFree) {
    if (inInput) input.blur();
    else input.focus();
  } else return;
  event.preventDefault();
}

function yearIn(field: HTMLInputElement): number | null {
  return /^\d{4}$/.test(field.value) ? Number(field.value) : null;
}

function part<Type extends Element>(page: Element, selector: string, type: new () => Type): Type {
  const found = page.querySelector(selector);
  if (found instanceof type) return found;
  throw new Error(`the template search.njk lacks ${selector}`);
}
