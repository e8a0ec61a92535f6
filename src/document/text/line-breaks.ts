/** CJK punctuation, characters and full-width forms, which no space parts. */
const chinese = /[\u2e80-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]/;

/** Lines of an address, of names, of a form: longer ones, and those with punctuation, are broken prose. */
const longestOwnLine = 20;
const punctuation = /[，。；：！？,;:!?]/;

/**
 * What a line break within a paragraph is to readers: a line of its own, where short lines without punctuation
 * or fields stand one over the other; a space, between words that need one; nothing, within a Chinese sentence.
 *
 * @param at offset of the line feed
 */
export function breakAt(text: string, at: number): 'line' | 'space' | 'none' {
  if (at === 0 || at === text.length - 1) return 'none';
  const before = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  const next = text.indexOf('\n', at + 1);
  const after = text.slice(at + 1, next === -1 ? text.length : next);
  if (isOwnLine(before) && isOwnLine(after)) return 'line';
  if (field.test(after) && field.test(before)) return 'line';
  const isChinese = chinese.test(text.charAt(at - 1)) || chinese.test(text.charAt(at + 1));
  return isChinese ? 'none' : 'space';
}

/** `Date: 3 May` over `Place: Hall`. */
const field = /^\s*\p{L}[\p{L} .'’/-]{0,24}[:：]\s?\S/u;

function isOwnLine(line: string): boolean {
  return line.length <= longestOwnLine && chinese.test(line) && !punctuation.test(line);
}

/** A paragraph in one line, as results and excerpts show it. */
export function inOneLine(text: string): string {
  if (!text.includes('\n')) return text;
  let line = '';
  let begin = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) {
    line += text.slice(begin, at) + (breakAt(text, at) === 'none' ? '' : ' ');
    begin = at + 1;
  }
  return line + text.slice(begin);
}
