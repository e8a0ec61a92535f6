import type { MarkdownIt, Token } from 'markdown-it';
import type { ContentLink } from '#document/document.ts';

/** What a document's Markdown gathers while it is read. */
export type MarkdownEnvironment = {
  /** Folder of the source file below `content/`, empty or ending in `/`. */
  folder: string;
  /** Line of the source file on which the Markdown begins. */
  firstLine: number;
  /** Whether something of the text stands above it. */
  isBelow?: boolean;
  links: ContentLink[];
  /** Images that lie outside the archive. */
  remoteImages: { url: string; line: number }[];
};

const absolute = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i;

/**
 * Links and images that lead to files of the archive get their index in `links`: where the file is published
 * is not known yet.
 */
export function contentLinks(markdown: MarkdownIt): void {
  markdown.core.ruler.after('inline', 'content_links', (state) => {
    const environment: unknown = state.env;
    if (!isEnvironment(environment)) return;
    for (const token of state.tokens) {
      if (token.type !== 'inline') continue;
      const line = environment.firstLine + (token.map?.[0] ?? 0);
      for (const child of token.children ?? []) mark(child, line, environment);
    }
  });
}

function isEnvironment(value: unknown): value is MarkdownEnvironment {
  return typeof value === 'object' && value !== null && 'links' in value && 'folder' in value;
}

function mark(token: Token, line: number, environment: MarkdownEnvironment): void {
  const image = token.type === 'image';
  if (!image && token.type !== 'link_open') return;
  const name = image ? 'src' : 'href';
  const url = String(token.attrGet(name) ?? '');
  if (absolute.test(url)) {
    if (image) {
      environment.remoteImages.push({ url, line });
      token.attrs = (token.attrs ?? []).filter(([attribute]) => attribute !== 'src');
    }
  } else if (url !== '' && !url.startsWith('#')) {
    const [, path = '', fragment = ''] = /^([^?#]*)(?:\?[^#]*)?(#.*)?$/.exec(url) ?? [];
    const target = resolvePath(environment.folder, decodePath(path));
    token.meta = { file: environment.links.length };
    const whole = path === url ? null : resolvePath(environment.folder, decodePath(url));
    environment.links.push({ target, fragment, whole, image, line });
  }
}

/** A path with its characters in place of `%` and numbers; as it is where these are none. */
export function decodePath(path: string): string {
  try {
    return decodeURIComponent(path).normalize('NFC');
  } catch {
    return path;
  }
}

/** The path below `content/`; `..` that would leave it stops at the top. */
export function resolvePath(folder: string, path: string): string {
  const parts: string[] = [];
  for (const part of (path.startsWith('/') ? path : folder + path).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}
