import { UnreadableFile } from '#formats/container/unreadable.ts';
import { childOf, childrenOf, elementsOf, type XmlElement } from '#formats/container/xml.ts';
import { readXmlPart } from '#formats/container/xml-part.ts';
import { openZip, type Zip } from '#formats/container/zip.ts';
import { isWide, type PlacedPage, type PlacedRun } from '#formats/placed/placed.ts';

/** The standard's namespace, and that of drafts of it, which older programs write. */
const prefixes: ReadonlyMap<string, string> = new Map([
  ['http://www.ofdspec.org/2016', 'ofd'],
  ['http://www.ofdspec.org', 'ofd'],
]);

/** Points of a millimetre. */
const scale = 72 / 25.4;
const mostPages = 3000;

/**
 * Reads the placed text of an OFD file (GB/T 33190-2016), its pages as their templates and they have it.
 *
 * @throws UnreadableFile
 */
export function readOfdPages(bytes: Uint8Array): PlacedPage[] {
  const zip = openZip(bytes);
  const root = readXmlPart(zip, 'OFD.xml', prefixes);
  if (root === null) throw new UnreadableFile({ is: 'other-format' });
  return [...elementsOf(root, 'ofd:DocRoot')].flatMap((each) => {
    const name = textOf(each).replace(/^\//, '');
    return readDocument(zip, name);
  });
}

function readDocument(zip: Zip, name: string): PlacedPage[] {
  const document = readXmlPart(zip, name, prefixes);
  if (document === null) return [];
  const folder = name.slice(0, name.lastIndexOf('/') + 1);
  const common = childOf(document, 'ofd:CommonData');
  const usual = boxOf(childOf(common, 'ofd:PageArea'));
  const templates = new Map(
    childrenOf(common, 'ofd:TemplatePage').map((each) => [
      each.attributes.get('ID') ?? '',
      each.attributes.get('BaseLoc') ?? '',
    ]),
  );
  const pages = childrenOf(childOf(document, 'ofd:Pages'), 'ofd:Page');
  if (pages.length > mostPages) throw new UnreadableFile({ is: 'large' });
  return pages.flatMap(({ attributes }): PlacedPage[] => {
    const page = readXmlPart(zip, locate(folder, attributes.get('BaseLoc') ?? ''), prefixes);
    if (page === null) return [];
    const under = childrenOf(page, 'ofd:Template').flatMap((each) => {
      const place = templates.get(each.attributes.get('TemplateID') ?? '');
      return place === undefined ? [] : (readXmlPart(zip, locate(folder, place), prefixes) ?? []);
    });
    const layers = [...under, page];
    const [, , width = 0, height = 0] = boxOf(childOf(page, 'ofd:Area')) ?? usual ?? [];
    return [
      {
        width: width * scale,
        height: height * scale,
        runs: layers.flatMap(readRuns),
        pictures: layers.flatMap((each) => [...elementsOf(each, 'ofd:ImageObject')]).length,
      },
    ];
  });
}

function locate(folder: string, place: string): string {
  return place.startsWith('/') ? place : `${folder}${place}`;
}

function textOf({ children }: XmlElement): string {
  return children
    .filter((child) => typeof child === 'string')
    .join('')
    .trim();
}

function boxOf(area: XmlElement | null): number[] | null {
  const box = childOf(area, 'ofd:PhysicalBox');
  return box === null ? null : numbersOf(textOf(box));
}

function numbersOf(written: string): number[] {
  return written.trim().split(/\s+/).map(Number);
}

function* textObjects(element: XmlElement): Iterable<XmlElement> {
  yield* elementsOf(element, 'ofd:TextObject');
}

function readRuns(page: XmlElement): PlacedRun[] {
  return [...textObjects(page)].flatMap((object) => {
    const [left = 0, top = 0] = numbersOf(object.attributes.get('Boundary') ?? '0 0');
    const matrix = numbersOf(object.attributes.get('CTM') ?? '1 0 0 1 0 0');
    const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = matrix;
    // A watermark across the page
    if (Math.abs(b) > 0.1 * Math.hypot(a, b)) return [];
    const size = Number(object.attributes.get('Size') ?? 4);
    const place = { x: left + e, y: top + f, a, c, b, d, size };
    let [lastX, lastY] = [0, 0];
    return childrenOf(object, 'ofd:TextCode').flatMap((code) => {
      // What is not said is as for the one before
      lastX = Number(code.attributes.get('X') ?? lastX);
      lastY = Number(code.attributes.get('Y') ?? lastY);
      return readCode(code, lastX, lastY, place);
    });
  });
}

type PlaceOf = Readonly<{
  x: number;
  y: number;
  a: number;
  b: number;
  c: number;
  d: number;
  size: number;
}>;

function readCode(code: XmlElement, x: number, y: number, place: PlaceOf): PlacedRun[] {
  const { a, b, c, d, size } = place;
  const [right, down] = [deltasOf(code, 'DeltaX'), deltasOf(code, 'DeltaY')];
  let [atX, atY] = [x, y];
  return [...textOf(code)].map((text, index): PlacedRun => {
    const own = isWide(text) ? size : size * 0.5;
    const step = right[index] ?? own;
    const width = index < right.length && step < 1.8 * size ? step : own;
    const run = {
      text,
      x: (place.x + a * atX + c * atY) * scale,
      y: (place.y + b * atX + d * atY) * scale,
      width: width * Math.abs(a) * scale,
      size: size * Math.abs(d) * scale,
    };
    atX += down.length > 0 && right.length === 0 ? 0 : step;
    atY += down[index] ?? 0;
    return run;
  });
}

/** More characters than a text of one object has. */
const mostDeltas = 100_000;

/** Steps from one character to the next: `3 3 g 4 2.5` is 3 3 2.5 2.5 2.5 2.5. */
function deltasOf({ attributes }: XmlElement, name: string): number[] {
  const written = (attributes.get(name) ?? '').trim();
  if (written === '') return [];
  const parts = written.split(/\s+/);
  const deltas: number[] = [];
  for (let index = 0; index < parts.length && deltas.length < mostDeltas; index++) {
    if (parts[index] !== 'g') {
      deltas.push(Number(parts[index]));
      continue;
    }
    const count = Math.min(Number(parts[index + 1] ?? 0), mostDeltas - deltas.length);
    for (let each = 0; each < count; each++) deltas.push(Number(parts[index + 2] ?? 0));
    index += 2;
  }
  return deltas;
}
