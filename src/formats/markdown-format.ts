import { warning } from '#diagnostics/diagnostic.ts';
import { kindOfTitle } from '#document/kind/kind-title.ts';
import { findKind } from '#document/kind/kinds.ts';
import { mostOfTitle } from '#document/title/title.ts';
import { takeComments } from './comments.ts';
import { takeForeignMarks } from './foreign-marks.ts';
import type { FrontMatter } from './front-matter.ts';
import { readMarkdown } from './markdown.ts';
import { textFormat } from './text-format.ts';
import { findUnshown } from './unshown.ts';

/** Markdown as Chinese writers mean it (docs/content.md). */
export const markdownFormat = textFormat({
  name: 'Markdown',
  endings: ['md', 'markdown'],
  readBody(own, fields, { file, markdown }) {
    const folder = file.slice(0, file.lastIndexOf('/') + 1);
    const above = own.bodyLine - 1;
    const commented = takeComments(own.body, above);
    const marked = takeForeignMarks(commented.text, above);
    const { text } = marked;
    const comments = [...commented.comments, ...marked.comments];
    const read = readMarkdown(markdown, text, folder, above, isQuizByName(fields, text));
    const { blocks, links, remoteImages } = read;
    const unshown = read.isParsed ? findUnshown(text, above, blocks) : [];
    const diagnostics = remoteImages.map(({ url, line }) =>
      warning({ says: 'remote-image', url }, { place: { file, line } }),
    );
    return { blocks, links, isMarkdown: true, asides: [...comments, ...unshown], diagnostics };
  },
});

/**
 * Whether front matter or the first heading name a quiz. Its lines must be kept apart before its
 * text can be understood.
 */
function isQuizByName({ values }: FrontMatter, body: string): boolean {
  const kind = values.kind ?? values.category;
  if (typeof kind === 'string' && kind !== '') return findKind(kind)?.id === 'quiz';
  const heading = /^#\s+(.{1,80})$/m.exec(body)?.[1] ?? '';
  const title = typeof values.title === 'string' ? values.title : heading;
  return kindOfTitle(title.slice(0, mostOfTitle))?.kind.id === 'quiz';
}
