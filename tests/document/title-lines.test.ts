import { expect, test } from 'vitest';
import { findTitle } from '#document/title/title-lines.ts';
import { readMarkdown } from '#formats/markdown.ts';
import { reader, understandText } from '../spec/read.ts';
import { paragraphsOf } from './paragraphs.ts';

const prose = '各村把名册核对清楚，有出入的当天改过来。';

/** The title, and the lines that bear it. */
function read(texts: readonly string[], known: string | null = null) {
  const { title, blocks } = findTitle(paragraphsOf(...texts, prose), known, '文件');
  const lines = blocks.flatMap((block) =>
    block.type === 'paragraph' && block.role === 'title' ? [block.line] : [],
  );
  return { title, lines };
}

test.each([
  ['在会上的讲话'],
  ['2024年工作要点'],
  ['（3篇）河长心得'],
  ['“守住一道堤”倡议书'],
  ['【讲话】'],
  ['关于印发《集市管理规定》的通知'],
  ['专题党课讲稿：守住一道堤'],
])('%s is a title as it stands', (text) => {
  expect(read([text])).toEqual({ title: text, lines: [1] });
});

test.each([
  [['关于做好汛期值守', '工作的通知'], '关于做好汛期值守工作的通知'],
  [['关于做好汛期值守工作', '的通知'], '关于做好汛期值守工作的通知'],
  [['关于印发《集市管理规定》', '的通知', '（2024年）'], '关于印发《集市管理规定》的通知'],
  [['在全县会议上的', '讲话'], '在全县会议上的讲话'],
  [['防汛与', '抗旱工作方案'], '防汛与抗旱工作方案'],
])('a title may stand on two lines: %j', (texts, title) => {
  expect(read(texts)).toEqual({ title, lines: [1, 2] });
});

test.each([
  ['two titles, each with a kind', ['防汛方案', '抗旱方案']],
  ['where it was spoken', ['工作与', '在会上的讲话']],
  ['a date', ['关于工作的', '（2024年6月3日的讲话）']],
  ['a subtitle', ['关于工作的', '——在会上的讲话']],
  ['a line that ends no phrase', ['关于工作的', '几个问题']],
  ['a long line', ['关于工作的', `${'很'.repeat(40)}长的讲话`]],
])('the line below is no part of it: %s', (_what, texts) => {
  expect(read(texts)).toEqual({ title: texts[0], lines: [1] });
});

test.each([
  ['who issues it', ['青溪县人民政府', '关于做好汛期值守工作的通知'], ['byline', 'title']],
  [
    'its number too',
    ['青溪县人民政府文件', '青政发〔2024〕7号', '关于做好汛期值守工作的通知'],
    ['byline', 'document-number', 'title'],
  ],
  ['an office that no title follows', ['青溪县人民政府', '今天开会。'], ['title', 'paragraph']],
])('the head of an official paper stands above its title: %s', (_what, texts, roles) => {
  const { blocks } = findTitle(paragraphsOf(...texts, prose), null, '文件');
  expect(blocks.slice(0, -1).map((block) => block.type === 'paragraph' && block.role)).toEqual(
    roles,
  );
});

test.each([
  ['政 府 工 作 报 告', '政府工作报告'],
  ['政　府　工　作　报　告', '政府工作报告'],
  ['会 议 纪 要', '会议纪要'],
  ['工作 报告', '工作 报告'],
])('letters spaced apart are joined: %s', (text, title) => {
  expect(read([text])).toEqual({ title, lines: [1] });
});

test.each([
  ['在会上的讲话_青溪范文网', '在会上的讲话'],
  ['在会上的讲话-青溪文库', '在会上的讲话'],
  ['在会上的讲话 | 青溪县政府门户网站', '在会上的讲话'],
  ['在会上的讲话——青溪网', '在会上的讲话'],
  ['守住一道堤——在会上的讲话', '守住一道堤——在会上的讲话'],
  ['建设一张网', '建设一张网'],
])('the name of a site is no part of it: %s', (text, title) => {
  expect(read([text])).toEqual({ title, lines: [1] });
});

