import { type Diagnostic, warning } from '#diagnostics/diagnostic.ts';

/** How the configuration's `publish` names a file: by its own path, or by a folder's that ends in `/`. */
export type Naming = 'itself' | 'folder' | null;

/** Tells of a path below `content/` how it is named. */
export function namedBy(publish: readonly string[]): (path: string) => Naming {
  const names = publish.map(toPath);
  const files = new Set(names);
  const folders = names.filter((name) => name.endsWith('/'));
  return (path) => {
    if (files.has(path)) return 'itself';
    return folders.some((folder) => path.startsWith(folder)) ? 'folder' : null;
  };
}

/**
 * Of a file or folder among hidden ones, whether it is named or leads to something that is. One that has a
 * hidden name is not by the folder that it lies in.
 */
export function leadsToNamed(
  publish: readonly string[],
): (path: string, hasHiddenName: boolean) => boolean {
  const naming = namedBy(publish);
  const names = publish.map(toPath);
  return (path, hasHiddenName) =>
    names.some((name) => name === path || name.startsWith(`${path}/`)) ||
    (!hasHiddenName && naming(path) !== null);
}

/** Tells of names for which there is no file. */
export function tellAbsent(
  publish: readonly string[],
  files: readonly Readonly<{ path: string }>[],
): Diagnostic[] {
  const absent = publish.filter((name) => {
    const naming = namedBy([name]);
    return !files.some(({ path }) => naming(path) !== null);
  });
  return absent.map((name) => warning({ says: 'publish-absent', name }));
}

function toPath(written: string): string {
  return written.normalize('NFC').replace(/^\.?\//, '');
}
