import type { Emitter } from '#emitters/emitter.ts';
import { addressPath, encodePath, frameOf } from '#emitters/views/frame.ts';
import { escapeXml } from '#render/html.ts';

/** The most addresses that one sitemap may hold (sitemaps.org protocol). */
const longestSitemap = 50_000;

type Page = Readonly<{ address: string; modified: string | null }>;

type Input = Readonly<{ pages: readonly Page[] } | { parts: readonly string[] }>;

/**
 * Every page that is planned before it, for search engines: one file, or beyond 50,000 pages an index of
 * several.
 */
export const sitemap: Emitter<Input> = {
  name: 'sitemap',
  templates: [],
  *plan(archive, site, _only, earlier = []) {
    const { address } = frameOf(archive, site);
    const pages = earlier.map(({ path, modified }): Page => {
      return { address: address + encodePath(addressPath(path)), modified };
    });
    if (pages.length <= longestSitemap) {
      yield { path: 'sitemap.xml', input: () => ({ pages }) };
      return;
    }
    const parts: string[] = [];
    for (let begin = 0; begin < pages.length; begin += longestSitemap) {
      const path = `sitemap-${parts.length + 1}.xml`;
      parts.push(address + path);
      yield { path, input: () => ({ pages: pages.slice(begin, begin + longestSitemap) }) };
    }
    yield { path: 'sitemap.xml', input: () => ({ parts }) };
  },
  produce(input) {
    const namespace = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';
    const head = '<?xml version="1.0" encoding="utf-8"?>\n';
    if ('parts' in input) {
      const parts = input.parts.map((part) => `<sitemap><loc>${escapeXml(part)}</loc></sitemap>\n`);
      return `${head}<sitemapindex ${namespace}>\n${parts.join('')}</sitemapindex>\n`;
    }
    return `${head}<urlset ${namespace}>\n${input.pages.map(formatPage).join('')}</urlset>\n`;
  },
};

function formatPage({ address, modified }: Page): string {
  const lastmod = modified === null ? '' : `<lastmod>${modified}</lastmod>`;
  return `<url><loc>${escapeXml(address)}</loc>${lastmod}</url>\n`;
}
