import type { Archive } from '#archive/archive.ts';
import type { TermGroup } from '#archive/groups.ts';
import type { Card } from '#document/card.ts';
import { formatDate } from '#document/dates/dates.ts';
import type { Summary, Term } from '#document/document.ts';
import { namesOf } from '#document/terms.ts';
import type { Emitter, OutputPath, Plan } from '#emitters/emitter.ts';
import { createBitWriter } from '#search/bits.ts';
import {
  entriesFile,
  entriesInFile,
  facetsFile,
  fileContent,
  libraryFile,
  shardFile,
  shardFolder,
  textFile,
} from '#search/files.ts';
import type { Facet, FacetValues, Library } from '#search/library.ts';
import { facets } from '#search/library.ts';
import { writePostings } from '#search/postings.ts';
import { type Entry, packEntry, packListed } from '#search/text.ts';
import { variantPairs } from '#search/variants.ts';

type Input =
  | Readonly<{ file: 'library'; library: Omit<Library, 'variants'> }>
  | Readonly<{
      file: 'facets';
      values: FacetValues;
      lists: readonly (readonly number[])[];
      total: number;
    }>
  | Readonly<{ file: 'entries'; name: string; entries: readonly Entry[] }>
  | Readonly<{ file: 'text'; name: string; entry: Entry }>
  /** The key is another one when the content may be. */
  | Readonly<{ file: 'shard'; name: string; shard: number; key: string }>;

/** The full-text index; docs/search.md describes its files. */
export const searchFiles: Emitter<Input> = {
  name: 'search-files',
  templates: [],
  *plan(archive) {
    if (archive.search === null) return;
    const { shardBits, version, shards } = archive.search;
    const oldestFirst = archive.documents.toReversed();
    yield planned(libraryFile, () => ({
      file: 'library',
      library: { version, documents: oldestFirst.length, shardBits, years: yearsOf(oldestFirst) },
    }));
    yield planned(facetsFile, () => ({ file: 'facets', ...facetLists(archive, oldestFirst) }));
    for (let first = 0; first < oldestFirst.length; first += entriesInFile) {
      const name = entriesFile(first);
      const some = oldestFirst.slice(first, first + entriesInFile);
      yield {
        ...planned(name, () => ({ file: 'entries', name, entries: some.map(entryOf) })),
        dependencies: () => ({ cards: some }),
      };
    }
    for (const [number, document] of oldestFirst.entries()) {
      const name = textFile(number);
      const { path, input } = planned(name, () => ({
        file: 'text',
        name,
        entry: entryOf(document),
      }));
      yield { path, input, dependencies: () => ({ cards: [document] }), documents: [document.id] };
    }
    for (const [shard, key] of shards.entries()) {
      const name = shardFile(shard);
      yield {
        ...planned(name, () => ({ file: 'shard', name, shard, key })),
        dependencies: () => ({ values: [key] }),
      };
    }
  },
  produce(input, tools) {
    switch (input.file) {
      case 'library':
        return fileContent(libraryFile, [{ ...input.library, variants: variantPairs() }]);
      case 'facets':
        return fileContent(facetsFile, [input.values], encodeLists(input.lists, input.total));
      case 'entries':
        return fileContent(input.name, input.entries.map(packListed));
      case 'text':
        return fileContent(input.name, [packEntry(input.entry)], tools.searchText(input.entry.id));
      case 'shard':
        return fileContent(input.name, [], tools.shard(input.shard));
    }
  },
};

/** Whether this is the path of a shard of the index. */
export function isShardPath(path: OutputPath): boolean {
  return path.startsWith(`search/${shardFolder}/`);
}

function planned(name: string, input: () => Input): Plan<Input> {
  return { path: `search/${name}.js`, input };
}

function entryOf({ id, title, date, kind, organisations, speaker, pinyin }: Card): Entry {
  return {
    id,
    title,
    kind: kind.name,
    date: date === null ? '' : formatDate(date),
    organisation: namesOf(organisations) ?? speaker?.name ?? '',
    pinyin: pinyin.join(' '),
  };
}

/** The number of the first document of each year. */
function yearsOf(oldestFirst: readonly Summary[]): [number, number][] {
  const years: [number, number][] = [];
  for (const [number, { date }] of oldestFirst.entries()) {
    if (date === null) continue;
    const year = Number(date.value.slice(0, 4));
    if (years.at(-1)?.[0] !== year) years.push([year, number]);
  }
  return years;
}

/** The values of each facet, and the numbers of the documents that have them. */
function facetLists(
  archive: Archive,
  oldestFirst: readonly Summary[],
): { values: FacetValues; lists: number[][]; total: number } {
  const numbers = new Map(oldestFirst.map(({ id }, number) => [id, number]));
  const groups: Readonly<Record<Facet, readonly TermGroup[]>> = {
    kind: archive.kinds,
    organisation: archive.organisations,
    tag: archive.tags,
    speaker: archive.speakers,
  };
  const terms = (facet: Facet): Term[] => groups[facet].map(({ name, slug }) => ({ name, slug }));
  const lists = facets.flatMap((facet) =>
    groups[facet].map(({ documents }) =>
      documents.map(({ id }) => numbers.get(id) ?? 0).sort((a, b) => a - b),
    ),
  );
  const values = {
    kind: terms('kind'),
    organisation: terms('organisation'),
    tag: terms('tag'),
    speaker: terms('speaker'),
  };
  return { values, lists, total: oldestFirst.length };
}

function encodeLists(lists: readonly (readonly number[])[], total: number): Uint8Array {
  const writer = createBitWriter();
  for (const list of lists) writePostings(writer, Uint32Array.from(list), 0, list.length, total);
  return writer.finish();
}
