import { expect, test } from 'vitest';
import { takeForeignMarks } from '#formats/foreign-marks.ts';
import { read } from '../spec/read.ts';

test.each([
  ['a line of tags', '###### tags: `例会` `渡口`\n\n正文。', '\n\n正文。'],
  ['a box', ':::info\n带上名册。\n:::', '\n带上名册。\n'],
  ['a box with a title', ':::warning 注意\n水深。\n:::', '注意  \n水深。\n'],
  ['an admonition', '!!! tip "注意"\n    水深。', '注意  \n    水深。'],
  ['one that folds', '??? note\n    水深。', '\n    水深。'],
  ['a note of GitHub', '> [!NOTE]\n> 水深。', '>\n> 水深。'],
  ['a note with a title', '> [!WARNING] 注意\n> 水深。', '> 注意  \n> 水深。'],
  ['attributes', '## 排班 { .centered #duty }\n\n正文。{: .lead}', '## 排班\n\n正文。'],
  ['a highlight', '要==早==、==要小==。', '要**早**、**要小**。'],
  ['what is centred', '<center>排班表</center>\n\n<div align="center">', '排班表\n\n'],
  [
    'a colour',
    '要<font color="red">早</font>到，<span class="x">要小</span>心。',
    '要早到，要小心。',
  ],
  ['a heading', '<h2 align="center">排班</h2>', '## 排班'],
  [
    'a picture',
    '<p align="center"><img src="a b.png" width="5" alt="渡口"/></p>',
    '![渡口](<a b.png>)',
  ],
  ['a link', '见<a href="b.md" target="_blank">名册</a>。', '见[名册](<b.md>)。'],
  [
    'a page in a fence',
    '```\n# 排班\n早班王芳，晚班李明。\n```\n',
    '\n# 排班\n早班王芳，晚班李明。\n\n',
  ],
])('%s is not shown, and what it holds is', (_what, text, shown) => {
  expect(takeForeignMarks(text, 0).text).toBe(shown);
});

test.each([
  ['`==a==`'],
  ['a==b==c'],
  ['价格==100=='],
  ['```\n:::info\n```'],
  ['```js\nconst 值 = 1;\n```'],
  ['代码 `{ .a }` 里的'],
  ['集合{甲, 乙}'],
  ['####### tags: 甲'],
  [':::2024年工作要点'],
  ['!!! 2024'],
  ['??? A B'],
  ['价格：5 元 {.待定}'],
  ['标签 <p> 表示段落，<span> 不表示'],
  ['<table><tr><td>甲</td></tr></table>'],
  ['<张三>和<李四>'],
  ['<script>甲</script>'],
  ['::: 冒号不够::'.replace('::: ', ':: ')],
])('%s stays', (text) => {
  expect(takeForeignMarks(text, 0)).toEqual({ text, comments: [] });
});

test('the keepers are told of each, with its line', () => {
  const { asides } = read('# 例会\n\n###### tags: `渡口`\n\n:::tip\n带上名册。\n:::\n', 'a.md');
  expect(asides.map(({ line, kind, text }) => [line, kind, text])).toEqual([
    [3, 'comment', '###### tags: `渡口`'],
    [5, 'comment', ':::tip'],
    [7, 'comment', ':::'],
  ]);
});
