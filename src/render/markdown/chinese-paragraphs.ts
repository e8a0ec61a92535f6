import type { MarkdownIt, StateBlock } from 'markdown-it';

/**
 * A line that begins a paragraph by itself: （一） (1) 一、 1、 第一章, a full-width indent, a label such
 * as 时间：, a speaker, an option A. of a question, a note [1]：.
 */
const ownParagraph =
  /^(?:　|\*{0,2}(?:[（(][〇零一二三四五六七八九十百\d]{1,4}[)）]|[一二三四五六七八九十百]{1,4}、|\d{1,2}(?:[、．]|\.(?=[^\s\d]))|第[〇零一二三四五六七八九十百\d]{1,4}[编章节条篇]|[①-⑳]|[（(]?(?:\d{4}|[〇○零一二三四五六七八九]{4})年[〇零一二三四五六七八九十\d]{1,3}月[〇零一二三四五六七八九十\d]{1,3}日[）)]?\s*$|[A-HＡ-Ｈ][.．、](?!\d)|[［[]\d{1,3}[］\]][：:]|【?[\p{Script=Han}×][\p{Script=Han}×\s　]{1,9}】?\*{0,2}[：:]))/u;

/** `[1]: 见《县志》卷三。`; not `[^1]:`, which is a footnote's. */
const definition = /^\[[^\]^][^\]]*\]:[ \t]*(\S.*)$/;

/** What may be an address: with a scheme, a folder, an ending, a place in the page, or in angle brackets. */
const address = /^(?:<|#|[a-z][a-z\d+.-]*:|\S*\/|\S*\.[a-z\d]{1,5}(?:[?#]\S*)?(?:\s|$))/i;

/** A note that its author numbers as Markdown numbers the addresses of links. */
function isOwnNote(line: string): boolean {
  const words = definition.exec(line)?.[1];
  return words !== undefined && !address.test(words);
}

/** Of a definition; not of a footnote, and not of a note that is hidden so: [x]: # */
const labelOf = /^\[([^\]^][^\]]*)\]:(?![ \t]*#[ \t]*$)/;

/** What the references of a text call for. A definition that nothing calls for is a list of sources. */
function labelsIn(text: string): ReadonlySet<string> {
  const labels = text.matchAll(/\[([^\]^\n][^\]\n]*)\](?!:)/g);
  return new Set(Array.from(labels, ([, label = '']) => label.toLowerCase()));
}

