import { type Diagnostic, error } from '#diagnostics/diagnostic.ts';
import type { Aside } from '#document/text/aside.ts';
import type { Block } from '#document/text/blocks.ts';
import { unitsOf } from '#document/text/units.ts';
import type { FrontMatter } from '#formats/front-matter.ts';
import { plainName } from '#formats/unpublished.ts';

/*
 * Marks by which a document says that it is not for everybody: those of state secrets (GB/T 9704-2012,
 * 7.2.2: 秘密, 机密, 绝密, with ★ and a period), of disclosure (此件不公开) and of circulation (不得外传).
 */

type Mark = Readonly<{ line: number; words: string; isField: boolean }>;

/** Fields by which keepers grade documents, without white space and signs. */
const gradeFields: ReadonlySet<string> = new Set(
  `classification classified secrecy confidentiality confidential 密级 密級 保密等级 保密级别 涉密等级
   公开属性 公开方式 公开范围 公开类别 开放状态 是否公开
   密级和保密期限 密级及保密期限 密等 涉密 保密 机密 secret`.split(/\s+/),
);

/** What the field of a document says that is for everybody, or that its keeper has looked at. */
const openGrades =
  /^(?:allow(?:ed)?|允许|public|open|none|unclassified|false|no|公开|是|开放|全文公开|全部公开|社会公开|向社会公开|主动公开|已解密|非密|非涉密|不涉密|无|否|普通|一般)?$/i;
/** Of classification, which also sorts documents by what they are. */
const closedClasses = /secret|confidential|restricted|classified|internal|private|密|内部|不公开/i;

const grade = '(?:[绝絕機机秘祕][\\s\\u3000]*密[级級]?|極機密|绝对机密|絕對機密|密件)';
const star = '[★☆✩✭⭐]';
const opening = '[\\s【\\[（(〔［]*';
const closing = '[\\s】\\])）〕］]*';
const label =
  '(?:密[\\s\\u3000]*[级級]|保密(?:等级|级别|級別)|涉密(?:等级|级别)|密[级級][和及]保密期限|密等(?:及解密[条條]件(?:或保密期限)?)?)';

/** 机密★10年, 绝密★启用前: alone, or among the words of a red head. */
const starred = new RegExp(
  `^(?:\\d{1,6}\\s*)?${opening}(?:${label}[\\s:：]*)?${grade}${closing}(?:${star}|[*＊]\\s*(?:\\d|长期|启用)|[（(]?\\d{1,2}\\s*年[）)]?$)`,
);
/** 绝密★启用前的试卷应当密封。 speaks of one. */
const sentence = /^.{12,}[。！？；]$/;
/** 密级：机密, also as neighbouring cells. */
const labelled = new RegExp(
  `${label}[\\s:：|]*${grade}(?=${closing}(?:$|[★☆*＊；;，。\\s]))|${label}[\\s:：|]+(?:内部|限内部)(?=${closing}$)`,
);
/** 机密 alone: it may also be a word of the text, so that it counts at the top of a document only. */
const bare = new RegExp(`^${opening}${grade}件?${closing}$`);
/** The first line of a red head: the number of the copy, the grade, the urgency. */
const urgency = '(?:特急|加急|特提|平急|急件)';
const inRedHead = new RegExp(`^(?:\\d{1,6}\\s*)?(?:${urgency}\\s+)?${grade}(?:\\s+${urgency})?$`);
/** 调整纪要【秘密】, （机密）关于选点的报告, 绝密：村史稿: a title that is graded. */
const inTitle = new RegExp(
  `^[【\\[（(〔［]\\s*${grade}\\s*[】\\])）〕］]\\s*\\S|\\S\\s*[【\\[（(〔［]\\s*${grade}(?:${star}[^】\\])）〕］]*)?\\s*[】\\])）〕］]$|^${grade}\\s*[:：]\\s*\\S`,
);
/** （初稿，请勿外传） behind a title. */
const notToPassOn =
  /[（(【〔［[][^（(【〔［[]{0,20}(?:请勿|严禁|不得|切勿|禁止)(?:对外|擅自)?(?:外[传傳]|传播|公[开開]|发布)[^）)】〕］\]]{0,10}[）)】〕］\]]\s*$/;
