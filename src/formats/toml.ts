import { parse, TomlDate, TomlError } from 'smol-toml';
import { type FieldMap, syntax } from './yaml.ts';

/** Reads a TOML document as fields. Times stay strings, as written. */
export function readTomlMap(text: string): FieldMap {
  try {
    const values = toPlain(parse(text));
    return { values: isRecord(values) ? values : {}, lines: linesOf(text), problems: [] };
  } catch (problem) {
    if (!(problem instanceof TomlError)) throw problem;
    const { line, column, message } = problem;
    const [first = ''] = message.split('\n');
    const told = first.replace(/^Invalid TOML document: /, '');
    return { values: {}, lines: new Map(), problems: [{ message: syntax(told), line, column }] };
  }
}

function toPlain(value: unknown): unknown {
  if (value instanceof TomlDate) return value.toISOString().replace(/\.000/, '');
  if (typeof value === 'bigint') return String(value);
  if (Array.isArray(value)) return value.map(toPlain);
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, toPlain(each)]));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** Lines of the keys that stand above all tables. */
function linesOf(text: string): Map<string, number> {
  const lines = new Map<string, number>();
  for (const [index, line] of text.split('\n').entries()) {
    if (/^\s*\[/.test(line)) break;
    const key = /^\s*(?:"([^"]+)"|'([^']+)'|([\w-]+))\s*=/.exec(line);
    const name = key?.[1] ?? key?.[2] ?? key?.[3];
    if (name !== undefined && !lines.has(name)) lines.set(name, index + 1);
  }
  return lines;
}
