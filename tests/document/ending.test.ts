import { expect, test } from 'vitest';
import { isCutOff } from '#document/layout/ending.ts';
import { paragraphsOf } from './paragraphs.ts';

const running = '同时，要进一步细化完善各项应急处置措施，把责任落实到每一个村组和每一名干部';

test.each([
  ['in mid-sentence', running, true],
  ['at a page number', `${running}2`, true],
  ['at a comma', `${running}，`, true],
  ['at a full stop', `${running}。`, false],
  ['at a quotation’s end', `“${running}。”`, false],
  ['before a list', `${running}：`, false],
  ['with a signature', '云溪县人民政府办公室', false],
])('a text that ends %s breaks off: %#', (_where, text, cutOff) => {
  expect(isCutOff(paragraphsOf('总要有个开头。', text))).toBe(cutOff);
});

const note = '方案再议，下次会议由张三汇报';

test.each([
  ['without punctuation, as others of it do', ['开头。', note, '大家同意。', running], false],
  ['at a comma, though others go without it', [note, note, `${running}，`], true],
  [
    'in mid-sentence, where one in four goes without it',
    ['一。', '二。', '三。', note, running],
    true,
  ],
  ['with a rule of signs', ['一。', '='.repeat(60)], false],
  ['with an address', ['一。', `${running}：https://example.cn/a/b-c/d2`], false],
  ['after an address', ['一。', `https://example.cn/a ${running}`], true],
])('a text that ends %s: %#', (_where, texts, cutOff) => {
  expect(isCutOff(paragraphsOf(...texts))).toBe(cutOff);
});

test('only running text breaks off', () => {
  const [block] = paragraphsOf(running);
  if (block === undefined) throw new Error('no block');
  expect(isCutOff([{ ...block, role: 'item' }])).toBe(true);
  expect(isCutOff([{ ...block, role: 'signature' }])).toBe(false);
  expect(isCutOff([])).toBe(false);
});
