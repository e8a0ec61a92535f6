import { error, warning } from '#diagnostics/diagnostic.ts';
import { UnreadableFile } from './container/unreadable.ts';
import { officeFileFormat } from './office-file-format.ts';

/**
 * Files of older and other office programs, which LibreOffice turns into Word files where it is installed. Those of
 * Kingsoft's WPS are older Word files by another name.
 */
export const officeFormat = officeFileFormat({
  name: 'LibreOffice',
  endings: ['doc', 'dot', 'wps', 'wpt', 'rtf', 'odt'],
  encoding: 'Word by LibreOffice',
  async readContent(bytes, file) {
    const place = { place: { file } };
    const { convertToWord } = await import('./office/convert.ts');
    const converted = await convertToWord(bytes, endingOf(file));
    const { outcome } = converted;
    if (outcome === 'slow' || outcome === 'refused')
      return { content: null, diagnostics: [error({ says: 'not-converted', outcome }, place)] };
    if (outcome !== 'converted') {
      const diagnostics = [warning({ says: 'no-converter', outcome }, place)];
      return { content: null, diagnostics, readAgain: true };
    }
    const { readWord } = await import('./word/read.ts');
    const { applicationOf } = await import('./word/application.ts');
    try {
      const reader = `Word by ${applicationOf(converted.bytes) ?? 'LibreOffice'}`;
      return { content: readWord(converted.bytes, file, false), encoding: reader };
    } catch (problem) {
      if (!(problem instanceof UnreadableFile)) throw problem;
      const refused = error({ says: 'not-converted', outcome: 'refused' }, place);
      return { content: null, diagnostics: [refused] };
    }
  },
});

function endingOf(file: string): string {
  const ending = /\.([^./]+)$/.exec(file)?.[1]?.toLowerCase() ?? '';
  return ending === 'wps' || ending === 'wpt' ? 'doc' : ending;
}
