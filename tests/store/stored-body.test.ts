import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Body } from '#document/document.ts';
import { packBody, unpackBody } from '#store/stored-body.ts';
import { root } from '../browser/archive.ts';
import { readText } from '../spec/read.ts';

function bodyOf(file: string, bytes: Uint8Array): Body | null {
  const { document } = readText(file, bytes);
  if (document === null) return null;
  const { blocks, asides, questions } = document;
  return { blocks, asides, questions };
}

const backOf = (body: Body) => unpackBody(Buffer.concat(packBody(body)));

const sample = join(root, 'content');
const texts = readdirSync(sample, { recursive: true, encoding: 'utf8' }).filter((file) =>
  /\.(?:md|txt)$/.test(file),
);

test.each(texts)('the body of %s comes back from its pack as it was', (file) => {
  const body = bodyOf(file, readFileSync(join(sample, file)));
  if (body !== null) expect(backOf(body)).toEqual(body);
});

const line = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '# 标题',
    '## 一、开头。',
    '一、某事。后面还有。',
    '- 甲\n- 乙',
    '| 甲 | 乙 |\n| - | - |\n| 丙 | **丁** |',
    '> 引文[^1]\n\n[^1]: 注',
    '会议时间：2024年8月1日',
    '张三：我说两句。',
    '1. 下列正确的是（B）。\nA.甲  B.乙\n2. 下列错误的是（A）。\nA.甲  B.乙',
    '主持人：××',
    '![图](a.png "题") [链](b.md)',
    '```js\n代码\n```',
  ),
);

test('whatever is written comes back', () => {
  fc.assert(
    fc.property(fc.array(line), fc.constantFrom('a.md', 'a.txt'), (lines, file) => {
      const body = bodyOf(file, new TextEncoder().encode(lines.join('\n\n')));
      if (body !== null) expect(backOf(body)).toEqual(body);
    }),
    { numRuns: 300 },
  );
});
