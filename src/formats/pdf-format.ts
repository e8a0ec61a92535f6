import { placedFormat } from './placed-format.ts';

/** PDF files with text in them. */
export const pdfFormat = placedFormat('PDF', ['pdf'], async (bytes) => {
  const { readPdf } = await import('./pdf/read.ts');
  return await readPdf(bytes);
});
