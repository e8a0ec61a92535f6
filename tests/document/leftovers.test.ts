import { describe, expect, test } from 'vitest';
import { separateLeftovers } from '#document/leftovers/leftovers.ts';
import { readMarkdown } from '#formats/markdown.ts';
import { reader, understandText } from '../spec/read.ts';
import { paragraphsOf } from './paragraphs.ts';

const prose = '各村把名册核对清楚，有出入的当天改过来。';

const rolesOf = (...texts: readonly string[]) =>
  separateLeftovers(paragraphsOf(...texts), false).blocks.map((block) =>
    block.type === 'heading' ? 'heading' : block.role,
  );

/** The same lines as Markdown has them: paragraphs, unless a sign makes something else of them. */
const rolesInMarkdown = (...texts: readonly string[]) => {
  const { blocks } = readMarkdown(reader.markdown, texts.join('\n\n'), '', 0, false);
  return separateLeftovers(blocks, true).blocks.map((block) =>
    block.type === 'heading' ? 'heading' : block.role,
  );
};

const longProse = Array.from({ length: 12 }, () => prose);

describe('formulas at the head or the foot are set aside', () => {
  const formulas = [
    '版权所有',
    '版权声明：',
    '转载请注明出处',
    '转载请注明来源和作者',
    '如有侵权请联系删除',
    '未经授权，不得转载',
    '未经本站许可，禁止转载、复制',
    'Copyright © 2024 某某网',
    'All Rights Reserved',
    '青ICP备123号',
    '某某县人民政府 青公网安备 632801号',
    '本文来自网络，版权归原作者所有',
    '本文来源于网友投稿，仅供学习参考。',
    '文章转自互联网，如有侵权，请及时联系删除。',
    '本文仅供学习参考',
    '以上内容仅供学习交流，请勿用于商业用途',
    '扫码关注公众号',
    '微信扫一扫关注我们',
    '长按识别二维码',
    '欢迎关注我们',
    '点击下载本文',
    '阅读全文',
    '展开全文',
    '返回顶部',
    '【打印】',
    '【打印】【关闭】【收藏本页】',
    '打印 关闭',
    '字号：大 中 小',
    '分享到：微信',
    '分享到：微信 微博 QQ空间',
    '当前位置：首页 > 讲话',
    '您现在的位置：首页 > 公文 > 正文',
  ];

  test.each(formulas)('%s', (text) => {
    expect(rolesOf(...longProse, text).at(-1)).toBe('leftover');
    expect(rolesOf(text, ...longProse)[0]).toBe('leftover');
    expect(rolesInMarkdown(...longProse, text).at(-1)).toBe('leftover');
  });

  test.each(formulas)('but not in the midst of a text: %s', (text) => {
    expect(rolesOf(...longProse, text, ...longProse)).not.toContain('leftover');
  });
});

describe('lines of navigation are set aside in a plain text, and in Markdown beside other signs', () => {
  const lines = [
    ...['上一篇：在会上的讲话', '下一篇 在会上的讲话', '前一篇：没有了'],
    ...['— 3 —', '-12-', '第 3 页 共 5 页', '共5页 第3页', 'Page 3 of 5'],
  ];

  test.each(lines)('%s', (text) => {
    expect(rolesOf(...longProse, text, ...longProse)).toContain('leftover');
    expect(rolesInMarkdown(...longProse, text, ...longProse)).not.toContain('leftover');
    const crawled = rolesInMarkdown(...longProse, text, ...longProse, '本文来自网络');
    // What Markdown makes a list of is an item
    if (/^\p{L}/u.test(text)) expect(crawled.filter((role) => role === 'leftover')).toHaveLength(2);
  });

  const beside = [
    ...['责任编辑：李某', '下载地址：本站', '3/10', '第3页', '上一页', '登录 / 注册', '网站地图'],
    ...['浏览次数：30次', '发布时间：2024-08-07 浏览 30', '2024-08-07 来源：青溪报 点击：12'],
  ];

  test.each(beside)('%s beside other signs alone', (text) => {
    expect(rolesOf(...longProse, text)).not.toContain('leftover');
    const roles = rolesOf(...longProse, text, '本文来自网络', '【打印】', '下一篇：没有了');
    expect(roles[longProse.length]).toBe('leftover');
  });
});

