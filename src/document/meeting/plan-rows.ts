import { findDate } from '#document/dates/dates.ts';
import type { Block } from '#document/text/blocks.ts';

/** A row of a plan: what is to be done, when and by whom. */
export type PlanRow = Readonly<{
  text: string;
  /** As written. */
  time: string | null;
  /** ISO 8601, where the words are a date. */
  date: string | null;
  person: string | null;
  line: number;
}>;

const heads = {
  time: /时限|期限|完成时间|时间|日期|节点|进度|何时|月份/,
  person: /责任人|负责人|责任(?:单位|部门|领导|科室)|牵头|承办|主讲|主持|责任主体|落实人|经办|分管/,
  text: /内容|事项|任务|工作|活动|主题|措施|项目|安排|议题|课程/,
} as const;

/**
 * Rows of the tables of a document whose header names a time or a person, and a matter.
 *
 * @param year of the title or the date, for days without one
 */
export function planRows(blocks: readonly Block[], year: string | null): PlanRow[] {
  return blocks.flatMap((block) => {
    if (block.type !== 'passage' || block.form !== 'table') return [];
    const [header, ...rows] = block.units;
    const column = (pattern: RegExp) => header?.cells.findIndex((cell) => pattern.test(cell)) ?? -1;
    // A deadline says more than the month that the table is ordered by
    const deadline = column(/时限|期限|完成/);
    const time = deadline === -1 ? column(heads.time) : deadline;
    const person = column(heads.person);
    const text = header?.cells.findIndex(
      (cell, index) => index !== time && index !== person && heads.text.test(cell),
    );
    if (text === undefined || text === -1 || (time === -1 && person === -1)) return [];
    return rows.flatMap(({ cells, line }): PlanRow[] => {
      const words = cells[text]?.trim() ?? '';
      if (words === '') return [];
      const when = cells[time]?.trim() || null;
      const written = when === null ? null : (findDate(when)?.value ?? null);
      const date = year === null ? written : (written?.replace(/^--/, `${year}-`) ?? null);
      return [{ text: words, time: when, date, person: cells[person]?.trim() || null, line }];
    });
  });
}
