import type { AsideName, PrivateKind } from '#diagnostics/words.ts';
import { privateKinds } from './content.ts';

/** Counts of what a build did, as its closing line tells them. */
export type Counts = Readonly<{
  documents: number;
  pages: number;
  written: number;
  unchanged: number;
  removed: number;
  leftOut: number;
  setAside: number;
  redacted: number;
  errors: number;
  warnings: number;
  seconds: string;
}>;

/** What commands tell beside problems. */
export const report = {
  error: 'error',
  warning: 'warning',
  /** Between two of a list. */
  comma: ', ',
  summary(counts: Counts) {
    const parts = [
      count(counts.documents, 'document'),
      count(counts.pages, 'page'),
      `${counts.written} written`,
      `${counts.unchanged} unchanged`,
      `${counts.removed} removed`,
      ...(counts.leftOut === 0 ? [] : [`${counts.leftOut} left out`]),
      ...(counts.setAside === 0 ? [] : [`${count(counts.setAside, 'line')} set aside`]),
      ...(counts.redacted === 0 ? [] : [`${counts.redacted} redacted`]),
      count(counts.errors, 'error'),
      count(counts.warnings, 'warning'),
    ];
    return `${parts.join(', ')} in ${counts.seconds} s`;
  },
  found: (errors: number, warnings: number) =>
    `${count(errors, 'error')}, ${count(warnings, 'warning')}`,
  leftOut: (file: string, reason: string) => `left out: ${file}: ${reason}`,
  leftOutMore: (number: number) => `left out: ${number} more; --verbose names them`,
  setAside: (place: string, kind: AsideName, words: string) =>
    `set aside: ${place} ${kind}: ${words}`,
  read: (file: string, encoding: string) => `read ${file}: ${encoding}`,
  wrote: (path: string) => `wrote ${path}`,
  progress: (stage: 'reading' | 'indexing' | 'writing', done: number, total: number) =>
    `${stage} ${done} of ${total}`,
  adopted: (original: string, text: string) => `${original} is now ${text}; edit that`,
  noProposals: 'no two names seem to be one',
  proposal: (
    preferred: string,
    other: string,
    documents: number,
    why: 'spelling' | 'within-place' | 'short-form' | 'post',
  ) => `${preferred} ← ${other} (${count(documents, 'document')}): ${sameNames[why]}`,
  agreed: (number: number, file: string) => `${count(number, 'name')} written to ${file}`,
  preview: (url: string) => `preview at ${url} (Ctrl-C ends it)`,
  brokenBuild: 'The last build had errors; this page is as it was before',
  redacted: (kind: PrivateKind, masked: string) => `${privateKinds[kind]}: ${masked}`,

  changed: (path: string) => `changed: ${path}`,
  missing: (path: string) => `missing: ${path}`,
  extra: (path: string) => `extra: ${path}`,
  faultyLine: (line: number) => `manifest-sha256.txt:${line} is not of its form`,
  verified: (place: string, files: number, changed: number, missing: number, extra: number) =>
    `${files} files named in the manifest of ${place}: ${changed} changed, ${missing} missing, ${extra} extra`,
  publishAgain: 'Build the site again, or publish its folder again.',
  notVerified: (reason: string) => `error nothing was verified: ${reason}`,
  unverifiedHint: 'Build the site, or name its folder with --output or its address with --url.',
  unread: (file: string, reason: string) => `${file} cannot be read: ${reason}`,
};

const sameNames = {
  spelling: 'spelt alike but for signs',
  'within-place': 'the only one of this name, with its place',
  'short-form': 'a short form at the same place',
  post: 'a post beside the name',
} as const;

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
