import { expect, test } from 'vitest';
import { separateLeftovers } from '#document/leftovers.ts';
import { readMarkdown } from '#source/markdown.ts';
import { reader } from '../spec/read.ts';
import { paragraphsOf } from './paragraphs.ts';

const prose = '各村把名册核对清楚，有出入的当天改过来。';

const rolesOf = (...texts: readonly string[]) =>
  separateLeftovers(paragraphsOf(...texts)).blocks.map((block) =>
    block.type === 'heading' ? 'heading' : block.role,
  );

test.each([
  [
    'list-header',
    ['热门文档', '相关推荐', '推荐阅读：', '猜你喜欢的文章', '大家都在看', '热门标签'],
  ],
  ['neighbour', ['上一篇：在会上的讲话', '下一篇 在会上的讲话', '上一页', '前一篇：没有了']],
  ['page-number', ['— 3 —', '-12-', '第3页', '第 3 页 共 5 页', '共5页 第3页', 'Page 3 of 5']],
  [
    'notice',
    [
      '版权所有',
      '转载请注明出处',
      '如有侵权请联系删除',
      'Copyright © 2024',
      '青ICP备123号',
      '本文仅供学习参考',
    ],
  ],
  [
    'control',
    [
      ...[
        '扫码关注公众号',
        '长按识别二维码',
        '欢迎关注我们',
        '点击下载本文',
        '阅读全文',
        '返回顶部',
        '【打印】',
      ],
      ...[
        '字号：大 中 小',
        '分享到：微信',
        '当前位置：首页 > 讲话',
        '浏览次数：30次',
        '登录 / 注册',
        '网站地图',
      ],
      ...['发布时间：2024-08-07 浏览 30', '责任编辑：李某'],
    ],
  ],
] as const)('%s: such lines are left out of the body', (kind, texts) => {
  for (const text of texts) {
    const { blocks, leftovers } = separateLeftovers(paragraphsOf(prose, text, prose));
    expect(blocks.map((block) => block.type === 'paragraph' && block.role)).toEqual([
      'paragraph',
      'leftover',
      'paragraph',
    ]);
    expect(leftovers).toEqual([{ line: 2, kind }]);
    expect(blocks[1]?.text).toBe(text);
  }
});

test.each([
  ...['关注留守儿童', '关闭阀门要两个人在场', '分享经验', '打印机要节约用纸', '举报信箱设在门口'],
  ...['加强版权保护工作', '下篇是乙', '前一篇文章写得好', '第3页的表格另附', '3/5的人同意'],
  ...[
    '最新精神',
    '热点问题',
    '注册资本一百万',
    '作者：李某',
    '来源：青溪报',
    '发布时间：2024-08-07',
    '- 甲',
  ],
])('%s is part of the text', (text) => {
  expect(rolesOf(prose, text, prose)).toEqual(['paragraph', 'paragraph', 'paragraph']);
});

test('a long line is no leftover, whatever it mentions', () => {
  const long = `${prose.repeat(4)}本文来自网络，版权归原作者所有`;
  expect(rolesOf(long)).toEqual(['paragraph']);
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
  const { blocks, leftovers, catalogue } = separateLeftovers(paragraphsOf(...lines, prose));
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
    { line: 1, kind: 'list-header' },
    { line: 7, kind: 'list-line' },
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
  const { catalogue } = separateLeftovers(paragraphsOf(...lines));
  expect(catalogue).toEqual([]);
  expect(rolesOf(...lines).at(-1)).toBe('paragraph');
});

test('a list of Markdown under such a header is read the same way', () => {
  const text =
    '热门文档\n\n- 2024-08-28 研讨材料（2篇）\n- 党课讲稿 2024-08-27\n\n正文。\n\n- 2024-08-26 甲';
  const { blocks } = readMarkdown(reader.markdown, text, '', 0, false);
  const { blocks: separated, catalogue } = separateLeftovers(blocks);
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
  const { blocks, leftovers } = separateLeftovers(paragraphsOf(text));
  expect(blocks.map((block) => block.type === 'paragraph' && block.role)).toEqual(roles);
  expect(blocks.map((block) => block.text).join('')).toBe(text.trimEnd());
  expect(leftovers).toEqual(roles.includes('leftover') ? [{ line: 1, kind: 'dead-image' }] : []);
});

test('what is printed on every page beside its number is no part of the text', () => {
  const pages = [1, 2, 3].flatMap((page) => [prose, '青溪县志稿', `— ${page} —`]);
  expect(rolesOf(...pages)).toEqual([1, 2, 3].flatMap(() => ['paragraph', 'leftover', 'leftover']));
  expect(rolesOf(...pages.slice(0, 6))).toEqual(
    [1, 2].flatMap(() => ['paragraph', 'paragraph', 'leftover']),
  );
});

test('a trail of pages is known by its signs, however many there are and whatever spaces stand beside them', () => {
  const trail = (text: string) =>
    separateLeftovers(paragraphsOf(text, prose)).leftovers.some(({ kind }) => kind === 'control');
  expect(trail('首页 > 讲话 > 2019')).toBe(true);
  expect(trail('首页»讲话 › 2019')).toBe(true);
  expect(trail('首页 > 讲话')).toBe(false);
  expect(trail('首页 >>> 讲话 > 2019')).toBe(false);
  // Two ways of reading each space: with 100 signs no end would be seen
  expect(
    trail(
      `${'过> 我们村到镇上这条路，'.repeat(100)}这一句比一个页面的名称长得多，所以前面的都不是页面的名称。`,
    ),
  ).toBe(false);
});
