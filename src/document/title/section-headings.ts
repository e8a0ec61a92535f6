import { kindOfTitle } from '#document/kind/kind-title.ts';
import { propertyOf } from '#document/meeting/label-words.ts';
import { parseNumbering } from '#document/outline/numbering.ts';
import type { Block, Heading } from '#document/text/blocks.ts';
import { trimEndOf } from '#document/text/trim-end.ts';
import { titleKey } from './title.ts';

/** A kind told by a word this short heads a section too: 基本情况, 工作要求. */
const shortestTitle = 8;
const longestPreface = 300;
const lastOpening = 6;

/**
 * The heading that stands above everything else in a text, and so is its title; null where the first
 * heading is one of several sections (`### 姓名` … `### 本周工作`), or a label (`参会人员`).
 *
 * @param fileName name of the file without folder and ending: what it says as well is the title
 */
export function headingAbove(blocks: readonly Block[], fileName: string): Heading | null {
  const at = blocks.findIndex((block) => block.type === 'heading');
  const heading = blocks[at];
  if (heading?.type !== 'heading' || isLabel(heading.text)) return null;
  const others = blocks.slice(at + 1).filter((block) => block.type === 'heading');
  const sisters = others.filter(({ level }) => level <= heading.level);
  if (sisters.length > 0 && !isAboveSisters(heading, sisters, fileName)) return null;
  return at === 0 || opensText(blocks.slice(0, at), heading, others) ? heading : null;
}

/** What stands before a text and is a part of every other one. */
const part =
  /^(?:目录|目次|前言|引言|序言?|绪论|导言|导语|摘要|提要|正文|附录|参考文献|后记|结语|contents|tableofcontents|abstract|introduction|preface|overview|background)$/i;

/** `参会人员：`, `会议信息`, `Conference Bridge`: what heads a part of a form and never a text. */
function isLabel(text: string): boolean {
  const bare = trimEndOf(text, ' \t\u3000：:');
  const words = bare.slice(parseNumbering(bare)?.length ?? 0);
  if (part.test(words.replace(/[\s　]/g, ''))) return true;
  return propertyOf(words) !== null && kindOfTitle(words) === null;
}

function isAboveSisters(heading: Heading, sisters: readonly Heading[], fileName: string): boolean {
  if (isNumbered(heading)) return false;
  if (sisters.every(isNumbered)) return true;
  if (saysTheSame(heading.text, fileName)) return true;
  const others = sisters.filter(({ text }) => !heading.text.includes(text));
  if (namesMeeting(heading.text)) return !others.some(({ text }) => namesMeeting(text));
  const isNamed = heading.text.length >= shortestTitle && kindOfTitle(heading.text) !== null;
  return isNamed && others.every(({ text }) => kindOfTitle(text) === null);
}

/** `2024年第3次例会`: one meeting of many, and no part of it. */
function namesMeeting(text: string): boolean {
  return /\d|第[一二三四五六七八九十百]+[次届期]/.test(text) && /[会會][议議]?$/.test(text.trim());
}

function isNumbered({ text }: Heading): boolean {
  return parseNumbering(text) !== null;
}

/** Whether one of two names holds the other, but for signs and digits. */
function saysTheSame(title: string, fileName: string): boolean {
  const [one = '', other = ''] = [title, fileName].map((name) =>
    titleKey(name).replace(/[^\p{L}]/gu, ''),
  );
  const shorter = Math.min(one.length, other.length);
  return shorter >= 4 && (one.includes(other) || other.includes(one));
}

/** Whether few words stand above a heading: a heading far down is the title of nothing above it. */
function opensText(above: readonly Block[], heading: Heading, others: readonly Heading[]): boolean {
  const length = above.reduce((sum, { text }) => sum + text.length, 0);
  const holdsText = heading.level === 1 || others.length > 0 || kindOfTitle(heading.text) !== null;
  return above.length <= lastOpening && length <= longestPreface && holdsText;
}
