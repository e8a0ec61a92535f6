/** What is known of the whole index before a search. */
export type Library = Readonly<{
  /** Another one when documents have other numbers: files of two indexes must not be mixed. */
  version: string;
  documents: number;
  shardBits: number;
  /** Each year with the number of its first document, in ascending order; undated ones go before. */
  years: readonly (readonly [year: number, first: number])[];
  /** Traditional characters, each followed by its simplified one. */
  variants: string;
}>;

export function isLibrary(value: unknown): value is Library {
  return typeof value === 'object' && value !== null && 'shardBits' in value && 'variants' in value;
}

/** By what documents can be filtered. */
export const facets = ['kind', 'organisation', 'tag', 'speaker'] as const;
export type Facet = (typeof facets)[number];

/** The values of each facet; their posting lists follow in this order. */
export type FacetValues = Readonly<
  Record<Facet, readonly Readonly<{ name: string; slug: string }>[]>
>;

/** Numbers of the documents of some years: from the first, below the last. */
export function rangeOfYears(
  { years, documents }: Library,
  from: number | null,
  to: number | null,
): readonly [number, number] {
  if (from === null && to === null) return [0, documents];
  const first = years.find(([year]) => from === null || year >= from)?.[1] ?? documents;
  const below = to === null ? documents : (years.find(([year]) => year > to)?.[1] ?? documents);
  return [first, Math.max(first, below)];
}
