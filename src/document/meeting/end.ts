import type { Unit } from '#document/text/units.ts';
import type { Field } from './header.ts';

const closing =
  /^[（(]?\s*(?:会议于)?\s*(?:\d{4}年\d{1,2}月\d{1,2}日)?\s*([上下中]午|晚上?)?\s*(\d{1,2}[:：时点]\d{0,2}分?)\s*(?:散会|结束|休会|会议结束)/;

/** The end of the meeting: a field behind the text, or `（17:10散会）`. */
export function findEnd(units: readonly Unit[], header: readonly Field[]): Field | null {
  const labelled = header.find(({ property }) => property === 'ended');
  if (labelled !== undefined) return labelled;
  for (let unit = units.length - 1; unit >= Math.max(0, units.length - 12); unit--) {
    const text = units[unit]?.text ?? '';
    if (text.length > 60) continue;
    const label =
      /^(?:[一二三四五六七八九十]{1,2}、|\d{1,2}[.、．])?(会议结束时间|结束时间|散会时间)\s*[：:]\s*/.exec(
        text,
      );
    const value = label === null ? closing.exec(text)?.[2] : text.slice(label[0].length);
    if (value === undefined) continue;
    const valueFrom = label?.[0].length ?? 0;
    return {
      property: 'ended',
      label: label?.[1] ?? '',
      unit,
      from: 0,
      to: text.length,
      valueFrom,
      value,
      beneath: [],
    };
  }
  return null;
}
