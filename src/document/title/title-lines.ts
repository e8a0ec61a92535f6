import { kindOfTitle } from '#document/kind/kind-title.ts';
import { findDocumentNumber } from '#document/layout/document-number.ts';
import { isOrganisation } from '#document/layout/lines-around.ts';
import { findLabels } from '#document/meeting/labels.ts';
import { parseNumbering } from '#document/outline/numbering.ts';
import {
  type Block,
  type Heading,
  isInBody,
  type Paragraph,
  paragraph,
} from '#document/text/blocks.ts';
import { trimEndOf } from '#document/text/trim-end.ts';
import { headingAbove } from './section-headings.ts';
import { titleKey } from './title.ts';

/** The title of a text and the blocks that hold it. */
export type TitleLines = Readonly<{ title: string | null; blocks: readonly Block[] }>;

/** `标题：关于…的通知`. */
const labelled =
  /^(?:标题|会议名称|會議名稱|活动名称|題目|题目|標題|文件名称|Title|Subject)\s*[:：]\s*(?=.)/i;

const salutation = /[:：]$/;
const sentence = /[。；;，,！!]$/;

/** 【篇一】 opens a piece, and 首页 > 范文 > 正文 is no text at all. */
const opensPiece =
  /^[【[（(]?\s*(?:篇\s*[一二三四五六七八九十\d]+|第\s*[一二三四五六七八九十\d]+\s*篇|范文\s*[一二三四五六七八九十\d]+)(?:[】\])）:：\s]|$)/;
const longestTitle = 80;
const longestFirstLine = 40;

/** `…讲话_某某网`: what a site puts behind the titles of its pages. */
const siteName =
  /\s*[_|｜–—-]+\s*[^_|｜–—\-，。]{0,10}(?:网|网站|文库|范文|论坛|频道|门户|官网|博客|在线)$/;

/**
 * Finds the title of a text: the heading or line that it opens with. A title over two lines is put
 * together, letters spaced apart are joined. The lines keep their place and get their role.
 *
 * @param known the title that stands elsewhere; a line is the title then only where it says the same
 * @param fileName name of the file without folder and ending
 */
export function findTitle(
  source: readonly Block[],
  known: string | null,
  fileName: string,
): TitleLines {
  const blocks = [...source];
  const opening = findOpening(blocks, known);
  const first = known === null ? behindRedHead(blocks, opening) : opening;
  const block = blocks[first];
  const give = (index: number) => {
    const line = blocks[index];
    if (line !== undefined && line.type !== 'passage') blocks[index] = asTitle(line);
  };
  for (let index = opening; index < first; index++) {
    const head = blocks[index];
    if (head?.type === 'paragraph') blocks[index] = { ...head, role: roleOfHead(head.text) };
  }
  if (block === undefined || block.type !== 'paragraph') {
    if (known === null) return underHeading(blocks, fileName);
    if (block?.type === 'heading' && sameTitle(block.text, known)) give(first);
    return { title: known, blocks };
  }
  const below = blocks[first + 1];
  const second = below?.type === 'paragraph' && below.role === 'paragraph' ? below : null;
  if (known !== null) {
    if (sameTitle(block.text, known)) give(first);
    else if (second !== null && sameTitle(block.text + second.text, known)) {
      give(first);
      give(first + 1);
    }
    return { title: known, blocks };
  }
  const isBelowDay =
    first > 0 && blocks[first - 1]?.type === 'paragraph' && isDay(blocks[first - 1]?.text ?? '');
  const isNamed = !isBelowDay || kindOfTitle(block.text) !== null;
  if (!isNamed || !canBeTitle(block.text) || block.inline.some(({ is }) => is !== 'strong')) {
    const named = labelled.test(block.text) ? titleOfLine(block.text.split('\n')[0] ?? '') : null;
    return named === null ? underHeading(blocks, fileName) : { title: named, blocks };
  }
  give(first);
  const beneath = blocks[first + 2];
  const third = beneath?.type === 'paragraph' ? beneath : null;
  const whole = second === null ? null : joinLines(block, second, third);
  if (whole !== null) give(first + 1);
  const repeated = blocks[first + (whole === null ? 1 : 2)];
  const title = cleanTitle(whole ?? block.text);
  const recurs = blocks.filter(
    ({ text }) =>
      text.length <= longestTitle && text.length * 3 >= title.length && sameTitle(text, title),
  );
  // Once more it is said again; twice more it opens the pieces of a collection
  if (
    repeated?.type === 'paragraph' &&
    recurs.length === (whole === null ? 2 : 1) &&
    sameTitle(repeated.text, title)
  )
    give(blocks.indexOf(repeated));
  return { title, blocks };
}

