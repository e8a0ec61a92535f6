/** What is repeated until a text is long enough. */
export type Filler = Readonly<{ name: string; unit: string }>;

/**
 * Where the repeated signs stand. `one`: once, a single long stretch; `many`: lines of some dozens
 * of signs each, until the text is long enough.
 */
export type Form = Readonly<{
  name: string;
  file: string;
  repeats: 'one' | 'many';
  head: string;
  before: string;
  after: string;
  tail: string;
}>;

/** One filler in one form, so many bytes of it. */
export type Stress = Readonly<{ filler: string; form: string; size: number }>;

const filler = (name: string, unit: string): Filler => ({ name, unit });

export const fillers: readonly Filler[] = [
  filler('blanks', ' '),
  filler('ideographic spaces', '\u3000'),
  filler('tabs', '\t'),
  filler('opening square brackets', '['),
  filler('closing square brackets', ']'),
  filler('opening brackets', '（'),
  filler('closing brackets', '）'),
  filler('ASCII brackets', '('),
  filler('opening title marks', '《'),
  filler('title marks', '《》'),
  filler('black brackets', '【'),
  filler('digits', '1'),
  filler('full-width digits', '１'),
  filler('numerals', '一'),
  filler('tens', '十'),
  filler('ordinals', '第一'),
  filler('在', '在'),
  filler('的', '的'),
  filler('和', '和'),
  filler('、', '、'),
  filler('，', '，'),
  filler('。', '。'),
  filler('colons', '：'),
  filler('middle dots', '·'),
  filler('dashes', '—'),
  filler('hyphens', '-'),
  filler('asterisks', '*'),
  filler('underscores', '_'),
  filler('hashes', '#'),
  filler('bars', '|'),
  filler('dots', '.'),
  filler('greater than', '>'),
  filler('backticks', '`'),
  filler('backslashes', '\\'),
  filler('ampersands', '&'),
  filler('less than', '<'),
  filler('quotation marks', '“'),
  filler('ASCII quotation marks', '"'),
  filler('zero-width spaces', '\u200b'),
  filler('right-to-left overrides', '\u202e'),
  filler('combining marks', 'a\u0301'),
  filler('emoji', '👨‍👩‍👧'),
  filler('letters', 'a'),
  filler('X', 'X'),
  filler('full-width letters', 'Ａ'),
  filler('dates', '2024年8月7日'),
  filler('dates with dots', '2024.8.7'),
  filler('written dates', '二〇二四年八月七日'),
  filler('times', '上午9:30'),
  filler('names', '张三、'),
  filler('names and blanks', '李 四 '),
  filler('clauses', '（一）'),
  filler('numbers and dots', '1.'),
  filler('options', 'A.'),
  filler('document numbers', '国发〔2024〕7号'),
  filler('colon and name', '张三：'),
  filler('organisations', '市委办公室'),
  filler('blanks and digits', ' 1'),
  filler('blanks and full stops', ' 。'),
  filler('brackets and blanks', '（ ）'),
  filler('square brackets and brackets', ']('),
  filler('images', '!['),
  filler('links', '[a](b)'),
  filler('addresses', 'http://a'),
  filler('mail', 'a@'),
  filler('dots and letters', 'a.'),
  filler('emphasis', '*a_'),
  filler('strong', '**一'),
  filler('footnotes', '[^1]'),
  filler('hyphens and bars', '-|'),
  filler('entities', '&amp'),
  filler('tags', '<a '),
  filler('pages', '第1页 '),
  filler('pieces', '篇一'),
  filler('long numbers', '1381234567'),
  filler('mobile numbers', '13812345678，'),
  filler('mobile numbers and hyphens', '13812345678-'),
  filler('mobile numbers and blanks', '13812345678 '),
  filler('passports', 'E12345678，'),
  filler('mail addresses', 'a@b.cn，'),
];

const form = (name: string, parts: Partial<Form>): Form => {
  const empty = {
    file: 'a.md',
    repeats: 'one',
    head: '',
    before: '',
    after: '',
    tail: '',
  } as const;
  return { ...empty, name, ...parts };
};

