import type { CatalogueEntry, Summary, Term } from '#document/document.ts';
import type { Fingerprints } from '#document/fingerprint.ts';
import { compareNewestFirst } from '#document/order.ts';
import { groupByKind, groupByTerm, groupByYear, type TermGroup, type YearGroup } from './groups.ts';
import { comparePassages, type SharedPassages } from './passages.ts';
import { choosePopular, type PopularLine } from './popular.ts';

/** A file below `content/` that is published as it is. */
export type CopiedFile = Readonly<{
  /** Path below `content/`. */
  path: string;
  absolute: string;
}>;

/** All documents and what is derived from them together. Documents stand newest first throughout. */
export type Archive = Readonly<{
  documents: readonly Summary[];
  /** The page about the site, from `about.md`. */
  about: Summary | null;
  popular: readonly PopularLine[];
  kinds: readonly TermGroup[];
  years: readonly YearGroup[];
  tags: readonly TermGroup[];
  organisations: readonly TermGroup[];
  speakers: readonly TermGroup[];
  /** What of each document stands in others, by id. */
  shared: ReadonlyMap<string, SharedPassages>;
  /** Near-identical documents: each group and all groups newest first. */
  variants: readonly (readonly Summary[])[];
  files: readonly CopiedFile[];
  /** Assets of the theme, by their path below `assets/`. */
  assets: readonly CopiedFile[];
}>;

export type Collected = Readonly<{
  documents: readonly Summary[];
  about: Summary | null;
  entries: readonly CatalogueEntry[];
  fingerprints: ReadonlyMap<string, Fingerprints>;
  files: readonly CopiedFile[];
  assets: readonly CopiedFile[];
}>;

/** Orders and groups what was read. */
export function collect(collected: Collected, popularCount: number): Archive {
  const documents = [...collected.documents].sort(
    (a, b) => compareNewestFirst(a, b) || (a.id < b.id ? -1 : 1),
  );
  const one = (pick: (document: Summary) => Term | null) => (document: Summary) => {
    const term = pick(document);
    return term === null ? [] : [term];
  };
  const { shared, variants } = compare(documents, collected.fingerprints);
  return {
    documents,
    about: collected.about,
    popular: choosePopular(documents, collected.entries, popularCount),
    kinds: groupByKind(documents),
    years: groupByYear(documents),
    tags: groupByTerm(documents, (document) => document.tags),
    organisations: groupByTerm(
      documents,
      one((document) => document.organisation),
    ),
    speakers: groupByTerm(
      documents,
      one((document) => document.speaker),
    ),
    shared,
    variants,
    files: collected.files,
    assets: collected.assets,
  };
}

function compare(
  documents: readonly Summary[],
  fingerprints: ReadonlyMap<string, Fingerprints>,
): Pick<Archive, 'shared' | 'variants'> {
  const compared = documents.flatMap(({ id, characters }) => {
    const own = fingerprints.get(id);
    return own === undefined ? [] : [{ id, characters, fingerprints: own }];
  });
  const { shared, groups } = comparePassages(compared);
  const byId = new Map(documents.map((document) => [document.id, document]));
  const variants = groups.map((ids) => ids.flatMap((id) => byId.get(id) ?? []));
  return { shared, variants };
}
