import type { Alignment, Flow, ListItem, Note } from '#document/text/flow.ts';
import type { RichText } from '#document/text/rich-text.ts';
import { escapeBeginning } from './escape.ts';
import { type Manner, writeInline } from './inline.ts';

/** A passage as lines of Markdown. */
export function writeFlow(flow: Flow, manner: Manner): string[] {
  switch (flow.is) {
    case 'paragraph':
      return writeParagraph(flow, manner);
    case 'heading':
      return [writeHeading(flow, flow.level, manner)];
    case 'list':
      return writeList(flow.items, flow.start, manner);
    case 'table':
      return writeTable(flow, manner);
    case 'quotation':
      return writeAll(flow.flow, manner).map((line) => (line === '' ? '>' : `> ${line}`));
    case 'code':
      return writeCode(flow.text, flow.language);
    case 'rule':
      return ['---'];
    case 'notes':
      return flow.notes.flatMap((note) => writeNote(note, manner));
  }
}

export function writeParagraph(text: RichText, manner: Manner): string[] {
  return writeInline(text, manner)
    .split('\n')
    .map((line) => escapeBeginning(line.trimStart()));
}

/** @param level counts from 1; Markdown has six */
export function writeHeading(text: RichText, level: number, manner: Manner): string {
  const words = writeInline(text, { ...manner, lineEnd: 'tag' }).replace(/#(?=#*\s*$)/g, '\\#');
  return `${'#'.repeat(Math.min(Math.max(level, 1), 6))} ${words}`;
}

function writeAll(parts: readonly Flow[], manner: Manner): string[] {
  return parts.flatMap((part, index) => {
    const lines = writeFlow(part, manner);
    return index === 0 ? lines : ['', ...lines];
  });
}

function writeList(items: readonly ListItem[], start: number | null, manner: Manner): string[] {
  let number = start ?? 0;
  return items.flatMap((item, index) => {
    if (index > 0) number = item.number ?? number + 1;
    const sign = start === null ? '- ' : `${number}. `;
    const box = item.task === null ? '' : item.task ? '[x] ' : '[ ] ';
    return indent(writeItem(item, manner), sign + box, ' '.repeat(sign.length));
  });
}

/** Tight paragraphs of an item stand without a line between them and what follows. */
function writeItem({ flow }: ListItem, manner: Manner): string[] {
  return flow.flatMap((part, index) => {
    const lines = writeFlow(part, manner);
    const isTight = flow.some((each) => each.is === 'paragraph' && each.isTight);
    return index === 0 || isTight ? lines : ['', ...lines];
  });
}

function indent(lines: readonly string[], first: string, others: string): string[] {
  if (lines.length === 0) return [first.trimEnd()];
  return lines.map((line, index) => {
    if (index === 0) return first + line;
    return line === '' ? '' : others + line;
  });
}

const rules: Readonly<Record<NonNullable<Alignment>, string>> = {
  left: ':---',
  center: ':---:',
  right: '---:',
};

function writeTable(
  { head, rows, alignments }: Extract<Flow, { is: 'table' }>,
  manner: Manner,
): string[] {
  const inCells: Manner = { ...manner, lineEnd: 'tag' };
  const columns = Math.max(1, ...[head, ...rows].map(({ length }) => length));
  const places = Array.from({ length: columns }, (_, column) => column);
  const lineOf = (cells: readonly RichText[]) => {
    const written = places.map((column) => {
      const cell = cells[column];
      return cell === undefined ? '' : writeInline(cell, inCells);
    });
    return `| ${written.join(' | ')} |`;
  };
  const sides = places.map((column) => {
    const side = alignments[column];
    return side == null ? '---' : rules[side];
  });
  return [lineOf(head), `| ${sides.join(' | ')} |`, ...rows.map(lineOf)];
}

function writeCode(text: string, language: string): string[] {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  return [fence + language, ...text.replace(/\n$/, '').split('\n'), fence];
}

function writeNote({ note, flow }: Note, manner: Manner): string[] {
  return [...indent(writeAll(flow, manner), `[^${note}]: `, '    '), ''];
}