/** Sentences, clauses, items and headings of authors. */
const ofAuthors = [
  '第二条 违反本办法，未经许可临时使用绿地的，责令限期改正。',
  '第八条 未经批准擅自转载、复制本馆资料的，由馆长办公室处理。',
  '（二）约定不明的，著作权归制作者享有；',
  '三、版权归属及使用',
  '1. 未经授权，不得转载',
  '会议指出，未经许可使用他人作品的行为必须坚决制止。',
  '会议资料仅供参会人员学习使用，会后请交回办公室。',
  '本资料仅供内部参考，请于会后交还。',
  '分享：李×介绍了经验。',
  '分享到：各村都要派人来学。',
  '举报：12345，全天受理。',
  '打印：由办公室负责',
  '关注：留守儿童、空巢老人',
  '参会人员请扫码签到，并于8:30前入场。',
  '请扫描会议室门口的二维码签到',
  '申请->受理->审查->办结',
  '优>良>轻度污染',
  '县级>镇级>村级',
  'H<sub>2</sub>O>CO<sub>2</sub>>NaCl',
  '未经允许使用他人物品',
  '下一篇章要写好乡村振兴',
  '上一篇：他介绍了经验。',
  '来源：中央党校',
  '作者：李某',
  '编辑：张某某、王某',
  '发布时间：2024-08-07',
  '注册',
  '分享',
  '相关链接：见附件二',
  '更多',
  '阅读材料',
  '下载软件前要先报批。',
  '返回村里以后要传达到户',
  '点击鼠标右键另存',
  '版权保护工作要抓紧',
  '免责声明应当写入合同',
  '如有侵权行为，应当依法赔偿。',
  '文章要写得实在',
  '本文件自印发之日起施行',
  '以上内容请认真学习',
  '转载请示一份',
  '(C) 北京',
  '（C）著作权',
  '上篇',
  '下篇',
  '著作权归作者所有',
  '版权所有者应当登记，不得转让。',
  '未经授权不得使用',
  '展开',
  '大 中 小',
  '登录 注册 首页',
  '分享到',
];

describe('what an author wrote is not', () => {
  test.each([
    ...ofAuthors,
    ...['关注留守儿童', '关闭阀门要两个人在场', '分享经验', '打印机要节约用纸', '举报信箱设在门口'],
    ...['加强版权保护工作', '下篇是乙', '前一篇文章写得好', '第3页的表格另附', '3/5的人同意'],
    ...['最新精神', '热点问题', '注册资本一百万', '来源：青溪报', '- 甲'],
  ])('%s', (text) => {
    expect(rolesOf(text, ...longProse, text)).not.toContain('leftover');
    expect(rolesOf(prose, text, prose)).not.toContain('leftover');
    expect(rolesInMarkdown(text, prose, text)).not.toContain('leftover');
    // Nor in a text that was crawled
    const crawled = rolesOf(prose, text, prose, '本文来自网络', '【打印】【关闭】');
    expect(crawled[1]).not.toBe('leftover');
  });

  test('a heading is never set aside, nor the list under it', () => {
    const roles = rolesInMarkdown(
      '# 通知',
      prose,
      '## 相关链接',
      '- [县政府](a.md)\n- 2024-08-01 乙',
    );
    expect(roles).toEqual(['heading', 'paragraph', 'heading', 'paragraph']);
    expect(rolesInMarkdown('# 热门文档', '## 版权声明', prose)).not.toContain('leftover');
  });

  test('nor a list that an author might have written under a line of his own', () => {
    expect(rolesOf(prose, '推荐阅读：', '- 《论语》', '- 《史记》')).not.toContain('leftover');
    expect(rolesOf(prose, '相关链接', '- 县政府网站')).not.toContain('leftover');
    expect(rolesInMarkdown(prose, '相关资料：', '- 2024-08-01 通知')).not.toContain('catalogue');
  });
});

test('a long line is no leftover, whatever it mentions', () => {
  const long = `${prose.repeat(4)}本文来自网络，版权归原作者所有`;
  expect(rolesOf(long)).toEqual(['paragraph']);
});

test.each(['热门文档', '相关推荐', '猜你喜欢', '大家都在看', '热门标签'])(
  '%s, which only pages have, is set aside with nothing under it too',
  (text) => {
    expect(rolesOf(prose, text, prose)).toEqual(['paragraph', 'leftover', 'paragraph']);
    expect(rolesInMarkdown(prose, text, prose)).not.toContain('leftover');
  },
);

test('a line under 相关链接 is one where the text was crawled', () => {
  const roles = rolesOf(prose, '最新资讯', '- 2024-08-28 甲', '上一篇：乙', '【打印】【关闭】');
  expect(roles).toEqual(['paragraph', 'leftover', 'catalogue', 'leftover', 'leftover']);
});

test('under its header a list of other documents gives the catalogue', () => {
  const lines = [
    '热门文档',
    '- 2024-08-28 08:57:57 (3篇)河湖长制研讨材料',
    '2024-08-27 支委会会议记录',
    '【2024-08-26】 党课讲稿',
    '3. 2024/8/25 值班安排',
    '· 学习计划表 2024-08-24',
    '· 没有时间的一行',
  ];
  const { blocks, leftovers, catalogue } = separateLeftovers(paragraphsOf(...lines, prose), false);
  expect(catalogue).toEqual([
    {
      title: '河湖长制研讨材料',
      pieces: 3,
      date: { value: '2024-08-28T08:57:57', precision: 'second' },
      line: 2,
    },
    {
      title: '支委会会议记录',
      pieces: null,
      date: { value: '2024-08-27', precision: 'day' },
      line: 3,
    },
    { title: '党课讲稿', pieces: null, date: { value: '2024-08-26', precision: 'day' }, line: 4 },
    { title: '值班安排', pieces: null, date: { value: '2024-08-25', precision: 'day' }, line: 5 },
    { title: '学习计划表', pieces: null, date: { value: '2024-08-24', precision: 'day' }, line: 6 },
  ]);
  expect(leftovers).toEqual([
    { line: 1, kind: 'list-header', text: '热门文档' },
    { line: 7, kind: 'list-line', text: '· 没有时间的一行' },
  ]);
  expect(blocks.map((block) => block.type === 'paragraph' && block.role)).toEqual([
    'leftover',
    ...Array<string>(5).fill('catalogue'),
    'leftover',
    'paragraph',
  ]);
});

