import type { Message } from '#diagnostics/catalogue.ts';

/** Why something is believed of a document: the rule that said so, and the line that it read. */
export type Evidence = Readonly<{
  rule: string;
  /** Counts from 1 in the source file; null for what no line says, such as the file's name. */
  line: number | null;
  /** The words that told. */
  words: string;
}>;

/** What was understood, how surely (0 to 1), and why. */
export type Inferred<T> = Readonly<{ value: T; confidence: number; evidence: Evidence }>;

/** Something in a text that its keepers should look at; nothing is changed for it. */
export type Observation = Readonly<{ rule: string; line: number; message: Message }>;
