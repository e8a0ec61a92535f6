import { placedFormat } from './placed-format.ts';

/** PDF files: those with text in them, and scans of which somebody has written what they are. */
export const pdfFormat = placedFormat(
  'PDF',
  ['pdf'],
  async (bytes) => {
    const { readPdf } = await import('./pdf/read.ts');
    return await readPdf(bytes);
  },
  async (bytes, pages) => {
    const { canDrawPages, nameOfPage } = await import('./pdf/draw-pages.ts');
    if (!(await canDrawPages(bytes))) return [];
    return Array.from({ length: pages }, (_, index) => nameOfPage(index + 1));
  },
);
