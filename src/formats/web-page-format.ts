import { type Diagnostic, error, hasErrors } from '#diagnostics/diagnostic.ts';
import { UnreadableFile } from './container/unreadable.ts';
import type { Content, Format, FormatContext, ReadFile } from './format.ts';
import type { FrontMatter } from './front-matter.ts';
import type { PageMetadata } from './html/metadata.ts';
import { decodeFile, readFieldsBeside } from './text-format.ts';

/** Pages that were saved from the web. They are read, and never served as they are. */
export const webPageFormat: Format = {
  name: 'web page',
  endings: ['html', 'htm', 'xhtml'],
  async read(bytes: Uint8Array, context: FormatContext): Promise<ReadFile> {
    const { file } = context;
    const fields = readFieldsBeside(context);
    const { text, encoding, diagnostics: encodingFaults } = decodeFile(file, bytes);
    const { frontMatter } = fields;
    const known = [...fields.encoding, ...frontMatter.diagnostics, ...encodingFaults];
    const give = (content: Content | null, own: FrontMatter, more: Diagnostic[] = []): ReadFile => {
      return { encoding, frontMatter: own, diagnostics: [...known, ...more], content };
    };
    if (text === null || hasErrors(known)) return give(null, frontMatter);
    const place = { place: { file } };
    const { readPage } = await import('./html/read.ts');
    try {
      const page = await readPage(text, file);
      if (page !== null) return give(page.content, withMetadata(frontMatter, page.metadata));
      return give(null, frontMatter, [error({ says: 'no-text-on-page' }, place)]);
    } catch (problem) {
      if (!(problem instanceof UnreadableFile)) throw problem;
      const { fault } = problem;
      const told = error({ says: 'unreadable-format', format: 'HTML', fault }, place);
      return give(null, frontMatter, [told]);
    }
  },
};

/** What a page says of itself gives way to the fields beside it. */
function withMetadata(frontMatter: FrontMatter, metadata: PageMetadata): FrontMatter {
  // What the text says of its day goes before the day of the page
  const { date: _, ...others } = metadata;
  const said = Object.entries(others).filter(([, value]) => value !== '');
  return { ...frontMatter, values: { ...Object.fromEntries(said), ...frontMatter.values } };
}
