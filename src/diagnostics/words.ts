/*
 * What sentences are made of beside names and numbers: words that each language has its own of.
 */

export type EncodingFault = Readonly<{
  is: 'nul' | 'mark' | 'unknown';
  /** Of the encoding whose mark it bears. */
  name?: string;
  /** The byte that no encoding has there, in hexadecimal digits. */
  byte?: string;
}>;

/** What keeps a file of an office program from being read; `part` names which of its parts. */
export type FileFault = Readonly<{
  is: 'no-package' | 'encrypted' | 'damaged' | 'large' | 'document-type' | 'other-format';
  part?: string;
}>;

/** Why nothing is read of a file that places characters on pages. */
/** Files of offices that are not read. */
export type UnreadSort = 'slides' | 'packed' | 'web-archive' | 'sheet' | 'reader';

export type PlacedFileFault = 'scan' | 'no-characters' | 'encrypted' | 'damaged' | 'large' | 'slow';

export type FieldForm = 'text' | 'date' | 'count' | 'flag' | 'list' | 'reason' | 'reading';

/** What is looked for of persons before anything is published. */
export type PrivateKind = 'resident-id' | 'mobile' | 'bank-card' | 'e-mail' | 'passport';

/** A part of an address, which cannot be redacted. */
export type PrivatePlace = 'name' | 'address' | 'link';

export type RequiredField = 'time' | 'place' | 'chair' | 'recorder' | 'attended';

/** A field of a meeting record that a fault is told of. */
export type MeetingFieldName = RequiredField | 'present';

export type MeetingFault =
  | Readonly<{ is: 'empty' }>
  | Readonly<{ is: 'no-day' }>
  /** More came than should have. */
  | Readonly<{ is: 'more-present'; expected: number; present: number }>
  /** `day` as ISO 8601; `weekday` that of the calendar, 0 for Sunday. */
  | Readonly<{ is: 'weekday'; day: string; weekday: number }>;

/** Forms of values in the configuration. */
export const configurationForms = ['address', 'path', 'zone', 'page', 'files', 'date'] as const;

export type ConfigurationForm = (typeof configurationForms)[number];

/** What keeps a template from being rendered. */
export type TemplateFault =
  | Readonly<{ is: 'missing'; name: string; nearest: string | null; known: readonly string[] }>
  | Readonly<{ is: 'null' }>
  | Readonly<{ is: 'not-found'; what: 'template' | 'filter'; name: string }>
  /** In the words of Nunjucks. */
  | Readonly<{ is: 'other'; words: string }>;

/** What was being done when the system, or a fault of ours, ended it. */
export type Undone =
  | Readonly<{ is: 'build'; output: string }>
  | Readonly<{ is: 'building' | 'check' | 'command' }>
  | Readonly<{ is: 'write' | 'make'; path: string }>
  | Readonly<{ is: 'folder'; output: string }>;

/** Whose an output is: made of a file, or of what makes a page of no file. */
export type Owner = Readonly<{ file: string } | { maker: string }>;

/** Another process that works with a folder. */
export type HolderName = Readonly<{ pid: number; host: string; since: string }>;

/** Names of what is set aside, by their identifiers. */
export type AsideName =
  | 'list-header'
  | 'list-line'
  | 'neighbour'
  | 'notice'
  | 'control'
  | 'page-number'
  | 'dead-image'
  | 'running-head'
  | 'catalogue'
  | 'title-line'
  | 'unshown'
  | 'comment'
  | 'redaction';
