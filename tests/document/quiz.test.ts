import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { looksLikeQuiz, type Question, readQuiz, type Span } from '#document/quiz/quiz.ts';
import type { Unit } from '#document/text/units.ts';

const unitsOf = (lines: readonly string[], form: Unit['form'] = 'paragraph'): Unit[] =>
  lines.map((text, index) => ({
    text,
    line: index + 1,
    block: index,
    form,
    cells: form === 'row' ? text.split('\t') : [],
    depth: 0,
  }));
const linesOf = (text: string) => text.split('\n').map((line) => line.trim());
const questionsOf = (text: string) => readQuiz(unitsOf(linesOf(text)))?.questions ?? [];
/** `1 single B 主持人|记录人`: number, type, answer, options. */
const brief = ({ number, type, answer, options }: Question) =>
  [number ?? '-', type, answer ?? '?', options.map((option) => option.text).join('|')]
    .join(' ')
    .trim();
const briefOf = (text: string) => questionsOf(text).map(brief);

/** More questions, so that a text of one is a quiz. */
const another =
  '二、单选题\n1.支部大会由谁主持？（B）\nA.小组长 B.书记\n2.谁来召集？（B）\nA.小组长 B.书记';

test.each([
  ['一、单项选择题（每题2分，共20分）', 'single'],
  ['一、单选题', 'single'],
  ['一.单项选择题', 'single'],
  ['第一部分 单选题(50题)', 'single'],
  ['（一）单项选择', 'single'],
  ['单选题：（共10题，每题2分）', 'single'],
  ['二、多选题', 'multiple'],
  ['二、不定项选择题（多选、少选不得分）', 'multiple'],
  ['三、判断题（对的打“√”，错的打“×”）', 'true-false'],
  ['三、判断改错题', 'true-false'],
  ['四：填空题', 'blank'],
  ['四、填空', 'blank'],
  ['五、简答题（每题10分，共20分）', 'short'],
  ['六、论述题', 'short'],
  ['材料分析题', 'short'],
  ['七、名词解释', 'short'],
])('%s opens a section of type %s', (heading, type) => {
  const text = `${heading}\n1.会议记录由谁签名？（）\n答案：B\n${another}`;
  const quiz = readQuiz(unitsOf(linesOf(text)));
  expect(quiz?.sections[0]).toEqual({ type, unit: 0 });
});

test.each([
  ['1.会议记录应当由谁签名？（  ）', 1, '会议记录应当由谁签名？（  ）'],
  ['1、会议记录应当由谁签名？（  ）', 1, '会议记录应当由谁签名？（  ）'],
  ['1．会议记录应当由谁签名？（  ）', 1, '会议记录应当由谁签名？（  ）'],
  ['1)会议记录应当由谁签名？（  ）', 1, '会议记录应当由谁签名？（  ）'],
  ['（1）会议记录应当由谁签名？（  ）', 1, '会议记录应当由谁签名？（  ）'],
  ['⑴会议记录应当由谁签名？（  ）', 1, '会议记录应当由谁签名？（  ）'],
  ['第1题 会议记录应当由谁签名？（  ）', 1, '会议记录应当由谁签名？（  ）'],
  ['第1题\n会议记录应当由谁签名？（  ）', 1, '会议记录应当由谁签名？（  ）'],
  ['1.\n会议记录应当由谁签名？（  ）', 1, '会议记录应当由谁签名？（  ）'],
  ['1.【单选题】会议记录应当由谁签名？（  ）', 1, '会议记录应当由谁签名？（  ）'],
  ['【单选题】1.会议记录应当由谁签名？（  ）', 1, '会议记录应当由谁签名？（  ）'],
  ['【单选题】会议记录应当由谁签名？（  ）', null, '会议记录应当由谁签名？（  ）'],
  ['会议记录应当由谁签名？（  ）', null, '会议记录应当由谁签名？（  ）'],
  ['1.会议记录应当由谁签名？（B）', 1, '会议记录应当由谁签名？（）'],
  ['1.会议记录应当由（ B ）签名。', 1, '会议记录应当由（）签名。'],
  ['（B）1.会议记录应当由谁签名？', 1, '会议记录应当由谁签名？'],
  ['1.会议记录应当由\n记录人和谁签名？（  ）', 1, '会议记录应当由\n记录人和谁签名？（  ）'],
])('%s asks number %s: %s', (written, number, stem) => {
  const text = `${written}\nA.主持人\nB.记录人\nC.列席人员\n${another}`;
  const [question] = questionsOf(text);
  expect(question).toMatchObject({ number, stem, type: 'single', line: 1 });
  expect(question?.options.map((option) => option.text)).toEqual(['主持人', '记录人', '列席人员']);
});

