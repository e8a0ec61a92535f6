import { deep, long, type Prepared } from './prepared.ts';

const name = 'a.html';
const page = (what: string, html: () => string): Prepared => [
  what,
  name,
  () => Buffer.from(html()),
];
const framed = (html: string) => `<div id="zoom">${long}${html}</div>`;

export const preparedPages: readonly Prepared[] = [
  page('nothing', () => ''),
  page('a hundred thousand divisions', () => deep('<div>', 100_000) + long),
  page('a hundred thousand bold signs', () => deep('<b>', 100_000) + long),
  page('fonts within fonts', () => deep('<font><p>', 20_000) + long),
  page('links within links', () => deep('<a href=x><table>', 20_000) + long),
  page('lists within lists', () => framed(deep('<ul><li>甲', 20_000))),
  page('tables within tables', () => framed(deep('<table><tr><td>', 20_000))),
  page('quotations within quotations', () => framed(deep('<blockquote>', 20_000))),
  page('seventeen megabytes', () => `<p>${'甲'.repeat(17 * 2 ** 20)}</p>`),
  page('ten megabytes in a line', () => framed('甲'.repeat(3 * 2 ** 20))),
  page('a table of a million cells', () =>
    framed(`<table>${deep(`<tr>${deep('<td>甲', 100)}`, 3000)}</table>`),
  ),
  page('cells that reach over all', () =>
    framed(`<table>${deep('<tr><td colspan=9999 rowspan=9999>甲', 3000)}</table>`),
  ),
  page('cells that reach nowhere', () =>
    framed(`<table>${deep('<tr><td colspan=-1 rowspan=1e99>甲', 3000)}</table>`),
  ),
  page('links without number', () => `<body>${deep('<p><a href="x">甲</a>', 100_000)}`),
  page('paragraphs without number', () => framed(deep('<p>甲', 300_000))),
  page('a comment that never ends', () => `${long}<!--${'-'.repeat(2 ** 22)}`),
  page('a script that never ends', () => `${long}<script>${'<'.repeat(2 ** 22)}`),
  page('a title that never ends', () => `<title>${'甲'.repeat(2 ** 20)}`),
  page(
    'attributes without number',
    () => `<p ${Array.from({ length: 300_000 }, (_, index) => `b${index}=c`).join(' ')}>${long}`,
  ),
  page('an attribute without end', () => `<p class="${'甲 '.repeat(2 ** 20)}">${long}`),
  page('references without number', () =>
    framed(deep('&amp&#0;&#x110000;&NotEqualTilde;', 100_000)),
  ),
  page('signs of nothing', () => `${long}${'\0'.repeat(2 ** 20)}`),
  page('drawings within drawings', () => framed(deep('<svg><foreignObject><math><mi>', 10_000))),
  page('templates within templates', () => framed(deep('<template>', 20_000))),
  page('options without number', () => framed(`<select>${deep('<option>甲', 200_000)}`)),
  page('a picture of ten megabytes', () =>
    framed(`<img src="data:image/png;base64,${'A'.repeat(10 * 2 ** 20)}">`),
  ),
  page(
    'a base at another host',
    () => `<base href="http://127.0.0.1:9/">${framed('<img src=a.png><a href=b>c</a>')}`,
  ),
  page(
    'frames of other hosts',
    () => `<frameset>${deep('<frame src="http://127.0.0.1:9/">', 10_000)}`,
  ),
  page(
    'another page at once',
    () => `<meta http-equiv=refresh content="0;url=http://127.0.0.1:9/">${framed('')}`,
  ),
  page('an alphabet that it is not in', () => `<meta charset=utf-16>${framed('')}`),
  page(
    'dates without number',
    () => `<div>${deep('2024-01-01 来源：', 100_000)}</div>${framed('')}`,
  ),
];
