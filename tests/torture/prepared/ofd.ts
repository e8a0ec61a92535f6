import { type OfdText, ofdFile } from '../../fixtures/office/ofd-file.ts';
import { zipFile } from '../../fixtures/office/zip-file.ts';
import { deep, ofParts, type Prepared } from './prepared.ts';

const name = 'a.ofd';
const usual = 'xmlns:ofd="http://www.ofdspec.org/2016"';
const root = `<ofd:Page ${usual}><ofd:Content><ofd:Layer>`;
const texts = (what: string, make: () => readonly OfdText[]): Prepared => [
  what,
  name,
  () => ofdFile([make()]),
];
const led = (what: string, start: string, document: string): Prepared => [
  what,
  name,
  () =>
    zipFile([
      [
        'OFD.xml',
        `<ofd:OFD ${usual}><ofd:DocBody><ofd:DocRoot>${start}</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
      ],
      ['D.xml', `<ofd:Document ${usual}>${document}</ofd:Document>`],
    ]),
];
const pages = (location: string) =>
  `<ofd:Pages><ofd:Page ID="1" BaseLoc="${location}"/></ofd:Pages>`;

export const preparedOfd: readonly Prepared[] = [
  ...ofParts(name, 'Doc_0/Pages/0.xml', root),
  texts('steps without number', () => [
    { text: '甲乙', x: 1, y: 1, deltas: deep('g 99999999 1 ', 1000) },
  ]),
  texts('steps that are no numbers', () => [
    { text: '甲乙', x: 1, y: 1, deltas: 'g x NaN 1e999 g g' },
  ]),
  texts('places that are no places', () => [
    { text: '甲乙', x: Number.NaN, y: Number.POSITIVE_INFINITY },
  ]),
  texts('sizes that are no sizes', () => [{ text: '甲乙', x: 1, y: 1, size: -1e38 }]),
  texts('half a million texts', () =>
    Array.from({ length: 500_000 }, () => ({ text: '甲', x: 1, y: 1 })),
  ),
  texts('a text of three megabytes', () => [
    { text: '甲'.repeat(2 ** 20), x: 1, y: 1, deltas: '1' },
  ]),
  [
    'thousands of pages',
    name,
    () => ofdFile(Array.from({ length: 3900 }, () => [{ text: '甲', x: 1, y: 1 }])),
  ],
  [
    'a template that is its page',
    name,
    () =>
      zipFile([
        [
          'OFD.xml',
          `<ofd:OFD ${usual}><ofd:DocBody><ofd:DocRoot>D.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
        ],
        [
          'D.xml',
          `<ofd:Document ${usual}><ofd:CommonData><ofd:TemplatePage ID="1" BaseLoc="P.xml"/></ofd:CommonData>${pages('P.xml')}</ofd:Document>`,
        ],
        ['P.xml', `<ofd:Page ${usual}><ofd:Template TemplateID="1"/></ofd:Page>`],
      ]),
  ],
  led('a document that is not there', '../../etc/passwd', pages('P.xml')),
  led('a document that is its beginning', 'OFD.xml', ''),
  led('a page that is its document', 'D.xml', pages('D.xml')),
  led('a page of the system', 'D.xml', pages('/../../etc/passwd')),
  led('a page of another host', 'D.xml', pages('http://127.0.0.1:9/p.xml')),
  led(
    'pages without number',
    'D.xml',
    `<ofd:Pages>${deep('<ofd:Page ID="1" BaseLoc="P.xml"/>', 300_000)}</ofd:Pages>`,
  ),
];
