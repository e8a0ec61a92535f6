import { variantPairs } from '#search/variants.ts';

/** Simplified units by the traditional ones, of those that take one unit each; 0 for all others. */
const simplifiedUnits = new Uint16Array(0x10000);
const characters = [...variantPairs()];
for (let index = 0; index + 1 < characters.length; index += 2) {
  const [from = '', to = ''] = [characters[index], characters[index + 1]];
  if (from.length === 1 && to.length === 1 && /[\u3400-\u9fff]/.test(from))
    simplifiedUnits[from.charCodeAt(0)] = to.charCodeAt(0);
}

/**
 * A text as rules read it: in simplified characters, each in its place. What is shown is taken from the text
 * itself.
 */
export function simplified(text: string): string {
  // Most texts have none: they are looked through and not copied
  for (let index = 0; index < text.length; index++) {
    if (simplifiedUnits[text.charCodeAt(index)] !== 0) return convert(text);
  }
  return text;
}

function convert(text: string): string {
  return text.replace(/[\u3400-\u9fff]/g, (character) => {
    const unit = simplifiedUnits[character.charCodeAt(0)] ?? 0;
    return unit === 0 ? character : String.fromCharCode(unit);
  });
}