/** `##二、提高认识`, `＃＃ 二、…`: signs of a heading as people type them, without the space or in full width. */
const typedHeading =
  /^([#＃]{1,6})[ \t　]*([〇零一二三四五六七八九十百\d（(第\p{L}《“「【*][^#＃]*)[#＃]*$/u;
const numbered =
  /^(?:[〇零一二三四五六七八九十百]{1,4}、|\d{1,3}[.、．]|[（(][〇零一二三四五六七八九十百\d]{1,4}[）)]|第[〇零一二三四五六七八九十百\d]{1,4}[编章节条篇])/;

/** A single sign before a few words is a tag (#党建): so much of a heading stands alone. */
const leastOfTitle = 6;

/** Over headings that are typed so, a first line is one too. */
const typedBelow = /^#{2,6}[^#\s]/m;

/** The signs and the words of a heading that was typed without a space; null for any other line. */
function readTypedHeading(
  line: string,
  isAlone: boolean,
  isFirst: boolean,
  isTop: () => boolean,
): { level: number; words: string } | null {
  const [, signs = '', written = ''] = typedHeading.exec(line) ?? [];
  const words = written.trimEnd();
  if (signs === '' || (!signs.includes('＃') && /^#+[ \t]/.test(line))) return null;
  const isOneWord = isAlone && !/^[A-Za-z]|\s/.test(words);
  const isTitle = isOneWord && isFirst && (words.length >= leastOfTitle || isTop());
  return signs.length > 1 || numbered.test(words) || isTitle
    ? { level: signs.length, words }
    : null;
}

/** `2024. 年度`: more than two digits before the point are a year, not an item's number. */
const yearLine = /^\d{3,9}[.)](?:\s|$)/;

/** Keeps the lines of a Chinese text apart where Markdown would join them or make them a list. */
export function chineseParagraphs(markdown: MarkdownIt): void {
  const reaches = new WeakMap<StateBlock, Int32Array>();
  const cited = new WeakMap<StateBlock, ReadonlySet<string>>();
  const isCited = (state: StateBlock, label: string) => {
    const labels = cited.get(state) ?? labelsIn(state.src);
    cited.set(state, labels);
    return labels.has(label.toLowerCase());
  };
  markdown.block.ruler.at('paragraph', parseParagraph);
  // Else the whole text below is looked through for an underline at each of its lines
  markdown.block.ruler.before('lheading', 'no_underline', (state, line, endLine) => {
    const underlines = reaches.get(state) ?? underlinesBelow(state);
    reaches.set(state, underlines);
    return underlines[line + 1] === 0 && parseParagraph(state, line, endLine);
  });
  markdown.block.ruler.before('reference', 'own_note', (state, line, endLine, silent) => {
    if (silent) return false;
    const written = lineAt(state, line);
    const label = labelOf.exec(written)?.[1];
    const isText = isOwnNote(written) || (label !== undefined && !isCited(state, label));
    return isText && parseParagraph(state, line, endLine);
  });
  const alternatives = { alt: ['paragraph', 'reference', 'blockquote'] };
  markdown.block.ruler.before('heading', 'typed_heading', parseTypedHeading, alternatives);
  markdown.block.ruler.before('list', 'year_line', (state, line, endLine, silent) => {
    return !silent && yearLine.test(lineAt(state, line)) && parseParagraph(state, line, endLine);
  });
}

/** What may underline a heading, in a quotation or list too. */
const underline = /^[\s>*+\-=\d.)]*[-=]\s*$/;

/** Whether a line that may be an underline stands at or below each line, above the next blank one. */
function underlinesBelow({ src }: StateBlock): Int32Array {
  const lines = src.split('\n');
  const below = new Int32Array(lines.length + 2);
  for (let line = lines.length - 1; line >= 0; line--) {
    const text = lines[line] ?? '';
    const isBlank = /^[ \t]*$/.test(text);
    below[line] = isBlank ? 0 : underline.test(text) ? 1 : (below[line + 1] ?? 0);
  }
  return below;
}

/** Lines that may stand empty above a title. */
const mostBlank = 20;

function parseTypedHeading(
  state: StateBlock,
  line: number,
  endLine: number,
  silent: boolean,
): boolean {
  if ((state.sCount[line] ?? 0) - state.blkIndent > 3) return false;
  const isBlank = (other: number) => other < 0 || other >= endLine || state.isEmpty(other);
  const isAlone = isBlank(line - 1) && isBlank(line + 1);
  const above = state.src.slice(0, state.bMarks[line] ?? 0);
  const isFirst = line < mostBlank && state.env?.isBelow !== true && above.trim() === '';
  const isTop = () => line === 0 && typedBelow.test(state.src);
  const heading = readTypedHeading(lineAt(state, line), isAlone, isFirst, isTop);
  if (heading === null) return false;
  if (silent) return true;
  const { level, words } = heading;
  state.line = line + 1;
  const opening = state.push('heading_open', `h${level}`, 1);
  opening.markup = '#'.repeat(level);
  opening.map = [line, line + 1];
  const inline = state.push('inline', '', 0);
  inline.content = words;
  inline.map = [line, line + 1];
  inline.children = [];
  state.push('heading_close', `h${level}`, -1).markup = '#'.repeat(level);
  return true;
}

/** A paragraph ends as CommonMark has it, and also before a line that begins one by itself. */
function parseParagraph(state: StateBlock, startLine: number, endLine: number): boolean {
  const terminators = state.md.block.ruler.getRules('paragraph');
  const parentType = state.parentType;
  state.parentType = 'paragraph';
  let nextLine = startLine + 1;
  // Behind one such note another may be an address
  const isNote = isOwnNote(lineAt(state, startLine));
  while (nextLine < endLine && !state.isEmpty(nextLine)) {
    if (beginsParagraph(state, nextLine)) break;
    if (isNote && definition.test(lineAt(state, nextLine))) break;
    const lazy = (state.sCount[nextLine] ?? 0) < 0;
    if (!lazy && terminators.some((rule) => rule(state, nextLine, endLine, true))) break;
    nextLine++;
  }
  state.parentType = parentType;
  state.line = nextLine;
  state.push('paragraph_open', 'p', 1).map = [startLine, nextLine];
  const inline = state.push('inline', '', 0);
  inline.content = state.getLines(startLine, nextLine, state.blkIndent, false).trim();
  inline.map = [startLine, nextLine];
  inline.children = [];
  state.push('paragraph_close', 'p', -1);
  return true;
}

function beginsParagraph(state: StateBlock, line: number): boolean {
  const indent = (state.sCount[line] ?? 0) - state.blkIndent;
  const text = lineAt(state, line);
  return indent > 3 || ownParagraph.test(text) || isOwnNote(text);
}

function lineAt(state: StateBlock, line: number): string {
  const begin = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
  return state.src.slice(begin, state.eMarks[line]);
}
