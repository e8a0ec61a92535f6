import type { Archive } from '#archive/archive.ts';
import type { Summary } from '#document/document.ts';

const sameKindCount = 5;

/**
 * Gives the documents of its kind that stand nearest to a document.
 *
 * @param isForFew whether only few documents are asked about, which are then looked for
 */
export function sameKindOf(
  { kinds }: Archive,
  isForFew: boolean,
): (document: Summary) => Summary[] {
  const ofKind = new Map(
    kinds.map(({ name, documents }) => {
      const places = isForFew ? null : new Map(documents.map((each, place) => [each, place]));
      const placeOf = (document: Summary) => places?.get(document) ?? documents.indexOf(document);
      return [name, { documents, placeOf }];
    }),
  );
  return (document) => {
    const own = ofKind.get(document.kind.name);
    return own === undefined ? [] : around(own.documents, own.placeOf(document));
  };
}

/** The documents of a list that stand nearest to one of them, without itself. */
function around(documents: readonly Summary[], position: number): Summary[] {
  const last = Math.max(0, documents.length - sameKindCount - 1);
  const first = Math.min(last, Math.max(0, position - Math.floor(sameKindCount / 2)));
  return documents
    .slice(first, first + sameKindCount + 1)
    .filter((_, index) => first + index !== position)
    .slice(0, sameKindCount);
}
