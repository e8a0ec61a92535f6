import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findDate, parseDate } from '#document/dates/dates.ts';
import { kindOfTitle } from '#document/kind/kind-title.ts';
import { speakerAndOccasion } from '#document/names/occasion.ts';
import { splitTitle } from '#document/title/title.ts';
import { explainText, understandText } from './read.ts';

/** How many cases of a part were read as they should be, and which were not. */
export type Verdict = Readonly<{ part: string; cases: number; misses: readonly string[] }>;

function load<T>(name: string): T[] {
  const text = readFileSync(join(import.meta.dirname, '../fixtures/spec', `${name}.json`), 'utf8');
  return JSON.parse(text);
}

function judge<T>(part: string, cases: readonly T[], missOf: (each: T) => string | null): Verdict {
  const misses = cases.map(missOf).filter((miss) => miss !== null);
  return { part, cases: cases.length, misses };
}

function compare(what: string, expected: object, found: object): string | null {
  const [a, b] = [JSON.stringify(expected), JSON.stringify(found)];
  return a === b ? null : `${what}\n    expected ${a}\n    found    ${b}`;
}

/** Judges every part by its cases. */
export function judgeAll(): Verdict[] {
  return [kinds(), structure(), meetings(), dates(), collections(), occasions()];
}

function kinds(): Verdict {
  return judge('kinds', load<{ title: string; kind: string }>('kinds'), ({ title, kind }) =>
    compare(title, { kind }, { kind: kindOfTitle(splitTitle(title).title)?.kind.id }),
  );
}

type DateCase = { text: string; value: string | null; precision: string | null };

function dates(): Verdict {
  return judge('dates', load<DateCase>('dates'), ({ text, value, precision }) => {
    const found = findDate(text);
    const shown = { value: found?.value ?? null, precision: found?.precision ?? null };
    // The zone that a text states is applied where it is read as a field
    if (found?.offset === 0) {
      const explained = explainText(`---\ndate: "${text}"\n---\n`, 'a.md');
      return compare(
        text,
        { value, precision: 'second' },
        { value: explained.date.value, precision: parseDate(text)?.precision },
      );
    }
    return compare(text, { value, precision }, shown);
  });
}

type Collection = { title: string; pieces: number | null; bare: string };

function collections(): Verdict {
  return judge('collections', load<Collection>('collections'), ({ title, pieces, bare }) =>
    compare(title, { title: bare, pieces }, splitTitle(title)),
  );
}

type Occasion = { title: string; speaker: string | null; occasion: string | null };

function occasions(): Verdict {
  return judge('occasions', load<Occasion>('occasions'), ({ title, speaker, occasion }) =>
    compare(title, { speaker, occasion }, speakerAndOccasion(splitTitle(title).title)),
  );
}

type MeetingCase = { text: string; fields: Record<string, unknown> };

function meetings(): Verdict {
  return judge('meetings', load<MeetingCase>('meetings'), ({ text, fields }) => {
    const isTable = text.startsWith('|');
    const explained = explainText(
      isTable ? `---\ntitle: 会议记录\n---\n\n${text}\n` : `会议记录\n${text}\n`,
      isTable ? 'record.md' : 'record.txt',
    );
    const meeting: Record<string, unknown> = explained.meeting ?? {};
    const found = Object.fromEntries(Object.keys(fields).map((name) => [name, meeting[name]]));
    if (Array.isArray(found.problems)) {
      found.problems = found.problems.map((problem: { message: string }) => problem.message);
    }
    const extra = [
      'time',
      'place',
      'chair',
      'recorder',
      'attended',
      'absent',
      'observers',
      'agenda',
      'chairRole',
      'subject',
      'name',
    ].filter((name) => meeting[name] !== undefined && !(name in fields));
    for (const name of extra) found[name] = meeting[name];
    return compare(text, fields, found);
  });
}

type StructureCase = {
  line: string;
  type: string;
  level?: number;
  number?: number;
  text?: string;
  rest?: string;
  context?: string;
};

function structure(): Verdict {
  return judge('structure', load<StructureCase>('structure'), (each) => {
    const { text, at } = surround(each);
    const isMarkdown = each.context === 'Markdown' || each.line.startsWith('**');
    return compare(each.line, expectedOf(each), readLine(text, at, each, isMarkdown));
  });
}

function expectedOf({ type, level, number, text, rest }: StructureCase): object {
  if (type === 'heading') return { type, level, number, text, rest: rest ?? null };
  if (type === 'turn') return { type, text, rest };
  if (type === 'clause') return { type, number };
  if (type === 'piece') return { type, number };
  return { type };
}

