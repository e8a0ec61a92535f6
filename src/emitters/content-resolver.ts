import type { Archive } from '#archive/archive.ts';
import type { ContentLink } from '#document/document.ts';
import { copiedPath } from './copied-files.ts';
import { documentPath } from './lines.ts';

export const aboutPath = 'about/index.html';

/** Finds the page or file that is made of the file below `content/` to which a link leads. */
export function contentResolver(archive: Archive): (link: ContentLink) => string {
  const pages = new Map(archive.documents.map(({ file, id }) => [file, documentPath(id)]));
  if (archive.about !== null) pages.set(archive.about.file, aboutPath);
  return ({ target, fragment }) => (pages.get(target) ?? copiedPath({ path: target })) + fragment;
}
