import type { english } from './english/index.ts';

/** A sentence for people, and how to mend what it tells. */
export type Sentence = Readonly<{ message: string; hint?: string }>;

type English = typeof english;

/** What a sentence is made with, as its English form has it. */
type Given<Make> = Make extends () => Sentence
  ? Readonly<Record<never, never>>
  : Make extends (given: infer Own) => Sentence
    ? Own
    : never;

/** The name of a sentence: a rule, and behind a slash what of it. */
export type SentenceName = keyof English['sentences'];

type AllGiven = { [Name in SentenceName]: Given<English['sentences'][Name]> };

type Saying<Name extends SentenceName> = Readonly<{ says: Name }> & AllGiven[Name];

/** Something that is told to people: which sentence, and what stands in it. Plain data of no language. */
export type Message = { [Name in SentenceName]: Saying<Name> }[SentenceName];

/** All that Guidang says to the keepers of an archive, in one language. */
export type Catalogue = Readonly<{
  sentences: Readonly<{ [Name in SentenceName]: (given: AllGiven[Name]) => Sentence }>;
  /** Why the rules of a check matter, and how to mend what they find. */
  rules: Readonly<Record<keyof English['rules'], Readonly<{ why: string; mend: string }>>>;
  report: English['report'];
}>;

/** The sentence of a message in the language of a catalogue. */
export function sentenceOf<Name extends SentenceName>(
  message: Saying<Name>,
  { sentences }: Pick<Catalogue, 'sentences'>,
): Sentence {
  const make: (given: AllGiven[Name]) => Sentence = sentences[message.says];
  return make(message);
}