/**
 * The first line behind the head of an official paper: who issues it (青溪县人民政府文件), its number, its
 * urgency. Only where a line that names a kind follows soon.
 */
function behindRedHead(blocks: readonly Block[], opening: number): number {
  for (let index = opening; index < opening + 6; index++) {
    const block = blocks[index];
    if (block === undefined || block.type !== 'paragraph') return opening;
    const text = block.text.trim();
    const isHead =
      /(?:文件|（通知）|（函）)$/.test(text) ||
      isOrganisation(text) ||
      /^(?:[^：:]{0,12}[〔[［]\d{4}[〕\]］]\d+号|签发人[:：].*|(?:特急|加急|急件|机密|秘密|绝密)(?:★.*)?)$/.test(
        text,
      );
    if (text.length > 30 || !isHead) {
      if (index === opening) return opening;
      const isTitle = kindOfTitle(text) !== null || /^关于/.test(text);
      return isTitle && text.length <= longestTitle ? index : opening;
    }
  }
  return opening;
}

/** The number has its role wherever it stands; who issues a paper is its byline. */
function roleOfHead(text: string): 'document-number' | 'byline' {
  return findDocumentNumber(text) === null ? 'byline' : 'document-number';
}

function asTitle(block: Paragraph | Heading): Paragraph {
  return { ...paragraph(block, block.line), role: 'title' };
}

/** The heading that is the title. It stays a heading where others stand beside it. */
function underHeading(source: readonly Block[], fileName: string): TitleLines {
  const heading = headingAbove(source, fileName);
  if (heading === null) return { title: null, blocks: source };
  const title = trimEndOf(inOneLine(heading.text), ' \t\u3000：:');
  const at = source.indexOf(heading);
  const isFirst = source.slice(0, at).every((block) => !isInBody(block));
  const isAlone = source.every(
    (block) => block === heading || block.type !== 'heading' || block.level > heading.level,
  );
  // Fields over a line of dashes are no title as a whole: they stay in the text
  const isWhole = !heading.text.includes('\n') || !labelled.test(heading.text);
  const blocks = source.map((block) => {
    if (block !== heading || !isFirst || !isAlone) return block;
    return isWhole ? asTitle(heading) : paragraph(heading, heading.line);
  });
  return { title, blocks };
}

/** A heading over several lines: the first where it says that it is the title, else all of them. */
function inOneLine(text: string): string {
  const lines = text.split('\n').map((line) => line.trim());
  const [first = ''] = lines;
  if (labelled.test(first)) return titleOfLine(first);
  return lines.reduce(
    (whole, line) => whole + (/\w$/.test(whole) && /^\w/.test(line) ? ' ' : '') + line,
  );
}

/** The first line that is no day alone, as records and diaries are headed. */
function findOpening(blocks: readonly Block[], known: string | null): number {
  return blocks.findIndex((block) => {
    if (block.type !== 'paragraph') return true;
    return block.role === 'paragraph' && (known !== null || !isDay(block.text));
  });
}

function isDay(text: string): boolean {
  return text.length <= 30 && /^[\s[（(【]*[\d年月日号./:：\s-]{4,}[\s\]）)】]*$/.test(text);
}

function sameTitle(line: string, title: string): boolean {
  return !isMuchLonger(line, title) && titleKey(cleanTitle(line)) === titleKey(title);
}

/**
 * Whether a line is longer than any writing of a title can be: what has no spaces loses but a number of
 * pieces, and three units become one at the most (Hangul, in NFKC).
 */
