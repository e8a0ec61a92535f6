import { abstractList, list, numbered, p, wordFile } from '../../fixtures/office/word-file.ts';
import { deep, ofParts, type Prepared } from './prepared.ts';

const root =
  '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>';
const name = 'a.docx';
const run = (content: string) => `<w:p><w:r>${content}</w:r></w:p>`;
const picture = '<w:drawing><a:blip r:embed="a"/></w:drawing>';

export const preparedWord: readonly Prepared[] = [
  ...ofParts(name, 'word/document.xml', root),
  ['a text of thirty megabytes', name, () => wordFile(p('甲'.repeat(10 * 2 ** 20)))],
  ['a million paragraphs', name, () => wordFile(deep('<w:p/>', 1_000_000))],
  [
    'a pattern of numbers without end',
    name,
    () =>
      wordFile({
        body: numbered('甲', 1),
        numbering: abstractList(0, [['upperRoman', '%1'.repeat(100_000)]]) + list(1, 0),
      }),
  ],
  [
    'numbers that are too large',
    name,
    () =>
      wordFile({
        body: deep(numbered('甲', 1), 100),
        numbering:
          abstractList(0, [['chineseCountingThousand', '%1、']]) +
          list(
            1,
            0,
            '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="99999999999"/></w:lvlOverride>',
          ),
      }),
  ],
  [
    'tables within tables',
    name,
    () =>
      wordFile(`${deep('<w:tbl><w:tr><w:tc>', 80)}${p('甲')}${deep('</w:tc></w:tr></w:tbl>', 80)}`),
  ],
  [
    'rows of sixty thousand columns',
    name,
    () =>
      wordFile(
        `<w:tbl>${deep(`<w:tr><w:tc><w:tcPr><w:gridSpan w:val="60000"/></w:tcPr>${p('甲')}</w:tc></w:tr>`, 2000)}</w:tbl>`,
      ),
  ],
  [
    'styles that are their own base',
    name,
    () =>
      wordFile({
        body: '<w:p><w:pPr><w:pStyle w:val="a"/></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>',
        styles:
          '<w:style w:styleId="a"><w:basedOn w:val="b"/></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style>',
      }),
  ],
  [
    'a hundred thousand styles in a row',
    name,
    () =>
      wordFile({
        body: '<w:p><w:pPr><w:pStyle w:val="s0"/></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>',
        styles: Array.from(
          { length: 100_000 },
          (_, index) =>
            `<w:style w:styleId="s${index}"><w:basedOn w:val="s${index + 1}"/></w:style>`,
        ).join(''),
      }),
  ],
  [
    'notes that refer to themselves',
    name,
    () =>
      wordFile({
        body: run('<w:footnoteReference w:id="2"/>'),
        footnotes: `<w:footnote w:id="2">${run('<w:footnoteReference w:id="2"/><w:t>甲</w:t>')}</w:footnote>`,
      }),
  ],
  [
    'fields within fields',
    name,
    () =>
      wordFile(
        `<w:p>${deep('<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>TOC</w:instrText></w:r>', 50_000)}</w:p>`,
      ),
  ],
  [
    'boxes within boxes',
    name,
    () => wordFile(deep('<w:p><w:r><w:drawing><w:txbxContent>', 90) + p('甲')),
  ],
  [
    'a hundred thousand pictures',
    name,
    () => wordFile({ body: run(deep(picture, 100_000)), related: [['a', 'image', 'media/a.png']] }),
  ],
  ['half a million ends of lines', name, () => wordFile(run(deep('<w:br/><w:tab/>', 500_000)))],
  ['insertions within deletions', name, () => wordFile(`<w:p>${deep('<w:ins><w:del>', 5000)}`)],
];
