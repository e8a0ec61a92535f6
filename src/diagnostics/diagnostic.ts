type Severity = 'error' | 'warning';

/** Where a problem stands: lines and columns count from 1, columns in UTF-16 code units. */
export type Place = Readonly<{ file: string; line?: number; column?: number }>;

/**
 * A problem that a user can cause, as a value: returned, never thrown.
 * `rule` is a permanent name; `hint` says how to mend it; `frame` shows the lines around the place.
 */
export type Diagnostic = Readonly<{
  severity: Severity;
  rule: string;
  message: string;
  place?: Place;
  hint?: string;
  frame?: string;
}>;

/** The parts of a diagnostic that are not always there. */
export type DiagnosticDetails = { place?: Place; hint?: string; frame?: string };

export function error(rule: string, message: string, details: DiagnosticDetails = {}): Diagnostic {
  return { severity: 'error', rule, message, ...details };
}

export function warning(
  rule: string,
  message: string,
  details: DiagnosticDetails = {},
): Diagnostic {
  return { severity: 'warning', rule, message, ...details };
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
