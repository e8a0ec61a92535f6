import { type Message, sentenceOf } from '#diagnostics/catalogue.ts';
import { catalogueIn } from '#diagnostics/catalogues.ts';

const english = catalogueIn('en');

/** A message in English. */
export function told(message: Message): string {
  return sentenceOf(message, english).message;
}
