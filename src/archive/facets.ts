import type { Face } from '#document/face.ts';
import { compareCodePoints } from '#document/order.ts';

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
export function openFacetCounts(): (documents: readonly Face[], most: number) => FacetCounts {
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
    const counted = met.flatMap((number) => {
      const value = values[number];
      return value === undefined ? [] : [{ ...value, count: counts[number] ?? 0 }];
    });
    for (const number of met) counts[number] = 0;
    const mostFrequent = (facet: FacetName) =>
      counted
        .filter((value) => value.facet === facet)
        .map(({ name, count }) => ({ name, count }))
        .sort((a, b) => b.count - a.count || compareCodePoints(a.name, b.name))
        .slice(0, most);
    return {
      kinds: mostFrequent('kinds'),
      years: mostFrequent('years').sort((a, b) => compareCodePoints(b.name, a.name)),
      organisations: mostFrequent('organisations'),
      tags: mostFrequent('tags'),
      speakers: mostFrequent('speakers'),
    };
  };
}

/** Gives the numbers of a document's values; new values are appended to `values`. */
function openNumbering(values: Value[]): (document: Face) => readonly number[] {
  const known = new Map<Face, readonly number[]>();
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

function valuesOf({ kind, date, organisation, tags, speaker }: Face): [FacetName, string][] {
  const values: [FacetName, string][] = [['kinds', kind.name]];
  if (date !== null) values.push(['years', date.value.slice(0, 4)]);
  if (organisation !== null) values.push(['organisations', organisation.name]);
  if (speaker !== null) values.push(['speakers', speaker.name]);
  for (const { name } of tags) values.push(['tags', name]);
  return values;
}
