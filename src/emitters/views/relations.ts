import type { Archive } from '#archive/archive.ts';
import { leastShare } from '#archive/compare/named.ts';
import type { Summary } from '#document/document.ts';
import { comparedPairs, differencesPath } from '#emitters/pages/differences.ts';
import { urlOf } from './frame.ts';
import { documentPath } from './lines.ts';

/** Where else the words of a document stand. */
export type Relations = Readonly<{
  /** The part of its characters that stands in others, 0 to 1. */
  share: number;
  elsewhere: readonly Readonly<{ document: Summary; share: number }>[];
  /** Near-identical documents, with the page of their differences where there is one. */
  variants: readonly Readonly<{ document: Summary; differences: string | null }>[];
}>;

/** Gives each document's relations. The archive is gone through when the first that has kin is asked for. */
export function relationsOf(archive: Archive): (document: Summary) => Relations {
  let byId: ReadonlyMap<string, Summary> | null = null;
  const documentOf = (id: string) => {
    byId ??= new Map(archive.documents.map((document) => [document.id, document]));
    return byId.get(id);
  };
  const groups = new Map(
    archive.variants.flatMap((group) => group.map((each) => [each.id, group] as const)),
  );
  const pages = new Map<string, string>();
  for (const { newer, older } of archive.variants.flatMap(comparedPairs)) {
    const page = differencesPath(newer.id, older.id);
    pages.set(`${newer.id} ${older.id}`, page);
    pages.set(`${older.id} ${newer.id}`, page);
  }
  return ({ id }) => {
    const shared = archive.shared.get(id);
    const elsewhere = (shared?.elsewhere ?? []).flatMap(({ id: other, share }) => {
      const document = documentOf(other);
      return document === undefined || share < leastShare ? [] : [{ document, share }];
    });
    const variants = (groups.get(id) ?? [])
      .filter((document) => document.id !== id)
      .map((document) => ({ document, differences: pages.get(`${id} ${document.id}`) ?? null }));
    return { share: elsewhere.length === 0 ? 0 : (shared?.share ?? 0), elsewhere, variants };
  };
}

/** What `partials/shared.njk` shows of it. */
export type RelationsView = Readonly<{
  shared: Readonly<{
    percent: number;
    elsewhere: readonly Readonly<{ title: string; url: string; percent: number }>[];
  }> | null;
  variants: readonly Readonly<{ title: string; url: string; differences: string | null }>[];
}>;

export function relationsView(
  { share, elsewhere, variants }: Relations,
  root: string,
): RelationsView {
  const link = (document: Summary) => ({
    title: document.title,
    url: urlOf(documentPath(document.id), root),
  });
  const shared = {
    percent: percent(share),
    elsewhere: elsewhere.map((each) => ({ ...link(each.document), percent: percent(each.share) })),
  };
  return {
    shared: elsewhere.length === 0 ? null : shared,
    variants: variants.map(({ document, differences }) => ({
      ...link(document),
      differences: differences === null ? null : urlOf(differences, root),
    })),
  };
}

/** In whole percent, and never 0 for something. */
function percent(share: number): number {
  return Math.max(1, Math.round(share * 100));
}
