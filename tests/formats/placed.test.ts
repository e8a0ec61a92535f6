import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readOfdPages } from '#formats/ofd/pages.ts';
import { readPdf } from '#formats/pdf/read.ts';
import type { PlacedPage, PlacedRun } from '#formats/placed/placed.ts';
import { readPlaced } from '#formats/placed/read.ts';
import { ofdFile } from '../fixtures/office/ofd-file.ts';
import { pdfFile } from '../fixtures/office/pdf-file.ts';

const size = 16;
const [left, top] = [80, 100];
const perLine = 28;
const perPage = 22;

/** Sets paragraphs as official papers are: two characters in at their beginning, justified, 28 by 22. */
function setPages(paragraphs: readonly string[], head = ''): PlacedPage[] {
  const lines = paragraphs.flatMap((text) => {
    const own = `　　${text}`;
    return Array.from({ length: Math.ceil(own.length / perLine) }, (_, index) =>
      own.slice(index * perLine, (index + 1) * perLine),
    );
  });
  return Array.from({ length: Math.ceil(lines.length / perPage) }, (_, page) => {
    const own = lines.slice(page * perPage, (page + 1) * perPage);
    const runs = own.map((line, index): PlacedRun => {
      const text = line.trimStart();
      const x = left + (line.length - text.length) * size;
      return { text, x, y: top + index * 29, width: text.length * size, size };
    });
    return pageOf([...runs, ...edges(head, page)]);
  });
}

function edges(head: string, page: number): PlacedRun[] {
  if (head === '') return [];
  const number = `— ${page + 1} —`;
  return [
    { text: head, x: 200, y: 50, width: head.length * 10, size: 10 },
    { text: number, x: 290, y: 800, width: 40, size: 12 },
  ];
}

function pageOf(runs: readonly PlacedRun[], pictures = 0): PlacedPage {
  return { width: 595, height: 842, runs, pictures };
}

function linesOf(pages: readonly PlacedPage[]): string[] {
  const read = readPlaced(pages);
  return typeof read === 'string' ? [read] : read.blocks.map(({ text }) => text);
}

const sentence = fc
  .array(fc.constantFrom(...'天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏'), {
    minLength: 5,
    maxLength: 150,
  })
  .map((characters) => `${characters.join('')}。`);

test('paragraphs come back as they were set, over lines and pages', () => {
  fc.assert(
    fc.property(fc.array(sentence, { minLength: 8, maxLength: 40 }), (paragraphs) => {
      expect(linesOf(setPages(paragraphs))).toEqual(paragraphs);
    }),
  );
});

test('heads and numbers of pages are set aside, once', () => {
  const paragraphs = Array.from({ length: 30 }, (_, index) => `第${index}段${'正文'.repeat(50)}。`);
  const read = readPlaced(setPages(paragraphs, '青石县人民政府公报'));
  if (typeof read === 'string') throw new Error(read);
  expect(read.blocks.map(({ text }) => text)).toEqual(paragraphs);
  expect(read.asides.filter(({ kind }) => kind === 'running-head')).toHaveLength(1);
  expect(read.asides.filter(({ kind }) => kind === 'page-number').length).toBeGreaterThan(3);
});

const run = (text: string, x: number, y: number): PlacedRun => {
  return { text, x, y, width: text.length * size, size };
};

test('what stands far apart on a line are cells, and rows of them a table', () => {
  const rows = [
    ['地区', '人数', '比例'],
    ['东', '一百', '三成'],
    ['西', '二百', '七成'],
  ];
  const runs = rows.flatMap((row, index) =>
    row.map((cell, column) => run(cell, 80 + column * 150, 100 + index * 30)),
  );
  const read = readPlaced([pageOf(runs)]);
  expect(typeof read !== 'string' && read.blocks).toMatchObject([
    { type: 'passage', form: 'table', units: rows.map((cells) => ({ cells })) },
  ]);
});

test('two columns are read one after the other', () => {
  const column = (x: number, sign: string) =>
    Array.from({ length: 12 }, (_, index) => run(sign.repeat(14), x, 100 + index * 29));
  const text = linesOf([pageOf([...column(60, '左'), ...column(320, '右')])]).join('');
  expect(text).toMatch(/^左+右+$/);
});

