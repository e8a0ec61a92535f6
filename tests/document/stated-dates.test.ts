import { expect, test } from 'vitest';
import { understandText } from '../spec/read.ts';

const clause = '第一条 为了渡口安全，制定本条例。';
const datesOf = (...lines: readonly string[]) => {
  const { date, otherDates } = understandText(['渡口管理条例', ...lines, clause].join('\n\n'));
  return [date?.value.value, otherDates.map(({ date: other, act }) => `${other.value} ${act}`)];
};

test.each([
  [['2003年9月5日青溪县第六届人民代表大会常务委员会第六次会议通过'], '2003-09-05', []],
  [['（2003年9月5日公布）', '（2012年5月1日修订）'], '2012-05-01', ['2003-09-05 公布']],
  [
    ['（2003年9月5日县人大常委会第六次会议通过　2010年5月1日修正，2012年7月1日起施行）'],
    '2010-05-01',
    ['2003-09-05 通过', '2012-07-01 施行'],
  ],
  [['2024年6月3日讲话，2024年6月8日发表'], '2024-06-03', ['2024-06-08 发表']],
  [['（２００３年９月５日公布）'], '2003-09-05', []],
  [['2003年9月', '5日'], '2003-09-05', []],
  [['（2003年9月5日）'], '2003-09-05', []],
  [['2003年9月5日以前的渡口按旧例办。'], undefined, []],
  [['发布时间：2003-09-05'], '2003-09-05', []],
  [
    ['（2003年9月1日）', '发布日期：2003-09-05 10:20　来源：青溪网'],
    '2003-09-01',
    ['2003-09-05T10:20 发布'],
  ],
  [['发布时间：2003-09-05', '2003年9月1日'], '2003-09-01', ['2003-09-05 发布']],
])('under the title %j is of %s', (lines, value, others) => {
  expect(datesOf(...lines)).toEqual([value, others]);
});

test('when a page was published is told apart from when its text was spoken', () => {
  const { date, otherDates } = understandText(
    '在渡口会上的讲话\n发布时间：2024-06-08 来源：青溪网\n（2024年6月3日）\n同志们：\n今天开会。',
  );
  expect(date?.value.value).toBe('2024-06-03');
  expect(otherDates).toMatchObject([{ date: { value: '2024-06-08' }, act: '发布' }]);
});
