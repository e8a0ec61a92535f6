import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a reader sees of a document: its title, and a line for each paragraph, item or cell. */
export type PageText = Readonly<{ id: string; lines: readonly string[] }>;

const bodyOf = /data-body[^>]*>\n?(.*?)\n<\/div>\n(?:<p class="cut-off|<section|<\/article>)/s;

/** Reads the published pages, so that the index is compared with them and not with itself. */
export function readPages(output: string): PageText[] {
  const folder = join(output, 'documents');
  return readdirSync(folder)
    .filter((id) => !id.includes('.') && id !== 'page')
    .map((id) => {
      const html = readFileSync(join(folder, id, 'index.html'), 'utf8');
      const title = /<h1[^>]*>(.*?)<\/h1>/s.exec(html)?.[1] ?? '';
      const body = bodyOf.exec(html)?.[1] ?? '';
      const lines = [
        title,
        ...body.split(/<\/?(?:p|li|td|th|h[1-6]|ul|ol|table|tr|thead|tbody|div)[^>]*>/),
      ];
      return { id, lines: lines.map(plain).filter((line) => line.trim() !== '') };
    });
}

function plain(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&');
}

/** Runs of characters of the pages, the same each time: any, or such as hold a digit, a letter or a break. */
export function chooseQueries(
  pages: readonly PageText[],
  count: number,
  [least, most]: readonly [number, number],
  sort: 'any' | 'mixed',
): string[] {
  const random = randomNumbers(7);
  const queries: string[] = [];
  for (let tries = 0; queries.length < count && tries < count * 1000; tries++) {
    const page = pages[Math.floor(random() * pages.length)];
    const line = page?.lines[Math.floor(random() * page.lines.length)] ?? '';
    const length = least + Math.floor(random() * (most - least + 1));
    const start = Math.floor(random() * (line.length - length + 1));
    const query = line.slice(start, start + length);
    const counted = query.replace(/[\p{P}\s]/gu, '');
    if (query.length < length || counted.length < Math.min(2, least) || /["“”「」-]/.test(query))
      continue;
    if (/^\s|\s$/.test(query) || (sort === 'any' && /\s/.test(query))) continue;
    if (sort === 'mixed' && !/[0-9a-zA-Z\n]/.test(query)) continue;
    // A blank within a query parts words; a line break within a paragraph does not
    queries.push(query.replaceAll('\n', ''));
  }
  return queries;
}

/** Mulberry32: small, and the same on every machine. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
