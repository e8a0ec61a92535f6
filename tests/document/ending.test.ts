import { expect, test } from 'vitest';
import { isCutOff } from '#document/layout/ending.ts';
import { paragraphsOf } from './paragraphs.ts';

const sentence = '各村要把应急处置的每一步写清楚，把责任落实到每一个村组和每一名值班干部。';
const running = '同时，要进一步细化完善各项应急处置措施，把责任落实到每一个村组和每一名干部';

test.each([
  ['a comma', `${running}，`],
  ['a comma between words', '要在渡口备足沙袋、编织袋、'],
  ['an open quotation', `${running}。书记说：“防汛的事情要往前想一步，要把物资一件一件地清点`],
  ['an open bracket', '防汛物资分三处存放（渡口一处，学校一处，村部一处，钥匙由值班干部'],
  [
    'an open name of a paper',
    '会议传达学习了《青溪县人民政府关于做好汛期渡口安全管理和值班值守工作的',
  ],
  [
    'the beginning of a second point',
    '今天主要讲三个方面的意见，第一个方面是把渡口的值班表重新排好，第二',
  ],
  ['a conjunction', '今年的重点是三件事，把渡口的值班表排好，把物资清点好，把上下游的联络以及'],
])('a text that ends in %s breaks off', (_where, text) => {
  expect(isCutOff(paragraphsOf(sentence, text), false)).toBe(true);
});

test.each([
  ['a sentence', sentence],
  ['no punctuation', running],
  ['a number', `${running}2`],
  ['a colon', `${running}：`],
  ['a quotation', `书记说：“${sentence}”`],
  ['an office', '云溪县人民政府办公室'],
  ['an address', `${running}：https://example.cn/a/b-c/d2`],
  ['a line of signs', '='.repeat(60)],
  [
    'words of another language',
    'The minutes of this meeting are published by the office, as they were taken',
  ],
  ['a note of who does what', '物资清点：由值班干部张三和李四负责，本周内把缺的沙袋报给办公室'],
  ['a line of a list', '- 由值班干部张三和李四负责清点物资，本周内把缺的沙袋报给办公室'],
  ['a numbered point', '3. 由值班干部张三和李四负责清点物资，本周内把缺的沙袋报给办公室'],
])('a text that ends in %s is not said to break off', (_where, text) => {
  expect(isCutOff(paragraphsOf(sentence, text), false)).toBe(false);
});

test.each([
  ['in mid-sentence, where all others end', [sentence, running], true],
  ['in mid-sentence, where others do too', [sentence, running, sentence, running], false],
  ['in mid-sentence, with nothing to compare', ['总要有个开头。', running], false],
  ['with a sentence', [running, sentence], false],
])('a text from a page that ends %s: %#', (_how, texts, cutOff) => {
  expect(isCutOff(paragraphsOf(...texts), true)).toBe(cutOff);
});

test('only running text breaks off', () => {
  const [block] = paragraphsOf(`${running}，`);
  if (block === undefined) throw new Error('no block');
  expect(isCutOff([block], false)).toBe(true);
  for (const role of ['item', 'turn', 'signature', 'field'] as const) {
    expect(isCutOff([{ ...block, role }], false)).toBe(false);
  }
  expect(isCutOff([], true)).toBe(false);
});
