import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findClauses, findHeadings } from '#document/outline/headings.ts';
import type { NumberForm } from '#document/outline/numbering.ts';
import { levelsOfForms } from '#document/outline/outline.ts';
import { type Block, paragraph } from '#document/text/blocks.ts';
import { paragraphsOf } from './paragraphs.ts';
import { rich } from './rich.ts';

const prose = '各村把名册核对清楚，有出入的当天改过来，改完签字存档。';
const blocksOf = (...texts: readonly string[]) => findHeadings(paragraphsOf(...texts));

/** `H` for a heading, `R` for a run-in one, else the paragraph's role. */
const formOf = (block: Block): string => {
  if (block.type === 'heading') return block.runIn ? 'R' : 'H';
  return block.role;
};

test.each<[string, NumberForm, number]>([
  ['一、提高认识,正视问题', 'ideographic', 1],
  ['十一、保障措施', 'ideographic', 11],
  ['三．经费管理', 'ideographic', 3],
  ['四 物资储备', 'ideographic', 4],
  ['（二）严格管控措施。', 'bracketed', 2],
  ['(十二)加强督查', 'bracketed', 12],
  ['（三)转移安置', 'bracketed', 3],
  ['㈡转移安置', 'bracketed', 2],
  ['1.完善制度', 'decimal', 1],
  ['1．完善制度', 'decimal', 1],
  ['2、完善制度', 'decimal', 2],
  ['（1）明确责任人', 'bracketed-decimal', 1],
  ['3)明确责任人', 'bracketed-decimal', 3],
  ['⑶明确责任人', 'bracketed-decimal', 3],
  ['③明确责任人', 'circled', 3],
  ['第一编 通则', 'book', 1],
  ['第一章 总则', 'chapter', 1],
  ['第10章 附则', 'chapter', 10],
  ['第二节　会议组织', 'section', 2],
])('%s is a heading', (text, form, number) => {
  const numbering = { form, number };
  expect(blocksOf(text, prose)).toMatchObject([
    { type: 'heading', level: 0, text, runIn: false, numbering, piece: null },
    { type: 'paragraph' },
  ]);
});

test.each([
  ['(一)摸清底数。一要看图纸;二要走现场。', '(一)摸清底数。'],
  ['三、抓落实。各乡镇要对照清单逐项销号。', '三、抓落实。'],
  ['(2)明确时限。由办公室牵头，七月底前完成。', '(2)明确时限。'],
  ['(一)领导包片。班子成员每人包一个村，发现没有人守的路口当场', '(一)领导包片。'],
  ['（一）谁来守？值班表上排到谁就是谁。', '（一）谁来守？'],
  ['（一）叫响“我来守！”。值班表上排到谁就是谁。', '（一）叫响“我来守！”'],
])('%s begins with its heading', (text, heading) => {
  const [first, rest] = blocksOf(text);
  expect(first).toMatchObject({ type: 'heading', text: heading, runIn: true });
  expect(rest).toMatchObject({ type: 'paragraph', text: text.slice(heading.length) });
});

test('bold words that reach over the end of a run-in heading are bold on both sides', () => {
  const text = rich('一、**甲与乙。丙**');
  const bold = { is: 'strong', depth: 0 };
  expect(findHeadings([paragraph(text, 1)])).toMatchObject([
    { text: '一、甲与乙。', inline: [{ ...bold, from: 2, to: 6 }] },
    { text: '丙', inline: [{ ...bold, from: 0, to: 1 }] },
  ]);
});

test.each([
  '一、二季度全县完成投资12亿元，同比增长5.6%。',
  '三、四月份雨水偏多，各村要提前清淤。',
  '一、二、三组由张××负责，四、五组由李××负责。',
  '三、四号楼的住户先走。',
  '2024年8月7日上午，支委会在二楼会议室召开。',
  '2024. 年度重点工作另行安排。',
  '1.5万亩高标准农田已建成，比去年多3000亩。',
  '一是部分干部思想松懈；二是宣传引导不够。',
  '第一节课由校长讲，第二节课分组讨论。',
  '第三章程草案已经发到各组。',
  '（一）',
  '（略）',
  '一',
])('%s is a paragraph', (text) => {
  expect(blocksOf(text)).toMatchObject([{ type: 'paragraph', role: 'paragraph', text }]);
});

