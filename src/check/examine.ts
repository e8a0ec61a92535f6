import { checkAddresses } from '#archive/addresses.ts';
import { type Diagnostic, warning } from '#diagnostics/diagnostic.ts';
import { compareNewestFirst } from '#document/text/order.ts';
import { tellUnlinkedFile } from '#pipeline/choose-files.ts';
import type { ReadArchive } from '#pipeline/read-archive.ts';
import type { Selection } from '#pipeline/select.ts';
import type { Checked, Examined } from './rule.ts';

/** What of an archive that was read the rules are asked about. */
export function examine(archive: ReadArchive): Examined {
  const { site, selection, diagnostics, addresses, outlineOf, checkNotesOf } = archive;
  const all = checkNotesOf(selection.documents.map(({ file }) => file));
  const documents = selection.documents.flatMap((summary): Checked[] => {
    const checkNotes = all.get(summary.file);
    return checkNotes === undefined ? [] : [{ summary, checkNotes }];
  });
  documents.sort(
    ({ summary: a }, { summary: b }) => compareNewestFirst(a, b) || (a.id < b.id ? -1 : 1),
  );
  const { entries, fingerprints } = selection;
  const standing = [...selection.documents, ...selection.withdrawn];
  const vanished = checkAddresses(addresses.text, standing, addresses.place, 'error');
  return {
    documents,
    entries,
    outlineOf,
    fingerprints,
    popularCount: site.popular.count,
    diagnostics: [
      ...diagnostics,
      ...selection.diagnostics,
      ...selection.unlinked.map(tellUnlinkedFile),
      ...selection.asides.map(tellAside),
      ...vanished,
    ],
    now: site.now,
  };
}

function tellAside({ file, line, kind, text, of }: Selection['asides'][number]): Diagnostic {
  const words = text.replace(/\s+/g, ' ');
  return warning({ says: 'set-aside', kind, of: of ?? null, words }, { place: { file, line } });
}
