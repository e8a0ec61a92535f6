import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FileFault } from '#diagnostics/words.ts';
import { UnreadableFile } from '#formats/container/unreadable.ts';
import { parseXml, type XmlElement } from '#formats/container/xml.ts';
import { openZip } from '#formats/container/zip.ts';
import { readWord } from '#formats/word/read.ts';
import { abstractList, list, numbered, p, wordFile } from '../fixtures/office/word-file.ts';
import { type Lie, zipFile } from '../fixtures/office/zip-file.ts';

/** What is told of a file; null where it is read. */
function faultOf(read: () => unknown): FileFault['is'] | null {
  try {
    read();
    return null;
  } catch (problem) {
    if (!(problem instanceof UnreadableFile)) throw problem;
    return problem.fault.is;
  }
}

test('parts are found without regard to case or the slash before them', () => {
  const zip = openZip(
    zipFile(
      [
        ['Word/a.xml', '甲'],
        ['b.xml', '乙'.repeat(1000)],
      ],
      'a comment',
    ),
  );
  expect(zip.names).toEqual(['Word/a.xml', 'b.xml']);
  expect(new TextDecoder().decode(zip.read('/word/A.xml') ?? undefined)).toBe('甲');
  expect(zip.read('b.xml')?.length).toBe(3000);
  expect(zip.read('c.xml')).toBeNull();
});

const lies: readonly (readonly [string, Lie, FileFault['is']])[] = [
  ['locked', { flags: 0x801 }, 'encrypted'],
  ['of another length', { size: 5 }, 'damaged'],
  ['longer than it says', { size: 1 }, 'damaged'],
  ['of another sum', { checksum: 1 }, 'damaged'],
  ['packed by other means', { method: 12 }, 'damaged'],
  ['larger than any', { size: 2 ** 31 }, 'large'],
];

test.each(lies)('a part that is %s is refused', (_, lie, fault) => {
  const file = zipFile([['a', '甲', lie]]);
  expect(faultOf(() => openZip(file).read('a'))).toBe(fault);
});

test.each<[string, Uint8Array, FileFault['is']]>([
  ['nothing', new Uint8Array(), 'no-package'],
  ['a text', Buffer.from('第一条'), 'no-package'],
  [
    'an older or locked file of Office',
    Buffer.from('d0cf11e0a1b11ae1'.padEnd(1200, '0'), 'hex'),
    'encrypted',
  ],
  [
    'two parts of a name',
    zipFile([
      ['a', '1'],
      ['A', '2'],
    ]),
    'damaged',
  ],
  [
    'too many parts',
    zipFile(Array.from({ length: 4001 }, (_, index) => [`${index}`, ''] as const)),
    'large',
  ],
  [
    'sizes that add up',
    zipFile(
      Array.from({ length: 5 }, (_, index) => [`${index}`, '', { size: 60 * 2 ** 20 }] as const),
    ),
    'large',
  ],
  ['half a file', zipFile([['a', '甲']]).subarray(0, 60), 'no-package'],
  ['a file of another program', zipFile([['xl/workbook.xml', '<workbook/>']]), 'other-format'],
])('%s is refused', (_, file, fault) => {
  expect(faultOf(() => readWord(file, 'a.docx'))).toBe(fault);
});

const prefixes = new Map([['urn:known', 'k']]);
const parse = (text: string) => parseXml(Buffer.from(text), 'a.xml', prefixes);

/** An element as it would be written, with prefixes that are known. */
function written({ name, attributes, children }: XmlElement): string {
  const own = [...attributes].map(([key, value]) => ` ${key}=${value}`).join('');
  const within = children.map((child) => (typeof child === 'string' ? child : written(child)));
  return `<${name}${own}>${within.join('')}</>`;
}

