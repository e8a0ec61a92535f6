import { expect, test } from 'vitest';
import { bodyOfPiece } from '#document/piece-body.ts';
import { readText } from '../spec/read.ts';
import { renderedBody } from './rendered.ts';

const collection = `# 心得体会（3篇）

## 篇一

第一篇的话[^甲]，各村把值班安排好。

## 篇二

第二篇的话，没有注。

## 篇三

第三篇的话[^乙]，引了第一篇的注[^甲]。

| 表 |
| - |
| 格[^丙] |

[^甲]: 甲的注。
[^乙]: 乙的注。
[^丙]: 丙的注。
`;

const { document } = readText('a.md', Buffer.from(collection));
if (document === null) throw new Error('the collection was not read');
const { blocks, pieces } = document;

function pageOf(number: number): string {
  const piece = pieces[number - 1];
  if (document === null || piece === undefined) throw new Error(`no piece ${number}`);
  return renderedBody({ ...document, blocks: bodyOfPiece(blocks, piece) });
}

test.each([
  [1, ['甲的注'], ['乙的注', '丙的注']],
  [2, [], ['甲的注', '乙的注', '丙的注', 'footnotes']],
  [3, ['甲的注', '乙的注', '丙的注'], []],
])('the page of piece %i has the notes that it refers to, and no others', (number, own, others) => {
  const html = pageOf(number);
  for (const words of own) expect(html).toContain(words);
  for (const words of others) expect(html).not.toContain(words);
});

test('each reference of a piece leads to a place in it', () => {
  for (const { number } of pieces) {
    const html = pageOf(number);
    for (const [, anchor] of html.matchAll(/href="#(fn\d+)"/g)) {
      expect(html).toContain(`id="${anchor}"`);
    }
  }
});
