import fc from 'fast-check';

/** Lines of every sort that the reading of documents knows, and of none, for properties. */

const pick = (...values: readonly string[]) => fc.constantFrom(...values);

const glue = (...parts: readonly fc.Arbitrary<string>[]) =>
  fc.tuple(...parts).map((all) => all.join(''));

/** Characters that are easily lost: beyond the BMP, combining, of private use, of no width. */
const odd = pick(
  ...[
    '𠮷',
    '𪚥𪚥',
    '👨‍👩‍👧',
    'e\u0301',
    '葛\u{e0100}',
    '\u200b',
    '\u2060',
    '\ue000',
    '\u202e',
    '\u00ad',
  ],
  ...['\u00a0', '\u3000', '\u2028', '\ufeff', '﹏', 'ﬁ', '㎡', '㈱', 'İ', 'ß', '\u0085', '\u0007'],
);

const word = fc.oneof(
  {
    weight: 8,
    arbitrary: pick('防汛', '值班', '各村', '青溪县', '台账', '要', '的', '在会上', '工作', '与'),
  },
  {
    weight: 2,
    arbitrary: pick(
      '2024',
      '1.5万',
      '一',
      '三、四',
      '××',
      '**',
      '__',
      '张**',
      'XX',
      '2×3',
      '（略）',
      '“好”',
    ),
  },
  {
    weight: 1,
    arbitrary: pick(
      '<',
      '>',
      '&',
      '"',
      "'",
      '&lt;',
      '<b>',
      '</p>',
      '[',
      ']',
      '\\',
      '`',
      '~',
      '#',
      '|',
    ),
  },
  { weight: 1, arbitrary: odd },
);

const stop = pick('。', '；', '！', '？', '：', '，', '、', '', '', '…', '。”', ' ', '  ', '　　');

const words = fc.array(word, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(''));
const clause = glue(words, stop);
const prose = fc.array(clause, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(''));

const numeral = pick('一', '二', '三', '四', '五', '十一', '二十三', '〇');
const digit = pick('1', '2', '3', '4', '5', '10', '23', '0');
const number = fc.oneof(
  glue(numeral, pick('、', '．', '是', '要', ' ')),
  glue(pick('（', '('), fc.oneof(numeral, digit), pick('）', ')')),
  glue(digit, pick('.', '．', '、', ')', '. ')),
  glue(pick('第'), fc.oneof(numeral, digit), pick('章 ', '节　', '条 ', '编 ', '，', '条')),
  pick('①', '②', '㈠', '⑵', '⒊'),
);

const heading = glue(number, words);
const runIn = glue(number, words, pick('。', '！'), prose);
const enumeration = fc.oneof(
  glue(pick('一是'), words, pick('；', '。'), pick('二是'), words, pick('；三是完', '。', '')),
  glue(pick('首先，', '其次，', '第一，', '第二，', '其一，', '一要'), prose),
);

const name = pick('张××', '李某', '王**', '欧阳X', '𠮷××', '主持人', '与会人员');
const label = pick(
  ...[
    '时间',
    '时  间',
    '会议时间',
    '地点',
    '主持人',
    '主 持 人',
    '记录',
    '出席人员',
    '缺席',
    '列席',
    '议题',
  ],
  ...[
    '应到',
    '实到',
    '会议名称',
    '时间地点',
    '【地点】',
    '日期',
    '会议结束时间',
    '**主持**',
    '发布时间',
  ],
);
const date = pick(
  '2024年8月7日（星期三）下午3:00—5:30',
  '8月7日',
  '2024-08-07 09:00',
  '二〇二四年八月七日',
);
const value = fc.oneof(
  date,
  words,
  fc.array(name, { maxLength: 4 }).map((all) => all.join('、')),
);
const field = glue(label, pick('：', ':', '： '), value, pick('', '', '。', '　'));
const fields = glue(field, pick(' ', '   ', '　', ''), field);
const turn = glue(name, pick('：', ':', '（支书）：'), prose);
const resolution = glue(
  pick('会议决定：', '会议同意', '形成决议：', '一致通过', '会议要求，'),
  prose,
);