test.each([
  [
    'prefixes are those of their namespaces',
    '<x:a xmlns:x="urn:known" x:b="1" c="2"/>',
    '<k:a k:b=1 c=2></>',
  ],
  [
    'a namespace may be the usual one',
    '<a xmlns="urn:known"><b xmlns="urn:other" c="1"/></a>',
    '<k:a><other:b c=1></></>',
  ],
  ['entities are characters', '<a b="&quot;&#x7532;">&lt;&#20057;&amp;</a>', '<a b="甲><乙&</>'],
  [
    'comments and instructions are nothing',
    '<?xml version="1.0"?><!-- <b> --><a>甲<!-- 乙 -->丙<?x ?></a>',
    '<a>甲丙</>',
  ],
  ['what is quoted is text', '<a><![CDATA[<b>&]]></a>', '<a><b>&</>'],
  ['lines end alike', '<a>甲\r\n乙\r丙</a>', '<a>甲\n乙\n丙</>'],
])('%s', (_, text, expected) => {
  expect(written(parse(text))).toBe(expected);
});

test.each<[string, string, FileFault['is']]>([
  ['entities of its own', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', 'document-type'],
  ['a document type of elsewhere', '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>', 'document-type'],
  ['an entity that is not known', '<a>&b;</a>', 'damaged'],
  ['half of a character', '<a>&#xD800;</a>', 'damaged'],
  ['an end that is another one', '<a><b></a></b>', 'damaged'],
  ['no end', '<a><b>', 'damaged'],
  ['an attribute without quotes', '<a b=c/>', 'damaged'],
  ['nothing', '', 'damaged'],
  ['more depth than any', '<a>'.repeat(300), 'large'],
])('XML with %s is refused', (_, text, fault) => {
  expect(faultOf(() => parse(text))).toBe(fault);
});

test('a pattern of numbers is as long as those of people', () => {
  const start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="99999999"/></w:lvlOverride>';
  const numbering = abstractList(0, [['upperRoman', '%1'.repeat(5000)]]) + list(1, 0, start);
  const { blocks } = readWord(wordFile({ body: numbered('甲', 1), numbering }), 'a.docx');
  expect(blocks[0]?.text.length).toBeLessThan(500);
});

test('styles that are based on each other come to an end', () => {
  const styles = ['a', 'b']
    .map(
      (id, index) =>
        `<w:style w:type="paragraph" w:styleId="${id}"><w:basedOn w:val="${'ba'.charAt(index)}"/></w:style>`,
    )
    .join('');
  const body = p('甲', '<w:pStyle w:val="a"/>');
  expect(readWord(wordFile({ body, styles }), 'a.docx').blocks).toHaveLength(1);
});

test('cells that claim thousands of columns have some', () => {
  const cell = `<w:tc><w:tcPr><w:gridSpan w:val="60000"/></w:tcPr>${p('甲')}</w:tc>`;
  const body = `<w:tbl><w:tr>${cell}<w:tc>${p('乙')}</w:tc></w:tr></w:tbl>`;
  const [table] = readWord(wordFile(body), 'a.docx').blocks;
  expect(table?.type === 'passage' && table.units[0]?.cells.length).toBe(65);
});

test('a damaged file gives a text or a reason', () => {
  const file = wordFile({
    body: `${numbered('甲', 1) + p('乙')}<w:tbl><w:tr><w:tc>${p('丙')}</w:tc></w:tr></w:tbl>`,
    numbering: abstractList(0, [['decimal', '%1.']]) + list(1, 0),
  });
  const place = fc.nat(file.length - 1);
  fc.assert(
    fc.property(fc.array(fc.tuple(place, fc.nat(255)), { minLength: 1 }), place, (changes, cut) => {
      const damaged = Buffer.from(file);
      for (const [at, byte] of changes) damaged[at] = byte;
      faultOf(() => readWord(damaged, 'a.docx'));
      faultOf(() => readWord(damaged.subarray(0, cut), 'a.docx'));
    }),
    { numRuns: 300 },
  );
});
