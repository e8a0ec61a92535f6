import { type Diagnostic, error, hasErrors } from '#diagnostics/diagnostic.ts';
import { UnreadableFile } from './container/unreadable.ts';
import type { Content, Format, FormatContext, ReadFile } from './format.ts';
import type { FrontMatter } from './front-matter.ts';
import { readFieldsBeside } from './text-format.ts';

/** What is read of a file without fields of its own. */
type OfficeFile = Readonly<{
  content: Content | null;
  diagnostics?: readonly Diagnostic[];
  readAgain?: boolean;
  /** What read it, where that is not the same for all files of the format. */
  encoding?: string;
}>;

/** What a format of office files does itself: the rest is the same for all. */
type OfficeFileFormat = Pick<Format, 'name' | 'endings'> &
  Readonly<{
    encoding: string;
    /** @throws UnreadableFile, which is told */
    readContent(bytes: Uint8Array, file: string, fields: FrontMatter): Promise<OfficeFile>;
  }>;

/** A format of files whose fields stand beside them: what is wrong with those keeps the file from being read. */
export function officeFileFormat({ readContent, encoding, ...format }: OfficeFileFormat): Format {
  return {
    ...format,
    mayBeAttached: true,
    async read(bytes: Uint8Array, context: FormatContext): Promise<ReadFile> {
      const { file } = context;
      const { frontMatter, encoding: faults } = readFieldsBeside(context);
      const known = [...faults, ...frontMatter.diagnostics];
      const give = ({ diagnostics = [], ...read }: OfficeFile): ReadFile => {
        return { encoding, frontMatter, ...read, diagnostics: [...known, ...diagnostics] };
      };
      if (hasErrors(known)) return give({ content: null });
      try {
        return give(await readContent(bytes, file, frontMatter));
      } catch (problem) {
        if (!(problem instanceof UnreadableFile)) throw problem;
        const message = {
          says: 'unreadable-format',
          format: format.name,
          fault: problem.fault,
        } as const;
        return give({ content: null, diagnostics: [error(message, { place: { file } })] });
      }
    },
  };
}
