import { deflateSync } from 'node:zlib';
import { pdfFile } from '../../fixtures/office/pdf-file.ts';
import { deep, type Prepared } from './prepared.ts';

const name = 'a.pdf';
const plain = pdfFile([[{ text: '甲', x: 80, y: 700 }]]).toString('latin1');
const changed = (what: string, from: string | RegExp, to: () => string): Prepared => [
  what,
  name,
  () => Buffer.from(plain.replace(from, to()), 'latin1'),
];
const stream = (what: string, content: () => string, head = '') =>
  changed(what, /<< \/Length \d+ >>\nstream\n[\s\S]*?\nendstream/, () => {
    const words = content();
    return `<< /Length ${words.length} ${head} >>\nstream\n${words}\nendstream`;
  });
const bare = (what: string, content: () => string): Prepared => [
  what,
  name,
  () => Buffer.from(`%PDF-1.4\n${content()}`, 'latin1'),
];

export const preparedPdf: readonly Prepared[] = [
  ['nothing', name, () => new Uint8Array()],
  changed('a page within itself', '/Kids [6 0 R]', () => '/Kids [2 0 R]'),
  changed(
    'one page a million times',
    '/Kids [6 0 R]',
    () => `/Kids [${deep('6 0 R ', 1_000_000)}]`,
  ),
  changed('more pages than there are', '/Count 1', () => '/Count 99999999'),
  changed('fewer than none', '/Count 1', () => '/Count -1'),
  changed('a page without end', '[0 0 595 842]', () => '[0 0 1e38 1e38]'),
  changed('a page without extent', '[0 0 595 842]', () => '[0 0 0 0]'),
  changed('a page of no numbers', '[0 0 595 842]', () => '[/a (b) null true]'),
  changed('a font that is itself', '/DescendantFonts [4 0 R]', () => '/DescendantFonts [3 0 R]'),
  changed('an alphabet that is not there', '/UniGB-UTF16-H', () => '/../../../etc/passwd'),
  changed('widths without number', '/W [1 95 500]', () => `/W [${deep('1 95 500 ', 300_000)}]`),
  changed(
    'a script at once',
    '/Type /Catalog',
    () => '/Type /Catalog /OpenAction << /S /JavaScript /JS (while\\(1\\);) >>',
  ),
  changed(
    'an address at once',
    '/Type /Catalog',
    () => '/Type /Catalog /OpenAction << /S /URI /URI (http://127.0.0.1:9/) >>',
  ),
  changed('a form of XFA', '/Type /Catalog', () => '/Type /Catalog /AcroForm << /XFA 7 0 R >>'),
  changed('a name without end', '/Type /Catalog', () => `/Type /Catalog /${'a'.repeat(2 ** 22)} 1`),
  changed('lists within lists', '/Type /Catalog', () => `/Type /Catalog /A ${deep('[', 200_000)}`),
  changed(
    'maps within maps',
    '/Type /Catalog',
    () => `/Type /Catalog /A ${deep('<< /A ', 200_000)}`,
  ),
  changed(
    'a string without end',
    '/Type /Catalog',
    () => `/Type /Catalog /A (${'a'.repeat(2 ** 22)}`,
  ),
  changed(
    'contents without number',
    /\/Contents 7 0 R/,
    () => `/Contents [${deep('7 0 R ', 200_000)}]`,
  ),
  changed('a table that lies far away', /startxref\n\d+/, () => 'startxref\n99999999999'),
  changed('a table before itself', 'trailer\n<<', () => 'trailer\n<< /Prev 9'),
  changed('a length that is a lie', /\/Length \d+/, () => '/Length 999999999'),
  stream('words without number', () => deep('BT /F1 9 Tf (a) Tj ET\n', 200_000)),
  stream('states without number', () => deep('q ', 5_000_000)),
  stream('a hundred megabytes of spaces', () => ' '.repeat(100 * 2 ** 20)),
  stream(
    'a gigabyte in a megabyte',
    () => deflateSync(Buffer.alloc(2 ** 30)).toString('latin1'),
    '/Filter /FlateDecode',
  ),
  stream('a hundred filters', () => 'a', `/Filter [${deep('/ASCIIHexDecode ', 100)}]`),
  stream('sizes that are no sizes', () =>
    deep('BT /F1 -1e38 Tf 1e38 0 0 1e38 1e38 1e38 Tm (a) Tj ET\n', 1000),
  ),
  stream(
    'a picture within that never ends',
    () => `BI /W 99999 /H 99999 /CS /RGB /BPC 8 ID ${'a'.repeat(2 ** 20)}`,
  ),
  bare('an object that is itself', () => '1 0 obj\n1 0 R\nendobj\ntrailer\n<< /Root 1 0 R >>'),
  bare(
    'objects without number',
    () =>
      `${Array.from({ length: 300_000 }, (_, index) => `${index + 1} 0 obj null endobj`).join('\n')}\ntrailer << /Root 1 0 R >>`,
  ),
];
