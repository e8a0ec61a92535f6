import type { Stress } from './stress-texts.ts';

/** What a thread is asked to read: a mutant, a hostile shape of a number of bytes, a large text, a stress. */
export type Task =
  | Readonly<{ seed: number }>
  | Readonly<{ shape: string; size: number }>
  | Readonly<{ large: string }>
  | Stress;

/** What became of a text; `milliseconds` are those that a processor worked on it. */
export type Outcome =
  | Readonly<{ fate: 'published' | 'named'; milliseconds: number }>
  | Readonly<{ fate: 'failed'; reason: string }>;

type Shape = Readonly<{
  name: string;
  file: string;
  head: string;
  unit: (index: number) => string;
}>;

const shape = (name: string, unit: Shape['unit'], file = 'shape.md', head = ''): Shape => {
  return { name, file, head, unit };
};

const cycle = (index: number, of: string) => of[index % of.length] ?? '';

/** A unit repeated until the size is reached. */
export const hostileShapes: readonly Shape[] = [
  shape('one line of Chinese', () => '一'),
  shape('spaces', () => ' '),
  shape('opening brackets', () => '['),
  shape('emphasis', () => '*a_'),
  shape('block quotes', () => '> a\n'),
  shape('headings', (index) => `# 标题${index}\n`),
  shape('clauses', () => '（一）、'),
  shape('digits', () => '2024年'),
  shape('placeholders', () => 'X'),
  shape('table cells', () => '|'),
  shape('zero width', () => '\u{200b}\u{202e}'),
  shape('NUL', () => '\0'),
  shape('plain lines', (index) => `第${index}行。\n`, 'shape.txt'),
  shape(
    'quiz',
    (index) => `${index + 1}. 题目（A）\n\nA. 甲 B. 乙 C. 丙\n\n`,
    'shape.md',
    '# 测试题\n\n一、单选题\n\n',
  ),
  shape(
    'meeting record',
    (index) =>
      `王${cycle(index, '一二三四五六七八九十')}${cycle(index >> 3, '甲乙丙丁戊己')}：同意。\n\n`,
    'shape.md',
    '# 会议记录\n\n时间：2024年8月1日\n\n主持人：张三\n\n',
  ),
];

/** What reading one file may take. */
export const limits = {
  milliseconds: 5_000,
  shapeMilliseconds: 60_000,
  megabytes: 1_024,
  largeMilliseconds: 120_000,
  largeMegabytes: 2_048,
  /** As in the main thread of Node; a worker has four times as much. */
  stackMegabytes: 1,
  shapes: hostileShapes.map(({ name }) => name),
};

/** The text of a shape: its units up to a number of bytes. */
export function textOfShape({ head, unit }: Shape, size: number): Buffer {
  const units: string[] = [head];
  for (let index = 0, length = 0; length < size; index += 1) {
    const next = unit(index);
    length += Buffer.byteLength(next);
    units.push(next);
  }
  return Buffer.from(units.join(''));
}
