import type { Aside } from '#document/text/aside.ts';

/** A text without its comments, which keep their lines. */
export type WithoutComments = Readonly<{ text: string; comments: readonly Aside[] }>;

const fence = /^ {0,3}(`{3,}|~{3,})/;
const opening = '<!--';
const closing = '-->';
/** `[//]: # (words)`, a definition of nothing, in which people write notes. */
const definition = /^ {0,3}\[(?:\/\/|comment|_|#)\]:\s*(?:#|<>)\s*[("'].*$/i;
const mayHoldDefinition = /^ {0,3}\[(?:\/\/|comment|_|#)\]:/im;

/**
 * Takes the comments out of a Markdown text: who reads it elsewhere sees none of them, and they may be
 * private. Code is left as it is. A comment that does not end is none: nobody can tell where it should.
 *
 * @param above number of lines over the text in its file
 */
export function takeComments(text: string, above: number): WithoutComments {
  const mayHold = text.includes(opening) || (text.includes(']:') && mayHoldDefinition.test(text));
  if (!mayHold) return { text, comments: [] };
  const comments: Aside[] = [];
  const kept: string[] = [];
  const last = text.lastIndexOf(closing);
  let opens = text.indexOf(opening);
  let line = above + 1;
  let code = '';
  for (let from = 0; from <= text.length; ) {
    const end = endOfLine(text, from);
    const written = text.slice(from, end);
    const sign = fence.exec(written)?.[1] ?? '';
    let next = end;
    if (code !== '') {
      if (sign.startsWith(code) && written.trim() === sign) code = '';
      kept.push(written);
    } else if (sign !== '') {
      code = sign;
      kept.push(written);
    } else if (definition.test(written)) {
      comments.push({ line, kind: 'comment', text: written.trim() });
      kept.push('');
    } else if (opens === -1 || opens >= end || opens >= last) {
      kept.push(written);
    } else {
      const taken = takeFromLine(text, from, end, line);
      comments.push(...taken.comments);
      kept.push(taken.rest);
      next = taken.end;
    }
    // The lines that a comment reaches over stay, so that those below keep their numbers
    for (let at = end; at < next; at = endOfLine(text, at + 1)) {
      kept.push('');
      line++;
    }
    line++;
    from = next + 1;
    if (opens !== -1 && opens < from) opens = text.indexOf(opening, from);
  }
  return { text: kept.join('\n'), comments };
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}

/** A line without its comments, and where the line ends on which the last of them does. */
function takeFromLine(
  text: string,
  begin: number,
  lineEnd: number,
  firstLine: number,
): { rest: string; end: number; comments: Aside[] } {
  const comments: Aside[] = [];
  let rest = '';
  let from = begin;
  let end = lineEnd;
  let line = firstLine;
  let at = text.indexOf(opening, from);
  const code = at === -1 || at >= end ? [] : codeIn(text.slice(begin, end));
  while (at !== -1 && at < end) {
    const isCode = end === lineEnd && code.some(([a, b]) => a < at - begin && at - begin < b);
    const close = isCode ? -1 : text.indexOf(closing, at + opening.length);
    if (close === -1) {
      // Nothing that follows closes one either, but for what stands behind code
      if (!isCode) break;
      at = text.indexOf(opening, at + 1);
      continue;
    }
    const words = text.slice(at, close + closing.length);
    comments.push({ line, kind: 'comment', text: words });
    line += words.split('\n').length - 1;
    rest += text.slice(from, at);
    from = close + closing.length;
    end = endOfLine(text, from);
    at = text.indexOf(opening, from);
  }
  return { rest: rest + text.slice(from, end), end, comments };
}

/** Where code stands in a line: from a run of backticks to the next one of its length. */
function codeIn(line: string): [number, number][] {
  const runs = [...line.matchAll(/`+/g)];
  const code: [number, number][] = [];
  const byLength = Map.groupBy(runs, ([signs]) => signs.length);
  let done = 0;
  for (const { index, 0: signs } of runs) {
    if (index < done) continue;
    const alike = byLength.get(signs.length) ?? [];
    while (alike[0] !== undefined && alike[0].index <= index) alike.shift();
    const close = alike[0];
    if (close === undefined) continue;
    done = close.index + signs.length;
    code.push([index, done]);
  }
  return code;
}
