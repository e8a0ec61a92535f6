/**
 * Surnames that are read otherwise than their characters are as a rule, without tones and with ü as v (《现代汉语词典》,
 * entries marked 姓). Of those that families read in two ways the commoner stands first.
 */
const readings: Readonly<Record<string, readonly string[]>> = {
  万俟: ['mo', 'qi'],
  尉迟: ['yu', 'chi'],
  澹台: ['tan', 'tai'],
  长孙: ['zhang', 'sun'],
  宰父: ['zai', 'fu'],
  乐: ['yue|le'],
  乜: ['nie'],
  仇: ['qiu'],
  六: ['lu'],
  冼: ['xian'],
  区: ['ou'],
  单: ['shan'],
  召: ['shao'],
  句: ['gou'],
  员: ['yun'],
  宓: ['mi|fu'],
  折: ['she'],
  曾: ['zeng'],
  朴: ['piao'],
  查: ['zha'],
  盖: ['ge|gai'],
  秘: ['bi'],
  种: ['chong'],
  繁: ['po'],
  缪: ['miao'],
  翟: ['zhai|di'],
  覃: ['qin|tan'],
  解: ['xie'],
  訾: ['zi'],
  谌: ['chen|shen'],
  逄: ['pang'],
  郇: ['xun|huan'],
  都: ['du'],
  郗: ['xi|chi'],
  郄: ['qie'],
  隗: ['wei|kui'],
  黑: ['he'],
};

const byLength = Object.keys(readings).sort((a, b) => b.length - a.length);
/** 曾×, 单某某: who is meant is left out, but a name it is. */
const namelessPerson = new RegExp(`(?:${byLength.join('|')})(?=[×✕某○〇*＊])`, 'g');

/** How the surname of a name is read where it is read as surnames alone are: an entry for each character. */
export function surnameReadings(name: string): readonly string[] {
  const surname = byLength.find((each) => name.startsWith(each));
  return surname === undefined ? [] : (readings[surname] ?? []);
}

/**
 * Readings of the surnames in a text, by the places of their characters, which are counted in code points.
 *
 * @param people names that may stand in it
 */
export function surnamesIn(text: string, people: readonly string[]): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  const take = (at: number, name: string) => {
    const place = [...text.slice(0, at)].length;
    for (const [index, reading] of surnameReadings(name).entries())
      found.set(place + index, reading);
  };
  for (const { index, 0: surname } of text.matchAll(namelessPerson)) take(index, surname);
  for (const name of people) {
    if (surnameReadings(name).length === 0) continue;
    for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + 1)) take(at, name);
  }
  return found;
}
