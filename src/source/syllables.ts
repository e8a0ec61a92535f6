import { surnamesIn } from '#document/names/surname-readings.ts';
import { mostOfTitle } from '#document/title/title.ts';
import { pronounce, withoutTone } from './pronounce.ts';

/**
 * How a title is read, without tones and in lower case: an entry for each Chinese character that has
 * a reading (重庆 is chong qing), and for each Latin word and number. All else is left out. ü is v,
 * as it is typed. Of a paragraph that was taken for a title the beginning is read. A surname has its own
 * reading and then that of its character, `zeng|ceng`: people type both.
 *
 * @param people names that may stand in the title
 */
export function syllablesOf(title: string, people: readonly string[]): readonly string[] {
  const found: string[] = [];
  const plain = title.slice(0, mostOfTitle).normalize('NFKC').toLowerCase();
  const surnames = surnamesIn(plain, people);
  let place = 0;
  for (const { text, isReading } of pronounce(plain)) {
    if (isReading) {
      found.push(bothReadings(surnames.get(place), withoutTone(text)));
      place++;
    } else {
      for (const word of text.match(words) ?? []) found.push(word);
      place += [...text].length;
    }
  }
  return found;
}

function bothReadings(surname: string | undefined, usual: string): string {
  if (surname === undefined) return usual;
  return [...new Set([...surname.split('|'), usual])].join('|');
}

/** Characters without a reading are no words either. */
const words = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}]+/gu;
