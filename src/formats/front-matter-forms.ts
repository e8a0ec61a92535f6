/*
 * Where front matter stands, in the forms of several programs: Jekyll and Hugo put YAML between `---`, Hugo TOML
 * between `+++` and a JSON object at the beginning, Hexo closed older files with a fence and opened none.
 */

export type Language = 'yaml' | 'toml' | 'json';

/** Front matter as it was found. */
export type Form = Readonly<{
  /** null where the fence names a language that is not read. */
  language: Language | null;
  /** What the opening fence says behind its signs. */
  named: string;
  /** The signs of its fences where gray-matter is to take them off; null where there are others. */
  fence: string | null;
  /** Where it begins; the fields, and the number of lines over them in the file. */
  begin: number;
  fields: string;
  above: number;
  /** Where the body begins; -1 where there is no closing fence. */
  end: number;
}>;

/** Signs that stand for nothing at the beginning of a file. */
const blank = /^(?:[\s\u3000\ufeff\u200b]*\n)?[ \t\u3000\ufeff\u200b]*/;
/** Also the dashes that input methods give: —, －, ─. */
const opening = /^(-{3,}|\+{3,}|;{3,}|[—－─–]{2,})[^\S\n]*([^\n]*)(?:\n|$)/;
const languageName = /^[A-Za-z]*$/;
const languages: Readonly<Record<string, Language>> = {
  yaml: 'yaml',
  yml: 'yaml',
  toml: 'toml',
  json: 'json',
};
/** A key as programs write them. */
const field = /^["']?[A-Za-z_][\w .-]{0,40}["']?\s*[:=]/;
/** Fields of any language, as people write them too. */
const anyField = /^["']?[\p{L}_][\p{L}\p{N}_ .-]{0,40}["']?\s*[:：=]/u;
const asciiField = /^["']?[\p{L}_][\p{L}\p{N}_ .-]{0,40}["']?\s*[:=](?:\s|$)/u;
/** What continues a value, lists and comments. */
const continued = /^(?:\s+\S|- |#|$)/;

/** Finds the front matter of a text whose line ends are `\n`; null where there is none. */
export function findForm(text: string): Form | null {
  return findBare(text) ?? findOther(text);
}

/** Plain YAML fields between bare fences at the beginning, as nearly all are: found without a pattern. */
function findBare(text: string): Form | null {
  if (!text.startsWith('---\n') || /^[{\s]/.test(text.slice(4, 5))) return null;
  const close = text.indexOf('\n---\n', 3);
  const isOther = close === -1 || text.slice(3, close).includes('\n...');
  if (isOther) return null;
  const fields = text.slice(4, Math.max(4, close));
  const end = close + '\n---\n'.length;
  return { ...unfenced, language: 'yaml', begin: 0, fields, above: 1, end };
}

function findOther(text: string): Form | null {
  const begin = blank.exec(text)?.[0].length ?? 0;
  const first = text.charAt(begin);
  if (first === '{') return findObject(text, begin);
  const [fence, signs = '', named = ''] = opening.exec(text.slice(begin, begin + 200)) ?? [];
  if (fence === undefined) return findClosed(text, begin);
  const sign = signs.charAt(0);
  // Behind a fence a language may stand: ---在会上的讲话 and -----BEGIN … are text
  if (signs.length === 3 ? !languageName.test(named.trim()) : named.trim() !== '') return null;
  if (signs.length !== 3 && (sign === '+' || sign === ';')) return null;
  const from = begin + fence.length;
  const close = closingOf(text, from, signs);
  const fields = close === null ? '' : text.slice(from, close.from);
  const isBare = begin === 0 && signs === '---';
  const isBlank = /^[^\S\n]*\n/.test(text.slice(from, from + 80)) && fields.trim() !== '';
  // A rule above a text looks alike: what is not plainly front matter has fields between its fences
  if (isBare && isBlank && !hasOnlyFields(fields, asciiField)) return null;
  if (!'-+;'.includes(sign) && (close === null || !hasOnlyFields(fields, anyField))) return null;
  if (!isBare && !startsWithField(close === null ? text.slice(from, from + 2000) : fields, named)) {
    return null;
  }
  const language = languageOf(named.trim().toLowerCase(), sign, fields);
  const above = text.slice(0, from).split('\n').length - 1;
  const end = close === null ? -1 : close.to;
  const isNamed = named.trim() !== '' && close !== null;
  return {
    language,
    named: named.trim(),
    fence: isNamed ? signs : null,
    begin,
    fields,
    above,
    end,
  };
}

function closingOf(text: string, from: number, signs: string): { from: number; to: number } | null {
  const sign = signs.charAt(0);
  // YAML's own end of a document closes too
  const fence = signs === '---' ? '(?:---|\\.\\.\\.)' : `\\${sign}{${signs.length},}`;
  const pattern = new RegExp(`(?:^|\\n)${fence}[^\\S\\n]*(?:\\n|$)`, 'g');
  pattern.lastIndex = Math.max(0, from - 1);
  const found = pattern.exec(text);
  if (found === null) return null;
  return { from: Math.max(from, found.index), to: found.index + found[0].length };
}

function startsWithField(fields: string, named: string): boolean {
  if (named.trim().toLowerCase() in languages) return true;
  const line = fields.split('\n').find((each) => each.trim() !== '' && !/^\s*#/.test(each)) ?? '';
  return anyField.test(line.trim()) || line.trim().startsWith('{') || line.trim().startsWith('[');
}

/** Whether there are fields and nothing else: a text may begin 同志们： behind a rule. */
function hasOnlyFields(fields: string, pattern: RegExp): boolean {
  const lines = fields.split('\n');
  return (
    lines.some((line) => pattern.test(line)) &&
    lines.every((line) => pattern.test(line) || continued.test(line))
  );
}

function languageOf(named: string, sign: string, fields: string): Language | null {
  if (named !== '') return languages[named] ?? null;
  if (sign === '+') return 'toml';
  if (sign === ';') return 'json';
  return fields.trimStart().startsWith('{') ? 'json' : 'yaml';
}

const unfenced = { named: '', fence: null } as const;

/** A JSON object at the beginning, as Hugo has it: what follows stands on lines of its own. */
function findObject(text: string, begin: number): Form | null {
  const end = endOfObject(text, begin);
  if (end < 0) return null;
  const rest = /^[^\S\n]*(?:\n?;{3,}[^\S\n]*)?(?:\n|$)/.exec(text.slice(end, end + 200))?.[0];
  const fields = text.slice(begin, end);
  if (rest === undefined || !/^\{\s*(?:"[^"\n]*"\s*:|\})/.test(fields)) return null;
  const above = text.slice(0, begin).split('\n').length - 1;
  return { ...unfenced, language: 'json', begin, fields, above, end: end + rest.length };
}

/** The longest object that is looked for the end of. */
const longestObject = 2 ** 16;

function endOfObject(text: string, begin: number): number {
  let depth = 0;
  let inString = false;
  for (let index = begin; index < Math.min(text.length, begin + longestObject); index++) {
    const sign = text.charAt(index);
    if (inString) {
      if (sign === '\\') index++;
      else if (sign === '"') inString = false;
    } else if (sign === '"') inString = true;
    else if (sign === '{') depth++;
    else if (sign === '}' && --depth === 0) return index + 1;
  }
  return -1;
}

/** The most lines that a fence below fields closes. */
const mostFields = 60;

/** Fields that only a fence below closes: of names that programs use, `title`, `layout` or `draft` among them. */
function findClosed(text: string, begin: number): Form | null {
  if (!field.test(text.slice(begin, begin + 60))) return null;
  const lines = text.slice(begin).split('\n', mostFields + 1);
  const close = lines.findIndex((line) => /^(?:-{3,}|;{3,})\s*$/.test(line));
  const own = lines.slice(0, Math.max(0, close));
  const isAll = own.every((line) => field.test(line) || continued.test(line));
  if (!isAll || !own.some((line) => /^(?:title|layout|draft|published)\s*:/.test(line)))
    return null;
  const fields = own.join('\n');
  const above = text.slice(0, begin).split('\n').length - 1;
  const end = Math.min(text.length, begin + fields.length + (lines[close] ?? '').length + 2);
  return { ...unfenced, language: 'yaml', begin, fields, above, end };
}
