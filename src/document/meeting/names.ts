import { surnames } from '#document/names/surnames.ts';
import { simplified } from '#document/text/simplified.ts';
import { trimEndOf } from '#document/text/trim-end.ts';
import { propertyOf } from './label-words.ts';

/** A person as a record names one: the name, and the post or reason that stands with it. */
export type Named = Readonly<{ name: string; note: string | null; role: string | null }>;

const nobody =
  /^(?:(?:本次|今天|全部|均)?[无無没].{0,6}(?:请假|請假|缺席|人员|人員|人)|无|無|没有|全勤|TBA|TBD|N\/A|None|Nil|待定|暂无|\/|—+|-+|空)[。.]?$/i;

/** Words that end what stands before a name: units and posts. */
const prefix =
  /(?:室|科|局|办|部|处|股|站|所|院|校|委|组|中心|村|社区|公司|支部|政府|系|班|队|厂|镇|乡|县|街道|协会|工会|妇联|团委|分子|党员|对象|书记|委员|主任|[\p{Script=Han}][长長]|[\p{Script=Han}]{2}人|经理|老师|教师|代表|干事|会计|出纳|文书|秘书|主席|村民|居民|职工|学生|家长|干部|人员|群众|领导|同志|教授|技术员|工程师|医生|护士|律师)$/u;

/** A surname, known or not, with what stands for a given name; or a known one with a given name. */
export const personalName = new RegExp(
  `([\\u4e00-\\u9fff](?:[×XxＸ*○某]{1,2}|×[\\u4e00-\\u9fff])|[${surnames}][\\u4e00-\\u9fff]{1,2})(?:同志|同学)?$`,
);
export const isPost = /^.(?:[长员记任师]|书记|主任|委员|代表|干部|会计|部门|人员|支部|学校)/;

