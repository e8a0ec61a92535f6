import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { listFiles } from '../site/harness.ts';

/*
 * One site in several versions, between which it is switched while builds are killed; and what may
 * stand in its output folder whatever happens.
 */

/** What is done to the first content; the last is an edit of one document, as watch mode likes it. */
const versions = ['as it was', 'another archive', 'another title', 'one edit'] as const;
export type Version = (typeof versions)[number];
export const allVersions: readonly Version[] = versions;

/** Digests by path. */
export type Tree = ReadonlyMap<string, string>;

/** Files that no build has written, below the folder of the site. */
const foreign = {
  'public/.htaccess': 'Options -Indexes\n',
  'public/own.html': '<p>不是档案</p>\n',
  'public/documents/own/notes.txt': '手写\n',
  'content/.草稿.md': '未完',
  'content/Thumbs.db': 'not read',
};

export function writeForeign(folder: string): void {
  for (const [path, text] of Object.entries(foreign)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** The names of foreign files of the output folder, which are there after every build. */
export const foreignOutputs: readonly string[] = Object.keys(foreign).flatMap((path) =>
  path.startsWith('public/') ? [path.slice('public/'.length)] : [],
);

/** Foreign files that are gone or changed. */
export function changedForeign(folder: string): string[] {
  return Object.entries(foreign).flatMap(([path, text]) => {
    const file = join(folder, path);
    return existsSync(file) && readFileSync(file, 'utf8') === text ? [] : [path];
  });
}

/** Makes the content and the configuration below `folder` those of a version; touches what differs. */
export function switchTo(version: Version, folder: string, original: string): void {
  const content = join(folder, 'content');
  const wanted = new Map(
    listFiles(original).map((path) => [path, readFileSync(join(original, path))] as const),
  );
  const texts = [...wanted.keys()].filter((path) => path.endsWith('.md'));
  if (version === 'another archive') {
    for (const [index, path] of texts.entries()) {
      const bytes = wanted.get(path) ?? Buffer.alloc(0);
      if (index % 9 === 1) wanted.delete(path);
      if (index % 7 === 2) wanted.set(path, Buffer.concat([bytes, Buffer.from('\n补充一段。\n')]));
      if (index % 11 === 3) wanted.set(`新/新-${path.replaceAll('/', '-')}`, bytes);
    }
  } else if (version === 'one edit') {
    const [path = ''] = texts;
    const bytes = wanted.get(path) ?? Buffer.alloc(0);
    wanted.set(path, Buffer.concat([bytes, Buffer.from('\n保存了一次。\n')]));
  }
  const aside = join(folder, 'written');
  for (const [path, bytes] of wanted) writeChanged(join(content, path), bytes, aside);
  const present = existsSync(content) ? listFiles(content) : [];
  for (const path of present) {
    if (!wanted.has(path) && !(`content/${path}` in foreign)) rmSync(join(content, path));
  }
  const title = version === 'another title' ? '另一个档案库' : '档案库';
  writeChanged(join(folder, 'site.config.yaml'), Buffer.from(`title: ${title}\n`), aside);
}

function writeChanged(file: string, bytes: Buffer, aside: string): void {
  if (existsSync(file) && readFileSync(file).equals(bytes)) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(aside, bytes);
  renameSync(aside, file);
}

export function treeOf(folder: string): Tree {
  return new Map(
    (existsSync(folder) ? listFiles(folder) : []).map((path) => {
      return [
        path,
        createHash('sha1')
          .update(readFileSync(join(folder, path)))
          .digest('hex'),
      ];
    }),
  );
}

/** Folders below a folder, sorted. */
export function foldersOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}
