import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { PlacedPage, PlacedRun } from '#formats/placed/placed.ts';

/** What pdf.js reads of a file. */
export type PdfPages =
  | Readonly<{ pages: readonly PlacedPage[] }>
  | Readonly<{ fault: 'encrypted' | 'damaged' | 'large' }>;

const mostPages = 3000;

/** Where pdf.js and its tables lie: without those of encodings common Chinese files lose nearly all of their text. */
const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
const tables = (name: string) => join(folder, name, '/');

/** Reads the placed text of all pages of a PDF. No script of it runs, and nothing else is asked for. */
export async function readPages(data: Uint8Array): Promise<PdfPages> {
  const { getDocument, OPS, Util, VerbosityLevel } = await importQuietly();
  const task = getDocument({
    data,
    cMapUrl: tables('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: tables('standard_fonts'),
    isEvalSupported: false,
    enableXfa: false,
    useWasm: false,
    useSystemFonts: false,
    disableFontFace: true,
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    const document = await task.promise;
    if (document.numPages > mostPages) return { fault: 'large' };
    const pages: PlacedPage[] = [];
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const { width, height, transform } = page.getViewport({ scale: 1 });
      const { items } = await page.getTextContent();
      const runs = items.flatMap((item): PlacedRun[] => {
        if (!('str' in item) || item.str === '') return [];
        const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = Util.transform(
          transform,
          item.transform,
        );
        // A watermark across the page
        if (Math.abs(b) > 0.1 * Math.hypot(a, b)) return [];
        return [{ text: item.str, x, y, width: item.width, size: Math.hypot(c, d) }];
      });
      const isBare = runs.length < 10;
      const pictures = isBare ? countPictures((await page.getOperatorList()).fnArray, OPS) : 0;
      pages.push({ width, height, runs, pictures });
      page.cleanup();
    }
    return { pages };
  } catch (problem) {
    const isLocked = problem instanceof Error && problem.name === 'PasswordException';
    return { fault: isLocked ? 'encrypted' : 'damaged' };
  } finally {
    await task.destroy();
  }
}

function countPictures(
  operators: readonly number[],
  names: Readonly<Record<string, number>>,
): number {
  const painting = [
    names.paintImageXObject,
    names.paintInlineImageXObject,
    names.paintImageMaskXObject,
  ];
  return operators.filter((operator) => painting.includes(operator)).length;
}

/** pdf.js looks for what only drawing needs, and warns where it finds none. */
async function importQuietly() {
  for (const name of ['DOMMatrix', 'Path2D', 'ImageData'])
    if (!(name in globalThis)) Reflect.set(globalThis, name, class {});
  const { warn } = console;
  console.warn = () => {};
  try {
    return await import('pdfjs-dist/legacy/build/pdf.mjs');
  } finally {
    console.warn = warn;
  }
}
