import type { CatalogueEntry, Summary, Term } from '#document/document.ts';
import { compareNewestFirst } from '#document/order.ts';
import { groupByKind, groupByTerm, groupByYear, type TermGroup, type YearGroup } from './groups.ts';
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
  files: readonly CopiedFile[];
  /** Assets of the theme, by their path below `assets/`. */
  assets: readonly CopiedFile[];
}>;

export type Collected = Readonly<{
  documents: readonly Summary[];
  about: Summary | null;
  entries: readonly CatalogueEntry[];
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
    files: collected.files,
    assets: collected.assets,
  };
}
