import markdownIt, { type MarkdownIt } from 'markdown-it';
import cjkFriendly from 'markdown-it-cjk-friendly';
import footnote from 'markdown-it-footnote';
import { chineseParagraphs } from './markdown/chinese-paragraphs.ts';
import { contentLinks } from './markdown/content-links.ts';
import { formulaStars } from './markdown/formula-stars.ts';
import { htmlTags } from './markdown/html-tags.ts';
import { linkSchemes } from './markdown/link-schemes.ts';
import { placeholders } from './markdown/placeholders.ts';
import { taskLists } from './markdown/task-lists.ts';
import { wideTables } from './markdown/wide-tables.ts';

/**
 * Markdown as Guidang reads it: HTML but for a few tags is shown, not run; an indent is no code; numbered Chinese
 * lines are paragraphs of their own; nothing carries a style attribute.
 */
export function createMarkdown(): MarkdownIt {
  return markdownIt({ html: false, linkify: false, typographer: false })
    .disable('code')
    .use(cjkFriendly)
    .use(footnote)
    .use(chineseParagraphs)
    .use(formulaStars)
    .use(htmlTags)
    .use(wideTables)
    .use(contentLinks)
    .use(linkSchemes)
    .use(placeholders)
    .use(taskLists);
}
