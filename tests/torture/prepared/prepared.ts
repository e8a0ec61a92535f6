import { type Part, zipFile } from '../../fixtures/office/zip-file.ts';

/** A file that was made to take time, memory or more than is there, and what it does. */
export type Prepared = readonly [what: string, name: string, file: () => Uint8Array];

export const deep = (piece: string, times: number) => piece.repeat(times);

export const long = '各位代表，现在报告工作，请予审议，并请提出意见。'.repeat(20);

/** What is done to any format of parts, in the part that holds its text. */
export function ofParts(name: string, part: string, root: string): readonly Prepared[] {
  const file = (xml: string | Uint8Array, ...others: readonly Part[]) =>
    name.endsWith('.ofd')
      ? zipFile([...ofdParts, [part, xml], ...others])
      : zipFile([[part, xml], ...others]);
  return [
    ['nothing', name, () => new Uint8Array()],
    ['the sign of a ZIP alone', name, () => Buffer.from('PK\x03\x04')],
    ['sixty megabytes of one sign', name, () => file(' '.repeat(60 * 2 ** 20))],
    ['three million elements', name, () => file(`${root}${deep('<a/>', 3_000_000)}`)],
    ['depth', name, () => file(`${root}${deep('<a>', 100_000)}`)],
    [
      'entities within entities',
      name,
      () => file('<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d "&b;&b;">]><a>&d;</a>'),
    ],
    ['a file of the system', name, () => file('<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>')],
    [
      'attributes without number',
      name,
      () =>
        file(`<a ${Array.from({ length: 300_000 }, (_, index) => `b${index}="c"`).join(' ')}/>`),
    ],
    ['an attribute that never ends', name, () => file(`<a b="${'c'.repeat(2 ** 22)}`)],
    ['signs that begin tags', name, () => file('<'.repeat(1_000_000))],
    ['a comment that never ends', name, () => file(`${root}<!--${'-'.repeat(2 ** 22)}`)],
    [
      'references to no character',
      name,
      () => file(`${root}${deep('&#x110000;&#0;&#xD800;&nothing;', 50_000)}`),
    ],
    [
      'names that are paths',
      name,
      () => file('x', ['../../etc/passwd', 'x'], [`/a/../${part}`, 'x']),
    ],
    [
      'ten thousand parts',
      name,
      () => file('x', ...Array.from({ length: 10_000 }, (_, index): Part => [`${index}`, 'x'])),
    ],
    [
      'one name ten thousand times',
      name,
      () => zipFile(Array.from({ length: 10_000 }, (): Part => [part, 'x'])),
    ],
    ['a size that is a lie', name, () => zipFile([[part, 'x', { size: 2 ** 32 - 1 }]])],
    ['a method that nobody knows', name, () => zipFile([[part, 'x', { method: 99 }]])],
    ['another alphabet', name, () => file(Buffer.from(`\ufeff${root}`, 'utf16le'))],
  ];
}

/** The parts of an OFD that lead to its first page. */
const ofdParts: readonly Part[] = [
  [
    'OFD.xml',
    '<ofd:OFD xmlns:ofd="http://www.ofdspec.org/2016"><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>',
  ],
  [
    'Doc_0/Document.xml',
    '<ofd:Document xmlns:ofd="http://www.ofdspec.org/2016"><ofd:CommonData/><ofd:Pages><ofd:Page ID="1" BaseLoc="Pages/0.xml"/></ofd:Pages></ofd:Document>',
  ],
];