test.each([
  ['one a line', 'A.主持人\nB.记录人\nC.列席人员\nD.旁听人员'],
  ['several on a line', 'A.主持人 B.记录人 C.列席人员 D.旁听人员'],
  ['two on a line', 'A.主持人    B.记录人\nC.列席人员    D.旁听人员'],
  ['without spaces', 'A.主持人B.记录人C.列席人员D.旁听人员'],
  ['with 、', 'A、主持人 B、记录人 C、列席人员 D、旁听人员'],
  ['with full-width points', 'A．主持人　B．记录人　C．列席人员　D．旁听人员'],
  ['full width', 'Ａ．主持人　Ｂ．记录人　Ｃ．列席人员　Ｄ．旁听人员'],
  ['in brackets', '(A)主持人 (B)记录人 (C)列席人员 (D)旁听人员'],
  ['in full-width brackets', '（A）主持人（B）记录人（C）列席人员（D）旁听人员'],
  ['with one bracket', 'A)主持人 B)记录人 C)列席人员 D)旁听人员'],
  ['lower case', 'a.主持人 b.记录人 c.列席人员 d.旁听人员'],
  ['with a space for a point', 'A 主持人 B 记录人 C 列席人员 D 旁听人员'],
  ['with nothing for a point', 'A主持人 B记录人 C列席人员 D旁听人员'],
  ['of mixed forms', 'A.主持人 B、记录人 C．列席人员 D 旁听人员'],
  ['with tabs', 'A.主持人\tB.记录人\tC.列席人员\tD.旁听人员'],
  ['with a private-use character', 'A.主持人\uE003B.记录人\uE003C.列席人员\uE003D.旁听人员'],
])('options %s', (_, options) => {
  const expected = '1 single B 主持人|记录人|列席人员|旁听人员';
  const own = questionsOf(`1.会议记录应当由谁签名？\n${options}\n答案：B\n${another}`)[0];
  expect(own?.options.map(({ letter }) => letter).join('')).toBe('ABCD');
  expect(own && brief({ ...own, options: own.options.map(clean) })).toBe(expected);
  const [first = '', ...others] = options.split('\n');
  const joined = `1.会议记录应当由谁签名？ ${[first, ...others].join('\n')}\n答案：B\n${another}`;
  const [question] = questionsOf(joined);
  expect(question && brief({ ...question, options: question.options.map(clean) })).toBe(expected);
});

const clean = (option: Question['options'][number]) => ({
  ...option,
  text: option.text.replace('\uE003', ''),
});

test.each([
  ['答案：B', 'B', 'single'],
  ['答案:b', 'B', 'single'],
  ['答案 B', 'B', 'single'],
  ['正确答案：B', 'B', 'single'],
  ['参考答案：B', 'B', 'single'],
  ['【答案】B', 'B', 'single'],
  ['【答案】：B', 'B', 'single'],
  ['【正确答案】 B', 'B', 'single'],
  ['[答案]B', 'B', 'single'],
  ['（答案：B）', 'B', 'single'],
  ['答案：Ｂ', 'B', 'single'],
  ['答案：B，见工作条例', 'B', 'single'],
  ['答案：B参见教材第3页', 'B', 'single'],
  ['答案：记录人', 'B', 'single'],
  ['答案：AB', 'AB', 'multiple'],
  ['答案：A、B', 'AB', 'multiple'],
  ['答案：A B C', 'ABC', 'multiple'],
  ['答案：A，C', 'AC', 'multiple'],
  ['答案：B\n解析：记录人对记录负责。', 'B', 'single'],
  ['【答案】B【解析】A项错误，C项错误。', 'B', 'single'],
  ['【解析】主持人不写记录，故选B。', 'B', 'single'],
  ['本题没有答案', null, 'single'],
])('%s answers %s of type %s', (written, answer, type) => {
  const text = `1.会议记录应当由谁签名？\nA.主持人\nB.记录人\nC.列席人员\n${written}\n2.谁主持？\nA.甲 B.乙\n答案：A`;
  const [question, next] = questionsOf(text);
  expect(question).toMatchObject({ answer, type });
  expect(next).toMatchObject({ number: 2, answer: 'A' });
});

