import type { MarkdownIt } from 'markdown-it';
import { starsArePlaceholders } from '#document/placeholders/placeholders.ts';

/** Keeps `张**、李**` from becoming bold: the stars stand for what was left out. */
export function placeholders(markdown: MarkdownIt): void {
  markdown.core.ruler.before('inline', 'placeholders', ({ tokens }) => {
    for (const token of tokens) {
      if (token.type !== 'inline' || !starsArePlaceholders(token.content)) continue;
      token.content = token.content.replace(/(?<!\\)\*{2,}/g, (stars) =>
        '\\*'.repeat(stars.length),
      );
    }
  });
}
