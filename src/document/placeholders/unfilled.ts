/** Words that hold the place of a text that was to be written, in brackets of any sort. */
const inBrackets =
  /[【［[〔（(]\s?(?:待(?:补充?|填写?|定|核实?|完善|续|确认)|此处[^】］\]〕）)]{0,12}|(?:请|待)?(?:填写|填入|插入|输入(?!性|端|法|设备)|替换)[^】］\]〕）)]{1,12}|(?:图片|照片|附件|表格)待[^】］\]〕）)]{1,6}|TODO|TBD)\s?[】］\]〕）)]/gi;

/** Those that stand by themselves in whatever they hold the place of. */
const bare = /(?<![A-Za-z])(?:TODO|TBD|Lorem ipsum)(?![A-Za-z])|此处(?:填写|填入|插入|粘贴)/gi;

/** What a template or a hasty writer left to be filled in: 【待补充】, 此处插入, TODO. */
export function findUnfilled(text: string): string[] {
  if (!/[待此填插输替]|TODO|TBD|lorem/i.test(text)) return [];
  const framed = [...text.matchAll(inBrackets)].map(([words]) => words);
  const rest = text.replace(inBrackets, '');
  return [...framed, ...[...rest.matchAll(bare)].map(([words]) => words)];
}
