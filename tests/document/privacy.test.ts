import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hasLuhnDigit, isResidentNumber } from '#document/privacy/checksums.ts';
import { findPrivate } from '#document/privacy/find.ts';
import { maskPrivate, redactText } from '#document/privacy/mask.ts';

/** The numbers are the standards' examples, those that issuers name for tests, or invented. */
const found: readonly [text: string, kind: string, masked: string][] = [
  ['身份证号：11010519491231002X，住址', 'resident-id', '110***************'],
  ['身份证号11010519491231002x', 'resident-id', '110***************'],
  ['身份证号 110105 19491231 002X', 'resident-id', '110*****************'],
  ['身份证号 110105-1949-1231-002X', 'resident-id', '110******************'],
  ['１１０１０５１９４９１２３１００２Ｘ', 'resident-id', '１１０***************'],
  ['王某，330102199001011234。', 'resident-id', '330***************'],
  ['联系电话：13812345678', 'mobile', '138******78'],
  ['手机138 1234 5678或', 'mobile', '138********78'],
  ['手机138-1234-5678', 'mobile', '138********78'],
  ['手机138.1234.5678', 'mobile', '138********78'],
  ['手机１３８１２３４５６７８', 'mobile', '１３８******７８'],
  ['手机138　1234　5678', 'mobile', '138********78'],
  ['电话：+86 13812345678', 'mobile', '138******78'],
  ['电话：+86-138-1234-5678', 'mobile', '138********78'],
  ['电话：8613812345678', 'mobile', '861********78'],
  ['1.13812345678', 'mobile', '138******78'],
  ['Tel13812345678', 'mobile', '138******78'],
  ['（13812345678）', 'mobile', '138******78'],
  ['电话：19905123456', 'mobile', '199******56'],
  ['电话：19980512001', 'mobile', '199******01'],
  ['卡号6222021200001234561', 'bank-card', '6222***************'],
  ['卡号6222 0212 0000 1234 561', 'bank-card', '6222*******************'],
  ['卡号 4111 1111 1111 1111', 'bank-card', '4111***************'],
  ['卡号４１１１１１１１１１１１１１１１', 'bank-card', '４１１１************'],
  ['卡号378282246310005', 'bank-card', '3782***********'],
  // Signs without width
  ...['\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u00ad'].flatMap(
    (sign): [string, string, string][] => [
      [`身份证号1101${sign}0519491231002X`, 'resident-id', '110***************'],
      [[...'11010519491231002X'].join(sign), 'resident-id', '110***************'],
      [
        `身份证号110105 ${sign}19491231${sign}${sign} 002${sign}X。`,
        'resident-id',
        '110*****************',
      ],
      [`手机138${sign}-1234-56${sign}78`, 'mobile', '138********78'],
      [`卡号41111111${sign}11111111`, 'bank-card', '4111************'],
      [`护照号G1234${sign}5678`, 'passport', 'G******78'],
    ],
  ),
  ['请发至 zhang.san@example.cn。', 'e-mail', 'z***@example.cn'],
  ['邮箱：zs@png.example.js.cn', 'e-mail', '***@png.example.js.cn'],
  ['邮箱：zs@mail.example.com', 'e-mail', '***@mail.example.com'],
  ['邮箱：ｚｈａｎｇ＠ｅｘａｍｐｌｅ．ｃｎ', 'e-mail', 'ｚ***＠ｅｘａｍｐｌｅ．ｃｎ'],
  ['护照号：G12345678', 'passport', 'G******78'],
  ['持E12345678出境', 'passport', 'E******78'],
  ['护照号EA1234567', 'passport', 'E******67'],
];

const falseAlarms: readonly string[] = [
  // Document numbers
  '国发〔2024〕7号',
  '中办发〔2024〕20240807123号',
  '文号：20240807001234567',
  '第13812345678号',
  // Figures and sums
  '总额13812345678元',
  '共计￥13812345678.50',
  '人民币13812345678',
  '用电量13812345678千瓦时',
  '13,812,345,678元',
  '圆周率3.14159265358979323846',
  '0.13812345678',
  '1234567890123456789012345678901234567890',
  '13812345678901234567890',
  // Dates and times
  '2024年8月7日9时23分21秒',
  '2024-08-07 09:23:21',
  '20240807092321',
  '20240807092321123',
  '2024-08-07 2024-08-08 2024-08-09 2024-08-10',
  '20240101-20241231',
  '19980512001',
  // Telephones of offices
  '0571-87654321',
  '（010）6309 1234',
  '400-800-8820',
  '12345',
  '95588',
  '021-12345678-801',
  // Numbers of things
  'ISBN 978-7-01-023456-7',
  'ISBN9787010234567',
  '邮编310000',
  '统一社会信用代码91330100MA27XL0N3X',
  '统一社会信用代码123300004700026512',
  '统一社会信用代码：622848001234567100',
  '订单号6222021200001234561',
  '车牌浙A12345',
  '编号E20240807',
  '型号G12345678',
  'ZB-13812345678-01',
  'A13812345678',
  '192.168.100.100',
  // One digit from a valid number, no such day, no such province
  '110105194912310021',
  '330102199013011234',
  '91010219900101103X',
  '6222021200001234562',
  '4111 1111 1111 1112',
  '12912345678',
  '15412345678',
  // Signs
  '@所有人',
  'C@mera',
  'a@b',
  '微博@张三',
  'logo@2x.png',
  ...['jpg', 'jpeg', 'gif', 'webp', 'svg', 'css', 'js', 'PNG'].map((type) => `a/b@3x.${type}`),
  '',
];