/** Whether a text is the name of a person and no more, with a post or not. */
export function looksLikePerson(text: string): boolean {
  const bare = text.replace(/[（(][^（()）]*[)）]/g, '').trim();
  if (/^[A-Za-z][A-Za-z .'’-]{1,30}$/.test(bare)) return true;
  const name = bare.replace(/(?:同志|老师|同学|先生|女士)$/, '');
  const isName = personalName.exec(name)?.index === 0 && !isPost.test(name);
  return isName || splitPost(name) !== null;
}

/** The name at the end of `支部书记陈××` and what stands before it; null where there is no such name. */
function splitPost(written: string): { role: string; name: string } | null {
  // 任 is a surname too: of 村主任赵四 the shorter name leaves a post in front
  for (const length of [5, 4, 3, 2]) {
    const name = written.slice(-length);
    const role = written.slice(0, -length);
    const isName = personalName.exec(name)?.index === 0;
    if (!isName || (isPost.test(name) && !/[×XxＸ*○某]/.test(name))) continue;
    if (prefix.test(role)) return { role, name: name.replace(/(?:同志|同学)$/, '') };
  }
  return null;
}

/** Names of groups, which stay as they are written. */
const group =
  /^(?:全体|全部|所有|各|相关|有关|部分|其他|本|支部|党员|班子|领导|教师|职工|学生|家长|村民)/;

const everybody = /^(?:全体|全部|所有|各|相关|有关|部分|其他)/;

const separators = '、，,；;\n\t';

/** Splits what stands in brackets from what does not, at the outermost level. */
function splitNames(value: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let begin = 0;
  for (let at = 0; at < value.length; at++) {
    const character = value.charAt(at);
    if ('（(【['.includes(character)) depth++;
    else if ('）)】]'.includes(character)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && separators.includes(character)) {
      parts.push(value.slice(begin, at));
      begin = at + 1;
    }
  }
  parts.push(value.slice(begin));
  const whole = parts.map((part) => part.trim()).filter((part) => part !== '' && !isRemark(part));
  return whole.length > 1 ? whole : whole.flatMap(splitBySpace);
}

/** `（请自行填写）`, 特殊原因未能参会: said of the list and no name in it. */
function isRemark(part: string): boolean {
  return /^[（(][^（()）]{5,}[)）]$|^(?:特殊|个人|其他)原因/.test(part);
}

/** 唐×× 许×× 韩××; a name of two characters may have a space within (`王 芳`). */
function splitBySpace(value: string): string[] {
  if (/^(?:(?:Ms|Mr|Mrs|Dr|Prof)\.? )?[A-Z][\w'’-]* [A-Z][\w'’-]*(?: [A-Z][\w'’-]*)?$/.test(value))
    return [value];
  const parts = value.split(/[\s　]+/).filter((part) => part !== '');
  const joined: string[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (last !== undefined && /^[（(]/.test(part)) {
      joined[joined.length - 1] = last + part;
      continue;
    }
    if (last !== undefined && prefix.test(last) && personalName.exec(last)?.index !== 0) {
      joined[joined.length - 1] = last + part;
      continue;
    }
    const halves = part.length === 1 && last?.length === 1;
    if (halves) joined[joined.length - 1] = last + part;
    else joined.push(part);
  }
  return joined;
}

/** Reads one person: `支部书记陈××`, `马××（党委副书记）`, `邓××因事请假`. */
export function readName(written: string): Named {
  const brackets = [...written.matchAll(/[（(]([^（()）]*)[)）]?/g)].map((match) => match[1] ?? '');
  const named = written
    .replace(/[（(].*$/s, '')
    .replace(/[。.]$/, '')
    .replace(/^[*_\s]+/, '');
  const bare = trimEndOf(named.trim(), '*_ ').trim();
  const note = brackets.at(-1)?.trim() ?? null;
  // 班主任（李×）: the post stands outside, the name within
  if (note !== null && prefix.test(bare) && splitPost(bare) === null && looksLikePerson(note))
    return { name: readName(note).name, note: null, role: bare };
  if (bare === '' || (group.test(bare) && splitPost(bare) === null) || everybody.test(bare))
    return { name: written.trim(), note: null, role: null };
  const said = /^([^因请出外]{2,6}?)((?:因|请假|请[病事公]假|出差|外出).*)$/.exec(bare);
  const person = (said?.[1] ?? bare).replace(/[\s　]+/g, /[A-Za-z]/.test(bare) ? ' ' : '');
  const { role = null, name = person } = splitPost(person) ?? {};
  return {
    name: name.replace(/(?<=.{2})(?:(?<!负责)同志|同学)$/, ''),
    note: said?.[2] ?? note,
    role: role ?? brackets[0]?.trim() ?? null,
  };
}

/** `王×（wang@example.cn）`, `王× [@wang]`: where a person is reached is no part of a name. */
function withoutAddresses(value: string): string {
  if (!value.includes('@')) return value;
  return value
    .replace(/(?<=[^\s、，,；;（(][\s]*)[（([]\s*@[\w-]+\s*[)）\]]/g, '')
    .replace(/[（(<]?[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,4}[)）>]?/g, '');
}

/** Who led a meeting or wrote of it. Of `局党组书记、局长李×` the first is a post of the second. */
export function readLeaders(value: string): Named[] {
  const { people } = readNames(value);
  const posts: string[] = [];
  return people.flatMap((one, at) => {
    const isPostAlone = prefix.test(one.name) && one.role === null && !looksLikePerson(one.name);
    if (isPostAlone && at < people.length - 1) {
      posts.push(one.name);
      return [];
    }
    const role = [...posts.splice(0), one.role ?? ''].filter((post) => post !== '').join('、');
    return [{ ...one, role: role === '' ? null : role }];
  });
}

/** The people that a value names, each once. `counted` is a number that it gives besides or instead. */
export function readNames(value: string): { people: Named[]; counted: number | null } {
  const text = withoutAddresses(value).trim();
  const count = exactCount.exec(simplified(text).replace(expected, ''))?.[1];
  const counted = count === undefined ? null : Number(count);
  if (nobody.test(text) || text === '') return { people: [], counted };
  if (/^(?:共|计|应到|实到)?\s*\d{1,5}\s*(?:人|名|位)[^、，]{0,12}$/.test(text))
    return { people: [], counted };
  const people = new Map<string, Named>();
  for (const written of splitNames(text)) {
    // （请假）丁松
    const part = written.replace(/^([（(][^（()）]{1,8}[)）])\s*([^（(]{2,8})$/, '$2$1');
    if (/(?:应到|实到|应出席|实出席|法定人数)/.test(simplified(part))) continue;
    const own = /[（(]/.test(part)
      ? part.replace(/^.{1,8}[:：]/, '')
      : part
          .replace(/^.{1,8}[:：]/, '')
          .replace(/(?:等)?(?:共|计)?\s{0,9}(?<!\d)\d{1,9}\s{0,9}(?:人|名|位).*$/, '')
          .replace(/等$/, '');
    if (!/[\p{L}\p{N}×]/u.test(own) || nobody.test(own)) continue;
    // 议题 behind a list that ends in a comma is the next label
    if (propertyOf(own.trim()) !== null) continue;
    const person = readName(own);
    if (!people.has(person.name)) people.set(person.name, person);
  }
  return { people: [...people.values()], counted };
}

/** `应到45人` tells not who came. */
const expected = /应(?:到|出席)\D{0,6}\d+\s*[人名位]?/;

/** 20+ 名, 30余人 and 约30人 are no numbers of people. */
const exactCount = /(?<![约近逾过\d]\s{0,2})(\d{1,5})\s{0,9}(?:人|名|位)/;

/**
 * Attendance told in a sentence: `本次会议共有9名成员参会，由王××主持`. `isProse` says whether it is one,
 * so that its words are not taken for names.
 */
export function readToldAttendance(value: string): {
  isProse: boolean;
  counted: number | null;
  chair: Named[];
} {
  const isProse = /(?:参会|参加|出席|到会|主持|组成)[了会议]*[，。,.]|^(?:本次|此次)/.test(value);
  if (!isProse) return { isProse, counted: null, chair: [] };
  const count = exactCount.exec(value)?.[1];
  const written = /由([^，。,]{1,24}?)(?:\s{0,4}[（(@][^，。]{0,60})?(?:同志)?\s{0,4}主持/
    .exec(value)?.[1]
    ?.trim();
  const chair = written === undefined ? [] : [readName(written.replace(/^轮值主席\s*/, ''))];
  return { isProse, counted: count === undefined ? null : Number(count), chair };
}

/** Absence told in a sentence: `应到25人，实到23人，请假2人（王×病假，李×出差）`. */
export function readToldAbsence(units: readonly { readonly text: string }[]): Named[] {
  const told = units
    .map(({ text }) => /(?:请假|缺席)\s*\d+\s*人\s*[（(]([^（()）]{1,200})[)）]/.exec(text)?.[1])
    .find((inner) => inner !== undefined);
  if (told === undefined) return [];
  return splitNames(told).map((part) => {
    const [, name = part, reason = null] =
      /^(.{2,4}?)((?:因|病|事|出|外|请|公|产|婚|休).*)$/.exec(part) ?? [];
    return { name, note: reason, role: null };
  });
}
