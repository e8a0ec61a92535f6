import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readFlow } from '#formats/block-tokens.ts';
import { chinese } from '#languages/chinese.ts';
import { english } from '#languages/english.ts';
import { renderFlow } from '#render/flow.ts';
import { createMarkdown } from '#render/markdown.ts';

/* The HTML of a passage is what markdown-it makes of it, but for what Chinese texts need otherwise. */

const markdown = createMarkdown();

function htmlOf(written: string): string {
  const environment = { folder: '', firstLine: 1, links: [], remoteImages: [] };
  const tokens = markdown.parse(written, environment);
  return renderFlow(readFlow(tokens), { words: chinese.body, addresses: [] });
}

const table = (rows: string) =>
  `<div class="table-frame" tabindex="0" role="group" aria-label="表格"><table>\n${rows}</table></div>\n`;

test.each([
  ['- 甲\n- 乙', '<ul>\n<li>甲</li>\n<li>乙</li>\n</ul>\n'],
  ['- 甲\n\n- 乙', '<ul>\n<li>\n<p>甲</p>\n</li>\n<li>\n<p>乙</p>\n</li>\n</ul>\n'],
  ['3. 甲\n   - 乙', '<ol start="3">\n<li>甲\n<ul>\n<li>乙</li>\n</ul>\n</li>\n</ol>\n'],
  [
    '3. 甲\n5. 乙\n6. 丙',
    '<ol start="3">\n<li>甲</li>\n<li value="5">乙</li>\n<li>丙</li>\n</ol>\n',
  ],
  ['1. 甲\n1. 乙', '<ol>\n<li>甲</li>\n<li>乙</li>\n</ol>\n'],
  ['- 甲\n  （一）乙', '<ul>\n<li>甲<br>\n（一）乙</li>\n</ul>\n'],
  [
    '- [ ] 甲\n- [x] 乙',
    '<ul>\n<li class="task"><label><input type="checkbox" disabled> 甲</label></li>\n<li class="task"><label><input type="checkbox" disabled checked> 乙</label></li>\n</ul>\n',
  ],
  [
    '> 甲\n>\n> > 乙',
    '<blockquote>\n<p>甲</p>\n<blockquote>\n<p>乙</p>\n</blockquote>\n</blockquote>\n',
  ],
  ['```js\na<b\n```', '<pre><code class="language-js">a&lt;b\n</code></pre>\n'],
  ['---', '<hr>\n'],
  [
    '| 甲 | 乙 |\n| :-: | - |\n| **丙** | 丁 |',
    table(
      '<thead>\n<tr>\n<th class="align-center" scope="col">甲</th>\n<th scope="col">乙</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td class="align-center"><strong>丙</strong></td>\n<td>丁</td>\n</tr>\n</tbody>\n',
    ),
  ],
])('%j', (written, html) => {
  expect(htmlOf(written)).toBe(html);
});

const line = fc
  .tuple(
    fc.constantFrom(
      '',
      '- ',
      '  - ',
      '1. ',
      '> ',
      '> - ',
      '    ',
      '   ',
      '# ',
      '```',
      '| a | b |',
      '| - | - |',
      '***',
    ),
    fc.constantFrom('', 'ab', 'a **b** c', '`d`', 'e\\', '[f](http://g.h)', 'i~~j~~'),
  )
  .map((parts) => parts.join(''));

test('of texts without Chinese it is the same to the byte', () => {
  const plain = createMarkdown();
  // Tables have a frame and classes of their own
  const isOrdinary = (types: readonly string[]) => !types.includes('table_open');
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), (lines) => {
      const written = lines.join('\n');
      const tokens = plain.parse(written, {});
      fc.pre(isOrdinary(tokens.map(({ type }) => type)));
      for (let begin = 0; begin < tokens.length; ) {
        let depth = 0;
        let end = begin;
        do depth += tokens[end++]?.nesting ?? 0;
        while (depth > 0);
        const own = tokens.slice(begin, end);
        const html = plain.renderer.render(own, plain.options, {});
        const ours = renderFlow(readFlow(own), { words: english.body, addresses: [] });
        expect(ours.replaceAll('<br>\n', '').replaceAll(' rel="noopener"', '')).toBe(
          html.replaceAll('<br>\n', ''),
        );
        begin = end;
      }
    }),
    { numRuns: 2000 },
  );
});
