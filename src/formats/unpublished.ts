/*
 * Words by which a document says that it is not to be seen, in the forms of several programs: `draft: true`,
 * `published: false`, `status: draft`, 草稿：是.
 */

const yes = /^(?:true|yes|on|y|1|是|对|草稿|draft)$/i;
const no = /^(?:false|no|off|n|0|否|不|未|未发布)$/i;
const unpublished =
  /^(?:(?:draft|pending|wip)(?:[\s:：_-].*)?|private|hidden|unpublished|草稿|初稿|未定稿|未完成|未完|编辑中|修改中|待审|待审核|审核中|未发布|待发布|未公开|不公开|私密|已撤回|已撤下|已撤销|撤回|撤下|已下架|下架)$/i;

/** Fields that say it, with the values by which they do. */
const statements: ReadonlyMap<string, RegExp> = new Map([
  ...['draft', 'isdraft', 'private', 'hidden', '草稿', '是否草稿'].map(
    (name) => [name, yes] as const,
  ),
  ...['published', 'publish', 'public', 'ispublished', '发布', '公开', '是否发布', '是否公开'].map(
    (name) => [name, no] as const,
  ),
  ...['tags', 'tag', 'categories', '标签', '分类'].map(
    (name) => [name, /^(?:drafts?|草稿|未发布|不公开|私密)$/i] as const,
  ),
  ...['status', 'state', 'visibility', 'poststatus', '状态', '发布状态', '可见性'].map(
    (name) => [name, unpublished] as const,
  ),
]);

/** The name of a field whatever its case, spaces, hyphens and low lines. */
export function plainName(name: string): string {
  return name.toLowerCase().replace(/[\s_-]/g, '');
}

/** Fields that hold fields of their own: Hugo's `params`, Zola's `extra`. */
const groups: ReadonlySet<string> = new Set([
  'params',
  'extra',
  'meta',
  'metadata',
  'custom',
  'attributes',
]);

function isGroup(value: unknown): value is Readonly<Record<string, unknown>> {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)
  );
}

/** Whether a field says that the document is not to be seen; null where it says nothing of that. */
export function saysUnpublished(name: string, value: unknown): boolean | null {
  const pattern = statements.get(plainName(name));
  if (isGroup(value)) return groups.has(plainName(name)) && areUnpublished(value) ? true : null;
  if (pattern === undefined || value === null || value === undefined || value === '') return null;
  const values = Array.isArray(value) ? value : [value];
  return values.some((each) => pattern.test(`${each}`.trim()));
}

/** Fields by which a keeper says that what looks like a draft is none; `hidden: false` tells of lists. */
const decisions = /^(?:is)?(?:draft|published)$|^(?:是否)?(?:草稿|发布)$/i;

/** Whether fields say of a document, one way or the other, that it is or is not to be seen. */
export function isDecided(values: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(values).some((entry) => {
    const says = saysUnpublished(...entry);
    return says === true || (says === false && decisions.test(plainName(entry[0])));
  });
}

/** Whether fields say that the document is not to be seen. */
export function areUnpublished(values: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(values).some(([name, value]) => saysUnpublished(name, value) === true);
}

const ownFolder = /^[_\d.-]*(?:drafts?|(?:我的|未发布的?)?草稿|草稿箱)$/i;
const ownName =
  /(?:^|[\s（(【[_.—-])(?:草稿|draft)\d{0,3}[）)】\]]?$|[\p{Script=Han}）)]草稿\d{0,3}$|^[（(【[]?(?:草稿|draft)[）)】\]_\s.—-]/iu;

/** Whether a document lies among drafts, or is called one: 会议纪要（草稿）.md. */
export function isNamedDraft(file: string): boolean {
  const folders = file.split('/');
  const name = (folders.pop() ?? '').replace(/\.[^.]+$/, '');
  return ownName.test(name) || folders.some((folder) => ownFolder.test(folder));
}

const draftTitle =
  /^[（(【〔［[]\s*(?:草\s*稿|drafts?)\s*\d{0,2}[）)】〕］\]]|[（(【〔［[]\s*(?:草\s*稿|drafts?)\s*\d{0,2}[）)】〕］\]]\s*$/i;

/** Whether a title says that its text is a draft: 【草稿】二季度总结, 讲话 (DRAFT). */
export function isTitledDraft(title: string): boolean {
  return draftTitle.test(title.trim());
}

/** Lines at the beginning of a text in which fields are looked for that were not read as such. */
const linesOfHead = 40;
const mayHold = /draft|publi|status|state|visib|private|hidden|草稿|发布|公开|状态|可见/i;
/** `draft = true`, `"draft": true,`, `#+DRAFT: true`, `- 状态：草稿`. */
const fieldLine =
  /^[\s#+.,;>*|"'{[<!-]{0,8}([\p{L}][\p{L}_\s-]{0,15}?)["'*]{0,3}\s*[:：=|]{1,2}\s*["'*]{0,3}\s*([\p{L}\d]{1,12})["'*]{0,3}[\s,;.，；。}\]|>-]*$/u;
/** What parts fields on one line. */
const apart = /[\t\u3000]+| {2,}|\s*[;；|]\s*/;
const aloneLine =
  /^[\s#*>]*[（(【[]?\s*(?:草\s*稿|DRAFT)(?:[\s，,、；;]*(?:请勿|不得|禁止|勿)(?:发布|公开|外传|传播|引用))?\s*[）)】\]]?[\s*。！!]*$/;

/**
 * A line at the beginning of a text that says that it is not to be seen, and that was not read as a
 * field; null where there is none.
 */
export function findUnseenStatement(body: string): { line: number; words: string } | null {
  let seen = 0;
  let line = 0;
  let isInCode = false;
  let headings = 0;
  let isAbove = true;
  for (let from = 0; from < body.length && seen < linesOfHead; ) {
    const begin = from;
    const newline = body.indexOf('\n', from);
    const end = newline === -1 ? body.length : newline;
    const words = end - from > longestStatement ? '' : body.slice(from, end).trim();
    if (end > from) seen++;
    line++;
    from = end + 1;
    // An example; at the very beginning it may be fields of some other program
    if (seen > 1 && /^(?:`{3}|~{3})/.test(words)) isInCode = !isInCode;
    if (words !== '' && !isInCode && isStatement(words) && (isAbove || isOfProgram(words))) {
      return { line, words };
    }
    if (/^#{1,6}\s/.test(words)) headings++;
    // Below a text, or in a section of it, 状态：待审核 is said of something else
    isAbove &&=
      headings < 2 &&
      words.length <= longestStatement &&
      !/[。！？；]$/.test(words) &&
      end - begin <= longestStatement;
  }
  return null;
}

/** Longer lines are text. */
const longestStatement = 60;

/** `draft: true`: a field as programs write them. */
function isOfProgram(words: string): boolean {
  return /^[\s#+.,;>*|"'{[<!-]{0,8}[A-Za-z]/.test(words);
}

function isStatement(words: string): boolean {
  if (!mayHold.test(words)) return false;
  if (aloneLine.test(words)) return true;
  // title: 甲　draft: true
  return [words, ...words.split(apart)].some((part) => {
    const [, name = '', value = ''] = fieldLine.exec(part) ?? [];
    return saysUnpublished(name, value) === true;
  });
}