const body = '\n\n这是一段正文。\n';
const titled = '# 关于工作的报告\n\n';
const record =
  '# 会议记录\n\n时间：2024年8月1日\n\n地点：会议室\n\n主持人：张三\n\n出席人员：李四、王五\n\n';
const quiz = '# 测试题\n\n一、单选题\n\n';
const official = '# 关于开展工作的通知\n\n各县人民政府：\n\n';

export const forms: readonly Form[] = [
  form('title', { before: '# ', tail: body }),
  form('title that ends', { before: '# 关于', after: '的通知', tail: body }),
  form('title in plain text', { file: 'a.txt', after: '报告', tail: body }),
  form('title in front matter', { before: "---\ntitle: '", after: "完'\n---\n", tail: body }),
  form('value in front matter', { before: '---\ntitle: 甲\ntags: ', after: '\n---\n', tail: body }),
  form('date in front matter', {
    before: "---\ntitle: 甲\ndate: '",
    after: "'\n---\n",
    tail: body,
  }),
  form('key in front matter', { before: '---\n', after: ': 1\n---\n', tail: body }),
  form('fence', { before: '---', after: '\ntitle: 甲\n---\n', tail: body }),
  form('file name', { file: '', head: titled, tail: '正文。\n' }),
  form('whole text', {}),
  form('whole plain text', { file: 'a.txt' }),
  form('paragraph', { head: titled, after: '完', tail: body }),
  form('paragraph of a number', { head: titled, before: '1. 一、', after: '完。', tail: body }),
  form('paragraph with a label', { head: titled, before: '来源：', after: '完', tail: body }),
  form('first line', { head: titled, before: '（', after: '）', tail: body }),
  form('last line', { head: `${titled}正文。\n\n`, after: '完' }),
  form('plain line', { file: 'a.txt', head: '报告\n\n', after: '完', tail: body }),
  form('indented plain line', { file: 'a.txt', head: '报告\n\n', before: '　　甲', tail: body }),
  form('heading', { head: titled, before: '## 一、', after: '完', tail: body }),
  form('underlined heading', { head: titled, before: '甲', after: '\n===\n', tail: body }),
  form('run-in heading', { head: titled, before: '（一）', after: '。这是正文。', tail: body }),
  form('bullet', { head: titled, before: '- ', after: '完', tail: body }),
  form('numbered item', { head: titled, before: '1. ', after: '完', tail: body }),
  form('table row', { head: `${titled}| 甲 | 乙 |\n|---|---|\n| `, after: ' | 乙 |', tail: body }),
  form('table head', {
    head: titled,
    before: '| ',
    after: ' | 乙 |\n|---|---|\n| 丙 |',
    tail: body,
  }),
  form('table rule', { head: `${titled}| 甲 | 乙 |\n|`, after: '|\n', tail: body }),
  form('table in plain text', { file: 'a.txt', before: '甲\t', after: '\t乙\n丙\t丁', tail: body }),
  form('quotation', { head: titled, before: '> ', after: '完', tail: body }),
  form('code', { head: `${titled}\`\`\`\n`, after: '\n```\n', tail: body }),
  form('link', { head: titled, before: '[甲](', after: ')完', tail: body }),
  form('footnote', { head: `${titled}甲[^1]\n\n`, before: '[^1]: ', after: '完', tail: body }),
  form('salutation', { head: titled, before: '同志们', after: '：', tail: body }),
  form('issuer', { head: titled, before: '某市', after: '办公室\n\n2024年8月7日', tail: body }),
  form('signature', { head: `${official}正文。\n\n`, after: '局', tail: '\n\n2024年8月7日\n' }),
  form('date of a signature', { head: `${official}正文。\n\n某局\n\n2024年`, after: '日' }),
  form('attachment', { head: `${official}正文。\n\n附件：1.`, after: '表', tail: body }),
  form('document number', { head: titled, before: '国发〔', after: '〕7号', tail: body }),
  form('header of a meeting', { head: record, before: '列席：', after: '等', tail: body }),
  form('time of a meeting', { head: '# 会议记录\n\n时间：', after: '时', tail: body }),
  form('agenda', { head: `${record}会议议程：\n\n一、`, after: '；', tail: body }),
  form('turn', { head: record, before: '王五：', after: '完', tail: body }),
  form('speaker', { head: record, before: '王', after: '：同意。', tail: body }),
  form('resolution', { head: `${record}会议决定：`, after: '。', tail: '\n\n散会。\n' }),
  form('task', { head: record, before: '由', after: '负责，8月1日前完成。', tail: body }),
  form('question', { head: quiz, before: '1. ', after: '（A）', tail: '\n\nA. 甲 B. 乙\n' }),
  form('option', { head: `${quiz}1. 题目（A）\n\n`, before: 'A. ', after: ' B. 乙', tail: body }),
  form('key', { head: `${quiz}1. 题目（ ）\n\nA. 甲 B. 乙\n\n参考答案\n\n1. `, tail: body }),
  form('explanation', { head: `${quiz}1. 题目（A）\n\nA. 甲 B. 乙\n\n解析：`, tail: body }),
  form('piece', { head: '# 报告（3篇）\n\n篇一：', after: '完', tail: `${body}\n篇二：乙\n` }),
  form('list of titles', { head: '# 目录\n\n1. ', after: '……1', tail: '\n\n2. 乙……2\n' }),
  form('image', { head: titled, before: '![', after: '](a.png)', tail: body }),
  form('many titles', { repeats: 'many', before: '# ', after: '完\n' }),
  form('many headings', { repeats: 'many', head: titled, before: '一、', after: '完\n\n' }),
  form('many paragraphs', { repeats: 'many', head: titled, after: '完。\n\n' }),
  form('many lines', { repeats: 'many', head: titled, after: '完\n' }),
  form('many plain lines', { repeats: 'many', file: 'a.txt', head: '报告\n', after: '完\n' }),
  form('many bullets', { repeats: 'many', head: titled, before: '- ', after: '完\n' }),
  form('many rows', { repeats: 'many', head: '|甲|乙|\n|-|-|\n', before: '|', after: '|乙|\n' }),
  form('many quotations', { repeats: 'many', head: titled, before: '> ', after: '完\n\n' }),
  form('many turns', { repeats: 'many', head: record, before: '王五：', after: '完。\n\n' }),
  form('many fields', { repeats: 'many', head: '# 会议记录\n\n', before: '出席：', after: '\n\n' }),
  form('many questions', { repeats: 'many', head: quiz, before: '1. ', after: '（A）\nA. 甲\n' }),
  form('many keys', { repeats: 'many', head: '---\n', before: 'a: ', after: '\n', tail: '---\n' }),
  form('many tags', {
    repeats: 'many',
    head: '---\ntags:\n',
    before: '- ',
    after: '\n',
    tail: '---\n',
  }),
  form('many pieces', {
    repeats: 'many',
    head: '# 报告\n\n',
    before: '篇一：',
    after: '\n\n甲。\n\n',
  }),
];

const lengthOfLine = 40;

/** The name and bytes of a text: the filler in its form, until so many bytes are reached. */
export function textOfStress(stress: Stress): Readonly<{ name: string; bytes: Buffer }> {
  const { unit } = withName(fillers, stress.filler);
  const { file, repeats, head, before, after, tail } = withName(forms, stress.form);
  const many = unit.repeat(Math.ceil(lengthOfLine / unit.length));
  const repeated = repeats === 'many' ? `${before}${many}${after}` : unit;
  const length = repeated.repeat(Math.ceil(stress.size / Buffer.byteLength(repeated)));
  const written = repeats === 'many' ? length : `${before}${length}${after}`;
  if (file === '') return { name: `${length}.md`, bytes: Buffer.from(`${head}${tail}`) };
  return { name: file, bytes: Buffer.from(`${head}${written}${tail}`) };
}

/** The one of a list that has a name. */
export function withName<Named extends { name: string }>(
  all: readonly Named[],
  name: string,
): Named {
  const found = all.find((one) => one.name === name);
  if (found === undefined) throw new Error(`there is no «${name}»`);
  return found;
}
