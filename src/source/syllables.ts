import { mostOfTitle } from '#document/title/title.ts';
import { pronounce, withoutTone } from './pronounce.ts';

/**
 * How a title is read, without tones and in lower case: an entry for each Chinese character that has
 * a reading (重庆 is chong qing), and for each Latin word and number. All else is left out. ü is v,
 * as it is typed. Of a paragraph that was taken for a title the beginning is read.
 */
export function syllablesOf(title: string): readonly string[] {
  const found: string[] = [];
  const plain = title.slice(0, mostOfTitle).normalize('NFKC').toLowerCase();
  for (const { text, isReading } of pronounce(plain)) {
    if (isReading) found.push(withoutTone(text));
    else for (const word of text.match(words) ?? []) found.push(word);
  }
  return found;
}

/** Characters without a reading are no words either. */
const words = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}]+/gu;
