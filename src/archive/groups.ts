import { monthOf } from '#document/dates/dates.ts';
import type { Summary, Term } from '#document/document.ts';
import { compareCodePoints } from '#document/text/order.ts';

/** Documents that share a kind, tag, organisation or speaker. */
export type TermGroup = Readonly<{ name: string; slug: string; documents: readonly Summary[] }>;

/** Documents of a month; `month` is `08`, or null for those that only state a year. */
export type MonthGroup = Readonly<{ month: string | null; documents: readonly Summary[] }>;

/** Documents of a year with its months, newest first; `year` is null for undated ones. */
export type YearGroup = Readonly<{
  year: string | null;
  documents: readonly Summary[];
  months: readonly MonthGroup[];
}>;

/**
 * Groups documents by their terms: the largest group first, then by name. Two names that are
 * spelt alike in an address (试点 and 实点 are both `shi-dian`) each get a suffix from their name.
 */
export function groupByTerm(
  documents: readonly Summary[],
  termsOf: (document: Summary) => readonly Term[],
): TermGroup[] {
  const groups = new Map<string, { term: Term; documents: Summary[] }>();
  for (const document of documents) {
    for (const term of termsOf(document)) {
      const group = groups.get(term.name);
      if (group === undefined) groups.set(term.name, { term, documents: [document] });
      else group.documents.push(document);
    }
  }
  const users = countBy([...groups.values()], ({ term }) => term.slug);
  return [...groups.values()]
    .map(({ term, documents: members }) => ({
      name: term.name,
      slug: users.get(term.slug) === 1 ? term.slug : `${term.slug}-${suffix(term.name)}`,
      documents: members,
    }))
    .sort((a, b) => b.documents.length - a.documents.length || compareCodePoints(a.name, b.name));
}

/** Kinds are told apart by their identifier: 讲话 and `speech` are one. */
export function groupByKind(documents: readonly Summary[]): TermGroup[] {
  return groupByTerm(documents, (document) => [document.kind]);
}

export function groupByYear(documents: readonly Summary[]): YearGroup[] {
  const years = split(documents, (document) => document.date?.value.slice(0, 4) ?? null);
  return years.map(([year, members]) => ({
    year,
    documents: members,
    months: split(members, (document) => document.date && monthOf(document.date)).map(
      ([month, ofMonth]) => ({ month, documents: ofMonth }),
    ),
  }));
}

/** Groups in the order in which their keys first occur. */
function split(
  documents: readonly Summary[],
  keyOf: (document: Summary) => string | null,
): [string | null, Summary[]][] {
  const groups = new Map<string | null, Summary[]>();
  for (const document of documents) {
    const key = keyOf(document);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [document]);
    else group.push(document);
  }
  return [...groups];
}

function countBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return counts;
}

/** The code points of a name's characters in base 36: stable, and different for different names. */
function suffix(name: string): string {
  let value = 7;
  for (const character of name) value = (value * 31 + (character.codePointAt(0) ?? 0)) % 2176782336;
  return value.toString(36).padStart(6, '0');
}
