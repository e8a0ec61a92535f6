import { expect, test } from 'vitest';
import { speakerAndOccasion } from '#document/names/occasion.ts';

test.each([
  ['校长在开学典礼上的讲话', '校长', '开学典礼'],
  ['县委书记王××在防汛会上的讲话', '县委书记王××', '防汛会'],
  ['张三同志在会上的发言', '张三', '会'],
  ['县长在调研期间的讲话', '县长', '调研'],
  ['县长在调研时的讲话', '县长', '调研'],
  ['在国庆之际的献词', null, '国庆'],
  ['在河长制培训班开班式的讲话', null, '河长制培训班开班式'],
  ['在2023年度工作总结会议上的讲话', null, '2023年度工作总结会议'],
  ['在座谈会上的主持词及讲话', null, '座谈会'],
  ['××在会上的讲话', null, '会'],
  ['全县干部，在会上的讲话', null, '会'],
])('%s: %s spoke at %s', (title, speaker, occasion) => {
  expect(speakerAndOccasion(title)).toEqual({ speaker, occasion });
});

test.each([
  '（2024年）县长在会上的讲话',
  '2024年县长在会上的讲话',
  '2024年8月县长在会上的讲话',
  '二〇二四年县长在会上的讲话',
  '【范文】县长在会上的讲话',
  '守住一道堤——县长在会上的讲话',
  '守住一道堤：县长在会上的讲话',
  '县长在会上的讲话：守住一道堤',
])('dates, brackets and headlines are not of the name: %s', (title) => {
  expect(speakerAndOccasion(title)).toEqual({ speaker: '县长', occasion: '会' });
});

test.each([
  '关于在全县开展检查的通知',
  '在会上的通知',
  '在学习中成长的讲话',
  '在青溪中学的讲话',
  '书记在村上的日子',
  '工作报告',
  '',
])('%j tells of no occasion', (title) => {
  expect(speakerAndOccasion(title)).toEqual({ speaker: null, occasion: null });
});

test('a long clause before 在 is no speaker', () => {
  const title = `${'很'.repeat(25)}在会上的讲话`;
  expect(speakerAndOccasion(title)).toEqual({ speaker: null, occasion: null });
});
