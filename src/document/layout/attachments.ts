import { parseNumbering } from '#document/outline/numbering.ts';
import type { Block, Paragraph } from '#document/text/blocks.ts';

const longest = 60;
const attachment =
  /^附\s*(?:件|表|录|图|则)?\s*(?:[\d一二三四五六七八九十]{0,2}\s*[:：.、．]|\s*[\d一二三四五六七八九十]{0,2}\s*$)|^附件\s*[\d一二三四五六七八九十]{1,2}[\s　]/;

/** `附件：1.责任清单`, `附件1`, `附：参会人员名单`. */
export function isAttachment(text: string): boolean {
  return text.length <= longest && attachment.test(text);
}

/** The second of a list of attachments: `2.技术要点` under `附件：1.任务分解表`. */
export function goesOnAttachment(above: Block | undefined, { text }: Paragraph): boolean {
  if (above?.type !== 'paragraph' || above.role !== 'attachment' || text.length > longest)
    return false;
  const number = parseNumbering(text);
  const before = /(\d{1,2})[.．、]/.exec(above.text)?.[1];
  return number?.form === 'decimal' && number.number === Number(before) + 1;
}
