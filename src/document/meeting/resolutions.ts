import { parseNumbering } from '#document/outline/numbering.ts';
import { simplified } from '#document/text/simplified.ts';
import type { Unit } from '#document/text/units.ts';

export type Resolution = Readonly<{ text: string; line: number; unit: number }>;

const body =
  '(?:会议|大会|全会|本次会议|支委会|支部|党委会?|党组会?|与会(?:人员|同志|党员|代表)|全体党员|办公会)';
const verb =
  '(?:研究)?(?:一致|原则|表决)?(?:决定|同意|通过|议定|要求|明确|形成(?:如下|以下)?决议|作出(?:如下|以下)?决定|审议通过|讨论通过|审定|确定)';

/** 会议决定：…, 会议一致同意…, 经讨论，会议原则通过…. */
const decides = new RegExp(
  `^(?:经[^，。：]{1,30}，)?(?:${body})?${body}${verb}|^经[^，。：]{0,24}(?:讨论|研究|表决|审议|商议|协商|评议)[^，。：]{0,8}，?(?:会议|大会|全体)?(?:一致|全票|原则)?(?:同意|通过|决定)`,
);
const decidesAnywhere = new RegExp(`(?:${body})(?:一致|表决|审议|讨论)*(?:通过|决定|同意)`);
const announces = /(?:决定|决议|议定|要求|意见|事项)(?:如下|事项|内容)?\s*[:：]\s*$/;
/** 决议：同意拨付…, 决定事项：, 表决结果：. */
const labelled =
  /^(?:会议)?(?:决定|决议|议定|结论|表决|投票)(?:事项|内容|结果|情况)?\s*[:：]\s*(.*)$/;
/** How many were for it, and no more: 表决：同意33户，不同意2户. */
const votes =
  /^[:：]?\s*(?:(?:同意|赞成|反对|不同意|弃权)[^，,；;。]{0,8}\d+\s*[人票户名][，,；;。]?\s*)+$/;
/** 决定每户出资200元, in a record, where no 会议 stands before it. */
const decidesBare = /^(?:一致)?(?:决定|同意)(?!权|性|论|了|是|书|于|者|[，。：:])/;
const heading =
  /(?:会议)?(?:决议|决定|议定|结论|表决|投票)(?:事项|情况|内容|结果)?$|^(?:会议)?(?:决议|决定|形成决议|议定事项)/;

/**
 * Finds what a meeting decided: sentences that say 会议决定, 会议同意, 一致通过, 会议要求; the points under
 * such a sentence that ends in a colon; and what stands under a heading of decisions.
 */
export function findResolutions(
  units: readonly Unit[],
  turns: ReadonlySet<number>,
  header: ReadonlySet<number>,
): Resolution[] {
  const found: Resolution[] = [];
  let under: 'heading' | 'announced' | null = null;
  /** The last number of each form, before what was decided was announced and since. */
  const outside = new Map<string, number>();
  const inside = new Map<string, number>();
  for (const [index, unit] of units.entries()) {
    if (header.has(index) || unit.form === 'row') continue;
    // Rules read simplified characters; what is told is as written, character for character
    const text = unit.text.trim();
    const numbering = parseNumbering(text);
    const own = text.slice(numbering?.length ?? 0).trim();
    const words = simplified(own);
    if (numbering !== null) {
      const { form, number } = numbering;
      // 结论：1、… 2、…, and then 9、… after the 8、… above: the next point of the meeting
      const goesOn = number === (outside.get(form) ?? 0) + 1 && inside.get(form) !== number - 1;
      if (under === 'announced' && inside.size > 0 && goesOn) under = null;
      if (under === null) inside.clear();
      (under === null ? outside : inside).set(form, number);
    }
    if (decides.test(words) && announces.test(words)) {
      under = 'announced';
      continue;
    }
    if (isHeading(unit, words)) {
      under = heading.test(words.replace(/[。：:]$/, '')) ? 'heading' : null;
      continue;
    }
    const named = labelled.exec(words)?.[1];
    if (named !== undefined && !turns.has(index)) {
      if (named === '') under = 'announced';
      else if (votes.test(named)) continue;
      else found.push({ text: own, line: unit.line, unit: index });
      continue;
    }
    const isPoint = (numbering !== null || unit.form === 'item') && words.length > 1;
    const isDecided = decides.test(words) || (unit.form === 'paragraph' && decidesBare.test(words));
    if (isDecided || (under !== null && isPoint)) {
      found.push({ text: own, line: unit.line, unit: index });
      continue;
    }
    if (turns.has(index)) {
      under = null;
      if (decidesAnywhere.test(simplified(text)))
        found.push({ text: sentenceOf(text), line: unit.line, unit: index });
    } else if (under === 'announced' || (under === 'heading' && closes(text))) {
      under = null;
    } else if (under === 'heading' && text.length > 6) {
      found.push({ text, line: unit.line, unit: index });
    } else {
      found.push(...decidedWithin(text, unit.line, index));
    }
  }
  return found;
}

function isHeading({ form, text }: Unit, words: string): boolean {
  if (form === 'heading') return true;
  return (
    form === 'paragraph' && words.length <= 24 && words !== text.trim() && !/[。；;，,]/.test(words)
  );
}

/** 会议听取…。会议要求…。会议决定…。 in one paragraph. */
function decidedWithin(text: string, line: number, unit: number): Resolution[] {
  if (!/会议|會議|经|經/.test(text)) return [];
  return text
    .split(/(?<=[。；;])/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => decides.test(simplified(sentence)))
    .map((sentence) => ({ text: sentence, line, unit }));
}

/** Signatures and the end of the meeting stand under the last heading and belong to none. */
function closes(text: string): boolean {
  return /^[（(]?.{0,12}(?:散会|结束|签名|签字|记录人|主持人|休会)/.test(text);
}

/** The sentence of a turn that says what was decided. */
function sentenceOf(text: string): string {
  const sentences = text.replace(/^[^：:]{1,24}[：:]/, '').split(/(?<=[。；;])/);
  return (sentences.find((sentence) => decidesAnywhere.test(sentence)) ?? text).trim();
}
