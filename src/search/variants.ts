import traditional from 'opencc-js/dict/TSCharacters';

/**
 * Characters that are written apart in simplified text too (著名, 藉口), so that no table of single
 * characters holds them, but stand for another one in traditional text: 隨著, 瞭解, 藉機, 祇有, 答覆.
 * For searches the two count as equal.
 */
const alsoSimplified = '著着瞭了藉借祇只衹只覆复甦苏妳你牠它';

/**
 * Traditional characters, each followed by its simplified one: `萬万與与…`. Where a character has
 * several simplified forms the usual one, which the table names first, is taken.
 *
 * Source: the character table of OpenCC, and a few of our own.
 */
export function variantPairs(): string {
  const pairs: string[] = [];
  for (const entry of traditional.split('|')) {
    const [from = '', to = ''] = entry.split(' ');
    if (from !== to && from !== '' && to !== '') pairs.push(from + to);
  }
  return pairs.join('') + alsoSimplified;
}
