import matter from 'gray-matter';
import type { Message } from '#diagnostics/catalogue.ts';
import { type Diagnostic, error } from '#diagnostics/diagnostic.ts';
import { frame } from '#diagnostics/frame.ts';
import { fieldNameOf, withKnownNames } from './field-names.ts';
import { findForm, type Language } from './front-matter-forms.ts';
import { readTomlMap } from './toml.ts';
import { findUnseenStatement, isDecided } from './unpublished.ts';
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

const names: Readonly<Record<Language, string>> = { yaml: 'YAML', toml: 'TOML', json: 'JSON' };

const refuse = () => {
  throw new Error('front matter is never run');
};

/**
 * What stands between fences that name their language. gray-matter only takes them off: its YAML turns
 * times into UTC and its `---js` runs code. An options object on every call also keeps it from using its
 * cache, which after a text that threw once answers with no fields at all.
 */
function takeFields(head: string, fence: string): string {
  const engine = { parse: () => ({}), stringify: refuse };
  const engines = { yaml: engine, yml: engine, json: engine, toml: engine };
  return matter(head, { language: 'yaml', delimiters: fence, engines }).matter.replace(/^\n/, '');
}

/** Takes the front matter off a text whose line ends are `\n`. */
export function readFrontMatter(text: string, file: string): FrontMatter {
  const form = findForm(text);
  if (form === null) return checkUnseen(withoutFields(text), file);
  const { language, named, fence, begin, end, above } = form;
  if (language === null) {
    const found = `${text.slice(begin, begin + 3)}${named}`;
    return failed(text, file, above, { says: 'front-matter-language', found });
  }
  if (end < 0) {
    return failed(text, file, above, { says: 'front-matter-open' });
  }
  const written = fence === null ? form.fields : takeFields(text.slice(begin, end), fence);
  const bodyLine = text.slice(0, end).split('\n').length;
  const fields = readFields(written, file, above, language);
  return checkUnseen({ ...fields, body: text.slice(end), bodyLine }, file);
}

/** A document that says that it is not to be seen, where that was not read as a field, is not published. */
function checkUnseen(frontMatter: FrontMatter, file: string): FrontMatter {
  const { values, body, bodyLine, diagnostics } = frontMatter;
  const found = findUnseenStatement(body);
  if (found === null) return frontMatter;
  if (isDecided(values)) return frontMatter;
  const place = { file, line: found.line + bodyLine - 1 };
  const message = { says: 'unseen-fields', words: JSON.stringify(found.words) } as const;
  return { ...frontMatter, diagnostics: [...diagnostics, error(message, { place })] };
}

/** Reads a file of fields alone, as it stands beside a plain text. */
export function readFieldsFile(text: string, file: string): FrontMatter {
  return { ...readFields(text, file, 0, 'yaml'), body: '', bodyLine: 1 };
}

function withoutFields(text: string): FrontMatter {
  return { values: {}, lines: new Map(), body: text, bodyLine: 1, diagnostics: [] };
}

/** @param above lines over the fields: the opening fence is the last of them */
function failed(text: string, file: string, above: number, message: Message): FrontMatter {
  const line = Math.max(1, above);
  const place = { file, line };
  const shown = frame(text.split('\n', line + 2), line);
  return {
    ...withoutFields(''),
    diagnostics: [error(message, { place, frame: shown })],
  };
}

/** `above` is the number of lines that stand over the fields in the file. */
function readFields(
  text: string,
  file: string,
  above: number,
  language: Language,
): Pick<FrontMatter, 'values' | 'lines' | 'diagnostics'> {
  const source = () => [...Array.from({ length: above }, () => '---'), ...text.split('\n')];
  const fullWidth = language === 'yaml' ? findFullWidthColon(text) : null;
  if (fullWidth !== null) {
    const { line, column, key } = fullWidth;
    const place = { file, line: line + above, column };
    const details = { place, frame: frame(source(), line + above, column) };
    const diagnostics = [error({ says: 'full-width-colon', key }, details)];
    return { values: {}, lines: new Map(), diagnostics };
  }
  // JSON is YAML too (YAML 1.2.2, 1.2), and the parser tells the places of what is none
  const { values, lines, problems } = language === 'toml' ? readTomlMap(text) : readYamlMap(text);
  const shown = problems.length > 0 ? source() : [];
  const diagnostics = problems.slice(0, mostTold).map(({ message, line, column }) =>
    error(
      { ...message, language: names[language] },
      {
        place: { file, line: line + above, column },
        frame: frame(shown, line + above, column),
      },
    ),
  );
  const untold = problems[mostTold];
  if (untold !== undefined) {
    const place = { file, line: untold.line + above, column: untold.column };
    const count = problems.length - mostTold;
    diagnostics.push(error({ says: 'front-matter-yaml/more', count }, { place }));
  }
  const known = withKnownNames(values);
  const placed = shift(lines, above);
  const named =
    known === values
      ? placed
      : new Map([...placed].map(([name, line]) => [fieldNameOf(name), line]));
  return { values: known, lines: named, diagnostics };
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
