import type { WallClock } from '#document/dates/dates.ts';
import type { CatalogueEntry, PieceEntry, Summary, Term } from '#document/document.ts';
import type { Fingerprints } from '#document/text/fingerprint.ts';
import { compareInArchive } from '#document/text/order.ts';
import { type Citations, findCitedDocuments } from './citations.ts';
import { findRelations, type KnownRelations, type Relations } from './compare/relations.ts';
import { groupByKind, groupByTerm, groupByYear, type TermGroup, type YearGroup } from './groups.ts';
import { choosePopular, type PopularLine } from './popular.ts';

/** A file below `content/` that is published as it is. */
export type CopiedFile = Readonly<{
  /** Path below `content/`. */
  path: string;
  absolute: string;
  /** Two that are equal mean that the file has not changed. */
  stat: string;
  /** Where it is a part of that file, such as a picture in a Word file: its name there. */
  part?: string;
}>;

/** A document that was taken back: its page tells so, and nothing else names it. */
export type Withdrawn = Pick<Summary, 'id' | 'title' | 'date' | 'aliases' | 'file'> &
  Readonly<{
    /** Each had a page of its own. */
    pieces: readonly Pick<PieceEntry, 'number'>[];
    reason: string;
    withdrawnOn: WallClock | null;
    /** The file below `content/`, or the identifier, of the document that stands in its place. */
    successor: string | null;
  }>;

/** What is said of a body or a person: a period, a post, the body above it. */
export type NameFact = Readonly<{ label: string; value: string }>;

/** By preferred names. */
export type NameFacts = ReadonlyMap<string, readonly NameFact[]>;

/** All documents and what is derived from them together. Documents stand newest first throughout. */
export type Archive = Relations &
  Readonly<{
    documents: readonly Summary[];
    withdrawn: readonly Withdrawn[];
    /** The page about the site, from `about.md`. */
    about: Summary | null;
    /** The same after it was withdrawn. */
    withdrawnAbout: Withdrawn | null;
    popular: readonly PopularLine[];
    kinds: readonly TermGroup[];
    years: readonly YearGroup[];
    tags: readonly TermGroup[];
    organisations: readonly TermGroup[];
    speakers: readonly TermGroup[];
    nameFacts: NameFacts;
    /** What a document cites of the others, and which of them cite it. */
    citationsOf: (document: Summary) => Citations;
    /** How the full-text index is divided; null where the site cannot be searched. */
    search: Readonly<{
      shardBits: number;
      /** Another one when anything of it has changed: files of two indexes must not be mixed. */
      version: string;
      /** For each shard a key, another one when its content may be another. */
      shards: readonly string[];
    }> | null;
    /** Files that documents lead to. */
    files: readonly CopiedFile[];
    /** Files that the configuration has published at their own paths. */
    named: readonly CopiedFile[];
    /** Assets of the theme, by their path below `assets/`. */
    assets: readonly CopiedFile[];
  }>;

export type Collected = Readonly<{
  documents: readonly Summary[];
  withdrawn: readonly Withdrawn[];
  about: Summary | null;
  withdrawnAbout: Withdrawn | null;
  entries: readonly CatalogueEntry[];
  nameFacts: NameFacts;
  fingerprints: ReadonlyMap<string, Fingerprints>;
  /** Samples of the texts, by which they are compared. */
  samples: ReadonlyMap<string, Uint32Array>;
  files: readonly CopiedFile[];
  named: readonly CopiedFile[];
  assets: readonly CopiedFile[];
}>;

/**
 * Orders and groups what was read.
 *
 * @param know gives what is known of the relations of these documents, newest first
 */
export function collect(
  collected: Collected,
  popularCount: number,
  know: (documents: readonly Summary[]) => KnownRelations | null = () => null,
): Omit<Archive, 'search'> {
  const documents = [...collected.documents].sort(compareInArchive);
  const one = (pick: (document: Summary) => Term | null) => (document: Summary) => {
    const term = pick(document);
    return term === null ? [] : [term];
  };
  const kinds = groupByKind(documents);
  const tags = groupByTerm(documents, (document) => document.tags);
  const organisations = groupByTerm(documents, (document) => document.organisations);
  const { fingerprints, samples, files, named, assets } = collected;
  const comparable = { documents, kinds, tags, organisations, fingerprints, samples };
  return {
    documents,
    withdrawn: collected.withdrawn,
    about: collected.about,
    withdrawnAbout: collected.withdrawnAbout,
    popular: choosePopular(documents, collected.entries, popularCount),
    kinds,
    years: groupByYear(documents),
    tags,
    nameFacts: collected.nameFacts,
    citationsOf: findCitedDocuments(documents),
    organisations,
    speakers: groupByTerm(
      documents,
      one((document) => document.speaker),
    ),
    ...findRelations(comparable, know(documents)),
    files,
    named,
    assets,
  };
}
