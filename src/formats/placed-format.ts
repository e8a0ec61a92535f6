import { error, warning } from '#diagnostics/diagnostic.ts';
import type { Content, Format } from './format.ts';
import { officeFileFormat } from './office-file-format.ts';
import { pictureContent } from './picture-content.ts';
import type { PlacedFile } from './placed/read.ts';

const nothing: Content = {
  blocks: [],
  links: [],
  isMarkdown: false,
  asides: [],
  diagnostics: [],
};

/**
 * A format of placed text. What holds none, such as a scan, is named and no error: its pictures may be all that it
 * is to have.
 *
 * @param read gives the text, or why there is none
 * @param drawPages names the pictures that can be made of so many pages
 */
export function placedFormat(
  name: string,
  endings: readonly string[],
  read: (bytes: Uint8Array) => Promise<PlacedFile>,
  drawPages: (bytes: Uint8Array, pages: number) => Promise<string[]> = async () => [],
): Format {
  return officeFileFormat({
    name,
    endings,
    encoding: name,
    async readContent(bytes, file, fields) {
      const place = { place: { file } };
      const { text, pages } = await read(bytes);
      if (typeof text === 'string') {
        const isWithoutText = text === 'scan' || text === 'no-characters';
        // Somebody has written what it is
        if (isWithoutText && 'title' in fields.values) {
          const pictures = await drawPages(bytes, pages);
          const paths = pictures.map((name) => `${file}.files/${name}`);
          return { content: pictureContent(paths, fields.values.title) };
        }
        const tell = isWithoutText ? warning : error;
        const told = tell({ says: 'no-placed-text', format: name, fault: text }, place);
        return { content: null, diagnostics: [told] };
      }
      const { blocks, asides, radicals } = text;
      const diagnostics =
        radicals === 0 ? [] : [warning({ says: 'radicals', count: radicals }, place)];
      return { content: { ...nothing, blocks, asides, diagnostics } };
    },
  });
}
