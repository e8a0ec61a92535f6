import type { Block } from '#document/blocks.ts';
import { parseDate, type WallClock } from '#document/dates.ts';
import { findHeadings, type Line } from '#document/headings.ts';
import { splitTitle, titleKey } from '#document/title.ts';
import { escapeHtml } from '#render/html.ts';

export type ListedTitle = Readonly<{
  title: string;
  pieces: number | null;
  date: WallClock;
  line: number;
}>;

export type ReadPlainText = Readonly<{
  /** The title's line, or null where the text opens without one. */
  title: string | null;
  blocks: readonly Block[];
  /** What the page's lists of other documents name. */
  listed: readonly ListedTitle[];
  /** Lines of images whose target was lost when the page was crawled. */
  deadImages: readonly number[];
}>;

const listHeader = /^(?:热门文档|热门文章|热门推荐|相关文档|推荐文档|最新文档)[:：]?$/;
const listLine = /^[-*•·]\s*(\d{4}\S*(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?)\s+(.+)$/;

/** An image whose target was lost in crawling; some crawlers prefix the element's name. */
const deadImage = /<(?:[\w-]+:)?image\b[^<]*<\/(?:[\w-]+:)?image>/gi;

const salutation = /[:：]$/;
const sentence = /[。；;，,]$/;
const longestTitle = 80;

/**
 * Reads a text without markup, one paragraph a line: the lists and dead images that a crawled page
 * carries are taken out, the first line left is the title.
 *
 * @param above number of lines over the text in its file
 * @param knownTitle the title that stands elsewhere; then the first line is it only where it says the same
 */
export function readPlainText(
  text: string,
  above: number,
  knownTitle: string | null,
): ReadPlainText {
  const listed: ListedTitle[] = [];
  const deadImages: number[] = [];
  const rest: Line[] = [];
  let inList = false;
  for (const written of toLines(text, above)) {
    const line = { ...written, text: written.text.replace(deadImage, '').trim() };
    if (line.text !== written.text) deadImages.push(line.line);
    if (line.text === '') continue;
    const entry = inList ? readListLine(line) : null;
    if (listHeader.test(line.text)) inList = true;
    else if (entry !== null) listed.push(entry);
    else {
      inList = false;
      rest.push(line);
    }
  }
  const [first] = rest;
  const isTitle = (line: string) =>
    knownTitle === null ? canBeTitle(line) : titleKey(line) === titleKey(knownTitle);
  const title = first !== undefined && isTitle(first.text) ? first.text : null;
  const body = title === null ? rest : rest.slice(1);
  return { title, blocks: findHeadings(body, escapeHtml), listed, deadImages };
}

function toLines(text: string, above: number): Line[] {
  return text
    .split('\n')
    .map((line, index) => ({ text: line.trim(), line: index + 1 + above }))
    .filter((line) => line.text !== '');
}

function readListLine({ text, line }: Line): ListedTitle | null {
  const match = listLine.exec(text);
  const written = match === null ? null : parseDate(match[1] ?? '');
  if (match === null || written === null) return null;
  const { value, precision } = written;
  return { ...splitTitle(match[2] ?? ''), date: { value, precision }, line };
}

/** `同志们：` and whole sentences open a text that has no title. */
function canBeTitle(text: string): boolean {
  return text.length <= longestTitle && !salutation.test(text) && !sentence.test(text);
}
