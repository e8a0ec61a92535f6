import type { Archive } from '#archive/archive.ts';
import type { ContentLink } from '#document/document.ts';
import { isPicture } from '#document/picture-files.ts';
import { copiedPath } from '#emitters/feeds/copied-files.ts';
import { encodePath, urlOf } from './frame.ts';
import { documentPath } from './lines.ts';

export const aboutPath = 'about/index.html';

/**
 * Finds the address below the site's root of the page or file that is made of the file below `content/` to which
 * a link leads; of a document that was withdrawn, of the page that says so. The archive is gone through when a
 * link is first asked about.
 */
export function contentResolver({
  documents,
  withdrawn,
  about,
  withdrawnAbout,
  named,
}: Pick<Archive, 'documents' | 'withdrawn' | 'about' | 'withdrawnAbout' | 'named'>): (
  link: ContentLink,
) => string {
  let ids: ReadonlyMap<string, string> | null = null;
  const pageOf = (target: string) => {
    if (target === (about ?? withdrawnAbout)?.file) return aboutPath;
    // In the name of a file a # may stand
    if (named.some(({ path }) => path === target)) return encodePath(target);
    ids ??= new Map([...withdrawn, ...documents].map(({ file, id }) => [file, id]));
    const id = ids.get(target);
    return id === undefined ? null : urlOf(documentPath(id), '');
  };
  // A picture that is a document is shown as a picture all the same
  return ({ target, fragment, image }) => {
    const page = image && isPicture(target) ? null : pageOf(target);
    return (page ?? encodePath(copiedPath({ path: target }))) + fragment;
  };
}
