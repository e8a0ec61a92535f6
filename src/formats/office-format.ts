import { type Diagnostic, error, hasErrors, warning } from '#diagnostics/diagnostic.ts';
import { UnreadableFile } from './container/unreadable.ts';
import type { Format, FormatContext, ReadFile } from './format.ts';
import { readFieldsBeside } from './text-format.ts';

/**
 * Files of older and other office programs, which LibreOffice turns into Word files where it is installed. Those of
 * Kingsoft's WPS are older Word files by another name.
 */
export const officeFormat: Format = {
  name: 'LibreOffice',
  mayBeAttached: true,
  endings: ['doc', 'dot', 'wps', 'wpt', 'rtf', 'odt'],
  async read(bytes: Uint8Array, context: FormatContext): Promise<ReadFile> {
    const { file } = context;
    const encoding = 'Word by LibreOffice';
    const fields = readFieldsBeside(context);
    const { frontMatter } = fields;
    const known = [...fields.encoding, ...frontMatter.diagnostics];
    const unread = (found: Diagnostic, readAgain: boolean): ReadFile => {
      return { encoding, frontMatter, diagnostics: [...known, found], content: null, readAgain };
    };
    if (hasErrors(known)) return { encoding, frontMatter, diagnostics: known, content: null };
    const place = { place: { file } };
    const { convertToWord } = await import('./office/convert.ts');
    const converted = await convertToWord(bytes, endingOf(file));
    const { outcome } = converted;
    if (outcome === 'slow' || outcome === 'refused')
      return unread(error({ says: 'not-converted', outcome }, place), false);
    if (outcome !== 'converted')
      return unread(warning({ says: 'no-converter', outcome }, place), true);
    const { readWord } = await import('./word/read.ts');
    try {
      const content = readWord(converted.bytes, file, false);
      return { encoding, frontMatter, diagnostics: known, content };
    } catch (problem) {
      if (!(problem instanceof UnreadableFile)) throw problem;
      return unread(error({ says: 'not-converted', outcome: 'refused' }, place), false);
    }
  },
};

function endingOf(file: string): string {
  const ending = /\.([^./]+)$/.exec(file)?.[1]?.toLowerCase() ?? '';
  return ending === 'wps' || ending === 'wpt' ? 'doc' : ending;
}
