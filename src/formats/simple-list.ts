import type { Passage } from '#document/text/blocks.ts';
import { type ListItem, withNumbers } from '#document/text/flow.ts';
import { readSimpleInline } from './simple-inline.ts';

/** An item of a list: its mark or number, and words that begin no block of their own. */
const item = /^(?:([-*+])|(\d{1,2})\.) ((?:\p{L}|[“‘《〈（「『【×○①-⑳]).*\S|\p{L})$/u;

/**
 * Reads lines as a list without a parser where each is an item of plain words: bullets of one sign, or
 * numbers with a point. Gives null for all else. Blank lines may stand behind the last.
 *
 * @param line number of the first line in the text
 */
export function readSimpleList(lines: readonly string[], line: number): Passage | null {
  let length = lines.length;
  while (length > 0 && lines[length - 1] === '') length--;
  const [, sign, first] = item.exec(lines[0] ?? '') ?? [];
  if (sign === undefined && first === undefined) return null;
  const units: Passage['units'][number][] = [];
  const items: ListItem[] = [];
  const numbers: number[] = [];
  let text = '';
  for (let index = 0; index < length; index++) {
    const [, ownSign, number, words = ''] = item.exec(lines[index] ?? '') ?? [];
    const isOfList = sign === undefined ? number !== undefined : ownSign === sign;
    const inline = isOfList ? readSimpleInline(words) : null;
    if (inline === null) return null;
    numbers.push(Number(number ?? 0));
    items.push({ task: null, flow: [{ is: 'paragraph', isTight: true, ...inline }] });
    text += `${inline.text}\n\n`;
    units.push({ text: inline.text, line: line + index, form: 'item', cells: [], depth: 1 });
  }
  const start = sign === undefined ? Number(first) : null;
  const flow: Passage['flow'] = { is: 'list', start, items: withNumbers(items, numbers) };
  return { type: 'passage', form: 'list', text, flow, line, role: 'paragraph', units };
}
