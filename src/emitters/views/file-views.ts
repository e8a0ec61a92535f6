import type { Original } from '#document/document.ts';
import { isPicture } from '#document/picture-files.ts';
import { copiedPath } from '#emitters/feeds/copied-files.ts';
import type { Language } from '#languages/language.ts';
import { encodePath } from './frame.ts';
import type { OriginalView } from './page-views.ts';

/** What is told of a text whose file looks otherwise than its page, by the ending of its name. */
export function noteOfFile(file: string, words: Language['body']): string | null {
  const ending = /\.([^./]+)$/.exec(file)?.[1]?.toLowerCase() ?? '';
  if (ending === 'pdf' || ending === 'ofd') return words.fromPages;
  if (/^x?html?$/.test(ending)) return words.fromWeb;
  return /^(?:docx|docm|dotx|doc|dot|wps|wpt|rtf|odt)$/.test(ending) ? words.fromOffice : null;
}

/**
 * A file of a document, to be taken along.
 *
 * @param root address of the site's root from the page
 */
export function originalView({ path, bytes, sha256 }: Original, root: string): OriginalView {
  const title = path.slice(path.lastIndexOf('/') + 1);
  const size =
    bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
  const url = root + encodePath(copiedPath({ path }));
  return { title, url, size, sha256, isPicture: isPicture(path) };
}
