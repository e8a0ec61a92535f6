import { parseNumbering } from '#document/outline/numbering.ts';
import type { Unit } from '#document/text/units.ts';
import { propertyOf } from './label-words.ts';
import { isPost, personalName, readName } from './names.ts';

export type Turn = Readonly<{ speaker: string; line: number; unit: number; length: number }>;

/** A lead of this length or less may be a speaker's. */
const longestLead = 24;

const lead = /^([^：:，,。；;、！!？?\s][^：:，,。；;、！!？?]{0,23})[：:]/;

/** Speakers that no list of those present need name. */
const general =
  /^(?:会议)?(?:主持人|与会人员|与会同志|参会人员|全体|大家|众人|书记|副书记|支部书记|支书|主任|校长|局长|院长|镇长|县长|乡长|组长|村主任|党委书记|[甲乙丙丁]|委员[甲乙丙丁]?|代表[甲乙丙丁]?|.{1,6}委员|.{1,6}代表)$/;

/** Words that head a paragraph and are nobody's name. */
const noSpeaker =
  /(?:要求|任务|内容|措施|意见|重点|结果|如下|决定|指出|强调|认为|问题|建议|目标|原则|情况|事项|说明|部分|方面|阶段|签名|签字|备注|注|附件|联系|电话|一是|二是|方案[一二三]?|学习|传达|讨论|精神|要点|步骤|单位|部门|标准|方式|范围|依据|对象|作用|特点|原因|优点|缺点|总之|例如|比如|即|是|周[一二三四五六日末]|简介|简述|安排|安全|方法|方向|成果|成效|成绩|成本|项目|费用|金额|计划|规划|关键|关系|解释|章程|程序|路线|路径|施工|卫生|管理|党建|时间|万元|纪律|温度|湿度|天气|[组班队][一二三四五六七八九十]?|任务[一二三四五六七八九十])$/;

/** How many leads that look like names make turns of them, where nobody present is known. */
const fewestNames = 2;

/**
 * Finds who speaks where: `张××：…` at the beginning of a paragraph, the name among those present or a
 * general one. Where the record names nobody, leads that look like names count if there are several.
 */
export function findTurns(
  units: readonly Unit[],
  present: ReadonlySet<string>,
  header: ReadonlySet<number>,
): Turn[] {
  const candidates = units.flatMap((unit, index) => {
    if (header.has(index) || (unit.form !== 'paragraph' && unit.form !== 'item')) return [];
    return readTurn(unit, index);
  });
  const endings = new Set(
    [...present].flatMap((name) => [2, 3, 4].map((length) => name.slice(-length))),
  );
  const known = candidates.filter(({ speaker }) => isPresent(speaker) || general.test(speaker));
  const named = candidates.filter(({ speaker }) => looksLikeName(speaker));
  const isMany = named.length >= fewestNames || (known.length > 0 && named.length > 0);
  const accepted = new Set([...known, ...(isMany ? named : [])]);
  return candidates.filter((candidate) => accepted.has(candidate));

  /** Records that name 教导处高主任 as present let 高主任 speak. */
  function isPresent(speaker: string): boolean {
    return present.has(speaker) || endings.has(speaker);
  }
}

/** 申报人, 责任人: a field of somebody's, whatever surname it begins with. */
const fieldOfPerson = /^.{2}人$/;

function looksLikeName(speaker: string): boolean {
  const bare = speaker.replace(/(?:同志|书记|主任|[局校院镇县]长|老师)$/, '');
  return personalName.exec(bare)?.index === 0 && !isPost.test(bare) && !fieldOfPerson.test(bare);
}

function readTurn({ text, line }: Unit, unit: number): Turn[] {
  if (text.length < 3 || parseNumbering(text) !== null) return [];
  const match = lead.exec(text.slice(0, longestLead + 2));
  const written = match?.[1];
  if (match === null || written === undefined || /[（(].*(?:签|盖章).*[)）]/.test(written))
    return [];
  // 李明（账号：a）: the colon stands within the brackets
  if (/[（(][^)）]*$/.test(written)) return [];
  const bare = written.replace(/[（(].*$/, '').trim();
  if (noSpeaker.test(bare) || propertyOf(bare) === 'time' || propertyOf(bare) === 'place')
    return [];
  const { name } = readName(bare);
  return name.length > 8 ? [] : [{ speaker: name, line, unit, length: match[0].length }];
}