/** Longer lines are no titles. */
const longestTitle = 80;
/** What stands at both ends of a line of a letterhead. */
const farApart = /\t|[ \u3000]{2,}/;
const inBrackets = /[【[（(〔［][^】\])）〕］]*[】\])）〕］]|[^【[（(〔［]+/g;
const namePart = new RegExp(
  `^[【\\[（(〔［]\\s*${grade}\\s*[】\\])）〕］]$|^${grade}\\s*${star}|(?:^|[-_—\\s])${grade}$|^${grade}[-_—\\s]|^[（(【\\[]\\s*不予?公开\\s*[）)】\\]]$|^(?:[（(【〔［\\[]\\s*)?内部(?:资料|文件|材料)(?:\\s*[）)】〕］\\]])?$`,
);
const folderName = new RegExp(
  `^(?:\\d{1,4}年?[-_.、\\s]*)?(?:${grade}|涉密|保密|不公开|不予公开|内部资料)(?:文件|资料)?(?:[（(]\\d{4}年?[）)])?$`,
);
const undisclosed =
  /^[（(\s]*(?:此件|本件|该件|此文|本文)(?:主动)?(?:不予|不得|不|依申请)公[开開](?:发布)?[）)\s。]*$|[（(](?:此件|本件|该件)(?:不予|不|依申请)公[开開][）)]\s*$|^[（(【]\s*(?:不公[开開]|不予公[开開]|依申请公[开開])\s*[）)】]$|(?:信息)?公开(?:属性|方式|类别|选项|形式)[\s:：|]*(?:不予公开|不公开|依申请公开)(?=[\s）)。；;]|$)/;
const internal =
  /^[（(【〔［[\s]*(?:内部|仅供内部)(?:资料|材料|文件|刊物|使用|传阅)?[\s,，;；:：]*(?:注意保[密存管]|妥善保管|严禁|请勿|不得|切勿)(?:对?外[传傳]|外泄|传播|公开)?[\s！!。）)】〕］\]]*$|^[（(【〔［[\s]*(?:请勿|严禁|不得|切勿)(?:对外|擅自)?外[传傳][\s！!。）)】]*$/;

const internalWords =
  '(?:内部(?:资料|材料|文件|刊物|参考|使用|传阅|掌握)|(?:仅供|供|仅限)内部(?:参考|使用|传阅|学习|掌握|交流)?|仅限内部)';
/** 内部资料 alone at the top of a document, with its number or without, or in brackets behind its title. */
const internalAlone = new RegExp(
  `^[（(【〔［[\\s]*${internalWords}[\\s！!。）)】〕］\\]]*(?:[|\\s]*编号[\\s:：]*\\S{1,16})?$|\\S\\s*[（(【〔［[]\\s*${internalWords}\\s*[）)】〕］\\]]$`,
);

/** Lines at the top of a document in which a bare 机密 is a mark. */
const linesOfHead = 8;
/** Marks stand apart: what is longer is text that speaks of them. */
const longestMark = 40;
/** The words of a red head stand apart by spaces: 000001　机密★1年　特急. */
const apart = /\s+/;

/** A text without any of these characters has no mark. */
const mayHoldMark = /密|公[开開]|外[传傳]|外泄|内部/;

/** Why a document must not be published, as it says itself; empty where its keeper allows it. */
export function findClassified(
  file: string,
  fieldsFile: string,
  { values, lines }: FrontMatter,
  blocks: readonly Block[],
  asides: readonly Aside[],
): Diagnostic[] {
  const grades = Object.entries(values).filter(([name]) => isGrade(name));
  const isAllowed = grades.some(([, value]) => /^(?:allow(?:ed)?|允许)$/i.test(`${value}`.trim()));
  if (isAllowed) return [];
  const marks = [
    ...markInName(file),
    ...markInFields(values, lines, grades),
    ...markInText(blocks),
    ...markAside(asides),
  ];
  return marks.slice(0, 1).map(({ line, words, isField }) => {
    const place = { file: isField ? fieldsFile : file, ...(line > 0 ? { line } : {}) };
    return error({ says: 'classified', words: JSON.stringify(words) }, { place });
  });
}

function isGrade(name: string): boolean {
  if (!/[cC密公开]/.test(name) && !/secrecy/i.test(name)) return false;
  return gradeFields.has(plainName(name));
}

/** Whether a file is graded by its name or that of a folder around it. */
export function isGradedByName(file: string): boolean {
  return markInName(file).length > 0;
}

/** 【机密】纪要.md, 机密★纪要.txt, and folders such as 涉密/. */
function markInName(file: string): Mark[] {
  if (!/密|不予?公开|内部(?:资料|文件|材料)/.test(file)) return [];
  const parts = file.split('/');
  const name = (parts.pop() ?? '').replace(/\.[^.]+$/, '');
  const inName = (name.match(inBrackets) ?? []).find((words) => namePart.test(words));
  const folder = parts.find((part) => folderName.test(part));
  const words = inName ?? folder;
  return words === undefined ? [] : [{ line: 0, words, isField: false }];
}

function markInFields(
  values: FrontMatter['values'],
  lines: FrontMatter['lines'],
  grades: readonly (readonly [string, unknown])[],
): Mark[] {
  const graded = grades.filter(([name, value]) => {
    const words = `${value ?? ''}`.trim();
    const isSort = name.toLowerCase() === 'classification' && !closedClasses.test(words);
    return !isSort && !openGrades.test(words);
  });
  const isMarked = (value: unknown) =>
    typeof value === 'string' &&
    (value.includes('密')
      ? bare.test(value) || starred.test(value)
      : /^(?:不予公开|依申请公开)$/.test(value));
  const named = Object.entries(values).filter(([, value]) =>
    Array.isArray(value) ? value.some(isMarked) : isMarked(value),
  );
  return [...graded, ...named].map(([name, value]) => {
    return { line: lines.get(name) ?? 0, words: `${name}: ${value}`, isField: true };
  });
}

function markInText(blocks: readonly Block[]): Mark[] {
  const mayBe = blocks.some(
    (block, index) => mayBeShort(block, index) && mayHoldMark.test(block.text),
  );
  if (!mayBe) return [];
  const written = unitsOf(blocks).flatMap(({ text, line }) =>
    text.split('\n').map((words, index) => ({ words: words.trim(), line: line + index })),
  );
  return written
    .filter(({ words }) => words !== '')
    .flatMap(({ words, line }, index): Mark[] =>
      isMark(words, index < linesOfHead) ? [{ line, words, isField: false }] : [],
    );
}

/** <!-- 密级：机密 -->: what is not for readers may say for whom the text is, and so may the heads of pages. */
function markAside(asides: readonly Aside[]): Mark[] {
  return asides
    .filter(({ kind }) => kind === 'comment' || kind === 'running-head')
    .flatMap(({ line, text }) =>
      text.split('\n').map((written, index) => {
        return { line: line + index, words: written.replace(/^\s*<!--|-->\s*$/g, '').trim() };
      }),
    )
    .flatMap(({ line, words }) => (isMark(words, true) ? [{ line, words, isField: false }] : []));
}

/** Whether a block is, or has, a line that is short enough for a mark. */
function mayBeShort({ type, text }: Block, index: number): boolean {
  const isShort =
    text.length <= (index < linesOfHead ? longestTitle : longestMark) || type === 'passage';
  return isShort || (index < linesOfHead && text.includes('\n'));
}

function isGradedTitle(words: string): boolean {
  if (!mayHoldMark.test(words)) return false;
  if (inTitle.test(words) || notToPassOn.test(words) || internalAlone.test(words)) return true;
  const parts = words.split(farApart);
  return parts.length > 1 && parts.some((part) => bare.test(part.trim()));
}

function isMark(words: string, isInHead: boolean): boolean {
  if (isInHead && words.length <= longestTitle && isGradedTitle(words)) return true;
  if (words.length > longestMark || !mayHoldMark.test(words)) return false;
  if (isInHead && (bare.test(words) || inRedHead.test(words))) return true;
  return (
    (!sentence.test(words) &&
      (words.split(apart).some((part) => starred.test(part)) || starred.test(words))) ||
    labelled.test(words) ||
    undisclosed.test(words) ||
    internal.test(words)
  );
}