test.each([
  ['1.党小组会每月召开一次。（√）', '对', '党小组会每月召开一次。（）'],
  ['1.党小组会每月召开一次。( √ )', '对', '党小组会每月召开一次。()'],
  ['1.党小组会每月召开一次（×）。', '错', '党小组会每月召开一次（）。'],
  ['1.党小组会每年召开一次。（错）', '错', '党小组会每年召开一次。（）'],
  ['1.党小组会每年召开一次。（错误）', '错', '党小组会每年召开一次。（）'],
  ['1.党小组会每年召开一次。（错，应为每月）', '错', '党小组会每年召开一次。（）'],
  ['1.（√）党小组会每月召开一次。', '对', '党小组会每月召开一次。'],
  ['（√）1.党小组会每月召开一次。', '对', '党小组会每月召开一次。'],
  ['1.党小组会每月召开一次。√', '对', '党小组会每月召开一次。'],
  ['1.党小组会每月召开一次。（对）', '对', '党小组会每月召开一次。（）'],
  ['1.党小组会每月召开一次。（T）', '对', '党小组会每月召开一次。（）'],
  ['1.党小组会每月召开一次。（答案：对）', '对', '党小组会每月召开一次。（）'],
  ['1.党小组会每月召开一次。（  ）\n答案：√', '对', '党小组会每月召开一次。（  ）'],
  ['1.党小组会每月召开一次。答案：是', '对', '党小组会每月召开一次。'],
  ['1.党小组会每年召开一次。答案：否', '错', '党小组会每年召开一次。'],
  ['1.党小组会每年召开一次。\n答案：错误。应为每月一次。', '错', '党小组会每年召开一次。'],
  ['1.党小组会每年召开一次。\nA.正确 B.错误\n答案：B', '错', '党小组会每年召开一次。'],
  ['1.××县的党小组会每月召开一次。（  ）', null, '××县的党小组会每月召开一次。（  ）'],
  ['1.党小组会由××', null, '党小组会由××'],
  ['1.坚持党的领导（对外开放时也要坚持）。', null, '坚持党的领导（对外开放时也要坚持）。'],
])('in a section of judgements %s is %s', (written, answer, stem) => {
  const text = `一、判断题\n${written}\n2.会议记录应当存档。（√）\n3.会议可以不记录。（×）`;
  const [question, next] = questionsOf(text);
  expect(question).toMatchObject({ type: 'true-false', number: 1, answer, stem });
  expect(next).toMatchObject({ number: 2, answer: '对' });
});

test.each([
  ['1.会议记录应当由谁签名？\nA.甲 B.乙\n答案：A', 'single'],
  ['1.会议记录应当由谁签名？\nA.甲 B.乙\n答案：AB', 'multiple'],
  ['1.会议记录应当由谁签名？（AB）\nA.甲 B.乙', 'multiple'],
  ['1.会议记录由记录人签名。（√）', 'true-false'],
  ['1.会议记录由记录人签名。\nA.对\nB.错', 'true-false'],
  ['1.会议记录由记录人签名。（  ）', 'true-false'],
  ['1.会议记录由____签名。', 'blank'],
  ['1.会议记录由＿＿＿签名。', 'blank'],
  ['1.会议记录由（  ）签名。', 'blank'],
  ['1.会议记录有什么用处？\n答：留作依据。', 'short'],
  ['1.会议记录有什么用处？', 'short'],
])('without a section %s is %s', (written, type) => {
  const text = `${written}\n2.谁主持？\nA.甲 B.乙\n答案：A\n3.谁记录？\nA.甲 B.乙\n答案：B`;
  expect(questionsOf(text)[0]).toMatchObject({ number: 1, type });
});

test.each([
  ['1.会议由＿＿＿＿主持。\n答案：书记', '书记'],
  ['1.会议由____主持，由____记录。\n答案：书记；记录人', '书记；记录人'],
  ['1.会议由（书记）主持。', '书记'],
  ['1.会议由（书记）主持，由（记录人）记录。', '书记；记录人'],
  ['1.会议（以下简称大会）由____主持。', null],
])('in a section of blanks %s is %s', (written, answer) => {
  const [question] = questionsOf(
    `一、填空题\n${written}\n2.支部每____开会。\n答案：月\n${another}`,
  );
  expect(question).toMatchObject({ type: 'blank', number: 1, answer });
});