test.each([
  ['without a header above', [prose, '- 2024-08-28 08:57:57 研讨材料']],
  ['behind a line of text', ['热门文档', prose, '- 2024-08-28 08:57:57 研讨材料']],
])('a line with a date is part of the text %s', (_where, lines) => {
  const { catalogue } = separateLeftovers(paragraphsOf(...lines), false);
  expect(catalogue).toEqual([]);
  expect(rolesOf(...lines).at(-1)).toBe('paragraph');
});

test('a list of Markdown under such a header is read the same way', () => {
  const text =
    '热门文档\n\n- 2024-08-28 研讨材料（2篇）\n- 党课讲稿 2024-08-27\n\n正文。\n\n- 2024-08-26 甲';
  const { blocks } = readMarkdown(reader.markdown, text, '', 0, false);
  const { blocks: separated, catalogue } = separateLeftovers(blocks, true);
  expect(separated.map((block) => block.type !== 'heading' && block.role)).toEqual([
    'leftover',
    'catalogue',
    'paragraph',
    'paragraph',
  ]);
  expect(catalogue).toMatchObject([
    { title: '研讨材料', pieces: 2, line: 3 },
    { title: '党课讲稿', pieces: null, line: 4 },
  ]);
});

test.each([
  ['alone', '<image>data:x</image>', ['leftover']],
  ['in mid-line', '甲<image>x</image>乙', ['paragraph', 'leftover', 'paragraph']],
  [
    'two of them',
    '<image>x</image>甲<a:image src="y">z</a:image>',
    ['leftover', 'paragraph', 'leftover'],
  ],
  ['before a closing space', '甲<image>x</image> ', ['paragraph', 'leftover']],
  ['not closed', '甲<image>乙', ['paragraph']],
])('a dead image is cut out of its line: %s', (_what, text, roles) => {
  const { blocks, leftovers } = separateLeftovers(paragraphsOf(text), false);
  expect(blocks.map((block) => block.type === 'paragraph' && block.role)).toEqual(roles);
  expect(blocks.map((block) => block.text).join('')).toBe(text.trimEnd());
  expect(leftovers.map(({ line, kind }) => [line, kind])).toEqual(
    roles.filter((role) => role === 'leftover').map(() => [1, 'dead-image']),
  );
});

test('what is printed on every page beside its number is no part of the text', () => {
  const page = (number: number, lines: number) => [
    ...longProse.slice(0, lines),
    '青溪县志稿',
    `— ${number} —`,
  ];
  const heads = (lines: number, ...numbers: readonly number[]) =>
    rolesOf(...numbers.flatMap((number) => page(number, lines))).filter(
      (_role, index) => index % (lines + 2) === lines,
    );
  expect(heads(10, 1, 2, 3)).toEqual(['leftover', 'leftover', 'leftover']);
  expect(heads(10, 1, 2)).toEqual(['paragraph', 'paragraph']);
  // A refrain comes again sooner
  expect(heads(1, 1, 2, 3)).toEqual(['paragraph', 'paragraph', 'paragraph']);
});

test('a trail of pages is known by its signs, however many there are and whatever spaces stand beside them', () => {
  const trail = (text: string) =>
    separateLeftovers(paragraphsOf(text, prose), false).leftovers.some(
      ({ kind }) => kind === 'control',
    );
  expect(trail('首页 > 讲话 > 2019')).toBe(true);
  expect(trail('首页»讲话 › 2019')).toBe(true);
  expect(trail('首页 > 讲话')).toBe(true);
  expect(trail('讲话 > 2019 > 县委')).toBe(false);
  expect(trail('首页 >>> 讲话 > 2019')).toBe(false);
  // Two ways of reading each space: with 100 signs no end would be seen
  expect(
    trail(
      `${'过> 我们村到镇上这条路，'.repeat(100)}这一句比一个页面的名称长得多，所以前面的都不是页面的名称。`,
    ),
  ).toBe(false);
});

test.each([
  ['a disclaimer that is the text', '免责声明\n渡口不对拥挤负责。', '免责声明'],
  ['a sentence of lessons', '读书笔记\n上一篇 讲理想，这一篇讲奋斗', '上一篇 讲理想，这一篇讲奋斗'],
])('%s is the author’s', (_what, text, line) => {
  const { title, blocks, asides } = understandText(text);
  expect([title, ...blocks.map((block) => block.text)]).toContain(line);
  expect(asides).toEqual([]);
});