const pieceLine = fc.oneof(
  glue(
    pick('篇', '【篇', '范文', '（篇'),
    fc.oneof(numeral, digit),
    pick('', '】', '：', '）'),
    pick('', '防汛'),
  ),
  glue(pick('第'), numeral, pick('篇', '篇：值班')),
  glue(
    pick('学习心得体会', '防汛值班心得'),
    pick('（', '之', '(', ''),
    numeral,
    pick('）', '', ')'),
  ),
);

const question = fc.oneof(
  glue(digit, pick('.', '、'), words, pick('？（  ）', '（ A ）。', '____。', '？', '（AB）')),
  glue(digit, pick('.（√）', '.（×）', '、'), words, pick('。', '（√）')),
);
const option = glue(pick('A', 'B', 'C', 'Ｄ'), pick('.', '．', '、', ' '), words);
const options = fc.oneof(option, glue(option, pick(' ', '  ', '\t'), option), glue(option, option));
const answer = fc.oneof(
  glue(pick('答案：', '【答案】', '参考答案：', '正确答案:'), pick('A', 'AB', '√', '错误', '对')),
  pick(
    '参考答案',
    '1-5 ABCDA',
    '1.A 2.B 3.C',
    '1.A',
    '一、单项选择题',
    '二、判断题（每题2分）',
    '三、简答题',
  ),
);

const leftover = fc.oneof(
  pick(
    '热门文档',
    '相关推荐',
    '上一篇：防汛',
    '— 3 —',
    '第 3 页 共 5 页',
    '扫码关注公众号',
    '关闭窗口',
    '1/2',
  ),
  glue(
    pick('- ', '', '· ', '1. '),
    pick('2024-08-28 08:57:57 ', '[2024-08-28] '),
    pick('(3篇)', ''),
    words,
  ),
  glue(pick('- ', '● '), words, pick(' 2024-08-28')),
  glue(
    pick('', '前'),
    pick('<image>a</image>', '<x:image src="&amp;">乙&</x:image>', '<image>', '</image>'),
    pick('', '后', '<image>二</image>'),
  ),
);

const table = fc.oneof(
  glue(word, pick('\t', '\t\t'), word),
  glue(word, pick('  ', '　　', '   '), word, pick('  ', '　　'), word),
  glue(pick('|'), word, pick('|', ' | '), word, pick('|', '| ', '')),
  pick('|---|---|', '| :-- | --: |', '|||', '\t'),
);

const around = fc.oneof(
  pick(
    '同志们：',
    '尊敬的各位领导、各位来宾：',
    '各位党员：大家好！',
    '各乡镇人民政府，县直各部门：',
  ),
  pick(
    '（2024年6月3日）',
    '2024年6月3日',
    '二〇二四年六月三日',
    '青溪县防汛办公室',
    '青溪县防汛办  2024年6月3日',
  ),
  pick(
    '县委书记  陈××',
    '作者：陈××',
    '——在防汛会议上的讲话',
    '在防汛会议上的讲话',
    '青政发〔2024〕7号',
  ),
  pick(
    '附件：1.清单',
    '附件1',
    '2.名单',
    '（此件公开发布）',
    '抄送：县委',
    '目录',
    '政 府 工 作 报 告',
    '（略）',
  ),
);

const rough = fc.string({
  unit: fc.oneof(
    pick(
      '一',
      '（',
      '）',
      '【',
      '】',
      '：',
      '；',
      '。',
      '、',
      '《',
      '》',
      '是',
      '篇',
      '第',
      '条',
      '年',
      '月',
      '日',
    ),
    pick(
      'A',
      '.',
      '1',
      '*',
      '_',
      '-',
      '—',
      '×',
      ' ',
      '\t',
      '<',
      '&',
      '>',
      '"',
      '\\',
      '|',
      '#',
      '`',
      '[',
    ),
    odd,
  ),
  maxLength: 24,
});