test.each([
  ['1.简述记录的作用。\n答：留作依据。\n便于查考。', ['留作依据。\n便于查考。']],
  [
    '1.简述记录的作用。\n答：有三点。\n1.留作依据。\n2.便于查考。\n3.利于落实。\n2.简述归档的要求。\n答：及时。',
    ['有三点。\n1.留作依据。\n2.便于查考。\n3.利于落实。', '及时。'],
  ],
  [
    '1.简述记录的作用。\n答：（1）留作依据。\n（2）便于查考。\n2.简述归档的要求。\n答案要点：及时。',
    ['（1）留作依据。\n（2）便于查考。', '及时。'],
  ],
  [
    '1.简述记录的作用。\n答：1.留作依据。\n2.便于查考。\n2.什么是归档？\n答：存入档案。',
    ['1.留作依据。\n2.便于查考。', '存入档案。'],
  ],
  ['1.记录有哪些作用？\n（1）留作依据。\n（2）便于查考。', ['（1）留作依据。\n（2）便于查考。']],
  ['1.阅读材料，回答问题。\n（1）记录有何作用？\n（2）如何归档？', [null]],
])('short answers: %s', (written, answers) => {
  const text = `一、简答题\n${written}\n${another}`;
  const short = questionsOf(text).filter(({ type }) => type === 'short');
  expect(short.map(({ answer }) => answer)).toEqual(answers);
});

const paper = `某县机关测试题
一、单选题（每题2分）
1.记录由谁签名？（  ）
A.甲 B.乙 C.丙 D.丁
2.会议由谁主持？（  ）
A.甲 B.乙 C.丙 D.丁
3.大会多久一次？（  ）
A.月 B.季 C.年 D.周
二、多选题
1.记录写明哪些事项？（  ）
A.时间 B.地点 C.议题 D.天气
2.参加者有谁？（  ）
A.甲 B.乙 C.丙 D.丁
三、判断题
1.记录应当存档。（  ）
2.记录可以补写。（  ）
四、填空题
1.大会每____一次。
2.小组会每____一次。
五、简答题
1.记录有什么用处？
`;
const answersOf = (text: string) => questionsOf(text).map(({ answer }) => answer);

test.each([
  [
    'one entry a line',
    '参考答案\n一、单选题\n1.B\n2.C\n3.A\n二、多选题\n1.ABC\n2.AD\n三、判断题\n1.√\n2.×\n四、填空题\n1.季度\n2.月\n五、简答题\n1.留作依据。',
  ],
  [
    'entries in lines',
    '参考答案：\n一、单选题 1.B 2.C 3.A\n二、多选题 1.ABC 2.AD\n三、判断题 1.√ 2.×\n四、填空题 1.季度；2.月\n五、简答题\n1.留作依据。',
  ],
  [
    'ranges',
    '【参考答案】\n一、1-3 BCA\n二、1-2 ABC AD\n三、1～2：√×\n四、1.季度；2.月\n五、1.留作依据。',
  ],
  [
    'words for marks',
    '附：参考答案及评分标准\n一、单项选择题（每题2分）\n1—3：B C A\n二、多项选择题\n1、ABC　2、AD\n三、判断题\n1、对 2、错\n四、填空题\n1、季度 2、月\n五、简答题\n1、留作依据。',
  ],
  [
    'headings that say answer',
    '试题答案\n一、单选题答案：1.B 2.C 3.A\n二、多选题答案：1.ABC 2.AD\n三、判断题答案：1.√ 2.×\n四、填空题答案：1.季度 2.月\n五、简答题答案：\n1.留作依据。',
  ],
])('a key with %s', (_, key) => {
  const text = `${paper}${key}`;
  expect(answersOf(text)).toEqual([
    'B',
    'C',
    'A',
    'ABC',
    'AD',
    '对',
    '错',
    '季度',
    '月',
    '留作依据。',
  ]);
  const from = linesOf(paper).length - 1;
  const quiz = readQuiz(unitsOf(linesOf(text)));
  expect(quiz?.key).toEqual({ from, to: linesOf(text).length - 1 });
});

test('a key over continuous numbers needs no headings', () => {
  const text =
    '1.谁签名？\nA.甲 B.乙\n2.谁主持？\nA.甲 B.乙\n二、判断题\n3.应当存档。（ ）\n答案\n1.B 2.A 3.√';
  expect(answersOf(text)).toEqual(['B', 'A', '对']);
});

test('explanations of a key belong to its answers', () => {
  const text =
    '1.谁签名？\nA.甲 B.乙\n2.谁主持？\nA.甲 B.乙\n参考答案\n1.B。解析：见条例。\n2.A\n解析：书记主持。';
  const quiz = readQuiz(unitsOf(linesOf(text)));
  expect(quiz?.questions.map(({ answer }) => answer)).toEqual(['B', 'A']);
  expect(quiz?.questions[0]?.answerSpans.map((span) => at(linesOf(text), span))).toEqual([
    'B。解析：见条例。',
  ]);
});

