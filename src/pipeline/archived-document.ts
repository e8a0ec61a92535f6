import type { ContentLink, Original, Summary } from '#document/document.ts';
import { namesOf } from '#document/terms.ts';
import { type Authority, withPreferredNames } from '#source/authority.ts';
import type { Identifiers } from '#source/distinct-identifiers.ts';
import { digestCard, type StoredDocument } from '#store/stored-reading.ts';

/** What an archive holds of a document; its digest is another one where its pages are. */
export type ArchivedDocument = Readonly<{ summary: Summary; card: string; digest: string }>;

/** The document under the identifier that it has among all others. */
export function rename(
  { summary, card }: Pick<StoredDocument, 'summary' | 'card'>,
  digest: string,
  { ids, aliases }: Identifiers,
): ArchivedDocument {
  const id = ids.get(summary.file) ?? summary.id;
  const alias = aliases.get(summary.file);
  if (id === summary.id && alias === undefined) return { summary, card, digest };
  const former = alias === undefined ? [] : [alias];
  const renamed = { ...summary, id, aliases: [...summary.aliases, ...former] };
  return {
    summary: renamed,
    card: card === '' ? '' : digestCard(renamed),
    digest: `${digest} ${id} ${alias ?? ''}`,
  };
}

/** A document whose links lead to 3#楼.png where there is such a file, and not to a place in a file 3. */
export function withWholeLinks(
  named: ArchivedDocument,
  files: ReadonlySet<string>,
): ArchivedDocument {
  const { summary, digest } = named;
  const isFile = ({ whole }: ContentLink) => whole !== null && files.has(whole);
  if (!summary.links.some(isFile)) return named;
  const links = summary.links.map((link) =>
    isFile(link) && link.whole !== null ? { ...link, target: link.whole, fragment: '' } : link,
  );
  const targets = links.map(({ target }) => target).join('\n');
  return { ...named, summary: { ...summary, links }, digest: `${digest} ${targets}` };
}

/** A document whose readers get files of it. */
export function withOriginals(
  named: ArchivedDocument,
  originals: readonly Original[],
): ArchivedDocument {
  if (originals.length === 0) return named;
  const { summary, digest } = named;
  const files = originals.map(({ path, sha256 }) => `${path} ${sha256}`).join('\n');
  return { ...named, summary: { ...summary, originals }, digest: `${digest} ${files}` };
}

/** A document with the preferred names of its body and its speaker. */
export function withNames(named: ArchivedDocument, authority: Authority): ArchivedDocument {
  const summary = withPreferredNames(named.summary, authority);
  if (summary === named.summary) return named;
  const { card, digest } = named;
  const names = `${namesOf(summary.organisations)} ${summary.speaker?.name}`;
  return { summary, card: card === '' ? '' : digestCard(summary), digest: `${digest} ${names}` };
}
