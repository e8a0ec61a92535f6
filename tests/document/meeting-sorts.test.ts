import { expect, test } from 'vitest';
import { meetingSort } from '#document/meeting/meeting-sorts.ts';
import { chinese } from '#languages/chinese.ts';

const nameOf = (title: string) =>
  new Map(Object.entries(chinese.meetingSorts)).get(meetingSort(title, null) ?? '');

test.each([
  ...Object.values(chinese.meetingSorts).map((name) => [name, name]),
  ['石桥村村民代表会议记录', '村民会议'],
  ['第七届教职工代表大会记录', '职代会'],
  ['5月党支部委员会会议记录', '支委会'],
])('%s is a %s', (title, sort) => {
  expect(nameOf(title)).toBe(sort);
});

test('a title that names none is of none', () => {
  expect(meetingSort('关于防汛工作的通知', null)).toBe(null);
  expect(meetingSort('记录', '镇党委会')).toBe(meetingSort('党委会', null));
});
