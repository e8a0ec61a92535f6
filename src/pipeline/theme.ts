import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { CopiedFile } from '#archive/archive.ts';
import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import { compareCodePoints } from '#document/text/order.ts';
import type { TemplateSource, TemplateSources } from '#render/template-source.ts';
import {
  faultOfName,
  type NameFault,
  nameDiagnostic,
  noText,
  showName,
} from '#source/file-name.ts';
import { fileStat } from '#source/file-stat.ts';

/** The look of a site: its templates, and the files that its pages load. */
export type Theme = Readonly<{
  templates: TemplateSources;
  assets: readonly CopiedFile[];
  /** Of files that are no part of it because of their names. */
  diagnostics: readonly Diagnostic[];
}>;

/**
 * Loads templates and assets from several folders. A file of an earlier folder stands in place of
 * one of the same name in a later.
 */
export function loadTheme(folders: readonly string[]): Theme {
  const templates = new Map<string, TemplateSource>();
  const assets = new Map<string, CopiedFile>();
  const diagnostics: Diagnostic[] = [];
  for (const folder of new Set(folders)) {
    for (const name of listFiles(folder)) {
      const file = join(folder, name);
      const fault = faultOfName(name) ?? faultOfBytes(name, file);
      if (fault !== null) {
        diagnostics.push(nameDiagnostic(showName(file), fault));
        continue;
      }
      const asset = /^assets\/(.+)$/.exec(name)?.[1];
      if (asset !== undefined) {
        if (!assets.has(asset))
          assets.set(asset, { path: asset, absolute: file, stat: fileStat(file, statSync(file)) });
      } else if (name.endsWith('.njk') && !templates.has(name)) {
        templates.set(name, { file, text: readFileSync(file, 'utf8') });
      }
    }
  }
  const sorted = [...assets.values()].sort((a, b) => compareCodePoints(a.path, b.path));
  return { templates, assets: sorted, diagnostics };
}

/** A name whose bytes are no text leads to no file. */
function faultOfBytes(name: string, file: string): NameFault | null {
  return name.includes(noText) && !existsSync(file) ? 'file-name/bytes' : null;
}

/** Paths of the files below a folder, with `/` between folders; none where it does not exist. */
function listFiles(folder: string): string[] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return [];
  return (
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
      .map((path) => path.split(sep).join('/'))
      // Nor what lies in hidden folders, such as .git
      .filter((path) => !/(?:^|\/)\.|~$/.test(path))
      .sort(compareCodePoints)
  );
}
