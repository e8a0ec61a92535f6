/**
 * What a text may do to a terminal rather than say: control characters (ECMA-48), and those that turn
 * the direction of what follows (Unicode Standard Annex 9).
 */
const acting = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

/** A text of which a terminal shows every character: `\u009b` for one that would act. Lines stay lines. */
export function makeVisible(text: string): string {
  return text.replace(acting, (character) => {
    return character === '\n' || character === '\t' ? character : codeOf(character);
  });
}

/** A character in place of which its code is shown, such as `\u000a`. */
export function codeOf(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