test.each([
  ['the same words', ['在会上的讲话', '在会上的讲话']],
  ['without the number of pieces', ['在会上的讲话（3篇）', '在会上的讲话']],
  ['without the name of a site', ['在会上的讲话_青溪网', '在会上的讲话']],
  ['in another width', ['会议记录(8月版)', '会议记录（８月版）']],
])('the title said again belongs to it: %s', (_what, texts) => {
  expect(read(texts).lines).toEqual([1, 2]);
});

test.each([
  ...[
    '同志们：',
    '今天开会。',
    '今天开会；',
    '一、总体要求',
    '（一）要求',
    '第一章 总则',
    '1.要求',
    '一是要早',
  ],
  ...['时间：2024年8月7日', '会议时间：今晚', '甲。乙', '甲'.repeat(81)],
])('%s opens a text that has no title', (text) => {
  expect(read([text])).toEqual({ title: null, lines: [] });
});

test.each([
  ['the first line', ['在会上的讲话', prose], '在会上的讲话', [1]],
  ['the first line with a site’s name', ['在会上的讲话_青溪网'], '在会上的讲话', [1]],
  ['two lines', ['在会上的', '讲话'], '在会上的讲话', [1, 2]],
  ['the first line with the number of pieces', ['（3篇）在会上的讲话'], '在会上的讲话', [1]],
  ['no line', ['党课讲稿', '讲话'], '在会上的讲话', []],
  ['a later line', [prose, '在会上的讲话'], '在会上的讲话', []],
])('a title that stands elsewhere is found in %s', (_where, texts, known, lines) => {
  expect(read(texts, known)).toEqual({ title: known, lines });
});

const readHeadings = (text: string, fileName = '文件') => {
  const { title, blocks } = findTitle(
    readMarkdown(reader.markdown, text, '', 0, false).blocks,
    null,
    fileName,
  );
  return {
    title,
    types: blocks.map((block) => (block.type === 'paragraph' ? block.role : block.type)),
  };
};

test.each([
  ['a heading above all others', '# 甲\n\n## 乙', '甲', ['title', 'heading']],
  ['a heading among equals', '## 甲\n\n## 乙', null, ['heading', 'heading']],
  [
    'a label of a form',
    '### 姓名\n\n王×\n\n### 本周工作\n\n值班。',
    null,
    ['heading', 'paragraph', 'heading', 'paragraph'],
  ],
  ['a label alone', '## 与会人员\n\n- 王×', null, ['heading', 'passage']],
  ['a label with a colon', '会议信息：\n---\n\n议程：\n---', null, ['heading', 'heading']],
  ['a label in English', '#### Venue\n\n## Attendees', null, ['heading', 'heading']],
  [
    'a heading over numbered ones of its level',
    '# 甲\n\n# 一、乙\n\n# 二、丙',
    '甲',
    ['heading', 'heading', 'heading'],
  ],
  [
    'a heading of a kind among equals',
    '# 防汛值班工作方案\n\n# 总体要求',
    '防汛值班工作方案',
    ['heading', 'heading'],
  ],
  [
    'a section that ends in a kind’s word',
    '# 基本情况\n\n# 主要做法',
    null,
    ['heading', 'heading'],
  ],
  [
    'the name of a meeting',
    '# 青溪读书会第二次会议\n\n# 会议议程',
    '青溪读书会第二次会议',
    ['heading', 'heading'],
  ],
  [
    'several meetings',
    '# 2024年6月3日第一次例会\n\n# 2024年6月10日第二次例会',
    null,
    ['heading', 'heading'],
  ],
  [
    'a heading that a later one repeats in part',
    '# 青溪读书会组织章程\n\n# 宗旨\n\n# 组织章程',
    '青溪读书会组织章程',
    ['heading', 'heading', 'heading'],
  ],
  ['two of a kind', '# 第一季度工作总结\n\n# 第二季度工作总结', null, ['heading', 'heading']],
  [
    'a heading with a colon',
    '# 值班安排通告：\n\n今天起。',
    '值班安排通告',
    ['title', 'paragraph'],
  ],
  ['a heading behind the text', '正文。\n\n## 甲', null, ['paragraph', 'heading']],
  [
    'a heading behind a few words',
    '会议已经结束，记录如下。\n\n# 甲\n\n## 乙',
    '甲',
    ['paragraph', 'heading', 'heading'],
  ],
  [
    'signs that were typed without a space',
    '#值班表\n\n##早班\n\n王×',
    '值班表',
    ['title', 'heading', 'paragraph'],
  ],
  ['a heading below a list', '- 甲\n\n# 乙', '乙', ['passage', 'heading']],
  ['a bold line', '**讲话**\n\n正文。', '讲话', ['title', 'paragraph']],
  ['a link is none', '[讲话](a.md)\n\n# 甲', '甲', ['paragraph', 'heading']],
])('in Markdown: %s', (_what, text, title, types) => {
  expect(readHeadings(text)).toEqual({ title, types });
});