const indent = pick('', '', '', '', '　　', '  ', '\t', '\u00a0');

/** Several lines that mean something together. */
const list = glue(
  pick('热门文档\n', '相关推荐\n'),
  fc
    .array(glue(pick('- 2024-08-28 08:57:57 (3篇)', '- [2024-08-28] ', '- '), words), {
      minLength: 1,
      maxLength: 3,
    })
    .map((all) => all.join('\n')),
);
const questions = fc
  .array(fc.tuple(words, pick('？（  ）', '____。', '？')), { minLength: 2, maxLength: 3 })
  .map((all) =>
    all.map(([stem, end], index) => `${index + 1}.${stem}${end}\nA.${stem} B.好\nC.坏`).join('\n'),
  );
const key = glue(
  pick('参考答案\n', '答案：\n', '【参考答案】\n'),
  pick('1.A 2.B 3.C', '1-3 ABC', '1.A\n2.B', '一、1.A 2.B'),
);
const pieces = fc
  .tuple(
    pick(
      '篇$',
      '【篇$】',
      '第$篇 值班',
      '范文$：防汛',
      '学习心得体会（$）',
      '防汛值班心得之$',
      '防汛值班心得$',
    ),
    fc.array(fc.array(fc.oneof(prose, heading, runIn), { minLength: 1, maxLength: 3 }), {
      minLength: 2,
      maxLength: 3,
    }),
  )
  .map(([separator, texts]) =>
    texts
      .map((text, index) => [separator.replace('$', '一二三'.charAt(index)), ...text].join('\n'))
      .join('\n'),
  );

const contents = glue(
  pick('目录\n', '目　录\n'),
  pick('一、防汛\n（一）值班\n二、台账', '第一章 防汛……1\n第二章 值班……2'),
  pick('\n一、防汛\n防汛要早。\n（一）值班\n二、台账', ''),
);

/** A line of a sort that is drawn with every other. */
const plainLine = fc.oneof(
  heading,
  runIn,
  enumeration,
  prose,
  around,
  rough,
  leftover,
  list,
  contents,
  table,
  pick(''),
);
const meetingLine = fc.oneof(field, fields, turn, resolution, prose, heading, pieceLine);
const quizLine = fc.oneof(question, questions, options, answer, key, prose);
const collectionLine = fc.oneof(pieces, pieceLine, prose, heading, runIn, around);

const kinds = pick(
  '关于防汛的通知',
  '在防汛会议上的讲话',
  '防汛条例',
  '值班记',
  '（3篇）防汛心得',
  '政府工作报告',
  '',
);

const document = (title: fc.Arbitrary<string>, line: fc.Arbitrary<string>, maxLength: number) =>
  fc
    .tuple(title, fc.array(glue(indent, line), { maxLength }))
    .map(([first, lines]) => (first === '' ? lines : [first, ...lines]).join('\n').split('\n'));

/** Documents as lists of lines, by what most of their lines are. */
export const documents = {
  'lines of every sort': document(
    kinds,
    fc.oneof(plainLine, meetingLine, quizLine, collectionLine),
    14,
  ),
  'texts with headings and tables': document(kinds, plainLine, 14),
  'meeting records': document(
    pick('支委会会议记录', '党员大会会议记录（8月版）', '防汛调度会议纪要', ''),
    fc.oneof(meetingLine, meetingLine, meetingLine, plainLine),
    16,
  ),
  quizzes: document(
    pick('防汛知识测试题', '防汛题库（含答案）', ''),
    fc.oneof(quizLine, quizLine, plainLine),
    12,
  ),
  collections: document(
    pick('防汛值班心得（3篇）', '学习心得体会', '学习心得体会（2篇）'),
    fc.oneof(collectionLine, collectionLine, plainLine),
    10,
  ),
} as const;
