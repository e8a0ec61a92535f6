import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { readContent } from '#search/files.ts';
import { decodeSeptets } from '#search/septets.ts';

/** What is published of a document. */
export type Published = Readonly<{
  /** The words of its pages, those of its pieces too. */
  page: string;
  /** Its title and what searches look through; null of the page about the site. */
  search: string | null;
  /** What lists say of it. */
  excerpt: string;
}>;

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
};

/** What is published of each document of a site with a search index, by its source file. */
export function publishedByFile(output: string, cache: string): Map<string, Published> {
  const searched = searchedById(output);
  const ledger = readFileSync(join(cache, 'ledger.jsonl'), 'utf8');
  const found = new Map<string, Published>();
  for (const line of ledger.trim().split('\n')) {
    const { file, fates }: { file: string; fates: { became: string; pages?: string[] }[] } =
      JSON.parse(line);
    const paths = fates.flatMap(({ became, pages = [] }) => (became === 'document' ? pages : []));
    const [first = ''] = paths;
    if (first === '') continue;
    const pages = paths.map((path) => readFileSync(join(output, path), 'utf8'));
    const id = /^documents\/(.*)\/index\.html$/.exec(first)?.[1] ?? '';
    found.set(file, {
      page: pages.map(wordsOf).join('\n'),
      search: searched.get(id) ?? null,
      excerpt: excerptIn(pages[0] ?? ''),
    });
  }
  return found;
}

/** Where there is none the name of the site stands behind the title instead. */
function excerptIn(page: string): string {
  const description = /<meta name="description" content="([^"]*)"/.exec(page)?.[1] ?? '';
  return / · [^·]*$/.test(description) ? '' : decoded(description);
}

/** The title and the text for searches of each document. */
function searchedById(output: string): Map<string, string> {
  const folder = join(output, 'search');
  const names = readdirSync(folder, { recursive: true }).map(String);
  return new Map(
    names
      .filter((name) => /^text/.test(name) && name.endsWith('.js'))
      .map((name): [string, string] => {
        const [entry, text] = readContent(readFileSync(join(folder, name), 'utf8'));
        const [id = '', title = ''] = Array.isArray(entry) ? entry.map(String) : [];
        const lines =
          typeof text === 'string' ? inflateSync(decodeSeptets(text)).toString('utf16le') : '';
        return [id, `${title}\n${lines}`];
      }),
  );
}

/** What a page says of its document: its title, its fields and its text, without the site around them. */
function wordsOf(html: string): string {
  const main = /<main[\s\S]*?<\/main>/.exec(html)?.[0] ?? '';
  const own = main
    .replace(/<(?:nav|script|style)\b[\s\S]*?<\/(?:nav|script|style)>/g, '')
    .replace(/<sup class="footnote-ref">.*?<\/sup>/g, '')
    .replace(/<[^>]*>/g, (tag) =>
      [...tag.matchAll(/ (?:alt|title)="([^"]*)"/g)].map(([, words]) => words).join(''),
    );
  return decoded(own);
}

function decoded(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name] ?? '');
}
