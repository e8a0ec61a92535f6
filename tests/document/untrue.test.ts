import { describe, expect, test } from 'vitest';
import { understandText } from '../spec/read.ts';

/* Ordinary texts of which nothing may be said that is not so. */

const prose = '各村要把汛期值班安排好，有情况及时报告。';
const under = (...lines: readonly string[]) => understandText([...lines, prose].join('\n'));

describe('nobody speaks', () => {
  test.each([
    ['2024年6月3日在全县防汛工作会议上的讲话', '全县防汛工作会议'],
    ['上半年在全县工作会议上的讲话', '全县工作会议'],
    ['2023年底在总结会上的讲话', '总结会'],
    ['三月五日在动员会上的讲话', '动员会'],
    ['春节前夕在慰问会上的讲话', '慰问会'],
    ['把论文写在祖国大地上的宣讲报告', undefined],
  ])('by the title %s', (title, occasion) => {
    const { names } = under(title);
    expect(names.speaker).toBeNull();
    expect(names.occasion?.value).toBe(occasion);
  });

  test.each([
    ['县长在全县会议上的讲话', '县长'],
    ['2024年县委书记王××在会议上的讲话', '县委书记王××'],
    ['李芳在毕业典礼上的发言', '李芳'],
    ['学生代表在开学典礼上的发言', '学生代表'],
  ])('but %s names who does', (title, speaker) => {
    expect(under(title).names.speaker?.value).toBe(speaker);
  });

  test.each(['高度重视', '温故知新', '关于班级'])('where %s stands under the title', (line) => {
    expect(under('防汛心得体会', line).names.speaker).toBeNull();
  });

  test.each([
    [['此致', '敬礼'], null],
    [['谢谢大家'], null],
    [['愿你们', '乘风破浪'], null],
    [['此致', '敬礼', '青溪县教育局'], '青溪县教育局'],
  ])('by the closing %j', (closing, organisation) => {
    const { names } = understandText(['防汛发言', prose, ...closing, '2024年6月3日'].join('\n'));
    expect(names.speaker).toBeNull();
    expect(names.organisation?.value ?? null).toBe(organisation);
  });
});

test.each([
  '答好乡村振兴必答题',
  '坚持和完善社会主义基本经济制度',
  '严格落实中央八项规定',
  '学习宪法 尊崇宪法',
  '听从党的号令',
  '兑现对人民的庄严承诺',
  '广泛听取群众意见',
  '迎接人生的大考试',
])('%s is of no kind by its title', (title) => {
  expect(under(title).kind?.evidence.rule ?? '').not.toMatch(/^title/);
});

test.each([
  ['学习管理制度', 'regulation'],
  ['关于严格执行防汛纪律的规定', 'regulation'],
  ['加强渡口安全的若干规定', 'regulation'],
  ['执行标准的实施办法', 'regulation'],
])('%s is of the kind %s', (title, kind) => {
  expect(under(title).kind?.value.id).toBe(kind);
});

test.each([
  ['消防安全检查内容', '1.消防通道畅通（√）', '2.灭火器完好（√）', '3.电线老化（×）'],
  [
    '群众满意度调查问卷',
    '1.您对卫生是否满意（ ）',
    'A.满意 B.不满意',
    '2.您对治安是否满意（ ）',
    'A.满意 B.不满意',
  ],
])('%s is no quiz', (...lines) => {
  expect(understandText(lines.join('\n')).quiz).toBeNull();
});

test.each([
  ['我的家乡', '我的家乡是一个小山村'],
  ['村庄规划说明', '建设美丽幸福乡村'],
  ['马克思主义政治经济学关于劳动价值的理论', ''],
  ['学习党的二十届三中全会关于改革的决定', ''],
])('nobody issues %s', (...lines) => {
  expect(under(...lines.filter(Boolean)).names.organisation).toBeNull();
});

test.each([
  ['2011-12学年度第一学期工作总结', 'a.txt'],
  ['班会记录', '1203-05班会记录.txt'],
])('%s tells no month', (title, file) => {
  const { date } = understandText(`${title}\n${prose}`, file);
  expect(date?.value.value ?? '').not.toMatch(/-/);
});

test.each([
  '领导班子存在的问题：',
  '祝各位领导身体健康、工作顺利！',
  '组员：',
  '班委会成员：',
  '同志们，让我们团结起来，为建设美好的明天而努力奋斗！',
])('%s addresses nobody', (line) => {
  const { blocks } = under('防汛工作讲话', line);
  expect(
    blocks.filter((block) => block.type === 'paragraph' && block.role === 'salutation'),
  ).toEqual([]);
});

test.each([
  '金额按单价×数量计算。',
  '长×宽不超过三米。',
  '政治×业务两条线。',
  'XX世纪的建筑。',
  '**村务公开**日定在每月五日。',
  '新增三例（输入性病例）。',
])('in %s nothing is left out', (line) => {
  expect(understandText(`# 通知\n\n${line}\n`, 'a.md').placeholders).toEqual([]);
});

test.each([
  '会议决定：由于天气原因未能按时完成的绿化工程，6月底前补上。',
  '会议决定：申请经费后6月底前组织实施。',
  '会议决定：提高服务质量，落实首问负责制，6月底前完成。',
])('%s is a task of nobody’s', (line) => {
  const { meetings } = understandText(
    `支委会会议记录\n时间：2024年5月6日\n地点：会议室\n主持人：李芳\n${line}`,
  );
  expect(meetings[0]?.tasks).toEqual([]);
});
