import { type Diagnostic, error } from '#diagnostics/diagnostic.ts';
import { longestIdentifier, toIdentifier } from './identifier.ts';

/**
 * A document's identifier: the front matter's, else that of its file name. A file named `index`
 * goes by its folder.
 */
export function chooseIdentifier(
  written: string | null,
  file: string,
  line: number | undefined,
): { id: string; diagnostics: Diagnostic[] } {
  if (written === null) return { id: toIdentifier(nameOf(file)), diagnostics: [] };
  const id = written.toLowerCase();
  const wellFormed = /^[a-z0-9](?:[a-z0-9_.-]*[a-z0-9_])?$/.test(id);
  if (wellFormed && toIdentifier(id) === id) return { id, diagnostics: [] };
  const reserved = wellFormed && id.length <= longestIdentifier;
  const place = line === undefined ? { file } : { file, line };
  const given = { found: JSON.stringify(written), suggestion: toIdentifier(written) };
  const diagnostic = reserved
    ? error({ says: 'field-id/reserved', ...given }, { place })
    : error({ says: 'field-id', ...given, most: longestIdentifier }, { place });
  return { id: given.suggestion, diagnostics: [diagnostic] };
}

/** The name of a file without folder and ending. */
export function nameOf(file: string): string {
  const parts = file.split('/');
  const name = (parts.at(-1) ?? '').replace(/\.[^.]+$/, '');
  return name === 'index' ? (parts.at(-2) ?? name) : name;
}

/** Name of the folder that a file lies in; null in the outermost. */
export function folderOf(file: string): string | null {
  const parts = file.split('/');
  return parts.at(parts.at(-1)?.startsWith('index.') === true ? -3 : -2) ?? null;
}
