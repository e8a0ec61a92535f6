import type { SeriesPlace } from '#archive/series.ts';
import type { Summary } from '#document/document.ts';
import type { SharedPassages } from './passages.ts';
import type { RelatedInput } from './related.ts';

/** Less of a text than this that stands elsewhere is formulas that many documents share. */
export const leastShare = 0.02;

type Compared = Readonly<{
  shared: ReadonlyMap<string, SharedPassages>;
  variants: readonly (readonly Summary[])[];
  series: ReadonlyMap<string, SeriesPlace>;
}>;

/** What keeps documents from being named as related: their page names them anyway, or an equal one. */
export function namedBy({
  shared,
  variants,
  series,
}: Compared): Pick<RelatedInput, 'isNamed' | 'leader'> {
  const leaders = new Map(
    variants.flatMap((group) => group.map((each) => [each, group[0] ?? each] as const)),
  );
  return {
    leader: (document) => leaders.get(document) ?? document,
    isNamed({ id }, other) {
      const place = series.get(id);
      if (place?.previous === other || place?.next === other) return true;
      const elsewhere = shared.get(id)?.elsewhere ?? [];
      return elsewhere.some((each) => each.id === other.id && each.share >= leastShare);
    },
  };
}
