import type { RichText } from './rich-text.ts';

/** What stands in a passage: a table, a list, a quotation … with all that stands within it. */
export type Flow =
  | (Readonly<{
      is: 'paragraph' /** Whether it stands in a list without space around it. */;
      isTight: boolean;
    }> &
      RichText)
  | (Readonly<{ is: 'heading'; level: number }> & RichText)
  | Readonly<{
      is: 'list';
      /** The number of the first item; null where they have bullets. */
      start: number | null;
      items: readonly ListItem[];
    }>
  | Readonly<{
      is: 'table';
      alignments: readonly Alignment[];
      head: readonly Cell[];
      rows: readonly (readonly Cell[])[];
    }>
  | Readonly<{ is: 'quotation'; flow: readonly Flow[] }>
  | Readonly<{ is: 'code'; text: string; language: string }>
  | Readonly<{ is: 'rule' }>
  | Readonly<{ is: 'notes'; notes: readonly Note[] }>;

/**
 * A cell of a table. One that reaches over others has the number of rows or columns that it takes; those stand where they
 * would, covered and empty, so that every row has all columns.
 */
export type Cell = RichText & Readonly<{ rows?: number; columns?: number; isCovered?: true }>;

/**
 * An item; `task` tells of a box before it whether it is ticked, `number` which number it has where that does not
 * follow from the one before.
 */
export type ListItem = Readonly<{ task: boolean | null; number?: number; flow: readonly Flow[] }>;

/** Items with the numbers that were written. Where all are alike they were left to the reader: 1. 1. 1. */
export function withNumbers(
  items: readonly ListItem[],
  numbers: readonly number[],
): readonly ListItem[] {
  const areAlike = numbers.every((number) => number === numbers[0]);
  if (areAlike) return items;
  return items.map((item, index) => {
    const number = numbers[index] ?? 0;
    return index === 0 || number === (numbers[index - 1] ?? 0) + 1 ? item : { ...item, number };
  });
}

/** A note and what stands in it. */
export type Note = Readonly<{ note: number; flow: readonly Flow[] }>;

export type Alignment = 'left' | 'center' | 'right' | null;

/** All running text of a passage, in its order. */
export function* textsOf(flow: Flow): Iterable<RichText> {
  switch (flow.is) {
    case 'paragraph':
    case 'heading':
      yield flow;
      break;
    case 'list':
      for (const item of flow.items) for (const part of item.flow) yield* textsOf(part);
      break;
    case 'table':
      yield* flow.head;
      for (const row of flow.rows) yield* row;
      break;
    case 'quotation':
      for (const part of flow.flow) yield* textsOf(part);
      break;
    case 'code':
      yield { text: flow.text, inline: [{ is: 'code', from: 0, to: flow.text.length, depth: 0 }] };
      break;
    case 'rule':
      break;
    case 'notes':
      for (const note of flow.notes) for (const part of note.flow) yield* textsOf(part);
  }
}

/** A passage line by line: its paragraphs, items and rows; the cells of a row are a space apart. */
export function linesOfFlow(flow: Flow): string[] {
  switch (flow.is) {
    case 'paragraph':
    case 'heading':
    case 'code':
      return flow.text.split('\n');
    case 'list':
      return flow.items.flatMap((item) => item.flow.flatMap(linesOfFlow));
    case 'table':
      return [flow.head, ...flow.rows].map((cells) => cells.map(({ text }) => text).join(' '));
    case 'quotation':
      return flow.flow.flatMap(linesOfFlow);
    case 'rule':
      return [];
    case 'notes':
      return flow.notes.flatMap((note) => note.flow.flatMap(linesOfFlow));
  }
}

/** Whether anything is said of a stretch of a passage's texts. */
export function hasMarks(flow: Flow): boolean {
  switch (flow.is) {
    case 'paragraph':
    case 'heading':
      return flow.inline.length > 0;
    case 'list':
      return flow.items.some((item) => item.flow.some(hasMarks));
    case 'table':
      return [flow.head, ...flow.rows].some((row) => row.some(({ inline }) => inline.length > 0));
    case 'quotation':
      return flow.flow.some(hasMarks);
    case 'code':
    case 'rule':
      return false;
    case 'notes':
      return flow.notes.some((note) => note.flow.some(hasMarks));
  }
}

/** A passage with other texts in place of its own. */
export function mapTexts(flow: Flow, to: (text: RichText) => RichText): Flow {
  const each = (parts: readonly Flow[]) => parts.map((part) => mapTexts(part, to));
  switch (flow.is) {
    case 'paragraph':
    case 'heading':
      return { ...flow, ...to(flow) };
    case 'list':
      return {
        ...flow,
        items: flow.items.map((item) => ({ ...item, flow: each(item.flow) })),
      };
    case 'table':
      return {
        ...flow,
        head: flow.head.map((cell) => ({ ...cell, ...to(cell) })),
        rows: flow.rows.map((row) => row.map((cell) => ({ ...cell, ...to(cell) }))),
      };
    case 'quotation':
      return { ...flow, flow: each(flow.flow) };
    case 'code':
      return { ...flow, text: to({ text: flow.text, inline: [] }).text };
    case 'rule':
      return flow;
    case 'notes':
      return {
        ...flow,
        notes: flow.notes.map((note) => ({ ...note, flow: each(note.flow) })),
      };
  }
}
