import type { XmlElement } from '#formats/container/xml.ts';
import { childOf } from '#formats/container/xml.ts';
import { writeNumber } from '#formats/number-formats.ts';
import { isOn, valueIn } from './styles.ts';

/** A field that is open: what it is to do is written before its result (ISO/IEC 29500-1, 17.16). */
export type OpenField = { instruction: string; hasResult: boolean };

/** Whether what stands here is what a field is to do, and not text. */
export function isInstruction(fields: readonly OpenField[]): boolean {
  return fields.some(({ hasResult }) => !hasResult);
}

/** Whether what stands here is an entry of a table of contents. */
export function isInContents(fields: readonly OpenField[]): boolean {
  return fields.some(({ instruction, hasResult }) => hasResult && /^\s*TOC\b/i.test(instruction));
}

/** The address that a field of a link leads to; null where none of those that are open does. */
export function addressOfFields(fields: readonly OpenField[]): string | null {
  for (const { instruction, hasResult } of fields.toReversed()) {
    const address = /^\s*HYPERLINK\s+"([^"]+)"/i.exec(instruction)?.[1];
    if (hasResult && address !== undefined) return address;
  }
  return null;
}

/** `EQ \o\ac(○,1)`, `EQ \* jc2 \o\ad(\s\up 11(chuō),踔)`, `EQ \f(1,2)`: the parts are within the brackets. */
const enclosed = /\\o\s*\\ac\s*\(\s*[^,，(]{1,2}\s*[,，]\s*([^()]{1,4})\)/i;
const phonetic =
  /\\o\s*(?:\\a[a-z]\s*)?\(\s*\\s\s*\\up\s*[\d.]*\s*\(([^()]*)\)\s*[,，]\s*([^()]*)\)/i;
const fraction = /\\f\s*\(([^(),，]*)[,，]([^(),，]*)\)/i;

/**
 * The words of a field that draws what stands in it, and has no result: numbers in circles, readings over
 * characters, fractions. Of any other drawing its words are all that can be had.
 */
export function drawnText({ instruction }: OpenField): string | null {
  const drawing = /^\s*EQ\s+(.*)$/is.exec(instruction)?.[1];
  if (drawing === undefined) return null;
  const within = enclosed.exec(drawing)?.[1]?.trim();
  if (within !== undefined)
    return /^\d{1,2}$/.test(within) ? writeNumber(Number(within), 'decimalEnclosedCircle') : within;
  const [, reading, base] = phonetic.exec(drawing) ?? [];
  if (reading !== undefined && base !== undefined) return `${base.trim()}（${reading.trim()}）`;
  const [, above, below] = fraction.exec(drawing) ?? [];
  if (above !== undefined && below !== undefined) return `${above.trim()}/${below.trim()}`;
  return drawing
    .replace(/\\\*\s*(?:"[^"]*"|\S+)/g, '')
    .replace(/\\[a-z]+\s*[\d.]*|[(),，]/gi, ' ')
    .trim();
}

/** A box of a form, which is ticked or not; null where the beginning of a field has none. */
export function boxOf(begin: XmlElement): string | null {
  const box = childOf(childOf(begin, 'w:ffData'), 'w:checkBox');
  if (box === null) return null;
  const checked = childOf(box, 'w:checked');
  const isTicked =
    checked === null
      ? isOn(valueIn(box, 'w:default') ?? '0')
      : isOn(checked.attributes.get('w:val') ?? 'true');
  return isTicked ? '☑' : '□';
}
