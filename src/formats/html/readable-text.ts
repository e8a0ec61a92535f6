import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';

/** What Mozilla's Readability takes for the text of a page, as HTML; null where it finds none. */
export function readableText(html: string): string | null {
  const { document } = parseHTML(html);
  return new Readability(document, { keepClasses: false }).parse()?.content ?? null;
}
