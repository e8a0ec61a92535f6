import type { Message } from './catalogue.ts';

type Severity = 'error' | 'warning';

/** Where a problem stands: lines and columns count from 1, columns in UTF-16 code units. */
export type Place = Readonly<{ file: string; line?: number; column?: number }>;

/**
 * Something that the keepers of an archive should look at, as a value: returned, never thrown. `rule` is a
 * permanent name; what is said of it is put into words where it is told, in the language of who reads it.
 * `frame` shows the lines around the place.
 */
export type Diagnostic = Readonly<{
  severity: Severity;
  rule: string;
  message: Message;
  place?: Place;
  frame?: string;
}>;

/** The parts of a diagnostic that are not always there; a rule where its sentence serves several. */
export type DiagnosticDetails = Readonly<{ place?: Place; frame?: string; rule?: string }>;

export function error(message: Message, details: DiagnosticDetails = {}): Diagnostic {
  return { severity: 'error', rule: ruleOf(message), message, ...details };
}

export function warning(message: Message, details: DiagnosticDetails = {}): Diagnostic {
  return { severity: 'warning', rule: ruleOf(message), message, ...details };
}

function ruleOf({ says }: Message): string {
  const end = says.indexOf('/');
  return end === -1 ? says : says.slice(0, end);
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === 'error');
}

/** `content/a.md:3:7`, or as much of it as is known. */
export function formatPlace(place: Place): string {
  const line = place.line === undefined ? '' : `:${place.line}`;
  const column = place.line === undefined || place.column === undefined ? '' : `:${place.column}`;
  return `${place.file}${line}${column}`;
}
