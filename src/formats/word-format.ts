import { officeFileFormat } from './office-file-format.ts';

/** Word files (ISO/IEC 29500). Their reader is loaded where one is met: most archives have none. */
export const wordFormat = officeFileFormat({
  name: 'Word',
  endings: ['docx', 'docm', 'dotx'],
  encoding: 'Word',
  async readContent(bytes, file) {
    const { readWord } = await import('./word/read.ts');
    return { content: readWord(bytes, file) };
  },
});