const at = (lines: readonly string[], { unit, from, to }: Span) => lines[unit]?.slice(from, to);

const choices = '一、单选题\n1.谁签名？\nA.甲 B.乙\n2.谁主持？\nA.甲 B.乙\n';
const judgements = '二、判断题\n1.应当存档。（ ）\n2.可以补写。（ ）\n';

test.each([
  ['letters alone', `${choices}${judgements}参考答案\n一、单选题：BA\n二、判断题：√×`],
  [
    'letters alone below headings',
    `${choices}${judgements}参考答案\n一、单选题\nBA\n二、判断题\n√ ×`,
  ],
  ['types for headings', `${choices}${judgements}答案：\n单选：1-2 BA\n判断：1.√ 2.×`],
  [
    'a row of numbers',
    `${choices}${judgements}参考答案\n一、单选题\n题号\t1\t2\n答案\tB\tA\n二、判断题\n题号 1 2\n答案 √ ×`,
  ],
  [
    'a row an answer',
    `${choices}${judgements}参考答案\n一、单选题\n1\tB\n2\tA\n二、判断题\n1\t√\n2\t×`,
  ],
  ['a key below each section', `${choices}答案：1.B 2.A\n${judgements}答案：1.√ 2.×`],
  ['a row below each section', `${choices}题号 1 2\n答案 B A\n${judgements}题号 1 2\n答案 √ ×`],
])('a key of %s', (_, text) => {
  expect(answersOf(text)).toEqual(['B', 'A', '对', '错']);
});

test('each paper of a file has its own key', () => {
  const text = `某县测试题一\n${choices}参考答案\n一、单选题\n1.B 2.A\n某县测试题二\n${choices}参考答案\n一、单选题\n1.A 2.B`;
  expect(answersOf(text)).toEqual(['B', 'A', 'A', 'B']);
});

test('参考答案 below a question is no key', () => {
  const text =
    '一、简答题\n1.记录有什么用处？\n参考答案：\n（1）留作依据。\n（2）便于查考。\n2.如何归档？\n参考答案：\n（1）及时。';
  const quiz = readQuiz(unitsOf(linesOf(text)));
  expect(quiz?.key).toBeNull();
  expect(quiz?.questions.map(({ answer }) => answer)).toEqual([
    '（1）留作依据。\n（2）便于查考。',
    '（1）及时。',
  ]);
});

test.each([
  [
    'a paper in few lines',
    '一、单选题（每题1分）1.谁签名？（ ）A.甲 B.乙 2.谁主持？（ ）A.甲 B.乙\n答案：B\n二、判断题1.应当存档。（√）2.可以补写。（×）',
    ['1 single ? 甲|乙', '2 single B 甲|乙', '1 true-false 对', '2 true-false 错'],
  ],
  [
    'no spaces at all',
    '1.谁签名？（ ）A.甲B.乙C.丙2.谁主持？（ ）A.甲B.乙C.丙3.多久一次？（ ）A.1年B.2年C.3年',
    ['1 single ? 甲|乙|丙', '2 single ? 甲|乙|丙', '3 single ? 1年|2年|3年'],
  ],
  [
    'the next question behind the last option',
    '1、每( )开会。\nA.月 B.季 2、由( )签名。\nA.甲 B.乙\nC.丙 3、由( )主持。 A.甲 B.乙',
    ['1 single ? 月|季', '2 single ? 甲|乙|丙', '3 single ? 甲|乙'],
  ],
  [
    'the next question behind an explanation',
    '1.谁签名？（ ）\nA.甲\nB.乙\n【答案】:B\n【解析】见条例。故选B。2.谁主持？（ ）\nA.甲\nB.乙\n【答案】:A',
    ['1 single B 甲|乙', '2 single A 甲|乙'],
  ],
  [
    'letters that lost their points',
    '1.谁签名？（C）A.甲方B.乙方C丙方D.丁方2.谁主持？（A）A.甲方B.乙方',
    ['1 single C 甲方|乙方|丙方|丁方', '2 single A 甲方|乙方'],
  ],
  [
    'judgements in a row',
    '判断题：1.应当存档吗？（对），2.可以补写吗？（错 应当场记录），4.可以代签吗？（错）',
    ['1 true-false 对', '2 true-false 错', '4 true-false 错'],
  ],
  [
    'blanks in a row',
    '一、填空题1 .大会3月（ ）日开幕。2 .3月5日强调（ ）。二、判断题1.应当存档。（√）',
    ['1 blank ?', '2 blank ?', '1 true-false 对'],
  ],
])('lines that lost their breaks: %s', (_, text, expected) => {
  expect(briefOf(text)).toEqual(expected);
});