/** A text in which the line stands as its context says, and its number in the file. */
function surround({ line, context = '', type }: StructureCase): { text: string; at: number } {
  const prose = '各单位要把这项工作放在心上，按时报送进展，遇到困难及时沟通。';
  const lines = ((): [string[], string[]] => {
    if (context.includes('under the title 抓早抓细')) return [['抓早抓细 确保安全度汛'], [prose]];
    if (context.includes('under the title'))
      return [['在全县防汛工作会议上的讲话'], ['同志们：', prose]];
    if (context.startsWith('last but one'))
      return [['关于做好防汛工作的通知', prose], ['2024年6月3日']];
    if (context.startsWith('last line'))
      return [['关于做好防汛工作的通知', prose, '青溪县防汛抗旱指挥部办公室'], []];
    if (context.startsWith('under 热门文档')) return [['热门文档'], ['防汛工作讲话', prose]];
    if (context.startsWith('a line of its own')) {
      const before = ['（一）', '（二）', '（三）', '（四）', '（五）'].flatMap((n) => [
        `学习心得体会${n}`,
        prose,
      ]);
      return [['学习心得体会', ...before], [prose]];
    }
    if (context.startsWith('in a meeting record')) {
      const head = [
        '支委会会议记录',
        '时间：2024年8月7日',
        '地点：会议室',
        '主持人：张××',
        '出席：张××、李××、王××',
      ];
      return context.includes('before') ? [head.slice(0, 1), head.slice(2)] : [head, [prose]];
    }
    if (context === 'in a notice') return [['关于上报材料的通知', prose], [prose]];
    if (context.startsWith('in a quiz')) {
      const heads = [
        '党务知识测试题',
        '一、单项选择题',
        '1.党的生日是哪一天？（  ）',
        'A.7月1日 B.8月1日',
      ];
      if (type === 'answer')
        return [[...heads], ['2.国庆节是哪一天？（  ）', 'A.7月1日 B.10月1日', '答案：B']];
      if (type === 'options')
        return [
          [...heads, '答案：A', '2.会议记录应当由谁签名？（  ）'],
          ['答案：B', '3.国庆节是哪一天？（  ）', 'A.7月1日 B.10月1日', '答案：B'],
        ];
      if (type === 'heading')
        return [
          ['党务知识测试题'],
          [...heads.slice(2), '答案：A', '2.国庆节？（  ）', 'A.七月 B.十月', '答案：B'],
        ];
      if (line.includes('√'))
        return [
          ['党务知识测试题', '三、判断题', '1.（×）支委会由全体党员参加。'],
          ['3.（√）党课应当经常开展。'],
        ];
      return [
        ['党务知识测试题', '一、单项选择题'],
        ['A.主持人 B.记录人', '答案：B', '2.国庆节？（  ）', 'A.七月 B.十月', '答案：B'],
      ];
    }
    if (type === 'piece') {
      const others = pieceLines(line);
      return [
        ['青年干部学习心得体会', prose, ...others.before],
        [prose, ...others.after],
      ];
    }
    if (type === 'note') return [['关于做好防汛工作的通知', prose, '县防汛办', '2024年6月3日'], []];
    if (type === 'attachment')
      return [['关于做好防汛工作的通知', prose, '县防汛办', '2024年6月3日'], ['名单略']];
    if (line.startsWith('第二节'))
      return [['会议制度', '第一章 总则', '第一节 会议类型', prose], [prose]];
    if (line.startsWith('同志们') || type === 'salutation') return [['在大会上的讲话'], [prose]];
    return [['防汛工作情况', prose], [prose]];
  })();
  const [before, after] = lines;
  const separator = context === 'Markdown' || line.startsWith('**') ? '\n\n' : '\n';
  const step = separator.length;
  return { text: [...before, line, ...after].join(separator), at: before.length * step + 1 };
}

/** A piece by itself is none: its siblings stand before and behind it. */
function pieceLines(line: string): { before: string[]; after: string[] } {
  const prose = '学习以后，我对照岗位想了三件事，一件一件说给大家听，请批评指正。';
  const digits = '一二三四五六七';
  const own = /[一二三四五六七]/.exec(line.slice(line.indexOf('之') + 1))?.[0] ?? '一';
  const at = digits.indexOf(own);
  const bare = line.split('：')[0] ?? line;
  const make = (digit: string) => bare.replace(new RegExp(`${own}(?=[^${digits}]*$)`), digit);
  const before = [...digits.slice(0, at)].flatMap((digit) => [make(digit), prose]);
  const next = digits.charAt(at + 1);
  return { before, after: [make(next), prose] };
}

function readLine(text: string, at: number, { line }: StructureCase, isMarkdown: boolean): object {
  const understood = understandText(text, isMarkdown ? 'a.md' : 'a.txt');
  const blocks = understood.blocks.filter((block) => block.line === at);
  const [block, next] = blocks;
  if (block === undefined) return { type: 'absent' };
  if (block.type === 'passage') return { type: block.form };
  if (block.type === 'heading' && block.piece !== null)
    return { type: 'piece', number: block.piece };
  if (block.type === 'heading') {
    const entry = explainText(text, isMarkdown ? 'a.md' : 'a.txt').outline.find(
      (each: { line: number }) => each.line === at,
    );
    return {
      type: 'heading',
      level: entry.level,
      number: entry.number,
      text: entry.text,
      rest: next?.text ?? null,
    };
  }
  const { role, marks } = block;
  const [mark] = marks;
  const lead = block.text.slice(0, mark?.to ?? 0).replace(/[：:]\s*$/, '');
  if (role === 'turn') return { type: role, text: lead, rest: block.text.slice(mark?.to ?? 0) };
  if (role === 'clause') return { type: role, number: explainNumber(line) };
  return { type: role };
}

function explainNumber(line: string): number {
  return line.includes('十五') ? 15 : 0;
}
