import { characterOf } from '#formats/symbols.ts';

/*
 * Some fonts tell of a character that it is the radical that looks like it: ⾏ for 行. It is the font's fault, and no
 * word of the author's.
 */

/** Radicals of the supplement that are characters (Unicode, EquivalentUnifiedIdeograph.txt). */
const supplement: Readonly<Record<string, string>> = {
  '⺠': '民',
  '⺟': '母',
  '⺫': '罒',
  '⻁': '虎',
  '⻄': '西',
  '⻅': '见',
  '⻆': '角',
  '⻉': '贝',
  '⻋': '车',
  '⻑': '長',
  '⻒': '镸',
  '⻓': '长',
  '⻔': '门',
  '⻘': '青',
  '⻙': '韦',
  '⻚': '页',
  '⻛': '风',
  '⻜': '飞',
  '⻝': '食',
  '⻢': '马',
  '⻣': '骨',
  '⻤': '鬼',
  '⻥': '鱼',
  '⻦': '鸟',
  '⻧': '卤',
  '⻨': '麦',
  '⻩': '黄',
  '⻬': '齐',
  '⻮': '齿',
  '⻰': '龙',
  '⻳': '龟',
};

/**
 * Characters in place of the radicals that look like them, and how many there were. Bullets of a font of pictures
 * are those signs.
 */
export function mendSigns(text: string): { text: string; count: number } {
  let count = 0;
  const mended = text
    .replace(/[\uf020-\uf0ff] ?/g, (sign) => {
      const known = characterOf('wingdings', sign.charCodeAt(0));
      return `${known ?? '•'} `;
    })
    .replace(/[\u2e80-\u2ef3\u2f00-\u2fd5]/g, (radical) => {
      const character = radical >= '\u2f00' ? radical.normalize('NFKC') : supplement[radical];
      if (character === undefined || character === radical) return radical;
      count++;
      return character;
    });
  return { text: mended, count };
}
