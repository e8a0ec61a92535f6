import { element } from './elements.ts';
import type { Words } from './search-facets.ts';

/*
 * The last queries, kept on the reader's own machine and nowhere else. Where the browser keeps
 * nothing, there are none.
 */
const key = 'guidang-recent-queries';
const most = 8;

export function recentQueries(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(kept) ? kept.filter((each) => typeof each === 'string') : [];
  } catch {
    return [];
  }
}

export function rememberQuery(query: string): void {
  const text = query.trim();
  if (text === '') return;
  keep([text, ...recentQueries().filter((each) => each !== text)].slice(0, most));
}

export function forgetQueries(): void {
  keep([]);
}

function keep(queries: readonly string[]): void {
  try {
    localStorage.setItem(key, JSON.stringify(queries));
  } catch {
    // The reader's browser keeps nothing: so be it
  }
}

/** The last queries as links, and a way to have them forgotten. */
export function recentList(
  queries: readonly string[],
  linkTo: (text: string) => string,
  forget: () => void,
  words: Words,
): HTMLElement[] {
  const clear = element('button', { type: 'button', textContent: words.forget ?? '' });
  clear.addEventListener('click', forget);
  const links = queries.map((text) =>
    element('li', {}, element('a', { href: linkTo(text), textContent: text })),
  );
  const title = element('h2', { textContent: words.recent ?? '' });
  return [title, element('ul', {}, ...links), clear];
}