test('a heading among equals that says what the file’s name says is the title', () => {
  const text = '# 渡口值班制度\n\n# 排班\n\n# 交接';
  expect(readHeadings(text, '渡口值班制度（2024）').title).toBe('渡口值班制度');
});

test.each([
  ['新渡村/README.md', '新渡村'],
  ['新渡村/_index.md', '新渡村'],
  ['新渡村/新建文本文档 (2).txt', '新渡村'],
  ['值班日志/2024-06-03.md', '值班日志 2024-06-03'],
  ['例会/第七次.txt', '例会 第七次'],
  ['例会/第七次例会.txt', '第七次例会'],
  ['2024-06-03.md', '2024-06-03'],
])('without a title %s is called %s', (file, title) => {
  expect(understandText('今天开会。', file).title).toBe(title);
});

test.each([
  ['# 值班安排', '值班安排'],
  ['标题：值班安排', '值班安排'],
  ['Subject: 值班安排', '值班安排'],
  ['2024-06-03', '值班'],
  ['- 2024/6/3 值班', '值班'],
  ['—2024年6月3日在值班会上', '值班'],
  ['==========', '值班'],
  ['1.1值班安排', '值班'],
  ['6/3 王×值班，李×替班', '值班'],
  ['王× 2024-06-03 08:15', '值班'],
  ['repository: duty/list', '值班'],
])('a text that opens with %s is called %s', (line, title) => {
  expect(understandText(`${line}\n\n今天起按新表值班。`, '值班.txt').title).toBe(title);
});

test('no title holds a line feed', () => {
  expect(understandText('Title: 值班安排\nDate: 2024-06-03\n\n正文。', 'a.md').title).toBe(
    '值班安排',
  );
});

test('a text without a title goes by its file’s name, and what a page carries is not asked', () => {
  expect(understandText('同志们：\n今天开会。', 'folder/2024-jianghua.txt').title).toBe(
    '2024-jianghua',
  );
  expect(understandText('— 1 —\n在会上的讲话\n今天开会。')).toMatchObject({
    title: '在会上的讲话',
    titleLine: 2,
  });
});

test('what a title line says beside the title stays in the text or is set aside with its words', () => {
  const fields = understandText(`Title: 渡口安全公示\nDate: 3 May 2024\n---\n\n${prose}\n`, 'a.md');
  expect(fields.title).toBe('渡口安全公示');
  expect(fields.blocks.map(({ text }) => text)).toContain('Title: 渡口安全公示\nDate: 3 May 2024');
  const page = understandText(`渡口安全公示_ABC文库\n\n${prose}\n`);
  expect(page.title).toBe('渡口安全公示');
  expect(page.asides).toMatchObject([{ kind: 'title-line', text: '渡口安全公示_ABC文库' }]);
});
