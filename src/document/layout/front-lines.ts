import { findDate } from '#document/dates/dates.ts';
import { ownDate, type StatedDate } from '#document/dates/stated-dates.ts';
import { surnames } from '#document/names/surnames.ts';
import { parseNumbering } from '#document/outline/numbering.ts';
import type { Block, Paragraph } from '#document/text/blocks.ts';
import { simplified } from '#document/text/simplified.ts';
import { dateWithin, readDateline, readStatedLine, type StatedLine } from './datelines.ts';
import { findDocumentNumber } from './document-number.ts';
import { type Dated, type GiveRole, isOrganisation, type Open } from './lines-around.ts';
import { isAddressee, isSalutation } from './salutations.ts';

/** How far from its beginning a text's title lines are looked for, in paragraphs. */
const frontReach = 8;

const sentence = /[。；;！!？?]/;
const dash = /^(?:—{1,2}|–{1,2}|-{2,}|―{1,2}|─{1,2}|－{1,3}|-(?=在))/;
const occasion = /^(?:.{0,24}?)在.{2,60}(?:上|中|时|会|期间)的?[^，。；,;]{2,12}$/;
const office =
  /(?:书记|县长|市长|省长|镇长|乡长|区长|州长|局长|厅长|部长|主任|校长|院长|主席|会长|秘书长|处长|科长|股长|所长|站长|队长|总经理|董事长|经理|教授|委员|代表|组长|村支书|支书|总理|同志|党员|教师|老师|医生|护士|干部|学生|记者)/;
const shortName = /^[\p{Script=Han}×XxＸ○]{1,2}[\s　]{0,4}[\p{Script=Han}×XxＸ○]{1,3}$/u;
/** Longer ones have a surname of two characters, or something left out. */
const longestName = 3;
const compoundSurnames =
  /^(?:欧阳|上官|司马|诸葛|东方|皇甫|尉迟|公孙|慕容|司徒|令狐|夏侯|端木|轩辕|长孙|宇文|南宫)/;

/** Words that begin as surnames do. */
const noName =
  /^(?:关于|高度|方案|安全|成果|章程|计划|经验|常规|应急|管理|任务|方法|方向|时间|路线|项目|金融|温馨|党建|平安|和谐|高质|全面|左右|包括|强化|万事)/;

/** A short line is a name where it begins with a surname, or where a part of it was left out. */
function isName(text: string): boolean {
  if (!shortName.test(text)) return false;
  const first = simplified(text.slice(0, 2));
  if (/[×XxＸ○某]/.test(text) || compoundSurnames.test(first)) return true;
  const length = text.replace(/[\s　]/g, '').length;
  return length <= longestName && surnames.includes(first.charAt(0)) && !noName.test(text);
}

const endsInOffice = new RegExp(`${office.source}$`);

type NamedDate = Readonly<{ name: string; date: Dated }>;

/** Blocks among which the lines of a title stand. */
const titleReach = 20;

/** What stands under a title. */
export type Front = Readonly<{
  subtitle: string | null;
  byline: string | null;
  /** The date under the title, with its line. */
  dateline: Dated | null;
  /** The other dates there, with what was done on them: 2003年9月5日通过. */
  otherDates: readonly StatedDate[];
  /** The office that stands under the title. */
  issuer: string | null;
}>;