test.each([
  [
    'numbers in Chinese',
    '一、谁签名？（B）\nA.甲 B.乙\n二、谁主持？\nA.甲 B.乙\n答案：A',
    ['1 B', '2 A'],
  ],
  [
    '题目',
    '【题目】谁签名？\n（A）甲\n（B）乙\n【答案】B\n【题目】谁主持？\n（A）甲\n（B）乙\n【答案】A',
    ['- B', '- A'],
  ],
  ['square brackets', '1.由【B】签名。\nA.甲 B.乙\n2.由__A__主持。\nA.甲 B.乙', ['1 B', '2 A']],
  [
    'the option that is marked',
    '1.谁签名？\nA.甲\nB.乙（正确答案）\n2.谁主持？\nA.甲√\nB.乙',
    ['1 B', '2 A'],
  ],
  [
    'a label alone',
    '1.谁签名？\nA.甲 B.乙\n答案：\nB\n2.谁主持？\nA.甲 B.乙\n【答案】\nA',
    ['1 B', '2 A'],
  ],
  [
    'one’s own answer',
    '1.谁签名？\nA.甲\nB.乙\n我的答案：A 正确答案：B\n2.谁主持？\nA.甲 B.乙\n答案：A',
    ['1 B', '2 A'],
  ],
  ['brackets below', '1.由谁签名\n（ B ）\nA.甲 B.乙\n2.谁主持？（A）\nA.甲 B.乙', ['1 B', '2 A']],
  [
    'letters among the words',
    '1.关于A、B两类单位，正确的是（B）\nA.甲 B.乙\n2.维生素是（A）\nA.维生素B、维生素C B.水',
    ['1 B', '2 A'],
  ],
  [
    'a number without a point',
    '1.谁签名？（B）\nA.甲 B.乙\n2谁主持？（A）\nA.甲 B.乙',
    ['1 B', '2 A'],
  ],
  [
    'a number before a number',
    '1.谁签名？（B）\nA.甲 B.乙\n2.20世纪由谁主持？（A）\nA.甲 B.乙',
    ['1 B', '2 A'],
  ],
])('questions with %s', (_, text, expected) => {
  expect(questionsOf(text).map(({ number, answer }) => `${number ?? '-'} ${answer}`)).toEqual(
    expected,
  );
});

test.each([
  ['1.谁签名？（多选）\nA.甲 B.乙', 'multiple'],
  ['1.[判断]应当存档。', 'true-false'],
  ['1.（填空题）由谁签名', 'blank'],
])('%s names its type', (written, type) => {
  expect(questionsOf(`${written}\n${another}`)[0]).toMatchObject({ type });
});

test('blanks of a section are filled where all of them can be', () => {
  const filled =
    '一、填空题\n1.会议由____书记____主持。\n2.大会每____季度____一次，小组会每____月____一次。';
  expect(answersOf(filled)).toEqual(['书记', '季度；月']);
  expect(questionsOf(filled)[0]?.stem).toBe('会议由________主持。');
  const empty = '一、填空题\n1.会议由____主持。\n2.大会每____一次，小组会每____一次。';
  expect(answersOf(empty)).toEqual([null, null]);
});

test('a table may hold a question a row', () => {
  const rows = [
    '序号\t题型\t题目\tA\tB\tC\t答案',
    '1\t单选题\t谁签名？\t甲\t乙\t丙\tB',
    '2\t判断题\t可以补写。\t\t\t\t错',
  ];
  expect(readQuiz(unitsOf(rows, 'row'))?.questions.map(brief)).toEqual([
    '1 single B 甲|乙|丙',
    '2 true-false 错',
  ]);
  const together = [
    '题号\t题干\t选项\t正确答案',
    '1\t谁签名？\tA.甲 B.乙\tB',
    '2\t谁参加？\tA.甲 B.乙\tAB',
  ];
  expect(readQuiz(unitsOf(together, 'row'))?.questions.map(brief)).toEqual([
    '1 single B 甲|乙',
    '2 multiple AB 甲|乙',
  ]);
});

test('what surrounds questions is no question', () => {
  const text = `党章知识测试题
姓名：____ 单位：____ 得分：____
为检验学习成效，特编写本试题。
第一章 总则
一、单选题
说明：请将答案填入括号（ ）内。
1.谁签名？（ ）
A.甲 B.乙
第二章 记录
2.谁主持？（ ）
A.甲 B.乙`;
  expect(briefOf(text)).toEqual(['1 single ? 甲|乙', '2 single ? 甲|乙']);
});

