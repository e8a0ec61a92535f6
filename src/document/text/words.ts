/** So much of a text tells what it is written in, in UTF-16 units. */
const sample = 4000;

/** Words of letters and digits; a Chinese character is one of its own. */
const word =
  /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}])+(?:['’-](?:(?!\p{Script=Han})[\p{L}\p{N}])+)*/gu;

/**
 * The words of a text that is written in words, as English is: its length is told by them. null of one that is written
 * in characters, as Chinese is, and of one without letters.
 */
export function countWords(text: string): number | null {
  const beginning = text.slice(0, sample);
  const letters = beginning.match(/[a-z]/gi)?.length ?? 0;
  if (letters === 0) return null;
  const characters = beginning.match(/[\u3400-\u9fff]/g)?.length ?? 0;
  // A word of English has five letters or so, one of Chinese two characters
  if (letters < characters * 3) return null;
  return text.match(word)?.length ?? 0;
}
