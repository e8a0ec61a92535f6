import { expect, test } from 'vitest';
import { findUnfilled } from '#document/placeholders/unfilled.ts';

test.each([
  ['联系人：【待补充】', ['【待补充】']],
  ['经费（待定）由镇里承担', ['（待定）']],
  ['［此处写明时间地点］', ['［此处写明时间地点］']],
  ['[插入图片]', ['[插入图片]']],
  ['（请填写单位名称）', ['（请填写单位名称）']],
  ['（照片待补）', ['（照片待补）']],
  ['会议时间：TBD', ['TBD']],
  ['TODO：核对数字', ['TODO']],
  ['[TODO]', ['[TODO]']],
  ['此处插入名单。', ['此处插入']],
  ['Lorem ipsum dolor sit amet', ['Lorem ipsum']],
])('%s: something was left to be filled in', (text, found) => {
  expect(findUnfilled(text)).toEqual(found);
});

test.each([
  '请各单位认真填写报名表（见附件）',
  '待遇从优（含交通补贴）',
  '此处山高林密',
  '（长时间热烈鼓掌）',
  '待定的事项下次再议',
  '插入语（又称独立成分）',
  'TODOS 与 mastodon',
  '',
])('nothing in %j', (text) => {
  expect(findUnfilled(text)).toEqual([]);
});
