import { expect, test } from 'vitest';
import { kindOfTitle } from '#document/kind/kind-title.ts';

const kindId = (title: string) => kindOfTitle(title)?.kind.id ?? null;

test.each([
  ['关于转发《基层档案管理办法》的通知', 'notice'],
  ['关于印发《汛期值守工作方案》《物资调拨细则》的通知', 'notice'],
  ['关于废止《集市管理规定》的决定', 'decision'],
  ['关于《青溪县河道管理办法（草案）》的说明', 'report'],
  ['学习《纪律处分条例》心得体会', 'reflection'],
  ['读《河工札记》有感', 'reflection'],
  ['在《档案法》宣传月启动仪式上的讲话', 'speech'],
  ['《青溪县志》出版座谈会上的致辞', 'address'],
  ['《汛期值守管理办法》', 'regulation'],
])('a name within 《》 does not count, but a title that is one does: %s', (title, kind) => {
  expect(kindId(title)).toBe(kind);
});

test.each([
  ['主持词及讲话', 'host-script'],
  ['县长主持词和书记讲话', 'host-script'],
  ['动员讲话、表态发言', 'speech'],
  ['会议纪要及任务分解表', 'meeting-summary'],
  ['工作总结及明年工作打算', 'report'],
  ['试题及答案', 'quiz'],
  ['防汛知识测试题及参考答案', 'quiz'],
  ['2023年工作总结和2024年工作计划', 'report'],
  ['关于表彰先进集体和先进个人的决定', 'decision'],
  ['关于人员调整和分工的通知', 'notice'],
  ['安全与质量检查方案', 'scheme'],
])('of two kinds the first counts, of two matters neither: %s', (title, kind) => {
  expect(kindId(title)).toBe(kind);
});

test.each([
  ['专题党课讲稿：守住一道堤', 'party-lecture'],
  ['讲话提纲：早字当头', 'speech-outline'],
  ['工作要点:抓早抓小', 'work-points'],
  ['讲话——在全县大会上', 'speech'],
  ['讲话稿（3篇）：早字当头', 'speech'],
  ['守住一道堤——专题党课讲稿', 'party-lecture'],
  ['守住一道堤：在防汛会上的讲话', 'speech'],
  ['重要通知：关于停水的说明', 'report'],
])('a kind may stand before a colon or dash, but the end goes first: %s', (title, kind) => {
  expect(kindId(title)).toBe(kind);
});

test.each([
  ['防汛预案（修订稿）', 'scheme'],
  ['防汛预案（2024年修订）', 'scheme'],
  ['会议记录（8月版）（定稿）', 'meeting-record'],
  ['述职报告【范文】', 'duty-report'],
  ['倡议书[通用版]', 'proposal'],
  ['承诺书 (空白)', 'commitment'],
  ['关于拨付经费的请示〔2024〕5号', 'request'],
  ['讲话(3篇)', 'speech'],
  ['讲话稿2024年8月', 'speech'],
  ['会议记录20240807', 'meeting-record'],
  ['会议记录 2024-08-07', 'meeting-record'],
  ['工作报告。', 'report'],
  ['政 府 工 作 报 告', 'report'],
  ['２０２４年工作计划', 'plan'],
])('brackets, dates, signs and spaces are set aside: %s', (title, kind) => {
  expect(kindId(title)).toBe(kind);
});

test.each([
  ['工作总结范文', 'report'],
  ['会议记录模板', 'meeting-record'],
  ['心得体会汇编', 'reflection'],
  ['发言材料合集', 'discussion-paper'],
  ['讲话稿（3篇）范文', 'speech'],
  ['关于防汛工作的汇报材料', 'report'],
  ['试题库（含答案）', 'quiz'],
  ['防汛知识100题', 'quiz'],
  ['抗旱常识五十问', 'quiz'],
])('words about the text are set aside where no kind is without it: %s', (title, kind) => {
  expect(kindId(title)).toBe(kind);
});

test.each([
  ['在先进事迹报告会上的讲话', 'speech'],
  ['在述职评议会上的主持词', 'host-script'],
  ['在学习心得交流会上的发言', 'discussion-paper'],
  ['党课上的讲话', 'party-lecture'],
  ['党课学习心得', 'reflection'],
  ['专题党课会议记录', 'meeting-record'],
  ['关于通知落实情况的报告', 'report'],
  ['规定执行情况汇报', 'report'],
  ['讲话精神学习研讨材料', 'discussion-paper'],
  ['会议记录检查情况通报', 'circular'],
  ['会议记录管理制度', 'regulation'],
  ['请示报告制度', 'regulation'],
  ['讲话稿写作办法', 'regulation'],
  ['演讲比赛主持词', 'host-script'],
])('what a title only mentions does not count: %s', (title, kind) => {
  expect(kindId(title)).toBe(kind);
});

test.each([
  ...['工作方法', '一点想法', '主要做法', '书法', '执法', '存在的问题', '今天的话题', '无题'],
  ...['青溪县概况', '春天的故事', '在学校的日子里', '难题', '《》', '（略）', ''],
])('%j names no kind', (title) => {
  expect(kindId(title)).toBeNull();
});

test('a title of a spoken kind is surer than one that only ends in it, and so on', () => {
  const titles = ['在会上的讲话', '讲话', '讲话范文', '讲话：早', '讲话及发言'];
  const found = titles.map((title) => kindOfTitle(title));
  expect(found.map((each) => each?.rule)).toEqual([
    'title-spoken',
    'title-ending',
    'title-trimmed',
    'title-head',
    'title-first',
  ]);
  const confidences = found.map((each) => each?.confidence ?? 0);
  expect(confidences).toEqual([...confidences].sort((a, b) => b - a));
  expect(new Set(confidences).size).toBe(titles.length);
});

test.each([
  ['渡口安全事故报告和调查处理条例', 'regulation'],
  ['请示和报告制度', 'regulation'],
  ['学习全会讲话和批示精神研讨发言', 'discussion-paper'],
  ['来信和建议办理通知', 'notice'],
  ['第二季度工作总结及下一步工作计划', 'report'],
  ['公告和通知', 'announcement'],
])('what the first half only mentions is no kind: %s', (title, kind) => {
  expect(kindId(title)).toBe(kind);
});

test.each([
  ['关于增设渡口值班岗的案', 'bill'],
  ['关于适用渡口条例若干问题的解释', 'regulation'],
  ['汛期值班安排', 'plan'],
  ['防汛工作简报', 'report'],
  ['【主持词】丰收节联欢会', 'host-script'],
  ['[通知] 停水', 'notice'],
  ['参考答案', null],
  ['渡口值班档案', null],
])('%s is of kind %s', (title, kind) => {
  expect(kindId(title)).toBe(kind);
});

test.each([
  ['Meeting Minutes 18-11-2020', 'meeting-record'],
  ['Minutes of the Third Council', 'meeting-record'],
  ['2024-06-03-meeting-notes', 'meeting-record'],
  ['Annual Report 2024', 'report'],
  ['Speech at the Opening of the Ferry', 'speech'],
  ['Opening Address', 'address'],
  ['ferry_regulations', 'regulation'],
  ['Ten minutes later', null],
  ['How to report a fault', null],
])('in English %s is of kind %s', (title, kind) => {
  expect(kindId(title)).toBe(kind);
});
