import { findDate, readDateAt } from '#document/dates/dates.ts';
import { readStatedDates, type StatedDate } from '#document/dates/stated-dates.ts';
import type { Paragraph } from '#document/text/blocks.ts';
import { type Dated, isDateAlone, isOrganisation } from './lines-around.ts';

/** A date under a title, with the line that states it. */
export type StatedLine = StatedDate & Dated;

const sentence = /[。；;！!？?]/;

/** A line of dates with what was done on each; null for one that says more, or has one date alone. */
export function readStatedLine({ text: written, line }: Paragraph): StatedLine[] | null {
  const text = written.trim();
  const dates = readStatedDates(text);
  if (dates === null || (dates.length === 1 && dates[0]?.act === '')) return null;
  return dates.map((each) => ({ ...each, line, text }));
}

/** `2024年6月` over `3日`: a date that a narrow column broke. */
const restOfDate = /^[〇○零一二三四五六七八九十\d]{1,3}\s*[月日]/;

const longestDateline = 60;

/** `（2024年6月3日）`, `2024年6月3日`, `（2024年6月3日在…会上）`. */
export function readDateline(block: Paragraph, below: () => string): Dated | null {
  const own = block.text.trim();
  if (own.length > longestDateline) return null;
  const next = own.length <= 12 && /[年月]$/.test(own) ? below() : '';
  const text = restOfDate.test(next) ? own + next : own;
  if (text.length > longestDateline || sentence.test(text)) return null;
  const inner =
    /^[（(]\s*(.*?)\s*[)）]$/.exec(text)?.[1] ??
    text.replace(
      /^(?:(?:日期|时间|成文日期|dated?)\s*[:：]\s*|(?:held|adopted|approved|signed|posted|published|issued|dated|delivered)\s+(?:on\s+)?)/i,
      '',
    );
  // `青溪县人民政府办公室 2024年3月8日` heads a summary
  const issued = /^(.{2,30}?)[\s　]+(\S.{5,20})$/.exec(text);
  const alone =
    issued === null || !isOrganisation(issued[1] ?? '') ? null : isDateAlone(issued[2] ?? '');
  if (alone !== null) return { date: alone, line: block.line, text };
  const read = readDateAt(inner, 0);
  if (read?.date == null) return null;
  const rest = inner.slice(read.length).trim();
  // （2024年1月12日　根据录音整理） in brackets may say more
  const isLine =
    rest === '' ||
    /^[（(]/.test(text) ||
    /^(?:[^，,]{0,20}(?:通过|修订|印发|讲|公布|施行)|[^，,编撰起撰拟写]{0,6}(?:稿|改))$/.test(rest);
  return isLine ? { date: read.date, line: block.line, text } : null;
}

/** The date that a subtitle closes with, or stands in brackets there. */
export function dateWithin({ text, line }: Paragraph): Dated | null {
  const written = /[（(]([^（()）]*\d[^（()）]*)[)）]\s*$/.exec(text)?.[1] ?? text;
  const date = findDate(written);
  return date === null ? null : { date, line, text };
}
