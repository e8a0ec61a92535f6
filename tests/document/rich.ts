import type { RichText } from '#document/text/rich-text.ts';
import { readInline } from '#formats/inline-tokens.ts';
import { createMarkdown } from '#render/markdown.ts';

const markdown = createMarkdown();

/** Running text as an author writes it in Markdown. */
export function rich(written: string): RichText {
  const environment = { folder: '', firstLine: 1, links: [], remoteImages: [] };
  const [inline] = markdown.parseInline(written, environment);
  return readInline(inline?.children ?? []);
}
