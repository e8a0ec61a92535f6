import { parseNumbering } from '#document/outline/numbering.ts';
import { trimEndOf } from '#document/text/trim-end.ts';

const marker =
  /(?:^|[\s；;。，,])(?:[（(](?:[一二三四五六七八九十]{1,2}|\d{1,2})[)）]|[一二三四五六七八九十]{1,2}、|\d{1,2}[.、．](?!\d)|[①-⑳])/g;

/** The points of an agenda: `一、传达全会精神；二、研究发展对象。` or one a line, without numbers. */
export function readAgenda(value: string, beneath: readonly string[]): string[] {
  const lines = beneath.length > 0 ? beneath : value.split('\n');
  return lines.flatMap(splitLine).filter((item) => !isNothing(item));
}

/** 无, (無), TBA. */
const nothing = /^[（(]?(?:TBA|TBD|N\/?A|none|[无無]|暂无|略|[-—/]*)[）)]?$/i;
/** 本次例会无议题 */
const noTopics =
  /^[本这這]?[次周週月期]?(?:例[会會]|[会會][议議])?[暂暫]?(?:[无無]|[没沒]有)新?[议議][题題程]$/;

/** Whether a form says there that there is nothing to say. */
export function isNothing(words: string): boolean {
  return nothing.test(words.trim()) || noTopics.test(words.trim());
}

function splitLine(line: string): string[] {
  const marks = [...line.matchAll(marker)];
  if (marks.length < 2 || marks[0]?.index !== 0) {
    const text = line.trim();
    const length = parseNumbering(text)?.length ?? 0;
    return (length === 0 ? text.split(/[；;]/) : [text.slice(length)]).map(clean);
  }
  return marks.map(({ index, 0: all }, position) =>
    clean(line.slice(index + all.length, marks[position + 1]?.index ?? line.length)),
  );
}

function clean(item: string): string {
  return trimEndOf(item.trim(), '。；;，,.').trim();
}
