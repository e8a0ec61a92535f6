import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decode } from '#formats/decode.ts';

const utf16 = (text: string, mark = '') => Buffer.from(mark + text, 'utf16le');

test.each([
  ['UTF-8', Buffer.from('会议记录')],
  ['UTF-8 with BOM', Buffer.from('\ufeff会议记录')],
  ['UTF-16LE', utf16('会议记录', '\ufeff')],
  ['UTF-16BE', utf16('会议记录', '\ufeff').swap16()],
  ['GB18030', Buffer.from('bbe1d2e9bcc7c2bc', 'hex')],
])('%s is read as what it is', (encoding, bytes) => {
  expect(decode(bytes)).toEqual({ text: '会议记录', encoding });
});

test.each([
  ['Big5', 'b77cc4b3acf6bffd', '會議紀錄'],
  ['Big5', 'ab43b7cbbfa4b4e7a466adc8af5abfecaa6b', '青溪縣渡口值班辦法'],
  [
    'Big5',
    'a544ae75a147b3afb77caaf8a441bee3a4bda743a558ae75a448adfb',
    '主席：陳會長乙整公低出席人員',
  ],
  ['GB18030', 'd6f7cfafa3bab3c2bbe1b3a4a1a3b3f6cfafc8cbd4b1', '主席：陈会长。出席人员'],
  ['GB18030', 'bbe1d2e9bcc7c2bc', '会议记录'],
])('of the old encodings %s is told by its words: %s', (encoding, hex, text) => {
  expect(decode(Buffer.from(hex, 'hex'))).toEqual({ encoding, text });
});

test('GB18030 holds characters of four bytes', () => {
  const text = '䶮𠮷';
  expect(decode(Buffer.from('fe9f9534b235', 'hex'))).toEqual({ text, encoding: 'GB18030' });
});

test('UTF-16 without a mark is known by its line feeds, 一 (U+4E00) notwithstanding', () => {
  const text = '一、总体要求\n二、工作安排\n';
  expect(decode(utf16(text))).toEqual({ text, encoding: 'UTF-16LE' });
  expect(decode(utf16(text).swap16())).toEqual({ text, encoding: 'UTF-16BE' });
});

test.each([
  ['neither UTF-8 nor GB18030', Buffer.from([0x61, 0x62, 0xff, 0x63]), 2],
  ['half a character', Buffer.from([0xef, 0xbb, 0xbf, 0xe4, 0xbc]), 5],
  ['a NUL byte', Buffer.from('abc\0def'), 3],
])('%s: the first byte that cannot be read is named', (_name, bytes, offset) => {
  expect(decode(bytes)).toMatchObject({ text: null, offset });
});

test('what was written as UTF-8 or marked UTF-16 comes back', () => {
  const texts = fc.string({ unit: 'grapheme' }).filter((text) => !/[\0\ufeff\ufffe]/.test(text));
  fc.assert(
    fc.property(texts, (text) => {
      expect(decode(Buffer.from(text)).text).toBe(text);
      expect(decode(utf16(text, '\ufeff')).text).toBe(text);
    }),
  );
});
