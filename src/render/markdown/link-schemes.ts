import type { MarkdownIt } from 'markdown-it';

/** Schemes that an archive's links have, and `data:` for pictures, which markdown-it narrows itself. */
const schemes: ReadonlySet<string> = new Set(['http', 'https', 'mailto', 'tel', 'ftp', 'data']);

/**
 * A link of any other scheme stays text as written. markdown-it refuses the schemes that it knows to
 * run; browsers have had others (`livescript:`, `mocha:`, `feed:`, `view-source:`), so here only
 * those are let through that are known not to (RFC 3986, 3.1).
 */
export function linkSchemes(markdown: MarkdownIt): void {
  const isHarmless = markdown.validateLink;
  markdown.validateLink = (url) => {
    const scheme = /^\s*([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase();
    return isHarmless(url) && (scheme === undefined || schemes.has(scheme));
  };
}
