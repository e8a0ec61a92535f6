import { type Diagnostic, error, hasErrors, warning } from '#diagnostics/diagnostic.ts';
import type { PlacedFileFault } from '#diagnostics/words.ts';
import type { Content, Format, FormatContext, ReadFile } from './format.ts';
import type { PlacedText } from './placed/read.ts';
import { readFieldsBeside } from './text-format.ts';

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
 */
export function placedFormat(
  name: string,
  endings: readonly string[],
  read: (bytes: Uint8Array) => Promise<PlacedText | PlacedFileFault>,
): Format {
  return {
    name,
    endings,
    mayBeAttached: true,
    async read(bytes: Uint8Array, context: FormatContext): Promise<ReadFile> {
      const { file } = context;
      const fields = readFieldsBeside(context);
      const { frontMatter } = fields;
      const known = [...fields.encoding, ...frontMatter.diagnostics];
      const place = { place: { file } };
      const give = (content: ReadFile['content'], told: readonly Diagnostic[] = []): ReadFile => {
        return { encoding: name, frontMatter, diagnostics: [...known, ...told], content };
      };
      if (hasErrors(known)) return give(null);
      const text = await read(bytes);
      if (typeof text === 'string') {
        // Somebody has written what it is
        const isDescribed = 'title' in frontMatter.values;
        if (isDescribed && (text === 'scan' || text === 'no-characters'))
          return give({ ...nothing, needsOriginal: true });
        const tell = text === 'scan' || text === 'no-characters' ? warning : error;
        return give(null, [tell({ says: 'no-placed-text', format: name, fault: text }, place)]);
      }
      const { blocks, asides, radicals } = text;
      const diagnostics =
        radicals === 0 ? [] : [warning({ says: 'radicals', count: radicals }, place)];
      return give({ blocks, links: [], isMarkdown: false, asides, diagnostics });
    },
  };
}
