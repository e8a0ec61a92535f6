/** Signs that mean something anywhere in a line of Markdown, or to the programs whose marks are read. */
const signs = /[\\`*_[\]~|]|==+|(?<=\{ ?[.#:][^}]*)\}/g;
/** `<` opens tags and comments, which reading takes out before it knows of backslashes. */
const opening = /</g;
/** `&lt;` as an author wrote it. */
const entity = /&(?=#?\w{1,32};)/g;

/** Words of a text so that Markdown shows them as they are, within a line. */
export function escapeWords(words: string): string {
  return words
    .replace(entity, '&amp;')
    .replace(signs, (found) => found.replace(/./g, '\\$&'))
    .replace(opening, '&lt;');
}

/** All signs that Markdown may know, for words that are read otherwise with fewer. */
export function escapeAll(words: string): string {
  return words.replace(/[!-/:-@[-`{-~]/g, (sign) => `&#${sign.codePointAt(0)};`);
}

/** How a line must not begin where it is a paragraph: a heading, a quotation, an item, a fence, a box. */
const beginnings: readonly (readonly [RegExp, string])[] = [
  [/^(?=[#>])/, '\\'],
  [/^(?=[-+](?:[ \t]|$)|-[- \t]*$|=+[ \t]*$|:::|!!!|\?\?\?)/, '\\'],
  [/^(\d{1,9})(?=[.)](?:[ \t]|$))/, '$1\\'],
  [/^＃/, '&#xFF03;'],
];

/** A line so that it begins no block of Markdown's but a paragraph. */
export function escapeBeginning(line: string): string {
  for (const [pattern, by] of beginnings) {
    if (pattern.test(line)) return line.replace(pattern, by);
  }
  return line;
}