test.each([
  ['a speech', '同志们：\n一、提高认识\n1.要抓学习。\n2.要抓落实。\n（一）压实责任。'],
  ['a form', '姓名：____\n单位：____\n电话：（  ）'],
  ['one question', '1.谁签名？\nA.甲 B.乙\n答案：A'],
  ['a speech with a list', 'A类企业要带头。\nB类企业要跟上。\nC类企业要整改。'],
  ['nothing', ''],
])('%s is no quiz', (_, text) => {
  expect(readQuiz(unitsOf(linesOf(text)))).toBeNull();
  expect(looksLikeQuiz(unitsOf(linesOf(text)))).toBe(false);
});

test.each([
  [
    'points with points below',
    '1.审议议题一\na.建议先试点。\nb.建议再推广。\n2.审议议题二\na.建议缓办。\nb.建议公示。',
  ],
  [
    'questions and answers',
    '1.何时开工？\n答：下月。\n2.何时完工？\n答：明年。\n3.谁来负责？\n答：项目办。',
  ],
])('minutes with %s do not look like a quiz', (_, text) => {
  expect(looksLikeQuiz(unitsOf(linesOf(text)))).toBe(false);
});

test('a quiz looks like one', () => {
  expect(looksLikeQuiz(unitsOf(linesOf(paper)))).toBe(true);
});

test('options may be items of a list or cells of a row', () => {
  const units: Unit[] = [
    ...unitsOf(['一、单选题', '1.谁签名？']),
    ...unitsOf(['A. 主持人', 'B. 记录人'], 'item'),
    ...unitsOf(['答案：B', '2.谁主持？']),
    ...unitsOf(['A.书记\tB.委员', 'C.组长\tD.干事'], 'row'),
    ...unitsOf(['答案：A']),
  ];
  expect(readQuiz(units)?.questions.map(brief)).toEqual([
    '1 single B 主持人|记录人',
    '2 single A 书记|委员|组长|干事',
  ]);
});

test('a unit may hold several lines', () => {
  const units = unitsOf(['1.谁签名？\nA.主持人\nB.记录人\n\n答案：B', '2.谁主持？\nA.甲\nB.乙']);
  const quiz = readQuiz(units);
  expect(quiz?.questions.map(brief)).toEqual(['1 single B 主持人|记录人', '2 single ? 甲|乙']);
  expect(quiz?.questions[0]?.options[1]?.span).toEqual({ unit: 0, from: 13, to: 18 });
});

const pieces = fc.constantFrom(
  '一、单选题',
  '二、判断题',
  '三、简答题',
  '参考答案',
  '1.谁签名？（B）',
  '2.应当存档。（√）',
  '（×）3.可以补写。',
  'A.甲 B.乙',
  'A.甲\nB.乙',
  'C.丙',
  '答案：B',
  '答：留作依据。',
  '解析：见条例。',
  '1.B 2.A 3.√',
  '1-3 BAC',
  '会议由____主持。',
  '（ A ）',
  '同志们：',
);

test('spans never overlap, and the stem is made of its spans', () => {
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 14 }), (texts) => {
      const quiz = readQuiz(unitsOf(texts));
      for (const question of quiz?.questions ?? []) {
        const stem = question.span.map((span) => at(texts, span)).join('');
        expect(question.stem.replaceAll('\n', '')).toBe(stem.replaceAll('\n', ''));
      }
      const spans = (quiz?.questions ?? []).flatMap(({ span, options, answerSpans }) => [
        ...span,
        ...options.map((option) => option.span),
        ...answerSpans,
      ]);
      const sorted = spans.toSorted((a, b) => a.unit - b.unit || a.from - b.from || a.to - b.to);
      for (const [index, { unit, from, to }] of sorted.entries()) {
        expect(from).toBeLessThanOrEqual(to);
        expect(to).toBeLessThanOrEqual(texts[unit]?.length ?? 0);
        const next = sorted[index + 1];
        if (next?.unit === unit) expect(next.from).toBeGreaterThanOrEqual(to);
      }
    }),
  );
});

