import { isMap, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import type { Message } from '#diagnostics/catalogue.ts';
import { messageOf } from '#diagnostics/exceptions.ts';
import { holdsItself } from './yaml-circle.ts';

type FieldProblem = Readonly<{
  message: WithoutLanguage<Extract<Message, { language: string }>>;
  line: number;
  column: number;
}>;

type WithoutLanguage<Told> = Told extends Message ? Omit<Told, 'language'> : never;

/** Keys with their values as written and the lines that they stand on. */
export type FieldMap = Readonly<{
  values: Readonly<Record<string, unknown>>;
  /** Line of each key, counted from 1 at the beginning of the text. */
  lines: ReadonlyMap<string, number>;
  problems: readonly FieldProblem[];
}>;

/**
 * Lines that mean the same to every YAML parser: `key: words` and `- words`, where the words
 * begin with a letter or Chinese character and hold nothing that YAML might read otherwise.
 */
const plainLine = /^(?:([A-Za-z_][\w-]*):(?: +(.*))?|( *)- +(.*))$/;
const plainWords = /^[\p{L}\p{Nd}][^:#"'\\{}[\]&*!|>%@`]*$/u;
const reservedWords = /^(?:true|false|null|yes|no|on|off|~)$/i;
const numberLike = /^[-+.\d][\w.+-]*$/;
const date = /^\d{4}-\d{2}(?:-\d{2}(?:[T ]\d{2}:\d{2}:\d{2}(?:[+-]\d{2}:\d{2})?)?)?$/;
const quoted = /^"([^"\\]*)"$|^'([^']*)'$/;

/**
 * Characters that the `yaml` package is given, since damage costs it an error for each; and those of
 * a plain line, since there are more than a regular expression can step back over.
 */
const longest = 2 ** 16;

/**
 * Reads a YAML map. Times stay strings. Simple front matter, which is nearly all there is, is read
 * line by line; the first line that is not simple sends the whole text to the `yaml` package,
 * which costs twenty times as much; a text that is too long for it is a problem. The two agree wherever the first applies (a property test).
 */
export function readYamlMap(text: string): FieldMap {
  const simple = readSimpleMap(text);
  if (simple !== null) return simple;
  if (text.length <= longest) return readFullMap(text);
  const message = { says: 'front-matter-yaml/long', found: text.length, most: longest } as const;
  return { values: {}, lines: new Map(), problems: [{ message, line: 1, column: 1 }] };
}

export function readSimpleMap(text: string): FieldMap | null {
  const values: Record<string, unknown> = {};
  const lines = new Map<string, number>();
  let list: unknown[] | null = null;
  let listIndent: string | undefined;
  let openKey: string | null = null;
  let number = 0;
  for (const written of text.split('\n')) {
    number++;
    const line = written.trimEnd();
    if (line === '') continue;
    if (line.length > longest) return null;
    const match = plainLine.exec(line);
    if (match === null) return null;
    const [, key, value, indent, item] = match;
    if (key === undefined) {
      if (openKey === null) return null;
      const read = readSimpleScalar(item ?? '');
      if (read === undefined) return null;
      if (list === null) {
        values[openKey] = list = [];
        listIndent = indent;
      }
      if (indent !== listIndent) return null;
      list.push(read);
      continue;
    }
    if (lines.has(key) || key === '__proto__') return null;
    const read = value === undefined || value === '' ? null : readSimpleScalar(value);
    if (read === undefined) return null;
    values[key] = read;
    lines.set(key, number);
    openKey = read === null ? key : null;
    list = null;
  }
  return { values, lines, problems: [] };
}

/** undefined where only the full parser can tell. */
function readSimpleScalar(text: string): unknown {
  const string = quoted.exec(text);
  if (string !== null) return string[1] ?? string[2] ?? '';
  if (date.test(text)) return text;
  if (text === 'true') return true;
  if (text === 'false') return false;
  if (/^(?:0|[1-9]\d{0,14})$/.test(text)) return Number(text);
  const simple = plainWords.test(text) && !reservedWords.test(text) && !numberLike.test(text);
  return simple ? text : undefined;
}

export function readFullMap(text: string): FieldMap {
  const lineCounter = new LineCounter();
  const options = { lineCounter, prettyErrors: false, logLevel: 'silent' } as const;
  const yaml = withoutTraces(() => parseDocument(text, options));
  const problems: FieldProblem[] = [...yaml.errors, ...yaml.warnings].map((problem) => {
    const { line, col } = lineCounter.linePos(problem.pos[0]);
    return { message: syntax(problem.message), line, column: col };
  });
  keepAsWritten(yaml);
  const lines = new Map<string, number>();
  if (yaml.contents === null) return { values: {}, lines, problems };
  if (!isMap(yaml.contents)) {
    const message = { says: 'front-matter-yaml/none' } as const;
    return { values: {}, lines, problems: [...problems, { message, line: 1, column: 1 }] };
  }
  if (problems.length > 0) return { values: {}, lines, problems };
  for (const { key } of yaml.contents.items) {
    const offset = isScalar(key) ? key.range?.[0] : undefined;
    if (isScalar(key) && offset !== undefined) {
      lines.set(String(key.value), lineCounter.linePos(offset).line);
    }
  }
  return toPlainValues(yaml, lines);
}

/**
 * What YAML takes for a number or a truth is what was written where that says more: 007, 1.0, 2024.10, 1e3,
 * an identifier of 18 digits. Fields of numbers read them all the same.
 */
function keepAsWritten(yaml: ReturnType<typeof parseDocument>): void {
  visit(yaml, {
    Scalar(_, scalar) {
      const { value, source } = scalar;
      const isAltered = typeof value === 'number' || typeof value === 'boolean';
      if (isAltered && source !== undefined && String(value) !== source) scalar.value = source;
    },
  });
}

/** Damage gives as many errors as it has signs, and a trace costs ten times as much as its error. */
function withoutTraces<Result>(run: () => Result): Result {
  const usual = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    return run();
  } finally {
    Error.stackTraceLimit = usual;
  }
}

function toPlainValues(
  yaml: ReturnType<typeof parseDocument>,
  lines: ReadonlyMap<string, number>,
): FieldMap {
  try {
    const plain: unknown = yaml.toJS({ maxAliasCount: 100 });
    if (holdsItself(plain)) return failed(lines, { says: 'front-matter-yaml/circle' });
    return { values: { ...(plain as Record<string, unknown>) }, lines, problems: [] };
  } catch (problem) {
    return failed(lines, syntax(messageOf(problem)));
  }
}

function failed(lines: FieldMap['lines'], message: FieldProblem['message']): FieldMap {
  return { values: {}, lines, problems: [{ message, line: 1, column: 1 }] };
}

/** What a parser says of a text, in its own words. */
export function syntax(reason: string): FieldProblem['message'] {
  return { says: 'front-matter-yaml/syntax', reason };
}
