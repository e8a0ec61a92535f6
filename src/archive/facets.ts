import type { Card } from '#document/card.ts';
import { compareCodePoints } from '#document/text/order.ts';

/** By what a list of documents can be narrowed, with the names of the archive's groups. */
export const facetNames = ['kinds', 'years', 'organisations', 'tags', 'speakers'] as const;
export type FacetName = (typeof facetNames)[number];

/** A value of a facet, and how many documents of a list have it. */
type FacetCount = Readonly<{ name: string; count: number }>;

/** The most frequent values of each facet. */
export type FacetCounts = Readonly<Record<FacetName, readonly FacetCount[]>>;

type Value = Readonly<{ facet: FacetName; name: string }>;

/**
 * Prepares to count the values of each facet in lists of documents. A document stands in many lists:
 * its values are numbered once, and counted by their numbers.
 *
 * @returns gives at most `most` values of each facet
 */
export function openFacetCounts(): (documents: readonly Card[], most: number) => FacetCounts {
  const values: Value[] = [];
  const numbersOf = openNumbering(values);
  const counts: number[] = [];
  return (documents, most) => {
    const met: number[] = [];
    for (const document of documents) {
      for (const number of numbersOf(document)) {
        const before = counts[number] ?? 0;
        if (before === 0) met.push(number);
        counts[number] = before + 1;
      }
    }
    const frequent: Record<FacetName, FacetCount[]> = {
      kinds: [],
      years: [],
      organisations: [],
      tags: [],
      speakers: [],
    };
    for (const number of met) {
      const value = values[number];
      if (value !== undefined) place(frequent[value.facet], value.name, counts[number] ?? 0, most);
      counts[number] = 0;
    }
    frequent.years.sort((a, b) => compareCodePoints(b.name, a.name));
    return frequent;
  };
}

/** Places a value in a list of the most frequent ones; of equally frequent ones that of the lower name goes first. */
function place(list: FacetCount[], name: string, count: number, most: number): void {
  let rank = list.length;
  while (rank > 0 && isBefore(name, count, list[rank - 1])) rank--;
  if (rank >= most) return;
  list.splice(rank, 0, { name, count });
  if (list.length > most) list.pop();
}

function isBefore(name: string, count: number, other: FacetCount | undefined): boolean {
  if (other === undefined || count < other.count) return false;
  return count > other.count || compareCodePoints(name, other.name) < 0;
}

/** Gives the numbers of a document's values; new values are appended to `values`. */
function openNumbering(values: Value[]): (document: Card) => readonly number[] {
  const known = new Map<Card, readonly number[]>();
  const numbers: Record<FacetName, Map<string, number>> = {
    kinds: new Map(),
    years: new Map(),
    organisations: new Map(),
    tags: new Map(),
    speakers: new Map(),
  };
  const numberOf = (facet: FacetName, name: string) => {
    const number = numbers[facet].get(name) ?? values.push({ facet, name }) - 1;
    numbers[facet].set(name, number);
    return number;
  };
  return (document) => {
    const own =
      known.get(document) ?? valuesOf(document).map(([facet, name]) => numberOf(facet, name));
    known.set(document, own);
    return own;
  };
}

function valuesOf({ kind, date, organisations, tags, speaker }: Card): [FacetName, string][] {
  const values: [FacetName, string][] = [['kinds', kind.name]];
  if (date !== null) values.push(['years', date.value.slice(0, 4)]);
  for (const { name } of organisations) values.push(['organisations', name]);
  if (speaker !== null) values.push(['speakers', speaker.name]);
  for (const { name } of tags) values.push(['tags', name]);
  return values;
}
