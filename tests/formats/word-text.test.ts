import { expect, test } from 'vitest';
import type { Content } from '#formats/format.ts';
import { readWord } from '#formats/word/read.ts';
import { p, r, type WordText, wordFile } from '../fixtures/office/word-file.ts';

function read(text: WordText | string): Content {
  return readWord(wordFile(text), '会议/纪要.docx');
}

function linesOf(text: WordText | string): string[] {
  return read(text).blocks.map((block) => block.text);
}

const paragraph = (content: string) => `<w:p>${content}</w:p>`;
const field = (instruction: string, result: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${instruction}</w:instrText></w:r>` +
  `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
const drawn = (instruction: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
const textBox = (text: string) => `<w:txbxContent>${p(text)}</w:txbxContent>`;

test.each<[string, string, string[]]>([
  ['runs are one text', paragraph(r('青石县') + r('财政局', '<w:b/>')), ['青石县财政局']],
  [
    'tabs and line breaks stay',
    paragraph('<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t></w:r>'),
    ['甲\t乙', '丙'],
  ],
  ['an empty paragraph is none', p('') + p('甲') + p(' '), ['甲']],
  [
    'insertions are text',
    paragraph(`${r('甲')}<w:ins>${r('乙')}</w:ins><w:moveTo>${r('丙')}</w:moveTo>`),
    ['甲乙丙'],
  ],
  [
    'deletions are none',
    paragraph(
      `${r('甲')}<w:del><w:r><w:delText>乙</w:delText></w:r></w:del><w:moveFrom>${r('丙')}</w:moveFrom>`,
    ),
    ['甲'],
  ],
  [
    'a deleted mark joins two paragraphs',
    p('甲', '<w:rPr><w:del w:id="1"/></w:rPr>') + p('乙'),
    ['甲乙'],
  ],
  ['hidden words are none', paragraph(r('甲') + r('乙', '<w:vanish/>')), ['甲']],
  ['a switch may be off', paragraph(r('甲', '<w:vanish w:val="0"/>')), ['甲']],
  ['fields are their results', paragraph(field(' PAGE ', r('3')) + r('页')), ['3页']],
  ['a number in a circle is drawn', paragraph(drawn('EQ \\o\\ac(○,8)')), ['⑧']],
  [
    'a reading over characters is drawn',
    paragraph(
      `${drawn('EQ \\* jc2 \\* "Font:宋体" \\* hps12 \\o\\ad(\\s\\up 11(chuō),踔)')}${r('厉')}`,
    ),
    ['踔（chuō）厉'],
  ],
  ['a fraction is drawn', paragraph(drawn('EQ \\f(1,2)')), ['1/2']],
  [
    'a box is ticked',
    paragraph(
      '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>' +
        r('同意'),
    ),
    ['☑同意'],
  ],
  [
    'what asks for words is none',
    `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${p('单击此处输入文字')}</w:sdtContent></w:sdt>` +
      p('甲'),
    ['甲'],
  ],
  ['a control holds text', `<w:sdt><w:sdtContent>${p('甲')}</w:sdtContent></w:sdt>`, ['甲']],
  [
    'a text box stands once, behind its paragraph',
    paragraph(
      `${r('甲')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${textBox('乙')}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${textBox('乙')}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
    ),
    ['甲', '乙'],
  ],
  [
    'a large first letter belongs to its paragraph',
    p('春', '<w:framePr w:dropCap="drop"/>') + p('天来了'),
    ['春天来了'],
  ],
  [
    'ruby stands behind its characters',
    paragraph(
      `<w:r><w:ruby><w:rt>${r('shù')}</w:rt><w:rubyBase>${r('恕')}</w:rubyBase></w:ruby></w:r>`,
    ),
    ['恕（shù）'],
  ],
  [
    'signs of fonts of pictures are characters',
    paragraph(
      '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:font="Wingdings 2" w:char="00A3"/></w:r>' +
        r('p', '<w:rFonts w:ascii="Symbol"/>'),
    ),
    ['☑□π'],
  ],
  [
    'a sign that nobody knows has its place',
    paragraph('<w:r><w:sym w:font="Webdings" w:char="F021"/></w:r>'),
    ['〓'],
  ],
  [
    'formulas stand in a line',
    paragraph(
      '<m:oMath><m:f><m:num><m:r><m:t>a+b</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>',
    ),
    ['(a+b)/2'],
  ],
  ['a line of the file is a space', paragraph('<w:r><w:t>甲\r\n乙</w:t></w:r>'), ['甲 乙']],
])('%s', (_, body, expected) => {
  expect(linesOf(body)).toEqual(expected);
});

test('what is not printed is counted, and its words are kept for keepers', () => {
  const comments = '<w:comment w:id="0"><w:p><w:r><w:t>要不要公开？</w:t></w:r></w:p></w:comment>';
  const body = paragraph(
    `<w:ins>${r('甲')}</w:ins><w:del><w:r><w:delText>原数</w:delText></w:r></w:del>${r('底价', '<w:vanish/>')}`,
  );
  const { diagnostics, asides } = read({ body, comments });
  expect(diagnostics.map(({ message }) => message)).toEqual([
    { says: 'word-changes', insertions: 1, deletions: 1, hidden: 1, comments: 1 },
  ]);
  expect(asides.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
    'comment 原数',
    'comment 底价',
    'comment 要不要公开？',
  ]);
});

test('marks stand where the author set them; what is bold as a whole looks so', () => {
  const body =
    paragraph(r('时间：', '<w:b/>') + r('三点')) +
    paragraph(r('会议', '<w:b/>') + r('内容', '<w:b/>'));
  const [time, whole] = read(body).blocks;
  expect(time).toMatchObject({ inline: [{ is: 'strong', from: 0, to: 3, depth: 0 }] });
  expect(whole).toMatchObject({ text: '会议内容', inline: [] });
});

test('links lead to addresses, and nowhere else', () => {
  const related = [
    ['a', 'hyperlink', 'https://example.org/'],
    ['b', 'hyperlink', 'file:///C:/x.docx'],
  ] as const;
  const link = (id: string) => `<w:hyperlink r:id="${id}">${r('此处')}</w:hyperlink>`;
  const body =
    paragraph(link('a')) +
    paragraph(link('b')) +
    paragraph(field('HYPERLINK "javascript:x"', r('彼处')));
  expect(
    read({ body, related }).blocks.map((block) =>
      block.type === 'paragraph' ? block.inline : null,
    ),
  ).toEqual([
    [{ is: 'link', href: 'https://example.org/', title: null, from: 0, to: 2, depth: 0 }],
    [],
    [],
  ]);
});

test('notes stand under the text, in the order in which it refers to them', () => {
  const refer = (id: number) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;
  const footnotes = [3, 2]
    .map((id) => `<w:footnote w:id="${id}">${p(`注${id}`)}</w:footnote>`)
    .join('');
  const { blocks } = read({ body: paragraph(r('甲') + refer(2) + r('乙') + refer(3)), footnotes });
  expect(blocks.map(({ text }) => text)).toEqual(['甲乙', '注2\n注3']);
  expect(blocks[0]).toMatchObject({
    inline: [
      { is: 'note', note: 1, reference: 0, from: 1, to: 1 },
      { is: 'note', note: 2, reference: 0, from: 2, to: 2 },
    ],
  });
});

test('pictures are known as if a folder of the file lay beside it', () => {
  const picture = (id: string) => `<w:drawing><a:blip r:embed="${id}"/></w:drawing>`;
  const related = [
    ['a', 'image', 'media/image1.png'],
    ['b', 'image', 'media/image2.emf'],
  ] as const;
  const body = paragraph(`<w:r>${picture('a')}${picture('b')}${picture('a')}</w:r>`);
  const { blocks, links, diagnostics } = read({ body, related });
  expect(links.map(({ target }) => target)).toEqual(['会议/纪要.docx.files/word/media/image1.png']);
  expect(blocks[0]).toMatchObject({ inline: [{ source: 0 }, { source: null }, { source: 0 }] });
  expect(diagnostics.map(({ message }) => message)).toEqual([
    { says: 'word-absent', unknownSymbols: 0, absentPictures: 1, embedded: 0 },
  ]);
});

const cell = (content: string, properties = '') =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;
const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`;
const table = (...rows: string[]) => `<w:tbl>${rows.join('')}</w:tbl>`;

function cellsOf(text: string): (readonly string[])[] {
  return read(text).blocks.flatMap((block) =>
    block.type === 'passage' ? block.units.map(({ cells }) => cells) : [[block.text]],
  );
}

test('merged cells have their words in the first, and lines of a cell stay lines', () => {
  const body = table(
    row(cell(p('地区')), cell(p('人数'), '<w:gridSpan w:val="2"/>')),
    row(cell(p('东'), '<w:vMerge w:val="restart"/>'), cell(p('1')), cell(p('2') + p('约'))),
    row(cell(p(''), '<w:vMerge/>'), cell(p('3')), cell(p('4'))),
  );
  expect(cellsOf(body)).toEqual([
    ['地区', '人数', ''],
    ['东', '1', '2\n约'],
    ['', '3', '4'],
  ]);
});

test('what stands in a frame is text', () => {
  const long = ['一、甲', '二、乙', '三、丙', '四、丁'].map((text) => p(text)).join('');
  const body = table(row(cell(p('时间')), cell(p('三点'))), row(cell(p('内容')), cell(long)));
  expect(cellsOf(body)).toEqual([
    ['时间', '三点'],
    ['内容'],
    ['一、甲'],
    ['二、乙'],
    ['三、丙'],
    ['四、丁'],
  ]);
  expect(cellsOf(table(row(cell(p('甲'))), row(cell(p('乙')))))).toEqual([['甲'], ['乙']]);
});

test('a table within a cell is lines, and deleted rows are none', () => {
  const inner = table(row(cell(p('甲')), cell(p('乙'))));
  const deleted = `<w:tr><w:trPr><w:del/></w:trPr>${cell(p('丙'))}</w:tr>`;
  expect(cellsOf(table(row(cell(inner), cell(p('丁'))), deleted))).toEqual([['甲\n乙', '丁']]);
});

const headings =
  '<w:style w:type="paragraph" w:styleId="h"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>';
const heading = (text: string) => p(text, '<w:pStyle w:val="h"/>');

test('styles tell of headings what numbers do not; the one over all text is the title', () => {
  const body =
    heading('工作纪要') +
    heading('基本情况') +
    p('正文。') +
    heading('一、做法') +
    heading('这是样式用错了的一句话。');
  const { blocks } = read({ body, styles: headings });
  expect(blocks.map((block) => block.type)).toEqual([
    'paragraph',
    'heading',
    'paragraph',
    'paragraph',
    'paragraph',
  ]);
});

test('entries of a table of contents are no text of their own', () => {
  const body = `${paragraph(
    `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r('总则')}<w:r><w:tab/></w:r>${r('1')}`,
  )}<w:p>${r('附则')}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>${p('正文')}`;
  expect(read(body).blocks).toMatchObject([
    { role: 'contents' },
    { role: 'contents' },
    { role: 'paragraph' },
  ]);
});

test('heads of pages are set aside, page numbers are not', () => {
  const { asides } = read({ body: p('甲'), header: p('内部资料') + p('第 1 页 共 3 页') });
  expect(asides).toEqual([{ line: 1, kind: 'running-head', text: '内部资料' }]);
});

const hidden = '<w:rPr><w:vanish/></w:rPr>';
const deletedRow = `<w:tr><w:trPr><w:hidden/></w:trPr>${cell(p('隐'))}</w:tr>`;

test.each([
  [
    'a hidden picture',
    paragraph(`${r('甲')}<w:r>${hidden}<w:drawing><a:blip r:embed="a"/></w:drawing></w:r>`),
  ],
  [
    'a hidden text box',
    paragraph(
      `${r('甲')}<w:r>${hidden}<w:pict><v:textbox>${textBox('隐')}</v:textbox></w:pict></w:r>`,
    ),
  ],
  [
    'a hidden reference to a note',
    paragraph(`${r('甲')}<w:r>${hidden}<w:footnoteReference w:id="2"/></w:r>`),
  ],
  ['a hidden row', table(row(cell(p('甲')), cell(p('乙'))), deletedRow)],
  ['a deleted cell', table(row(cell(p('甲')), cell(p('乙')), cell(p('隐'), '<w:cellDel/>')))],
  [
    'a deleted part of a formula',
    paragraph(`${r('甲')}<m:oMath><w:del><m:r><m:t>隐</m:t></m:r></w:del></m:oMath>`),
  ],
  [
    'a hidden part of a formula',
    paragraph(`${r('甲')}<m:oMath><m:r>${hidden}<m:t>隐</m:t></m:r></m:oMath>`),
  ],
  ['a run that is marked as deleted', paragraph(r('甲') + r('隐', '<w:del w:id="1"/>'))],
  [
    'a hidden reading',
    paragraph(
      `${r('甲')}<w:r><w:ruby><w:rt>${r('隐', '<w:vanish/>')}</w:rt><w:rubyBase>${r('乙')}</w:rubyBase></w:ruby></w:r>`,
    ),
  ],
])('%s is nowhere', (_, body) => {
  const footnotes = `<w:footnote w:id="2">${p('隐')}</w:footnote>`;
  const { blocks, links } = read({ body, footnotes, related: [['a', 'image', 'media/a.png']] });
  expect(blocks.map(({ text }) => text).join('')).not.toContain('隐');
  expect(links).toEqual([]);
});
