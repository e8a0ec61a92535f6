import matter from 'gray-matter';
import { type Diagnostic, error } from '#diagnostics/diagnostic.ts';
import { frame } from '#diagnostics/frame.ts';
import { readYamlMap } from './yaml.ts';

export type FrontMatter = Readonly<{
  values: Readonly<Record<string, unknown>>;
  /** Line in the file of each field. */
  lines: ReadonlyMap<string, number>;
  body: string;
  /** Line in the file on which the body begins. */
  bodyLine: number;
  diagnostics: readonly Diagnostic[];
}>;

/** Problems of a front matter that are told one by one: damage makes one of each of its signs. */
const mostTold = 20;

const refuse = () => {
  throw new Error('front matter is never run');
};

/**
 * What stands between the fences. gray-matter only takes them off: its YAML turns times into UTC
 * and its `---js` runs code. An options object on every call also keeps it from using its cache,
 * which after a text that threw once answers with no fields at all.
 */
export function takeFields(head: string): string {
  // Bare fences, as nearly all are, need no library to be taken off (tests/source/front-matter.test.ts)
  if (head.startsWith('---\n')) return head.slice(4, Math.max(4, head.indexOf('\n---', 3)));
  const engine = { parse: () => ({}), stringify: refuse };
  const engines = { yaml: engine, json: engine, js: engine, javascript: engine };
  return matter(head, { language: 'yaml', engines }).matter.replace(/^\n/, '');
}

/** Takes the front matter off a text whose line ends are `\n`. */
export function readFrontMatter(text: string, file: string): FrontMatter {
  if (!/^---(?!-)/.test(text)) return withoutFields(text);
  const opening = /^---[^\S\n]*([^\n]*)/.exec(text)?.[1]?.trim() ?? '';
  if (opening !== '' && opening !== 'yaml') {
    const hint = 'Write plain --- above and below the fields, and the fields as YAML.';
    return failed(
      text,
      file,
      1,
      'front-matter-language',
      `found ---${opening}, expected ---`,
      hint,
    );
  }
  const closing = /\n---[^\S\n]*(?:\n|$)/.exec(text);
  if (closing === null) {
    const hint = 'Close the fields with a line ---, or put an empty line before a ruled line.';
    const message = 'the front matter that begins here has no closing ---';
    return failed(text, file, 1, 'front-matter-open', message, hint);
  }
  const head = text.slice(0, closing.index + closing[0].length);
  const fields = readFields(takeFields(head), file, 1);
  return { ...fields, body: text.slice(head.length), bodyLine: head.split('\n').length };
}

/** Reads a file of fields alone, as it stands beside a plain text. */
export function readFieldsFile(text: string, file: string): FrontMatter {
  return { ...readFields(text, file, 0), body: '', bodyLine: 1 };
}

function withoutFields(text: string): FrontMatter {
  return { values: {}, lines: new Map(), body: text, bodyLine: 1, diagnostics: [] };
}

function failed(
  text: string,
  file: string,
  line: number,
  rule: string,
  message: string,
  hint: string,
): FrontMatter {
  const place = { file, line };
  const shown = frame(text.split('\n', line + 2), line);
  return {
    ...withoutFields(''),
    diagnostics: [error(rule, message, { place, hint, frame: shown })],
  };
}

/** `above` is the number of lines that stand over the fields in the file. */
function readFields(
  text: string,
  file: string,
  above: number,
): Pick<FrontMatter, 'values' | 'lines' | 'diagnostics'> {
  const source = () => [...Array.from({ length: above }, () => '---'), ...text.split('\n')];
  const fullWidth = findFullWidthColon(text);
  if (fullWidth !== null) {
    const { line, column, key } = fullWidth;
    const place = { file, line: line + above, column };
    const message = `found a full-width colon in «${key}：», expected an ASCII colon and a space`;
    const details = {
      place,
      hint: `Write ${key}: …`,
      frame: frame(source(), line + above, column),
    };
    const diagnostics = [error('full-width-colon', message, details)];
    return { values: {}, lines: new Map(), diagnostics };
  }
  const { values, lines, problems } = readYamlMap(text);
  const shown = problems.length > 0 ? source() : [];
  const diagnostics = problems.slice(0, mostTold).map(({ message, line, column }) =>
    error('front-matter-yaml', `the front matter is not YAML: ${message}`, {
      place: { file, line: line + above, column },
      frame: frame(shown, line + above, column),
    }),
  );
  const untold = problems[mostTold];
  if (untold !== undefined) {
    const message = `${problems.length - mostTold} more problems in the front matter`;
    const place = { file, line: untold.line + above, column: untold.column };
    diagnostics.push(error('front-matter-yaml', message, { place }));
  }
  return { values, lines: shift(lines, above), diagnostics };
}

/**
 * A line at the margin that names a field with `：`. Continued values are indented, so such a line
 * is always a slip.
 */
function findFullWidthColon(text: string): { line: number; column: number; key: string } | null {
  if (!text.includes('：')) return null;
  for (const [index, line] of text.split('\n').entries()) {
    const match = /^([\p{L}_][\p{L}\p{N}_-]*)\s*：/u.exec(line);
    if (match?.[1] !== undefined) {
      return { line: index + 1, column: match[0].length, key: match[1] };
    }
  }
  return null;
}

function shift(lines: ReadonlyMap<string, number>, by: number): ReadonlyMap<string, number> {
  return by === 0 ? lines : new Map([...lines].map(([key, line]) => [key, line + by]));
}
