import { pinyin } from 'pinyin-pro';
import { mostOfTitle } from '#document/title.ts';
import { ownString } from './own-string.ts';

/**
 * How a title is read, without tones and in lower case: an entry for each Chinese character that has
 * a reading (重庆 is chong qing), and for each Latin word and number. All else is left out. ü is v,
 * as it is typed. The library takes a second for a megabyte: of a paragraph that was taken for a title
 * the beginning is read.
 */
export function syllablesOf(title: string): readonly string[] {
  const found: string[] = [];
  const plain = title.slice(0, mostOfTitle).normalize('NFKC').toLowerCase();
  let place = 0;
  for (const part of pinyin(plain, { type: 'array', nonZh: 'consecutive' })) {
    // What is no reading is given back as it stands
    if (plain.startsWith(part, place)) {
      for (const word of part.match(words) ?? []) found.push(ownString(word));
      place += part.length;
    } else {
      found.push(...withoutTones(part));
      place += (plain.codePointAt(place) ?? 0) > 0xffff ? 2 : 1;
    }
  }
  return found;
}

/** Characters without a reading are no words either. */
const words = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}]+/gu;

/**
 * Readings with tones are some 1,300. Asking the library to leave the tones out takes it more than
 * twice the time.
 */
const toneless = new Map<string, readonly string[]>();

function withoutTones(reading: string): readonly string[] {
  const known = toneless.get(reading);
  if (known !== undefined) return known;
  const plain = reading
    .normalize('NFD')
    .replace(/u\u0308/g, 'v')
    .replace(/\p{M}+/gu, '')
    .split(' ');
  toneless.set(reading, plain);
  return plain;
}
