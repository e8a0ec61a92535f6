import { expect, test } from 'vitest';
import { findDate } from '#document/dates/dates.ts';
import { kindOfTitle } from '#document/kind/kind-title.ts';
import { simplified } from '#document/text/simplified.ts';
import { explainText } from '../spec/read.ts';

/* Traditional characters and years of the Republic of China are read as their other forms; what is shown stays. */

test('a text as rules read it has as many characters, each in its place', () => {
  expect(simplified('會議紀錄：出席，123，𠮷')).toBe('会议纪录：出席，123，𠮷');
  expect(simplified('会议记录')).toBe('会议记录');
});

test.each([
  ['第三屆會員大會會議紀錄', 'meeting-record'],
  ['理事會會議記錄', 'meeting-record'],
  ['關於舉辦社區講座的通知', 'notice'],
  ['在開學典禮上的講話', 'speech'],
  ['113年度工作總結', 'report'],
])('%s is a %s', (title, kind) => {
  expect(kindOfTitle(title)?.kind.id).toBe(kind);
});

test('the fields of a record are found, and their words are as written', () => {
  const { title, kind, date, meeting } = explainText(
    [
      '讀書會第二次會議紀錄',
      '會議時間：民國113年3月5日（星期二）下午 2 時 30 分',
      '會議地點：圖書館三樓',
      '主席：陳會長志明',
      '紀錄：林書記雅婷',
      '出席人員：陳志明、林雅婷、黃國華',
      '請假人員：張淑芬',
      '討論事項：訂定書單。',
    ].join('\n'),
  );
  expect({ title, kind: kind.id, date: date.value }).toEqual({
    title: '讀書會第二次會議紀錄',
    kind: 'meeting-record',
    date: '2024-03-05',
  });
  expect(meeting).toMatchObject({
    place: '圖書館三樓',
    chair: '陳會長志明',
    recorder: '林書記雅婷',
    attended: ['陳志明', '林雅婷', '黃國華'],
    absent: [{ name: '張淑芬' }],
  });
});

test.each([
  ['中華民國一百一十三年二月二十七日', '2024-02-27'],
  ['民國113年2月', '2024-02'],
  ['107年10月24日 (星期三)', '2018-10-24'],
  ['日期：114/6/24', '2025-06-24'],
  ['113.02.27', '2024-02-27'],
  ['民國八十九年', '2000'],
])('%s is %s', (text, value) => {
  expect(findDate(text)?.value).toBe(value);
});

test.each(['127.0.0.1', '113.02', '第113条', '版本100.1.1.2', '共107年', '1124年以前'])(
  '%s is no such date',
  (text) => {
    expect(findDate(text)?.value ?? '').not.toMatch(/^20[12]\d/);
  },
);