test.each([
  ['brackets', '（'.repeat(1_000_000)],
  ['spaces', `1.${' '.repeat(1_000_000)}`],
  ['letters', 'A.'.repeat(500_000)],
  ['letters in order', 'A.B.'.repeat(250_000)],
  ['numbers', '1.2.3.'.repeat(160_000)],
  ['answers', '答案：'.repeat(330_000)],
  ['questions', '1.谁？A.甲 B.乙 答案：A '.repeat(50_000)],
  ['blanks', '_ '.repeat(500_000)],
  ['empty brackets', '（ ）'.repeat(330_000)],
  ['a key', `参考答案 ${'1.B 2.C 3-5 ABD '.repeat(60_000)}`],
])('a megabyte of %s is read in linear time', (_, hostile) => {
  const units = unitsOf(['1.谁签名？', 'A.甲 B.乙', '2.谁主持？', 'A.甲 B.乙', hostile]);
  looksLikeQuiz(units);
  // Read in squares of time it would outlast the limit of every test
  expect(readQuiz(units)?.questions.length).toBeGreaterThanOrEqual(2);
});

test('a key of thousands of answers is read in linear time', () => {
  const many = Array.from({ length: 9000 }, (_, index) => index);
  const text = [
    '一、单选题',
    ...many.flatMap(() => ['谁签名？（ ）', 'A.甲 B.乙']),
    '参考答案',
    '一、单选题',
    ...many.map((index) => `${index + 1}.B`),
  ];
  const quiz = readQuiz(unitsOf(text));
  expect(quiz?.questions.filter(({ answer }) => answer === 'B')).toHaveLength(9000);
});

test.each([
  ['1.会议记录应当由谁签名？（  ）', 1, '会议记录应当由谁签名？（  ）'],
  ['2.（√）党小组会一般每月召开一次。', 2, '党小组会一般每月召开一次。'],
])('the shared case %s', (written, number, stem) => {
  const text = `一、题\n${written}\n二、单项选择题（每题2分，共20分）\n1.谁？\nA.主持人 B.记录人 C.列席人员 D.旁听人员\n答案：AB\n2.谁？\nA.甲 B.乙\n答案：A`;
  expect(questionsOf(text)[0]).toMatchObject({ number, stem });
});

describe('print that was recognised, and tables that were copied', () => {
  const section = '一、单项选择题';

  test.each([
    [
      'options without letters stand in their order where the answer is one of them',
      '1. 账本由谁保管？（ ）\n会计\n出纳\n组长\n答案：B\n2. 何时上报？（ ）\n月初\n月末\n答案：A',
      ['1 single B 会计|出纳|组长', '2 single A 月初|月末'],
    ],
    [
      'and are words of the question where it is not',
      '1. 账本由谁保管？（ ）\n会计\n出纳\n答案：D\n2. 何时上报？（ ）\nA.月初 B.月末\n答案：A',
      ['1 single D', '2 single A 月初|月末'],
    ],
    [
      'a line between A and C is B',
      '1. 账本由谁保管？（ ）\nA.会计\n出纳\nC.组长\n答案：B\n2. 何时上报？（ ）\nA.月初 B.月末\n答案：A',
      ['1 single B 会计|出纳|组长', '2 single A 月初|月末'],
    ],
    [
      'a letter that was misread is the one that is due',
      '1. 账本由谁保管？（ ）\nA.会计 8.出纳 C.组长 0.村民\n答案：B\n2. 何时上报？（ ）\nA.月初 B.月末\n答案：A',
      ['1 single B 会计|出纳|组长 0.村民', '2 single A 月初|月末'],
    ],
    [
      'figures in circles are options',
      '1. 上报要（ ）。\n①早②准③慢\nA①② B①③\n答案：A\n2. 何时上报？（ ）\nA.月初 B.月末\n答案：A',
      ['1 single A ①②|①③', '2 single A 月初|月末'],
    ],
    [
      'a tab stands behind a number whatever follows',
      '1\t2017年（ ）开馆。\nA、三月\nB、五月\n正确答案：B\n2\t何时上报（ ）。\nA、月初\nB、月末\n正确答案：A',
      ['1 single B 三月|五月', '2 single A 月初|月末'],
    ],
  ])('%s', (_what, text, expected) => {
    expect(briefOf(`${section}\n${text}`)).toEqual(expected);
  });

  test('one question that was not read takes the others not with it, nor the answers to them', () => {
    const text = [
      '1\t账本由谁保管（ ）。\nA、会计\nB、出纳\n正确答案：B',
      '2\t何时上报。\n月初，按镇里的安排。\n正确答案：A',
      '3\t何处上报（ ）。\nA、村里\nB、镇里\n正确答案：B',
      '4\t由谁上报（ ）。\nA、组长\nB、会计\n正确答案：A',
    ].join('\n');
    const found = briefOf(`${section}\n${text}`);
    expect(found).toContain('1 single B 会计|出纳');
    expect(found.slice(-2)).toEqual(['3 single B 村里|镇里', '4 single A 组长|会计']);
  });
});