function isMuchLonger(line: string, title: string): boolean {
  return line.length > longestTitle + title.length * 3 && !/\s/.test(line.trim());
}

/** A line without what says that it is a title, and without Markdown's signs in a text without markup. */
function titleOfLine(line: string): string {
  return line
    .trim()
    .replace(/^#{1,6}\s*(?=[^#\s])/, '')
    .replace(labelled, '');
}

/** Lines of signs, marks of lists, datelines with a dash, numbers like 1.1, days, times, labels in English. */
const noTitle =
  /^(?:[-=*_#~+]{3}|[-*+•·—–]\s?\S|\d+(?:\.\d+)+(?!\d*[年月日])|\d{1,2}[/月]\d{1,2}日?\s|[A-Za-z][\w .-]{0,24}:\s)|\d{1,2}:\d{2}(?::\d{2})?$|^[^\p{L}]*$/u;

/** `政 府 工 作 报 告` and the names of sites behind titles. */
function cleanTitle(written: string): string {
  // The name of a site is looked for at the end of what can be a title, and nowhere else
  if (written.length > longestTitle) return written.trim();
  const text = titleOfLine(written).replace(siteName, '');
  const isSpaced = /^(?:\p{Script=Han}[\s　]+){2,}\p{Script=Han}$/u.test(text);
  return isSpaced ? text.replace(/[\s　]+/g, '') : text;
}

/** Days that are called by their numbers (全国年节及纪念日放假办法, and customary ones), and a year with its months. */
const memorialDay =
  /^(?:3\.8|3\.12|3\.15|4\.23|5\.1|5\.4|5\.12|6\.1|6\.5|6\.26|7\.1|8\.1|9\.3|9\.10|9\.18|9\.30|10\.1|11\.9|12\.1|12\.4|12\.9|12\.13|(?:19|20)\d\d\.\d{1,2}(?=[-–—~至月]\d*))(?![\d.\s])/;

/** 3.15消费者权益日活动总结, 12.9运动纪念大会上的讲话: a day, and no number of a section. */
function isNumberedName(text: string): boolean {
  return memorialDay.test(text) && kindOfTitle(text) !== null;
}

/** `同志们：`, whole sentences, numbers and lines in brackets open a text that has no title. */
function canBeTitle(text: string): boolean {
  return (
    text.length <= longestTitle &&
    !text.includes('\n') &&
    (labelled.test(text) || !noTitle.test(text) || isNumberedName(text)) &&
    !salutation.test(text) &&
    !sentence.test(text) &&
    !/[。]./.test(text) &&
    !/^[一二三四五六七八九十]+是/.test(text) &&
    !opensPiece.test(text) &&
    (labelled.test(text) || !/^[^\s：:]{2,8}[：:]/.test(text) || kindOfTitle(text) !== null) &&
    findLabels(text)[0]?.from !== 0 &&
    (parseNumbering(text) === null || isNumberedName(text))
  );
}

/**
 * Two lines that make one title: neither is one by itself, or the first ends in mid-phrase, and
 * together they name a kind. A line under a title that says where it was spoken is none of it.
 */
function joinLines(first: Paragraph, second: Paragraph, third: Paragraph | null): string | null {
  const head = cleanTitle(first.text);
  const tail = second.text.trim();
  if (head.length > longestFirstLine || tail.length > longestFirstLine || !canBeTitle(tail))
    return null;
  if (/^[（(—–-]|^在/.test(tail) || kindOfTitle(head) !== null) return null;
  const opensPhrase = /^关于|[的和与及、在对]$/.test(head);
  const endsPhrase = kindOfTitle(tail) !== null;
  if (opensPhrase && endsPhrase) return head + tail;
  // 讲 话 稿 under the name of the occasion; two lines of verse over a subtitle
  if (kindOfTitle(cleanTitle(second.text)) !== null && tail.length <= 8)
    return head + cleanTitle(second.text);
  const isVerse = third !== null && /^(?:——|--)/.test(third.text) && tail.length <= 24;
  return isVerse ? `${head} ${tail}` : null;
}
