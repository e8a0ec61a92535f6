import { comparePassages } from '#archive/compare/passages.ts';
import type { Examined } from '#check/rule.ts';
import { type Diagnostic, warning } from '#diagnostics/diagnostic.ts';

/** Documents that differ in a few words; each group is told once, at its newest document. */
export function findNearIdentical({ documents, fingerprints }: Examined): Diagnostic[] {
  const byId = new Map(documents.map(({ summary }) => [summary.id, summary]));
  const compared = documents.flatMap(({ summary: { id, characters } }) => {
    const own = fingerprints.get(id);
    return own === undefined ? [] : [{ id, characters, fingerprints: own }];
  });
  return comparePassages(compared).groups.flatMap((ids) => {
    const [first, ...others] = ids.flatMap((id) => byId.get(id)?.file ?? []);
    if (first === undefined || others.length === 0) return [];
    return [warning({ says: 'near-identical', files: others }, { place: { file: first } })];
  });
}
