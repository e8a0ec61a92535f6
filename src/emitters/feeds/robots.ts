import type { Emitter } from '#emitters/emitter.ts';
import { frameOf } from '#emitters/views/frame.ts';

/** Lets every search engine in and shows it the sitemap. */
export const robots: Emitter<Readonly<{ sitemap: string }>> = {
  name: 'robots',
  templates: [],
  *plan(archive, site) {
    const { address } = frameOf(archive, site);
    yield { path: 'robots.txt', input: () => ({ sitemap: `${address}sitemap.xml` }) };
  },
  produce({ sitemap }) {
    return `User-agent: *\nAllow: /\n\nSitemap: ${sitemap}\n`;
  },
};
