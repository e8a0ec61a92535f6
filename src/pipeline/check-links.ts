import { aliasPath } from '#archive/aliases.ts';
import type { CopiedFile } from '#archive/archive.ts';
import { type Diagnostic, error, warning } from '#diagnostics/diagnostic.ts';
import type { Summary } from '#document/document.ts';
import type { StoredReading } from '#store/stored-reading.ts';
import type { Selection } from './select.ts';

/** Files that links may lead to beside documents. */
type LinkedFiles = Readonly<{ files: readonly CopiedFile[]; named: readonly CopiedFile[] }>;

/** Aliases that are no addresses. */
export function checkAliases(
  documents: readonly Pick<Summary, 'aliases' | 'file'>[],
): Diagnostic[] {
  return documents.flatMap(({ aliases, file }) =>
    aliases
      .filter((alias) => aliasPath(alias) === null)
      .map((alias) => error({ says: 'alias', found: JSON.stringify(alias) }, { place: { file } })),
  );
}

/** Links and images that lead to nothing in the archive. */
export function checkLinks(
  { documents, about, withdrawn, withdrawnAbout }: Selection,
  readings: readonly StoredReading[],
  { files, named }: LinkedFiles,
): Diagnostic[] {
  const copied = new Set([...files, ...named].map((file) => file.path));
  const known = new Set(copied);
  // A link to what was withdrawn leads to the page that says so
  for (const document of [...documents, ...withdrawn]) known.add(document.file);
  for (const page of [about, withdrawnAbout]) if (page !== null) known.add(page.file);
  const sources = new Set(readings.map(({ file }) => file));
  const linking = about === null ? documents : [...documents, about];
  return linking.flatMap(({ file, links }) =>
    links
      .filter(({ target, image }) => !(image ? copied : known).has(target))
      .map(({ target, image, line }) => {
        const isText = image && known.has(target);
        const fault = isText ? 'document' : sources.has(target) ? 'unpublished' : 'absent';
        const says = image ? 'broken-image' : 'broken-link';
        return warning({ says, target, fault }, { place: { file, line } });
      }),
  );
}