/** Gives the lines under the title their roles. */
export function readFront(
  open: readonly Open[],
  source: readonly Block[],
  give: GiveRole,
  isOfficial: boolean,
): Front {
  let subtitle: string | null = null;
  let byline: string | null = null;
  const stated: StatedLine[] = [];
  const hasDay = () => stated.some(({ act }) => act === '');
  let issuer: string | null = null;
  const firstHeading = source.findIndex(
    (block) => block.type !== 'paragraph' && !(block.type === 'heading' && block.piece !== null),
  );
  const titles = source
    .slice(0, titleReach)
    .flatMap((block) =>
      block.type === 'paragraph' && block.role === 'title' ? [simplified(block.text)] : [],
    );
  let post: string | null = null;
  for (const { block, index } of open.slice(0, frontReach)) {
    if (firstHeading !== -1 && index > firstHeading) break;
    // The words of a picture name nobody
    if (block.inline.some(({ is }) => is === 'picture')) continue;
    const text = block.text.trim();
    const dates = readStatedLine(block);
    const dated = hasDay() ? null : readDateline(block, () => lineBelow(open, index));
    const signed = hasDay() || dated !== null ? null : readNameAndDate(block);
    if (signed !== null) {
      stated.push({ ...signed.date, act: '' });
      byline ??= signed.name;
      give(index, 'byline');
    } else if (dates !== null) {
      stated.push(...dates);
      give(index, 'dateline');
    } else if (dated !== null) {
      stated.push({ ...dated, act: '' });
      give(index, 'dateline');
    } else if (subtitle === null && isSubtitle(text)) {
      subtitle = text.replace(dash, '').trim();
      const date = hasDay() ? null : dateWithin(block);
      if (date !== null) stated.push({ ...date, act: '' });
      give(index, 'subtitle');
    } else if (isSalutation(text) || (isOfficial && isAddressee(text))) {
      give(index, 'salutation');
      break;
    } else if (post === null && byline === null && isPost(text, () => lineBelow(open, index))) {
      // 国务院总理 over the name of who is that
      post = text;
      give(index, 'byline');
    } else if (
      byline === null &&
      isByline(text) &&
      !titles.some((title) => title.includes(simplified(text)))
    ) {
      byline = (post === null ? text : `${post} ${text}`)
        .replace(/^(?:作者|讲话人|发言人|主讲人?|宣讲人|汇报人|报告人)\s*[:：]\s*/, '')
        .replace(/^[（(]|[)）]$/g, '')
        .trim();
      give(index, 'byline');
    } else if (isNumberLine(text)) {
      give(index, 'document-number');
    } else if (isOrganisation(text) && text.length <= 30 && !sentence.test(text)) {
      // 论联合政府 under 论联合政府（七大） says the title again
      if (!titles.some((title) => isSaidAgain(simplified(text), title))) issuer ??= text;
      give(index, 'byline');
    } else if (!/^[（(【].{0,40}[)）】]$/.test(text) && !isBeforeFront(open, index)) {
      break;
    }
  }
  const dateline = ownDate(stated);
  const otherDates = stated.filter((each) => each !== dateline);
  return { subtitle, byline, dateline, otherDates, issuer };
}

/** Whether a line says a title again, but for what that has in brackets. */
function isSaidAgain(text: string, title: string): boolean {
  return text === title.replace(/[（(].*$/, '').trim();
}

/** `王××（2024年3月5日）`, `县长 王×× 2024年3月5日`. */
function readNameAndDate({ text: written, line }: Paragraph): NamedDate | null {
  const text = written.trim();
  if (text.length > 50 || sentence.test(text)) return null;
  const date = findDate(text);
  if (date === null || date.from < 2 || !/^\s*[)）]?$/.test(text.slice(date.to))) return null;
  const name = text
    .slice(0, date.from)
    .replace(/[（(\s　]+$/, '')
    .trim();
  return isByline(name) ? { name, date: { date, line, text } } : null;
}

/** Whether a short line that says nothing stands within two lines above a date or a form of address. */
function isBeforeFront(open: readonly Open[], index: number): boolean {
  const at = open.findIndex((each) => each.index === index);
  const line = open[at]?.block.text.trim() ?? '';
  if (line.length > 30 || sentence.test(line) || parseNumbering(line) !== null) return false;
  return open.slice(at + 1, at + 3).some(({ block }) => {
    const text = block.text.trim();
    return (
      readDateline(block, () => '') !== null ||
      isSalutation(text) ||
      (dash.test(text) && isSubtitle(text))
    );
  });
}

/** `青政办发〔2024〕5号`, alone or with the name of who signs. */
function isNumberLine(text: string): boolean {
  return text.length <= 40 && findDocumentNumber(text)?.from === 0;
}

function isSubtitle(text: string): boolean {
  if (text.length > 80 || sentence.test(text) || /[:：]$/.test(text)) return false;
  return (dash.test(text) && text.length > 4) || occasion.test(text);
}

/** An office alone, whose holder stands on the next line. */
function isPost(text: string, below: () => string): boolean {
  const isShort = text.length <= 20 && !sentence.test(text) && !/[\s　]/.test(text);
  return isShort && endsInOffice.test(text) && isName(below());
}

function lineBelow(open: readonly Open[], index: number): string {
  return open.find((each) => each.index > index)?.block.text.trim() ?? '';
}

function isByline(text: string): boolean {
  if (
    text.length > 30 ||
    sentence.test(text) ||
    /[，,:：]$/.test(text) ||
    parseNumbering(text) !== null
  )
    return false;
  if (/^(?:作者|讲话人|发言人|主讲人?|宣讲人|汇报人|报告人)\s*[:：]/.test(text)) return true;
  if (isName(text) && text.length <= 6) return true;
  if (/^[^：:]{2,10}[:：]/.test(text))
    return (
      office.test(text.split(/[:：]/)[0] ?? '') && isName(text.replace(/^[^：:]*[:：]\s*/, ''))
    );
  const parts = text.split(/[\s　]+/);
  const last = parts.at(-1) ?? '';
  const stands = office.test(text) || isOrganisation(parts[0] ?? '');
  return stands && parts.length > 1 && last.length <= 4 && !/[的]/.test(text);
}
