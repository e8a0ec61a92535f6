/** A text that is larger than any real one. */
type Large = Readonly<{ name: string; file: string; make: () => string }>;

const lineBytes = 50_000_000;
const headings = 100_000;

/** A unit as often as fifty megabytes hold it. */
const fill = (unit: string) => unit.repeat(lineBytes / Buffer.byteLength(unit));

const each = (unit: (index: number) => string) =>
  Array.from({ length: headings }, (_, index) => unit(index + 1)).join('');

const sentence = '这是一句话，';
const record = '# 会议记录\n\n时间：2024年8月1日\n\n出席：';

/** Lines of 50 MB, in each place where a line can stand, and 100,000 headings. */
export const largeTexts: readonly Large[] = [
  { name: 'a line of 50 MB', file: 'a.md', make: () => `# 报告\n\n${fill(sentence)}` },
  { name: 'a plain line of 50 MB', file: 'a.txt', make: () => `报告\n${fill(sentence)}` },
  { name: 'a title of 50 MB', file: 'a.md', make: () => `# ${fill(sentence)}` },
  { name: 'a value of 50 MB', file: 'a.md', make: () => `---\ntitle: ${fill('一')}\n---\n` },
  { name: 'damaged YAML of 50 MB', file: 'a.md', make: () => `---\na: ${fill(']')}\n---\n` },
  { name: 'an open front matter of 50 MB', file: 'a.md', make: () => `---\n${fill(sentence)}` },
  { name: 'names of 50 MB', file: 'a.txt', make: () => record + fill('张三、') },
  { name: 'blanks of 50 MB', file: 'a.md', make: () => `# 报告\n\n甲${fill(' ')}乙` },
  { name: 'NUL of 50 MB', file: 'a.txt', make: () => fill('\0') },
  {
    name: 'headings in Markdown',
    file: 'a.md',
    make: () => each((index) => `## 第${index}章\n\n`),
  },
  {
    name: 'headings in plain text',
    file: 'a.txt',
    make: () => each((index) => `第${index}章 总则\n`),
  },
];
