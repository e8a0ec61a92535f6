import { error, hasErrors } from '#diagnostics/diagnostic.ts';
import { UnreadableFile } from './container/unreadable.ts';
import type { Format, FormatContext, ReadFile } from './format.ts';
import { readFieldsBeside } from './text-format.ts';

/**
 * Word files (ISO/IEC 29500). Their reader is loaded where one is met: most archives have none.
 */
export const wordFormat: Format = {
  name: 'Word',
  mayBeAttached: true,
  endings: ['docx', 'docm', 'dotx'],
  async read(bytes: Uint8Array, context: FormatContext): Promise<ReadFile> {
    const { file } = context;
    const encoding = 'Word';
    const fields = readFieldsBeside(context);
    const { frontMatter } = fields;
    const diagnostics = [...fields.encoding, ...frontMatter.diagnostics];
    if (hasErrors(diagnostics)) return { encoding, frontMatter, diagnostics, content: null };
    const { readWord } = await import('./word/read.ts');
    try {
      return { encoding, frontMatter, diagnostics, content: readWord(bytes, file) };
    } catch (problem) {
      if (!(problem instanceof UnreadableFile)) throw problem;
      const { fault } = problem;
      const told = error({ says: 'unreadable-format', format: 'Word', fault }, { place: { file } });
      return { encoding, frontMatter, diagnostics: [...diagnostics, told], content: null };
    }
  },
};
