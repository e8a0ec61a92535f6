/*
 * Signs of fonts whose characters are pictures. Words of a text that is written in such a font stand in the private
 * use area at U+F000 and the sign's number.
 */

const wingdings: Readonly<Record<number, string>> = {
  34: '✂',
  40: '☎',
  41: '✆',
  42: '✉',
  54: '⌛',
  63: '✍',
  65: '✌',
  70: '☞',
  74: '☺',
  76: '☹',
  108: '●',
  109: '❍',
  110: '■',
  111: '□',
  112: '□',
  113: '❑',
  114: '❒',
  115: '◆',
  116: '◆',
  117: '◆',
  118: '❖',
  119: '◆',
  158: '·',
  159: '•',
  160: '▪',
  161: '○',
  162: '○',
  164: '◉',
  165: '◎',
  167: '▪',
  168: '□',
  171: '★',
  178: '✧',
  216: '➢',
  223: '←',
  224: '→',
  225: '↑',
  226: '↓',
  232: '➔',
  239: '⇦',
  240: '⇨',
  251: '✗',
  252: '✓',
  253: '☒',
  254: '☑',
};

const wingdings2: Readonly<Record<number, string>> = {
  79: '✗',
  80: '✓',
  81: '☒',
  82: '☑',
  83: '☒',
  84: '☒',
  150: '•',
  151: '●',
  152: '●',
  159: '⦁',
  163: '□',
  162: '■',
};

const symbol: Readonly<Record<number, string>> = {
  163: '≤',
  165: '∞',
  174: '→',
  176: '°',
  177: '±',
  179: '≥',
  180: '×',
  183: '•',
  184: '÷',
  185: '≠',
  215: '·',
  222: '⇒',
  ...lettersFrom(0x41, 'ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ'),
  ...lettersFrom(0x61, 'αβχδεφγηιϕκλμνοπθρστυϖωξψζ'),
};

const fonts: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  wingdings,
  'wingdings 2': wingdings2,
  symbol,
};

function lettersFrom(first: number, letters: string): Record<number, string> {
  return Object.fromEntries([...letters].map((letter, index) => [first + index, letter]));
}

/** What stands for a sign that nobody knows, as printers set where a type was missing. */
export const unknownSymbol = '〓';

/** The character for a sign of a font of pictures; null where it is not known. */
export function characterOf(font: string, number: number): string | null {
  const sign = number >= 0xf000 && number <= 0xf0ff ? number - 0xf000 : number;
  return fonts[font.toLowerCase()]?.[sign] ?? null;
}

/** Whether all that is written in a font are pictures. */
export function isPictureFont(font: string): boolean {
  return /^(?:wingdings(?: [23])?|webdings|symbol)$/i.test(font);
}
