import { expect, test } from 'vitest';
import { read } from '../spec/read.ts';

/* Lines that were built to hurt: what looks for the end of a run from each of its places would take minutes. */

const many = 20_000;
const spaces = ' '.repeat(many);

test.each([
  ['a dateline of spaces', `# 题\n\n（${spaces}通过 公布\n`],
  ['a sign of a box with spaces', `# 题\n\n!!! ${spaces}中\n`],
  ['tags within tags', `# 题\n\n${'<p>'.repeat(many)}文${'</p>'.repeat(many)}\n`],
  ['brackets behind 由', `# 题\n\n${'由（'.repeat(many)}\n`],
  ['a heading of colons', `# ${'：'.repeat(many)}文\n`],
  ['an entry of spaces', `# 题\n\n- 2024-01-01 ${spaces}文\n`],
  ['a typed heading of spaces', `##一${spaces}#x\n`],
  ['a name of low lines', `# 题\n\n参加人员：${'_'.repeat(many)}文\n`],
  ['a label of letters', `# 题\n\n## 中${'a'.repeat(many)}中\n`],
  ['spaces behind a day', `# 题\n\n2024年1月1日${spaces}文\n`],
  ['attributes behind spaces', `# 题\n\n文${spaces}{.a\n`],
  ['points of an agenda', `# 题\n\n议题：甲${'。'.repeat(many)}文\n`],
  ['comments that do not end', '<!--\n'.repeat(many)],
  ['a comment above many lines', `<!-- 甲 -->\n${'文字一行。\n'.repeat(5 * many)}`],
])('%s is read at once', { timeout: 20_000 }, (_what, text) => {
  expect(read(text, 'a.md').understood).not.toBeNull();
});
