import type { Aside } from '#document/text/aside.ts';
import type { WithoutComments } from './comments.ts';
import { withoutTags } from './layout-tags.ts';

/*
 * Marks of other programs for Markdown: HackMD, MkDocs, Docusaurus, Kramdown, GitHub. They say how a text is to
 * look there, and are no words of it: what they hold is shown, they are not, and the keepers are told.
 */

const mayHold =
  /^[ \t>]*(?::{3}|!{3} |\?{3}|#{6} +tags:|\[!|\[{1,2}_?toc|[`~]{3})|==|\{ ?[.#:]|<[a-z]/im;

const fence = /^ {0,3}(`{3,}|~{3,})/;

/** Lines that are marks alone, and what stays of them. */
const lines: readonly (readonly [RegExp, (match: RegExpExecArray) => string])[] = [
  // [TOC]
  [/^\s*(?:\[TOC\]|\[\[_?TOC_?\]\])\s*$/i, () => ''],
  // ###### tags: `会议`
  [/^ {0,3}#{6}\s+tags:.*$/i, () => ''],
  // :::info 注意
  [
    /^\s*:{3,}\s*(?:\{[\w.#= -]+\}|[a-z][\w-]*)?(?:\s+(.*))?$/i,
    ([, title = '']) => onItsOwn(title),
  ],
  // !!! tip "注意"
  [
    /^\s*(?:!{3}|\?{3}\+?) +[a-z][\w-]*(?: inline(?: end)?)?(?: +"(.*)")?\s*$/i,
    ([, title = '']) => onItsOwn(title),
  ],
  // > [!NOTE]
  [
    /^(\s*>\s*)\[![A-Za-z]+\][-+]?(?:[ \t]+(.*))?$/,
    ([, quotation = '', title = '']) =>
      title === '' ? quotation.trimEnd() : onItsOwn(quotation + title),
  ],
  // {: .note } on a line of its own
  [/^\s*\{ ?[.#:][\w .#:="'-]*\}\s*$/, () => ''],
];

/** `## 排班 { .centered }` */
const attributes = /(?<!\s)\s{0,8}\{ ?[.#:][\w .#:="'-]*\}\s*$/;
/** ==重点==, where it holds Chinese: elsewhere it may compare. */
const highlight = /(?<![=\w])==(?=\S)([^=\n]*\p{Script=Han}[^=\n]*)(?<=\S)==(?![=\w])/gu;

/** @param above number of lines over the text in its file */
export function takeForeignMarks(text: string, above: number): WithoutComments {
  if (!mayHold.test(text)) return { text, comments: [] };
  const comments: Aside[] = [];
  let code = '';
  const kept = unfenced(text)
    .split('\n')
    .map((written, index) => {
      const sign = fence.exec(written)?.[1] ?? '';
      if (code !== '') {
        if (sign.startsWith(code) && written.trim() === sign) code = '';
        return written;
      }
      if (sign !== '') {
        code = sign;
        return written;
      }
      const rest = withoutMarks(written);
      if (rest !== written)
        comments.push({ line: index + 1 + above, kind: 'comment', text: written.trim() });
      return rest;
    });
  return { text: kept.join('\n'), comments };
}

/** A title of a box is no beginning of its text: two spaces break the line behind it. */
function onItsOwn(title: string): string {
  return title.trim() === '' ? title : `${title.trimEnd()}  `;
}

/** Longer lines are text. */
const longestMark = 300;

function withoutMarks(written: string): string {
  if (written.length > longestMark) return withoutTags(written);
  for (const [pattern, rest] of lines) {
    const match = pattern.exec(written);
    if (match !== null) return rest(match);
  }
  if (written.includes('`')) return written;
  return withoutTags(written).replace(attributes, '').replace(highlight, '**$1**');
}

const wholeFence =
  /^(\s*)(`{3,}|~{3,})[ \t]*(?:text|txt|markdown|md|plain)?[ \t]*\n([\s\S]*)\n[ \t]*\2[ \t]*(\s*)$/i;

/** A page that stands in a fence as a whole is no code: its lines stay where they are. */
function unfenced(text: string): string {
  if (!/^\s{0,20}[`~]{3}/.test(text)) return text;
  const [, before = '', sign = '', inner = '', behind = ''] = wholeFence.exec(text) ?? [];
  if (sign === '' || inner.includes(sign)) return text;
  const han = inner.match(/\p{Script=Han}/gu)?.length ?? 0;
  return han * 4 > inner.length ? `${before}\n${inner}\n${behind}` : text;
}
