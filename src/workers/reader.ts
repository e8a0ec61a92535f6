import { createMarkdown } from '#render/markdown.ts';
import { createFold } from '#search/fold.ts';
import { variantPairs } from '#search/variants.ts';
import type { Site } from '#site/site.ts';
import type { Reader } from '#source/reader.ts';

/**
 * Makes what reading documents needs: some milliseconds, so only where there is one to read.
 *
 * @param checkNotes whether they are kept for a check
 */
export function createReader(
  { zone, locale, understand, search, privacy }: Site,
  checkNotes = true,
): Reader {
  return {
    markdown: createMarkdown(),
    zone,
    locale,
    switches: understand,
    privacy,
    fold: createFold(variantPairs()),
    searched: search,
    checkNotes,
  };
}
