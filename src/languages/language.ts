import type { chinese } from './chinese.ts';

/** All words of the program that readers of a site see, in one language. A language is a file and a line. */
export type Language = Readonly<{
  /** Words of the interface, which templates get as `text`. */
  interface: Readonly<Record<keyof (typeof chinese)['interface'], string>>;
  /** Words within a document's text that are not its own. */
  body: Readonly<Record<keyof (typeof chinese)['body'], string>>;
  /** What stands in place of numbers and addresses of persons. */
  redaction: Readonly<Record<keyof (typeof chinese)['redaction'], string>>;
  /** Names of kinds by their identifiers; where there is none, the Chinese one. */
  kinds: Readonly<Record<string, string>>;
  /** Names of sorts of meetings by their identifiers. */
  meetingSorts: Readonly<Record<keyof (typeof chinese)['meetingSorts'], string>>;
}>;
