import type { PrivateKind } from '#diagnostics/words.ts';
import type { Private } from './find.ts';
import { asSeen } from './number-runs.ts';

/** What stands in place of what was redacted. */
export type Labels = Readonly<Record<PrivateKind, string>>;

/** Characters that stay to be recognised by, at the beginning and at the end. */
const shown: Readonly<Record<PrivateKind, readonly [number, number]>> = {
  'resident-id': [3, 0],
  mobile: [3, 2],
  'bank-card': [4, 0],
  'e-mail': [1, 0],
  passport: [1, 2],
};

/** So much of it that its keeper finds it, and nobody else can use it: `138******78`. */
export function maskPrivate(text: string, { from, to, kind }: Private): string {
  const own = asSeen(text.slice(from, to));
  if (kind === 'e-mail') {
    const at = own.search(/[@＠]/);
    return `${at > 2 ? own.slice(0, 1) : ''}***${own.slice(at)}`;
  }
  const [begin, end] = shown[kind];
  const hidden = own.length - begin - end;
  return own.slice(0, begin) + '*'.repeat(hidden) + own.slice(own.length - end);
}

/** The text with a label in place of each stretch. */
export function redactText(text: string, found: readonly Private[], labels: Labels): string {
  const parts: string[] = [];
  let done = 0;
  for (const { from, to, kind } of found) {
    parts.push(text.slice(done, from), labels[kind]);
    done = to;
  }
  return parts.join('') + text.slice(done);
}
