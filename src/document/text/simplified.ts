import { variantPairs } from '#search/variants.ts';

/** Traditional characters with their simplified ones, of those that take one unit each. */
const simplifiedForms = new Map<string, string>();
const characters = [...variantPairs()];
for (let index = 0; index + 1 < characters.length; index += 2) {
  const [from = '', to = ''] = [characters[index], characters[index + 1]];
  if (from.length === 1 && to.length === 1) simplifiedForms.set(from, to);
}

const han = /[\u3400-\u9fff]/g;

/**
 * A text as rules read it: in simplified characters, each in its place. What is shown is taken from the text
 * itself.
 */
export function simplified(text: string): string {
  return text.replace(han, (character) => simplifiedForms.get(character) ?? character);
}
