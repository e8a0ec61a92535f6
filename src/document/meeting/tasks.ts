import { findDate } from '#document/dates/dates.ts';
import { parseNumbering } from '#document/outline/numbering.ts';
import type { Unit } from '#document/text/units.ts';
import { isNothing } from './agenda.ts';
import { readName } from './names.ts';
import type { Resolution } from './resolutions.ts';

export type Task = Readonly<{
  text: string;
  person: string | null;
  date: string | null;
  line: number;
}>;

const taskHeading =
  /(?:遗留)?(?:任务|待办|工作安排|工作分工|任务分解|行动项|下一步工作|Action\s*Items?|TODO)/i;
/** Who is to do it; the first that is found counts. */
const people: readonly RegExp[] = [
  /(?:责任人|负责人|责任单位|牵头单位)\s*[:：]\s*([^，。；：:]{2,18})/,
  /(?:由(?!于|来|此)|(?<![申邀聘恳敬提宴吁])请)([^，。；、：:]{2,18}?)(?:同志)?(?:[于在][^，。；]{2,12}?[前内])?总?(?:牵头|负责|落实|承办|制定|组织|提交|完成|办理|督促|统计|起草|会同|联系|跟进|统筹|汇总|整理|承担|列出|提出|报送|督办|协调|审核|复核|整改|采购|维修|通知|公示|拟定|编制)/,
  /(?:^|[，。；])(?!落实|实行|坚持|认真|切实|建立|明确)([^，。；：:由其]{2,10}?)(?:同志)?总?(?:负责(?!制|人)|牵头)/,
];
const deadline =
  /((?:\d{4}年)?(?:\d{1,2}|[一二三四五六七八九十]{1,2})月(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})日|[上中下]旬|底|初)?|(?:本|下)?(?:周[一二三四五六日]|周|月底|月|季度?末?|年底?)|[一二三四五六七八九十\d]{1,3}(?:个?工作日|天|日|周|个月)|国庆节|春节|\d{1,2}日)(?:之?前|以?内|以前|前|底前)/;

/**
 * What is to be done by whom and when: decisions that name both a person or unit and a time, and
 * the points under a heading of tasks that name either.
 */
export function findTasks(
  units: readonly Unit[],
  resolutions: readonly Resolution[],
  year: number | null,
): Task[] {
  const decided = resolutions.flatMap(({ text, line }) => {
    const task = readTask(text, line, year);
    return task.person !== null && task.date !== null ? [task] : [];
  });
  const lines = new Set(resolutions.map(({ line }) => line));
  let under = false;
  let columns: Columns | null = null;
  const listed = units.flatMap((unit): Task[] => {
    if (unit.form === 'heading') {
      under = taskHeading.test(unit.text);
      columns = null;
      return [];
    }
    if (!under || lines.has(unit.line) || unit.text.length < 4) return [];
    if (unit.form === 'row') {
      const heads = headsOf(unit);
      if (heads !== null) columns = heads;
      else if (columns !== null) return readRow(unit, columns, year);
      if (heads !== null) return [];
    }
    const words = unit.text.trim().slice(parseNumbering(unit.text.trim())?.length ?? 0);
    const task = readTask(words.trim(), unit.line, year);
    return task.person !== null || task.date !== null ? [task] : [];
  });
  return [...decided, ...listed].sort((a, b) => a.line - b.line);
}

/** Which cells of a table say what is to be done, by whom and until when. */
type Columns = Readonly<{ text: number; person: number; date: number }>;

/** The columns that a row names; null where it heads no table of tasks. */
function headsOf({ cells }: Unit): Columns | null {
  const at = (pattern: RegExp) => cells.findIndex((cell) => pattern.test(cell.trim()));
  const person = at(/^(?:负责人|责任人|责任单位|承办人?|牵头单位|owner|assignee)$/i);
  const date = at(/^(?:截止|截止[时日][间期]|完成[时日][间期限]|期限|时限|时间|due|deadline)$/i);
  if (person === -1 && date === -1) return null;
  const text = cells.findIndex(
    (cell, index) =>
      index !== person &&
      index !== date &&
      /\D/.test(cell) &&
      !/^(?:序号|编号|no\.?|#)$/i.test(cell.trim()),
  );
  return text === -1 ? null : { text, person, date };
}

function readRow({ cells, line }: Unit, columns: Columns, year: number | null): Task[] {
  const [text = '', person = '', when = ''] = [columns.text, columns.person, columns.date].map(
    (column) => cells[column]?.trim() ?? '',
  );
  if (isNothing(text)) return [];
  const date = when === '' ? null : toIso(when, year);
  return [{ text, person: person === '' ? null : person, date, line }];
}

function readTask(text: string, line: number, year: number | null): Task {
  const written = people
    .map((pattern) => pattern.exec(text)?.[1])
    .find((name) => name !== undefined);
  const when = deadline.exec(text)?.[1] ?? null;
  return {
    text,
    person: written === undefined ? null : readName(written.trim()).name,
    date: when === null ? null : toIso(when, year),
    line,
  };
}

function toIso(written: string, year: number | null): string {
  const value = findDate(written)?.value ?? null;
  if (value === null) return written;
  return year === null ? value : value.replace(/^--/, `${year}-`);
}
