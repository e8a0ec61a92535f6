import { keyOfNumber, titleKey } from '#document/citations/citations.ts';
import type { Summary } from '#document/document.ts';
import { findKind } from '#document/kind/kinds.ts';

/** What a document cites of the archive, and what of it cites the document. Newest first. */
export type Citations = Readonly<{
  /** The documents cited, each with the keys by which it is. */
  cited: readonly Readonly<{ document: Summary; keys: readonly string[] }>[];
  citing: readonly Summary[];
}>;

const none: Citations = { cited: [], citing: [] };

/** Titles of what is amended and published again. */
const rule = /(?:法|宪法|条例|规定|办法|细则|规则|章程|准则|守则|制度|规范|标准|公约)$/u;

/** Laws are cited without the name of the country, where a document of the archive has it. */
const country = '中华人民共和国';

/** A document's title as it is cited; null where it says no more than what sort of document it is: 会议纪要. */
function titleOf({ title }: Summary): string | null {
  return findKind(title) === undefined ? titleKey(title) : null;
}

/**
 * Finds which documents of the archive each cites, by their titles and their numbers. Of a rule its newest version is
 * meant; any other title that several have is nobody's.
 */
export function findCitedDocuments(
  documents: readonly Summary[],
): (document: Summary) => Citations {
  const byKey = new Map<string, Summary | null>();
  for (const document of documents) {
    const title = titleOf(document);
    if (title !== null && !byKey.has(title)) byKey.set(title, document);
    // Of a rule the newest version is meant, of two notices nobody knows which
    else if (title !== null && !rule.test(title)) byKey.set(title, null);
    const number = document.documentNumber === null ? null : keyOfNumber(document.documentNumber);
    if (number !== null && !byKey.has(number)) byKey.set(number, document);
  }
  const cited = new Map<Summary, Map<Summary, string[]>>();
  const citing = new Map<Summary, Summary[]>();
  for (const document of documents) {
    for (const key of document.citations) {
      const target = byKey.get(key) ?? byKey.get(country + key) ?? null;
      if (target === null || target === document) continue;
      const own = cited.get(document) ?? new Map<Summary, string[]>();
      cited.set(document, own);
      const keys = own.get(target);
      if (keys !== undefined) keys.push(key);
      else {
        own.set(target, [key]);
        const others = citing.get(target);
        if (others === undefined) citing.set(target, [document]);
        else others.push(document);
      }
    }
  }
  return (document) => {
    const own = cited.get(document);
    const others = citing.get(document);
    if (own === undefined && others === undefined) return none;
    return {
      cited: [...(own ?? [])].map(([target, keys]) => ({ document: target, keys })),
      citing: others ?? [],
    };
  };
}
