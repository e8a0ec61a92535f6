import { type Diagnostic, warning } from '#diagnostics/diagnostic.ts';

/**
 * Tells of a path below `content/` whether the configuration's `publish` names it, by itself or by a folder
 * that ends in `/`.
 */
export function namedBy(publish: readonly string[]): (path: string) => boolean {
  const names = publish.map(toPath);
  const files = new Set(names);
  const folders = names.filter((name) => name.endsWith('/'));
  return (path) => files.has(path) || folders.some((folder) => path.startsWith(folder));
}

/** Of a hidden file or folder, whether it is named or leads to something that is. */
export function leadsToNamed(publish: readonly string[]): (path: string) => boolean {
  const isNamed = namedBy(publish);
  const names = publish.map(toPath);
  return (path) => isNamed(path) || names.some((name) => name.startsWith(`${path}/`));
}

/** Tells of names for which there is no file. */
export function tellAbsent(
  publish: readonly string[],
  files: readonly Readonly<{ path: string }>[],
): Diagnostic[] {
  const absent = publish.filter((name) => {
    const isNamed = namedBy([name]);
    return !files.some(({ path }) => isNamed(path));
  });
  return absent.map((name) => {
    const message = `publish: found ${name}, expected a file below content/ or a folder ending in /`;
    return warning('publish-absent', message, { hint: 'Put it there, or take the line out.' });
  });
}

function toPath(written: string): string {
  return written.normalize('NFC').replace(/^\.?\//, '');
}
