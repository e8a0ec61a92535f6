import type { Term } from './document.ts';

/** The names of terms in one line, as Chinese lists them; null of none. */
export function namesOf(terms: readonly Term[]): string | null {
  return terms.length === 0 ? null : terms.map(({ name }) => name).join('、');
}