test.each<[string, string[], string[]]>([
  ['one point that goes on', ['1.建立台账；'], ['item']],
  [
    'points of a list, the last with its full stop',
    ['1.备好沙袋；', '2.备好手电；', '3.备好雨衣。', prose],
    ['item', 'item', 'item', 'paragraph'],
  ],
  [
    'sentences that nothing stands under',
    ['1.带好证件。', '2.提前到场。', '3.关掉手机。'],
    ['item', 'item', 'item'],
  ],
  [
    'sentences before other text',
    ['1.带好证件。', '2.提前到场。', '3.关掉手机。', prose],
    ['item', 'item', 'item', 'paragraph'],
  ],
  [
    'sentences with text under each',
    ['1.带好证件。', prose, '2.提前到场。', prose],
    ['H', 'paragraph', 'H', 'paragraph'],
  ],
  [
    'a long first sentence between two headings',
    [
      '（一）查堤防。夜里也要有人走到头。',
      '（二）查涵闸，查的时候把启闭机摇上几圈，摇不动的马上登记上报并挂出警示的牌子。登记表一式两份。',
      '（三）查险工。险工险段要有人盯。',
    ],
    ['R', 'paragraph', 'R', 'paragraph', 'R', 'paragraph'],
  ],
  [
    'the same sentence where the numbers do not join',
    [
      '（一）查堤防。夜里也要有人走到头。',
      '（四）查涵闸，查的时候把启闭机摇上几圈，摇不动的马上登记上报并挂出警示的牌子。登记表一式两份。',
      '（六）查险工。险工险段要有人盯。',
    ],
    ['R', 'paragraph', 'paragraph', 'R', 'paragraph'],
  ],
  [
    'two short sentences among long paragraphs',
    [
      '1.先看水位。站长看。',
      ...[2, 3, 4].map(
        (number) =>
          `${number}.这一条写得很长，从头到尾只有一个句子，句子中间用逗号隔开了许多个小句，读起来一口气读不完，所以它不是标题。`,
      ),
    ],
    ['paragraph', 'paragraph', 'paragraph', 'paragraph'],
  ],
  ['a short lead that ends in a colon', ['一、分工安排如下：', prose], ['H', 'paragraph']],
  [
    'a long lead that ends in a colon',
    ['一、各村要在月底以前把下面这些表格全部填好送到镇里：', prose],
    ['paragraph', 'paragraph'],
  ],
  ['a line in brackets', ['【工作打算】', prose], ['H', 'paragraph']],
  ['brackets within a line', ['【工作】打算', prose], ['paragraph', 'paragraph']],
])('%s', (_what, texts, forms) => {
  expect(blocksOf(...texts).map(formOf)).toEqual(forms);
});

test.each([
  ['**工作打算**', 'heading'],
  ['**工作**打算', 'paragraph'],
  ['**工作`打算`**', 'heading'],
  ['**工作打算：**', 'paragraph'],
  ['**工作照常。**', 'paragraph'],
])('a short line that is bold from end to end is a heading: %s as %s', (written, type) => {
  expect(findHeadings([paragraph(rich(written), 1)])).toMatchObject([{ type }]);
});

test('what is numbered under a clause is part of it, until the next chapter', () => {
  const texts = [
    '第一章 总则',
    '第一条 坝上禁止下列行为：',
    '（一）烧荒',
    '第二章 管护',
    '（一）巡查',
    prose,
  ];
  const blocks = findHeadings(findClauses(paragraphsOf(...texts)));
  expect(blocks.map(formOf)).toEqual(['H', 'clause', 'item', 'H', 'H', 'paragraph']);
});

test.each([
  ['第十五条 坝上不得放牧。', '第十五条'],
  ['第3条　坝上不得放牧。', '第3条'],
  ['第十五条之一 坝上不得放牧。', '第十五条之一'],
  ['第十五条：坝上不得放牧。', '第十五条：'],
  ['第五条', '第五条'],
])('%s is a clause', (text, number) => {
  const marks = [{ from: 0, to: number.length, name: 'number' }];
  expect(findClauses(paragraphsOf(text))).toMatchObject([{ role: 'clause', text, marks }]);
});

test.each(['第三条河汊已经清淤。', '第十五条例规定了罚则。', '按第三条 执行。'])(
  '%s is no clause',
  (text) => {
    expect(findClauses(paragraphsOf(text))).toMatchObject([{ role: 'paragraph', marks: [] }]);
  },
);

test('no character is moved or lost in looking for headings', () => {
  const part = fc.constantFrom(
    ...['一、', '（一）', '1.', '(2)', '第一章 ', '第二条 ', '【', '】', '①'],
    ...['工作', '。', '；', '，', '要', '2024', '：', '<', '&', '𠮷', '？”'],
  );
  const line = fc.array(part, { minLength: 1, maxLength: 14 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const text = blocksOf(...lines).map((block) => block.text);
      expect(text.join('')).toBe(lines.join(''));
    }),
  );
});

test('parts of a book stand below it, and chapters below them', () => {
  const lines = [
    '第一编 渡口',
    '第一分编 通则',
    '第一章 值班',
    prose,
    '第二分编 船只',
    '第一章 检修',
    prose,
  ];
  const headings = blocksOf(...lines).filter((block) => block.type === 'heading');
  const levelOf = levelsOfForms(headings);
  expect(headings.map(({ numbering }) => numbering && levelOf(numbering.form))).toEqual([
    1, 2, 3, 2, 3,
  ]);
});

const long = '把渡口的值班表重新排好并且让每一个人都知道自己是哪一天哪一班由谁来替。';

test.each<[string, string[], string[]]>([
  [
    'long leads of one sequence',
    [`一、摸清底数。${prose}`, `二、${long}${prose}`, `三、${long}${prose}`],
    ['R', 'paragraph', 'R', 'paragraph', 'R', 'paragraph'],
  ],
  [
    'long leads alone',
    [`一、${long}${prose}`, `二、${long}${prose}`, `三、${long}${prose}`],
    ['paragraph', 'paragraph', 'paragraph'],
  ],
  [
    'points that nothing stands under',
    ['1.水泵', '2.沙袋', '3.绳子', prose],
    ['item', 'item', 'item', 'paragraph'],
  ],
  [
    'points, the last with points of its own',
    ['1.水泵', '2.沙袋', '（1）大的', '（2）小的'],
    ['H', 'H', 'item', 'item'],
  ],
  ['headings with text', ['1.水泵', prose, '2.沙袋', prose], ['H', 'paragraph', 'H', 'paragraph']],
])('%s', (_what, lines, forms) => {
  expect(blocksOf(...lines).map(formOf)).toEqual(forms);
});
