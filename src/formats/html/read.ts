import { warning } from '#diagnostics/diagnostic.ts';
import type { ContentLink } from '#document/document.ts';
import type { Content } from '#formats/format.ts';
import { toDocument } from '#formats/laid-out/to-blocks.ts';
import { decodePath } from '#render/markdown/content-links.ts';
import { findContainer } from './containers.ts';
import { layOutPage } from './lay-out.ts';
import { type PageMetadata, readMetadata } from './metadata.ts';
import { findReadable } from './readable.ts';
import { elementsIn, type HtmlElement, isElement, parsePage, parsePart, wordsIn } from './tree.ts';

/** Pictures that browsers show. */
const shown = /\.(?:png|jpe?g|gif|webp|bmp)$/i;

/** Files that a page leads to and that may lie beside it. */
const attached = /\.(?:docx?|docm|wps|rtf|odt|pdf|ofd|xlsx?|et|pptx?|dps|csv|zip|rar|7z)$/i;

/**
 * Reads a saved page: the text in the element in which the usual systems of offices put it, or else in what looks
 * like the text. Nothing of other hosts is asked for.
 *
 * @returns null where no text is found
 * @throws UnreadableFile
 */
export async function readPage(
  html: string,
  file: string,
): Promise<Readonly<{ content: Content; metadata: PageMetadata }> | null> {
  const page = parsePage(html);
  const container = findContainer(page);
  const readable = container === null ? await findReadable(html) : null;
  const nodes = container?.childNodes ?? (readable === null ? [] : parsePart(readable).childNodes);
  const links: ContentLink[] = [];
  let elsewhere = 0;
  const findPicture = (source: string): number | null => {
    const target = besideFile(file, source);
    if (target === null || !shown.test(target)) {
      elsewhere++;
      return null;
    }
    links.push({ target, fragment: '', whole: null, image: true, line: 1 });
    return links.length - 1;
  };
  const findFile = (address: string): number | null => {
    const target = besideFile(file, address);
    if (target === null || !attached.test(target)) return null;
    links.push({ target, fragment: '', whole: null, image: false, line: 1 });
    return links.length - 1;
  };
  const blocks = toDocument(layOutPage(nodes, findPicture, findFile));
  if (blocks.length === 0) return null;
  const told = warning({ says: 'web-pictures', count: elsewhere }, { place: { file } });
  const content: Content = {
    blocks,
    links,
    isMarkdown: false,
    asides: [],
    diagnostics: elsewhere > 0 ? [told] : [],
  };
  const metadata = readMetadata(page, container);
  const { date: published } = metadata;
  const surroundings = wordsAround(page, container);
  return { content: { ...content, surroundings, published }, metadata };
}

const longestMark = 80;
const mostWords = 400;

/** Short words beside the text: titles, rows of tables, comments. They may say for whom it is. */
function wordsAround(page: ReturnType<typeof parsePage>, container: HtmlElement | null): string[] {
  const found: string[] = [];
  const add = (words: string) => {
    if (words !== '' && words.length <= longestMark && found.length < mostWords) found.push(words);
  };
  for (const element of elementsIn(page)) {
    for (const child of element.childNodes)
      if (child.nodeName === '#comment' && 'data' in child) add(child.data.trim());
    if (element === container) continue;
    const isLeaf = !element.childNodes.some(
      (child) => isElement(child) && /^(?:div|p|table|tr|ul|li)$/.test(child.tagName),
    );
    if (element.tagName === 'title') add(titleOf(element));
    else if (isLeaf || element.tagName === 'tr') add(wordsIn(element));
  }
  return [...new Set(found)];
}

function titleOf({ childNodes }: HtmlElement): string {
  return childNodes
    .map((child) => ('value' in child ? child.value : ''))
    .join('')
    .trim();
}

/** The path below `content/` of a picture that was saved beside its page; null of any other. */
function besideFile(file: string, source: string): string | null {
  if (source === '' || /^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(source)) return null;
  const steps = file.split('/').slice(0, -1);
  for (const step of decodePath(source.replace(/[?#].*$/, '')).split('/')) {
    if (step === '..') {
      if (steps.pop() === undefined) return null;
    } else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/').normalize('NFC');
}
