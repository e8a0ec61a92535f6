import { pictureEndings } from '#document/picture-files.ts';
import type { Format } from './format.ts';
import { officeFileFormat } from './office-file-format.ts';
import { pictureContent } from './picture-content.ts';

/**
 * Pictures of which somebody has written what they are: photographs of papers, posters, scans page by page. Without
 * fields a picture is a file that documents may show, so this format is not asked what its files are.
 */
export const pictureFormat: Format = officeFileFormat({
  name: 'picture',
  endings: pictureEndings,
  encoding: 'picture',
  async readContent(_, file, { values }) {
    return { content: pictureContent([file], values.title) };
  },
});
