import { existsSync, realpathSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, parse, resolve, sep } from 'node:path';
import { type Diagnostic, error } from '#diagnostics/diagnostic.ts';
import { checkForeign } from './foreign-files.ts';

/** Where a build reads and writes; absolute paths. */
export type Folders = Readonly<{
  content: string;
  output: string;
  /** The site's own templates, which go before the built-in ones. May not exist. */
  templates: string;
  /** The site's configuration. May not exist. */
  config: string;
}>;

export type FolderOptions = Readonly<{
  content?: string;
  output?: string;
  templates?: string;
  config?: string;
}>;

/** Guidang's own templates. */
export const builtInTemplates = resolve(import.meta.dirname, '../../templates');

/** Fills in the folders that were not named: they lie beside the content folder. */
export function resolveFolders(options: FolderOptions, current: string): Folders {
  const content = resolve(current, options.content ?? 'content');
  const site = dirname(content);
  const beside = (named: string | undefined, name: string) =>
    named === undefined ? join(site, name) : resolve(current, named);
  return {
    content,
    output: beside(options.output, 'public'),
    templates: beside(options.templates, 'templates'),
    config: beside(options.config, 'site.config.yaml'),
  };
}

/**
 * A build must not write where it reads, nor over a home or a whole disk, nor among files of others.
 *
 * @param adopts whether it may: the files that it does not replace stay
 */
export function checkFolders(
  { content, output, templates }: Folders,
  adopts: boolean,
): Diagnostic[] {
  const target = realPath(output);
  if (target === parse(target).root) {
    return [error({ says: 'output-folder/root', output })];
  }
  if (existsSync(target) && !statSync(target).isDirectory()) {
    return [error({ says: 'output-folder/file', output })];
  }
  if (contains(target, realPath(homedir()))) {
    return [error({ says: 'output-folder/home', output })];
  }
  const within = [content, templates, builtInTemplates].flatMap((folder) => {
    const source = realPath(folder);
    if (!contains(source, target) && !contains(target, source)) return [];
    return [error({ says: 'output-folder/within', output, folder })];
  });
  return within.length > 0 || adopts ? within : checkForeign(output);
}

function contains(outer: string, inner: string): boolean {
  return inner === outer || inner.startsWith(outer.endsWith(sep) ? outer : outer + sep);
}

/** The path without symbolic links, as far as it exists and this process may look at it. */
export function realPath(path: string): string {
  if (isThere(path)) return realpathSync(path);
  const parent = dirname(path);
  return parent === path ? path : join(realPath(parent), path.slice(parent.length));
}

/** The outermost folder of a path that is not there yet; null where all are. */
export function firstMissing(path: string): string | null {
  if (isThere(path)) return null;
  return firstMissing(dirname(path)) ?? path;
}

/** Under Node's permission model what may not be read is as if it were not there. */
function isThere(path: string): boolean {
  try {
    return existsSync(path);
  } catch {
    return false;
  }
}
