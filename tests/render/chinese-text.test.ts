import { describe, expect, test } from 'vitest';
import { createMarkdown } from '#render/markdown.ts';

/* What Markdown would swallow of a Chinese text stays, and what people type for a heading is one. */

const markdown = createMarkdown();
const shown = (text: string) => markdown.render(text).trim();

describe('a star of a formula is no emphasis', () => {
  test.each([
    ['31*22*5 平方米', '31*22*5 平方米'],
    ['面积S=a*b*c', '面积S=a*b*c'],
    ['2*3与4*5', '2*3与4*5'],
    ['共3*4=12间、5*6=30间', '共3*4=12间、5*6=30间'],
    ['[2*3*4](a.md)', '<a href="a.md">2*3*4</a>'],
    ['*重点*', '<em>重点</em>'],
    ['这是*重点*内容', '这是<em>重点</em>内容'],
    ['*abc*def', '<em>abc</em>def'],
    ['**138**12', '<strong>138</strong>12'],
    ['10**6为一百万，2**10=1024', '10**6为一百万，2**10=1024'],
    ['x**2+y**2=1', 'x**2+y**2=1'],
    ['2**3=8和2**4=16', '2**3=8和2**4=16'],
    ['水泥*3+砂*5+石子*8', '水泥*3+砂*5+石子*8'],
    ['面积=长*宽。体积=长*宽*高', '面积=长*宽。体积=长*宽*高'],
    ['得分＝基础分*系数*出勤率', '得分＝基础分*系数*出勤率'],
    ['__init__和__main__.py', '__init__和__main__.py'],
    ['__重点__', '<strong>重点</strong>'],
    ['**重点**和**要点**', '<strong>重点</strong>和<strong>要点</strong>'],
  ])('%s', (text, html) => {
    const environment = { folder: '', firstLine: 1, links: [], remoteImages: [] };
    expect(markdown.render(text, environment).trim()).toBe(`<p>${html}</p>`);
  });
});

describe('tags that people type for what Markdown has no sign for are what they mean', () => {
  test.each([
    ['H<sub>2</sub>O 与 30m<sup>2</sup>', 'H<sub>2</sub>O 与 30m<sup>2</sup>'],
    ['<u>务必</u>、<ins>按时</ins>', '<u>务必</u>、<u>按时</u>'],
    ['<b>重点</b>和<i>次要</i>', '<strong>重点</strong>和<em>次要</em>'],
    ['<del>三时</del>四时', '<s>三时</s>四时'],
    ['<u>要**早**到</u>', '<u>要<strong>早</strong>到</u>'],
    ['**要<u>早</u>到**', '<strong>要<u>早</u>到</strong>'],
    ['甲<br>乙<BR/>丙<br />\n丁', '甲<br>\n乙<br>\n丙<br>\n丁'],
    ['`<br>`', '<code>&lt;br&gt;</code>'],
    ['<sub>没有完', '&lt;sub&gt;没有完'],
    ['<**甲</b>**', '&lt;<strong>甲&lt;/b&gt;</strong>'],
    ['<u onclick="x()">甲</u>', '&lt;u onclick=&quot;x()&quot;&gt;甲&lt;/u&gt;'],
  ])('%s', (text, html) => {
    expect(shown(text)).toBe(`<p>${html}</p>`);
  });

  test('in the cells of a table too', () => {
    expect(shown('| 甲 |\n| - |\n| 一<br>二 |')).toContain('<td>一<br>\n二</td>');
  });
});

describe('a note that its author numbers is text, an address is not', () => {
  test.each([
    ['[1]: 见《县志》卷三。', '<p>[1]: 见《县志》卷三。</p>'],
    ['[注一]: 据旧抄本', '<p>[注一]: 据旧抄本</p>'],
    ['[1]: 第一条\n[2]: 第二条', '<p>[1]: 第一条</p>\n<p>[2]: 第二条</p>'],
    [
      '[1]: https://a.example\n[2]: https://b.example',
      '<p>[1]: https://a.example</p>\n<p>[2]: https://b.example</p>',
    ],
    ['[1]：第一条\n[2]：第二条', '<p>[1]：第一条</p>\n<p>[2]：第二条</p>'],
    ['正文如此。\n[1]: 第一条', '<p>正文如此。</p>\n<p>[1]: 第一条</p>'],
    ['[甲]\n\n[甲]: https://example.org/a', '<p><a href="https://example.org/a">甲</a></p>'],
    ['[甲]\n\n[甲]: #s1', '<p><a href="#s1">甲</a></p>'],
    ['[甲]\n\n[甲]: <https://example.org/乙 丙>', /href=/],
    ['[甲]: 乙\n[丙]: https://example.org/a\n\n[丙]', /<a href/],
  ])('%j', (text, html) => {
    expect(shown(text)).toMatch(
      typeof html === 'string' ? new RegExp(`^${RegExp.escape(html)}$`) : html,
    );
  });
});

describe('a row keeps the cells that its header has not', () => {
  const table = (rows: string) => shown(`| 甲 |\n| - |\n${rows}`).replace(/\n/g, '');
  test.each([
    ['| 一 | 二 |', '<th>甲</th><th></th>', '<td>一</td><td>二</td>'],
    ['| 一 | 二 | 三 |\n| 四 |', '<th></th><th></th>', '<td>四</td><td></td><td></td>'],
    ['| 一 | 二\\|三 |', '<th></th>', '<td>二|三</td>'],
    ['一 | **二**', '<th></th>', '<td><strong>二</strong></td>'],
  ])('%s', (rows, head, cells) => {
    expect(table(rows)).toContain(head);
    expect(table(rows)).toContain(cells);
  });
});

describe('signs of a heading without a space, or in full width', () => {
  test.each([
    ['##二、提高认识', 2, '二、提高认识'],
    ['###（一）落实责任', 3, '（一）落实责任'],
    ['####1．检查', 4, '1．检查'],
    ['#一、总则', 1, '一、总则'],
    ['#第一章 总则', 1, '第一章 总则'],
    ['＃＃ 三、狠抓落实', 2, '三、狠抓落实'],
    ['##防汛安排##', 2, '防汛安排'],
    ['#关于做好防汛工作的通知', 1, '关于做好防汛工作的通知'],
    ['正文。\n##四、保障', 2, '四、保障'],
    ['###GeoClub', 3, 'GeoClub'],
    ['#值班表\n\n##早班', 1, '值班表'],
  ])('%j', (text, level, words) => {
    expect(shown(text)).toContain(`<h${level}>${words}</h${level}>`);
  });

  test.each(['#党建', '#党建 #学习 #防汛', '#防汛抗旱#', '#3 会议室', '#include', '#1楼'])(
    '%s is none',
    (text) => {
      expect(shown(text)).not.toContain('<h');
    },
  );

  test('and where text stands beside it a single sign is a tag', () => {
    expect(shown('前一行\n#关于做好防汛工作')).not.toContain('<h');
  });
});
