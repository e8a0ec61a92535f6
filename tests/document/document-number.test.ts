import { expect, test } from 'vitest';
import { findDocumentNumber, hasStandardForm } from '#document/layout/document-number.ts';
import { understandText } from '../spec/read.ts';

const normal = '青政发〔2024〕7号';

test.each([
  [normal, normal, true],
  ['青政发[2024]7号', normal, false],
  ['青政发（2024）7号', normal, false],
  ['青政发【2024】7号', normal, false],
  ['青政发〔2024]7号', normal, false],
  ['青政发〔2024〕第7号', normal, false],
  ['青政发 〔2024〕 7号', normal, false],
  ['××发〔××××〕×号', '××发〔××××〕×号', true],
  ['XX发〔2024〕7号', 'XX发〔2024〕7号', true],
  ['会议纪要〔2024〕15号', '会议纪要〔2024〕15号', true],
])('%s is %s; it has the standard form: %s', (text, expected, standard) => {
  const number = findDocumentNumber(`，${text}。`);
  expect(number).toEqual({ text, normal: expected, from: 1, to: 1 + text.length });
  expect(number !== null && hasStandardForm(number)).toBe(standard);
});

test('a number with a zero in front has not the standard form', () => {
  const number = findDocumentNumber('青政发〔2024〕07号');
  expect(number !== null && hasStandardForm(number)).toBe(false);
});

test.each(['青政发〔24〕7号', '青政发2024年7号', '第7号', '青政发〔2024〕7', '2024〕7号'])(
  '%s is no document number',
  (text) => {
    expect(findDocumentNumber(text)).toBeNull();
  },
);

const prose = '各村把名册核对清楚，有出入的当天改过来。';

test.each([
  ['at the end of the title', `会议纪要〔2024〕7号\n${prose}`, '会议纪要〔2024〕7号', 1],
  ['on a line below', `防汛通知\n青政发〔2024〕7号\n${prose}`, normal, 2],
  ['with who signs', `防汛通知\n青政发〔2024〕7号　　签发人：李某\n${prose}`, normal, 2],
])('a document has the number that stands %s', (_where, text, number, line) => {
  expect(understandText(text).documentNumber).toMatchObject({ text: number, line });
});

test.each([
  ['in a sentence', `防汛通知\n根据青政发〔2024〕7号的要求，${prose}`],
  ['in the name of another document', `关于转发《青政发〔2024〕7号》的通知\n${prose}`],
  ['in the middle of the title', `关于青政发〔2024〕7号的说明\n${prose}`],
])('it has not the number that stands %s', (_where, text) => {
  expect(understandText(text).documentNumber).toBeNull();
});

test('a number in another form is told, as it should be', () => {
  const found = (number: string) =>
    understandText(`防汛通知\n${number}\n${prose}`).findings.filter(
      ({ rule }) => rule === 'document-number',
    );
  expect(found('青政发（2024）第7号')).toMatchObject([
    { line: 2, message: { found: '青政发（2024）第7号', expected: normal } },
  ]);
  expect(found(normal)).toEqual([]);
});