test('spaces that a program puts between Chinese and digits are none', () => {
  const runs = [
    run('2024', 80, 100),
    run('年', 80 + 4 * size + 4, 100),
    run('1', 80 + 5 * size + 8, 100),
  ];
  expect(linesOf([pageOf(runs)])).toEqual(['2024年1']);
});

test('a line that a word did not fit on goes on', () => {
  const runs = [
    run('联系邮箱'.repeat(7), 80, 100),
    run('请发送至县政府办公室邮箱'.padEnd(18, '箱'), 80, 129),
    run('office2024@example.org。', 80, 158),
  ];
  expect(linesOf([pageOf(runs)])).toHaveLength(1);
});

test('radicals are the characters that look like them, and are counted', () => {
  const read = readPlaced([
    pageOf([run('⾏政⼈员⻓期⼯作，会议于上午召开，研究部署下一阶段任务。', 80, 100)]),
  ]);
  expect(typeof read !== 'string' && [read.blocks[0]?.text, read.radicals]).toEqual([
    '行政人员长期工作，会议于上午召开，研究部署下一阶段任务。',
    4,
  ]);
});

test.each<[string, PlacedPage[], string]>([
  ['pictures alone', [pageOf([], 1)], 'scan'],
  ['a stamp over a picture', [pageOf([run('第1页', 80, 100)], 1)], 'scan'],
  [
    'glyph numbers',
    [pageOf([run('\ue001\ue002\ue003\ue004\ue005字'.repeat(20), 80, 100)])],
    'no-characters',
  ],
  [
    'signs in place of characters',
    [pageOf([run('!"#$ %&\'( )*+, -./0 :;<='.repeat(20), 80, 100)])],
    'no-characters',
  ],
])('%s are no text', (_, pages, fault) => {
  expect(readPlaced(pages)).toBe(fault);
});

test.each([
  [
    'English',
    'The committee met on Monday and adopted the report of the secretary without changes.',
  ],
  ['numbers', '2024 1,234.56 78% 2023 1,100.00 65% total 2,334.56'],
])('a text of %s is one', (_, text) => {
  expect(linesOf([pageOf([{ ...run(text, 80, 100), width: 300 }])])).toEqual([text]);
});

test('a PDF in a font that lies in no file is read by its character map', async () => {
  const { text: read } = await readPdf(
    pdfFile([
      [
        { text: '青石县人民政府文件', x: 180, y: 700, size: 26 },
        { text: '青政发〔2024〕5号', x: 220, y: 650 },
      ],
    ]),
  );
  expect(typeof read !== 'string' && read.blocks.map(({ text }) => text)).toEqual([
    '青石县人民政府文件',
    '青政发〔2024〕5号',
  ]);
});

test.each<[string, Uint8Array, string]>([
  ['locked', pdfFile([[{ text: '甲', x: 80, y: 700 }]], true), 'encrypted'],
  ['another file', Buffer.from('第一条　为了'), 'damaged'],
  ['without a page', pdfFile([]), 'scan'],
])('a PDF that is %s is named', async (_, file, fault) => {
  expect((await readPdf(file)).text).toBe(fault);
});

test('an OFD has its characters where their steps say', () => {
  const file = ofdFile(
    [
      [{ text: '关于召开会议的通知', x: 60, y: 40 }],
      [{ text: '第二页甲　乙', x: 30, y: 40, deltas: 'g 3 5 10 5' }],
    ],
    [{ text: '青石县', x: 30, y: 10 }],
  );
  expect(linesOf(readOfdPages(file))).toEqual([
    '青石县',
    '关于召开会议的通知',
    '青石县',
    '第二页甲　乙',
  ]);
});

test('an OFD of the draft of the standard is read', () => {
  const file = ofdFile(
    [[{ text: '关于召开会议的通知', x: 60, y: 40 }]],
    [],
    'http://www.ofdspec.org',
  );
  expect(linesOf(readOfdPages(file))).toEqual(['关于召开会议的通知']);
});

test('the sign of a note stands on the line of its words', () => {
  const runs = [
    run('由县住建局组', 80, 100),
    { text: '1', x: 80 + 6 * size, y: 91, width: 5, size: 9 },
    run('织实施', 80 + 6 * size + 5, 100),
  ];
  expect(linesOf([pageOf(runs)])).toEqual(['由县住建局组1织实施']);
});
