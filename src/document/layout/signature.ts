import { parseNumbering } from '#document/outline/numbering.ts';
import { isAttachment } from './attachments.ts';
import {
  type Dated,
  type GiveRole,
  isDateAlone,
  isOrganisation,
  type Open,
} from './lines-around.ts';

/** How far from its end a text's signature is looked for, in paragraphs. */
const endReach = 12;

const sentence = /[。；;！!？?]/;
const note = /^[（(].{1,80}[)）]$/;
const copyLine =
  /^(?:抄\s*送|抄\s*报|主\s*送|分\s*送|发\s*至|主题词|联\s*系\s*人|联系电话|印\s*发|校\s*对|（此件|\(此件)[\s:：].{0,120}$|印发$/;

export type Signature = Readonly<{
  signature: Readonly<{ text: string; line: number; isBody: boolean }> | null;
  signatureDate: Dated | null;
}>;

/** Gives signature, date and the notes behind them their roles. */
export function readEnd(open: readonly Open[], give: GiveRole): Signature {
  const tail = open.slice(-endReach);
  let end = tail.length;
  const afterAttachment = tail.findIndex(
    ({ block }, position) =>
      position > 0 &&
      isAttachment(block.text) &&
      isDateAlone(tail[position - 1]?.block.text ?? '') !== null,
  );
  if (afterAttachment !== -1) end = afterAttachment;
  while (end > 0) {
    const last = tail[end - 1];
    if (last === undefined || !isNote(last.block.text)) break;
    give(last.index, 'note');
    end--;
  }
  const dated = tail[end - 1];
  if (dated === undefined || dated.index === 0) return { signature: null, signatureDate: null };
  const own = dated.block.text.trim();
  const broken = brokenDate(tail[end - 2], own);
  const text = broken === null ? own : broken.text;
  const alone = broken?.date ?? isDateAlone(text);
  const { line } = dated.block;
  if (alone === null) return readSignedLine(dated, give);
  give(dated.index, 'signature-date');
  if (broken !== null) {
    give(broken.index, 'signature-date');
    end--;
  }
  const signatureDate = { date: alone, line, text };
  const signers: Open[] = [];
  for (let at = end - 2; at >= 0 && signers.length < 4; at--) {
    const above = tail[at];
    if (above === undefined || above.index === 0 || !isSignature(above.block.text)) break;
    if (above.index !== (signers[0]?.index ?? broken?.index ?? dated.index) - 1) break;
    signers.unshift(above);
  }
  for (const { index } of signers) give(index, 'signature');
  const [first] = signers;
  if (first === undefined) return { signature: null, signatureDate };
  const name = first.block.text.trim().replace(signed, '').replace(seal, '');
  return {
    signature: { text: name, line: first.block.line, isBody: isOrganisation(name) },
    signatureDate,
  };
}

/** `2020年` over `2月11日`: a date that a narrow page broke. */
function brokenDate(above: Open | undefined, text: string) {
  const before = above?.block.text.trim() ?? '';
  const isBegun = /^[\d〇○零一二三四五六七八九]{4}年/.test(before) && before.length <= 12;
  if (above === undefined || !isBegun || before.includes('日') || text.length > 8) return null;
  const date = isDateAlone(before + text);
  return date?.precision === 'day' ? { date, text: before + text, index: above.index } : null;
}

/** A signature and its date on one line, with space between. */
function readSignedLine({ block, index }: Open, give: GiveRole) {
  const [, name = '', date = ''] =
    /^(.{2,30}?)[\s　]{2,}(\S.{5,20})$/.exec(block.text.trim()) ?? [];
  const alone = isDateAlone(date);
  if (alone === null || sentence.test(name)) return { signature: null, signatureDate: null };
  give(index, 'signature');
  const { line } = block;
  return {
    signature: { text: name, line, isBody: isOrganisation(name) },
    signatureDate: { date: alone, line, text: date },
  };
}

function isNote(text: string): boolean {
  const line = text.trim();
  return (
    (note.test(line) &&
      isDateAlone(line) === null &&
      /(?:此件|公开|联系|电话|印发|抄|附|以上|提纲|完|系根据|录音|未经|整理)/.test(line)) ||
    (line.length <= 120 && copyLine.test(line))
  );
}

/** （盖章） behind the name of an office. */
const seal = /\s*[（(](?:盖章|公章|印章|章)[)）]\s*$/;

const signed =
  /^(?:述职|汇报|申请|检查|承诺|倡议|报告|发言|对照检查|责任|落款|签名)人?\s*(?:[（(]签[名字][)）])?\s*[:：]\s*/;

/** What closes a letter or a speech is nobody's name. */
const closing =
  /^(?:此致|敬礼|致以?敬?礼|谢谢(?:大家|各位)?|祝.*|愿.*|顺祝.*|敬祝.*|再见|完|结束|学有所成|平安喜乐|.*(?:快乐|安康|顺利|进步|成功|如意))[！!。]?$/;

function isSignature(text: string): boolean {
  const line = text.trim().replace(signed, '');
  if (closing.test(line)) return false;
  return (
    line.length >= 2 &&
    line.length <= 40 &&
    !/[。；;！!？?：:，,、]/.test(line) &&
    parseNumbering(line) === null &&
    !isAttachment(line)
  );
}
