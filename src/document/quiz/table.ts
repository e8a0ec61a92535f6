import type { Unit } from '#document/text/units.ts';
import type { Draft } from './draft.ts';
import { capitalOf } from './marks.ts';
import { optionsOf } from './options.ts';
import type { Option, Span } from './quiz.ts';
import { typeOfTag } from './sections.ts';

type Column =
  | 'number'
  | 'type'
  | 'stem'
  | 'options'
  | 'answer'
  | 'explanation'
  | `option ${string}`;
type Cell = Readonly<{ text: string; span: Span }>;

const names: readonly (readonly [Column, RegExp])[] = [
  ['number', /^(?:序号|题号|编号|No\.?)$/i],
  ['type', /^(?:题型|类型|试题类型|题目类型)$/],
  ['stem', /^(?:题目|题干|试题|问题|内容|题目内容|试题内容|试题题干|题目描述)$/],
  ['options', /^(?:选项|备选项|备选答案|选项内容|答案选项)$/],
  ['answer', /^(?:正确|参考|标准)?(?:答案|选项答案)$/],
  ['explanation', /^(?:答案|试题)?(?:解析|出处|依据|说明|备注)$/],
];
const optionName = /^(?:选项|备选项|答案)?\s?([A-HＡ-Ｈ])\s?(?:选项)?$/;

/**
 * The questions of tables that hold one a row, below a row that names the columns
 * (`题号 题目 A B C 答案`), and the units of those tables.
 */
export function readTables(units: readonly Unit[]): { drafts: Draft[]; rows: Set<number> } {
  const drafts: Draft[] = [];
  const rows = new Set<number>();
  for (let index = 0; index < units.length; index++) {
    const columns = columnsOf(units[index]);
    if (columns === null) continue;
    rows.add(index);
    for (index++; units[index]?.form === 'row'; index++) {
      rows.add(index);
      const draft = readRow(units, index, columns);
      if (draft !== null) drafts.push(draft);
    }
    index--;
  }
  return { drafts, rows };
}

function columnsOf(unit: Unit | undefined): (Column | null)[] | null {
  if (unit?.form !== 'row') return null;
  const columns = unit.cells.map((cell): Column | null => {
    const letter = capitalOf(optionName.exec(cell.trim())?.[1] ?? '');
    if (letter !== null) return `option ${letter}`;
    return names.find(([, pattern]) => pattern.test(cell.trim()))?.[0] ?? null;
  });
  return columns.includes('stem') && columns.includes('answer') ? columns : null;
}

function readRow(
  units: readonly Unit[],
  index: number,
  columns: readonly (Column | null)[],
): Draft | null {
  const unit = units[index];
  if (unit === undefined) return null;
  const cells = cellsOf(unit, index);
  const cellOf = (column: Column) => {
    const cell = cells[columns.indexOf(column)];
    return cell === undefined || cell.text === '' ? null : cell;
  };
  const stem = cellOf('stem');
  if (stem === null) return null;
  const number = Number(cellOf('number')?.text ?? '');
  const answer = [cellOf('answer'), cellOf('explanation')].filter((cell) => cell !== null);
  return {
    number: Number.isInteger(number) && number > 0 ? number : null,
    line: unit.line,
    section: -1,
    tag: typeOfTag(cellOf('type')?.text ?? ''),
    stem: [stem.span],
    options: optionsIn(cells, columns, cellOf('options')),
    inFront: null,
    answer: answer.map(({ span }) => ({ span, textFrom: 0 })),
  };
}

function optionsIn(
  cells: readonly Cell[],
  columns: readonly (Column | null)[],
  together: Cell | null,
): Option[] {
  if (together !== null) {
    const { unit, from: begin } = together.span;
    return optionsOf(together.text, null).map(({ letter, from, textFrom, to }) => ({
      letter,
      text: together.text.slice(textFrom, to),
      span: { unit, from: begin + from, to: begin + to },
    }));
  }
  return columns.flatMap((column, index): Option[] => {
    const cell = cells[index];
    if (!column?.startsWith('option ') || cell === undefined || cell.text === '') return [];
    return [{ letter: column.slice(-1), text: cell.text, span: cell.span }];
  });
}

/** The cells of a row with their places in its text, where they are joined by tabs. */
function cellsOf({ text, cells }: Unit, unit: number): Cell[] {
  let end = 0;
  return cells.map((cell) => {
    const from = Math.max(end, text.indexOf(cell, end));
    end = from + cell.length;
    return { text: cell, span: { unit, from, to: end } };
  });
}