describe('what is private', () => {
  test.each(found)('%s', (text, kind, masked) => {
    const all = findPrivate(text);
    expect(all.map((each) => [each.kind, maskPrivate(text, each)])).toEqual([[kind, masked]]);
  });

  test.each(falseAlarms)('nothing in %s', (text) => {
    expect(findPrivate(text)).toEqual([]);
  });

  test.each([
    ['13812345678 13912345678', ['mobile', 'mobile']],
    ['13812345678,13912345678、13712345678', ['mobile', 'mobile', 'mobile']],
    ['13812345678-13912345678', ['mobile', 'mobile']],
    ['138 1234 5678 139 1234 5678', ['mobile', 'mobile']],
    ['张三\t11010519491231002X\t13812345678\ta.b@example.cn', ['resident-id', 'mobile', 'e-mail']],
    ['13812345678@example.cn', ['e-mail']],
    ['zs@example.cn13812345678', ['e-mail', 'mobile']],
    ['13812345678\u200b13912345678', ['mobile', 'mobile']],
    ['手机138 1234 5678或19980512001', ['mobile', 'mobile']],
    ['护照号EA1234567 1.13812345678', ['passport', 'mobile']],
    ['4111 1111 1111 1111-11010519491231002X', ['bank-card', 'resident-id']],
    ['11010519491231002X11010519491231002X', ['resident-id', 'resident-id']],
    ['138.1234.5678 1.13812345678', ['mobile', 'mobile']],
    ['13812345678-139 1234 5678', ['mobile', 'mobile']],
  ])('each one of %s', (text, kinds) => {
    expect(findPrivate(text).map(({ kind }) => kind)).toEqual(kinds);
  });

  test('a table says of what kind the numbers in its cells are', () => {
    expect(findPrivate('G12345678')).toEqual([]);
    expect(findPrivate('G12345678', '姓名\t护照号码').map(({ kind }) => kind)).toEqual([
      'passport',
    ]);
  });
});

describe('masks and labels', () => {
  test('a label stands where the number stood, and nothing else is changed', () => {
    const text = '张三，手机138 1234 5678，邮箱zs@example.cn。';
    expect(redactText(text, findPrivate(text))).toBe(
      '张三，手机［手机号码已隐去］，邮箱［电子邮箱已隐去］。',
    );
  });

  test('what was redacted is not found again, whatever the text', () => {
    const pieces = [...found.map(([text]) => text), ...falseAlarms];
    const texts = fc.array(
      fc.oneof(
        fc.constantFrom(...pieces),
        fc.constantFrom(' ', '-', '，', '.', '\u200b'),
        fc.string(),
      ),
    );
    fc.assert(
      fc.property(texts, (parts) => {
        const text = parts.join('');
        const all = findPrivate(text);
        const redacted = redactText(text, all);
        for (const each of all) {
          const number = text.slice(each.from, each.to);
          expect(maskPrivate(text, each)).not.toContain(number);
        }
        // Labels name what stood there, and so what may stand beside it
        expect(findPrivate(redacted.replace(/［[^］]*已隐去］/g, '\n'))).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('check digits', () => {
  test('any one wrong digit of an identity number is noticed', () => {
    const right = '11010519491231002X';
    expect(isResidentNumber(right)).toBe(true);
    for (let place = 0; place < 17; place++) {
      for (const digit of '0123456789') {
        if (right[place] === digit) continue;
        expect(isResidentNumber(right.slice(0, place) + digit + right.slice(place + 1))).toBe(
          false,
        );
      }
    }
  });

  test('any one wrong digit of a card is noticed', () => {
    const right = '4111111111111111';
    expect(hasLuhnDigit(right)).toBe(true);
    for (let place = 0; place < right.length; place++) {
      for (const digit of '0123456789') {
        if (right[place] === digit) continue;
        expect(hasLuhnDigit(right.slice(0, place) + digit + right.slice(place + 1))).toBe(false);
      }
    }
  });
});

/** Each takes minutes, or never ends, where a rule looks again at what it has looked at. */
describe('a megabyte of hostile text is read to its end', () => {
  const size = 1 << 20;
  test.each([
    ['digits', '1'],
    ['digits apart', '1 '],
    ['groups of four', '4111 '],
    ['hyphens', '1-'],
    ['at signs', '@'],
    ['addresses without an end', 'a@a.'],
    ['letters before an at sign', 'a'],
    ['dots and letters', 'a.'],
    ['numbers that are nearly mobile', '1381234567 '],
    ['full-width digits', '１'],
    ['X', '1X'],
    ['passports', 'E1234567'],
    ['digits parted unseen', '1\u200b'],
    ['signs without width', '\u200b'],
  ])('%s', (_, piece) => {
    const text = `${piece.repeat(size / piece.length)}@example.cn 13812345678`;
    expect(findPrivate(text).map(({ kind }) => kind)).toContain('mobile');
  });
});
