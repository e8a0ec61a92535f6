import { type FoundDate, findDate, readDateAt, type WallClock } from './dates.ts';

/** A date that a text states of itself, with what was done on it in its own words: 通过, 修订; empty for none. */
export type StatedDate = Readonly<{ date: FoundDate; act: string }>;

/** A date beside that of a document, with what was done on it. */
export type OtherDate = Readonly<{ date: WallClock; act: string }>;

const acts =
  '通过|制定|制订|初订|订立|重订|修订|批准|公布|发布|颁布|印发|施行|实施|生效|修正|修改|废止|成文|定稿|整理|发表|刊发|刊登|更新|上传|转载|签署|签发|讲话?|稿|改';
const act = new RegExp(`(?:${acts})(?=$|[）)])`);

/** Acts that made a text known, after it was spoken or resolved. */
const published = /^(?:发布|发表|刊发|刊登|更新|上传|转载)$/;

/** When a text came into force or went out of it: nothing was done to it then. */
const inForce = /^(?:施行|实施|生效|废止)$/;

const longestLine = 160;

/**
 * The dates in a line that is nothing but dates and what was done on them: 2003年9月5日…第六次会议通过　2010年5月1日…修订.
 * null for a line that says more.
 */
export function readStatedDates(line: string): StatedDate[] | null {
  if (line.length > longestLine * 2) return null;
  const label = publication.exec(line);
  if (label !== null) return readPublication(line.slice(label[0].length), label[1] ?? '');
  const inner = (/^[（(](.*)[)）]$/s.exec(line)?.[1] ?? line).trim();
  if (inner.length > longestLine || readDateAt(inner, 0)?.date == null) return null;
  const stated: StatedDate[] = [];
  for (let at = 0; at < inner.length; ) {
    const date = findDate(inner.slice(at));
    if (date === null) return null;
    const begin = at + date.to;
    const next = findDate(inner.slice(begin));
    const end = next === null ? inner.length : begin + next.from;
    const words = inner.slice(begin, end).replace(/[\s　，,、；;。]+$/, '');
    const done = act.exec(words)?.[0] ?? '';
    if (words.trim() !== '' && done === '') return null;
    stated.push({ date, act: done });
    at = end;
  }
  return stated;
}

/** `发布时间：2024-06-08　来源：…`, as pages of the web have it. */
const publication = /^\s*[（(]?\s*(发布|发表|更新|上传)(?:时间|日期)\s*[:：]\s*/;
const behindPublication =
  /^\s*[)）]?\s*$|^[\s　|｜]+(?:信息来源|来源|作者|浏览|点击|阅读|编辑|责任编辑|字号|字体)/;

function readPublication(rest: string, label: string): StatedDate[] | null {
  const date = readDateAt(rest, 0)?.date ?? null;
  if (date === null || !behindPublication.test(rest.slice(date.to))) return null;
  return [{ date, act: label }];
}

/** The date of a text that states several: the last on which it was made what it is, not made known or put into force. */
export function ownDate<Stated extends StatedDate>(stated: readonly Stated[]): Stated | null {
  const own = stated.filter((each) => !published.test(each.act) && !inForce.test(each.act));
  return own.at(-1) ?? stated.at(-1) ?? null;
}
