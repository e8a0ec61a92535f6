import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hasLuhnDigit, isResidentNumber } from '#document/privacy/checksums.ts';
import { findPrivate } from '#document/privacy/find.ts';
import { maskPrivate, redactText } from '#document/privacy/mask.ts';
import { chinese } from '#languages/chinese.ts';

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
  // More of all these, which records are full of
  '国办发〔2024〕138号',
  '国发[2024]13812345678号',
  '国发〔2024〕13812345678号',
  '（2024）浙01民终13812号',
  '（2023）最高法民终1234567号',
  '京ICP备13812345号',
  '京公网安备11010502030143号',
  '京公网安备 33010602011771号',
  '浙ICP备15012345号-1',
  'ISBN 978-7-5098-1381-2',
  'ISBN 7-5098-1381-2',
  'ISSN 1381-2345',
  'ISSN 1000-1234 CN 11-1234/D',
  'CN 33-1381/G2',
  '统一书号：10019·1381',
  'CIP数据核字（2013）第138123号',
  'DOI:10.1381/j.cnki.issn.1381-2345.2024.01.001',
  'doi 10.13812345678',
  '总投资138123.45万元',
  '138.12345678亿元',
  '138 1234 5678元',
  '注册资本 13812345678 元',
  '共13812345678人',
  '（单位：元）13812345678',
  '账面价值 13,812,345,678.00',
  '13812345678平方米',
  '东经138.12345678度',
  '北纬30.12345678，东经130.12345678',
  '30.123456,120.123456',
  '2024-01-01 00:00:00 至 2024-12-31 23:59:59',
  '20240101000000-20241231235959',
  '2024/01/01 - 2024/12/31',
  '1949 1950 1951 1952 1953 1954',
  '1990 1234 1991 2345 1992 3456',
  '1381 2345 678 1500 2000',
  '1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20',
  '答案：1 3 4 2 1 3 4 2 1 3 2 4',
  '1-5 ABCDA 6-10 BCDAB',
  '第1381页—第2345页',
  '0571-8765 4321 传真 0571-8765 4322',
  '电话：010-6309 1234/6309 1235',
  '总机 63091234 转 1381 2345',
  '86-571-87654321',
  '+86 571 8765 4321',
  '学号2013812345678',
  '腾讯会议：138-123-4567',
  '会议ID：13812345678',
  '会议号 138-1234-5678',
  '快递单号 SF1381234567890',
  '快递单号13812345678',
  '发票代码 033001900111 发票号码 13812345',
  '注册号330100000012345',
  '群号 13812345678',
  'MAC 13-81-23-45-67-8A',
  'UUID 13812345-1381-1381-1381-138123456789',
  '时间戳 1381234567890',
  '身份证号 110105************',
  '138****5678',
  '户号3301021234567890',
  '车架号 LSVAA1381234567890',
  '条形码6922266446726',
  '中国工商银行（股票代码 601398）',
  '工商银行杭州分行营业部 1202020109900012345',
  '开户行：中国建设银行 账号：33001616783053000123',
  '农业银行 19-020101040012345',
  '房号13-812-3456',
  '电话会议2024-1234-5678',
  // Fifteen digits: no such province, prefecture, county, day or sequence; figures; other numbers
  '123456789012345',
  '201105491231002',
  '110005491231002',
  '117105491231002',
  '110100491231002',
  '110105491331002',
  '110105490229002',
  '110105491231000',
  '310115202401015',
  '330102991332123',
  '产量110105491231002吨',
  '总额110105491231002元',
  '编号110105491231002',
  '纳税人识别号：110105491231002',
  '组织机构代码110105491231002',
  '110105491231002.5',
  '0.110105491231002',
  'ZB110105491231002',
  // Signs
  '@所有人',
  'C@mera',
  'a@b',
  '微博@张三',
  'logo@2x.png',
  ...['jpg', 'jpeg', 'gif', 'webp', 'svg', 'css', 'js', 'PNG'].map((type) => `a/b@3x.${type}`),
  '',
];

/** Ways to write a number so that a machine may overlook it; all its digits are found. */
const hostile: readonly [kind: string, text: string][] = [
  ['mobile', '手机 1 3 8 1 2 3 4 5 6 7 8'],
  ['mobile', '手机：138 12345678'],
  ['mobile', '手机：1381234 5678'],
  ['mobile', '手机：138 123 45678'],
  ['mobile', '手机：138-12345678'],
  ['mobile', '手机：138—1234—5678'],
  ['mobile', '手机：138–1234–5678'],
  ['mobile', '手机：138_1234_5678'],
  ['mobile', '手机：138/1234/5678'],
  ['mobile', '手机：138.12345678'],
  ['mobile', '手机：138·1234·5678'],
  ['mobile', '手机：(138)12345678'],
  ['mobile', '手机：（138）1234 5678'],
  ['mobile', '手机：(+86)13812345678'],
  ['mobile', '手机：（+86）138 1234 5678'],
  ['mobile', '手机：+8613812345678'],
  ['mobile', '手机：86138 1234 5678'],
  ['mobile', '手机：0086138-1234-5678'],
  ['mobile', '手机：＋８６－１３８１２３４５６７８'],
  ['mobile', '手机：+86(138)12345678'],
  ['mobile', '手机：0086-13812345678'],
  ['mobile', '手机：0086 138 1234 5678'],
  ['mobile', '手机：86-13812345678'],
  ['mobile', 'tel:13812345678'],
  ['mobile', 'tel:+86-138-1234-5678'],
  ['mobile', 'sms:13812345678'],
  ['e-mail', '13812345678@qq.com'],
  ['mobile', '手机:13812345678;'],
  ['mobile', '|13812345678|'],
  ['mobile', '「13812345678」'],
  ['mobile', '张三13812345678李四'],
  ['mobile', '微信号13812345678'],
  ['mobile', 'wx13812345678'],
  ['mobile', 'WeChat:13812345678'],
  ['mobile', 'QQ/微信:13812345678'],
  ['mobile', 'Tel:13812345678'],
  ['mobile', 'TEL.13812345678'],
  ['mobile', 'Mobile#13812345678'],
  ['mobile', 'M:13812345678'],
  ['mobile', '电话１３８－１２３４－５６７８'],
  ['mobile', '电话13８1２34５678'],
  ['mobile', '电话①13812345678'],
  ['mobile', '电话138\u200b1234\u200b5678'],
  ['mobile', '电话138\u00a01234\u00a05678'],
  ['mobile', '电话138\u202f1234\u202f5678'],
  ['mobile', '电话138\u20611234\u20615678'],
  ['mobile', '电话138\u200e1234\u200e5678'],
  ['mobile', '电话138\u202a1234\u202c5678'],
  ['mobile', '电话138\ufe0f12345678'],
  ['mobile', '电话138\u180e12345678'],
  ['mobile', '电话138\u034f12345678'],
  ['mobile', '电话138  1234  5678'],
  ['mobile', '电话138 - 1234 - 5678'],
  ['mobile', '电话138‑1234‑5678'],
  ['mobile', '电话138−1234−5678'],
  ['mobile', '电话138﹣1234﹣5678'],
  ['mobile', '电话138•1234•5678'],
  ['mobile', '电话138・1234・5678'],
  ['resident-id', '身份证11010519491231002X'],
  ['resident-id', '身份证110105 1949 1231 002X'],
  ['resident-id', '身份证110105 19491231 002 X'],
  ['resident-id', '身份证：110105-19491231-002X'],
  ['resident-id', '身份证110105194912310 02X'],
  ['resident-id', '身份证1101 0519 4912 3100 2X'],
  ['resident-id', '身份证11010519491231002×'],
  ['resident-id', '身份证11010519491231002Ⅹ'],
  ['resident-id', '身份证11010519491231002ｘ'],
  ['resident-id', '身份证11010519491231002*'],
  ['resident-id', '身份证号码（11010519491231002X）'],
  ['resident-id', 'ID:11010519491231002X'],
  ['resident-id', '身份证1 1 0 1 0 5 1 9 4 9 1 2 3 1 0 0 2 X'],
  ['bank-card', '卡号6222 0212 0000 1234 561'],
  ['bank-card', '卡号6222-0212-0000-1234-561'],
  ['bank-card', '卡号622202 1200001234561'],
  ['bank-card', '卡号6222021200001234561中国工商银行'],
  ['bank-card', '工商银行6222021200001234561'],
  ['bank-card', '开户行：建设银行 账号：6222021200001234561'],
  ['bank-card', '卡号４１１１　１１１１　１１１１　１１１１'],
  ['bank-card', '卡号41111111 11111111'],
  ['bank-card', '账户4111.1111.1111.1111'],
  ['e-mail', '邮箱zhang.san＠example．cn'],
  ['e-mail', '邮箱zhang.san @ example.cn'],
  ['e-mail', '邮箱zhang.san@ example.cn'],
  ['e-mail', '邮箱zhang\u200b.san@exam\u200bple.cn'],
  ['e-mail', '邮箱a_b-c+d@mail.example.com.cn'],
  ['e-mail', 'mailto:a@example.cn'],
  ['passport', '护照E12345678'],
  ['passport', '护照 E 1234 5678'],
  ['passport', '护照：e12345678'],
  ['passport', '护照号PE1234567'],
  ['passport', '港澳通行证C12345678'],
  ['passport', '通行证H1234567890'],
  ['passport', '护照Ｅ１２３４５６７８'],
  ['resident-id', '身份证110105491231002'],
  ['resident-id', '旧证号110105 491231 002'],
  ['resident-id', '身份证１１０１０５４９１２３１００２'],
  ['resident-id', '（330102601231123）'],
  ['resident-id', '身份证1 1 0 1 0 5 4 9 1 2 3 1 0 0 2'],
];

/** What is not found, as docs/checking.md says. */
const missed: readonly string[] = [
  '电话一三八一二三四五六七八',
  '电话①③⑧①②③④⑤⑥⑦⑧',
  '电话138\t1234\t5678',
  '电话138\n12345678',
  '电话138,1234,5678',
  '邮箱zhang.san(at)example.cn',
  '邮箱张三@example.cn',
  '邮箱a@例子.中国',
];

describe('what is private', () => {
  test.each(found)('%s', (text, kind, masked) => {
    const all = findPrivate(text);
    expect(all.map((each) => [each.kind, maskPrivate(text, each)])).toEqual([[kind, masked]]);
  });

  test.each(hostile)('%s: %j', (kind, text) => {
    const all = findPrivate(text);
    expect(all.map((each) => each.kind)).toEqual([kind]);
    const rest = redactText(text, all, chinese.redaction).normalize('NFKC').replace(/\D/g, '');
    expect(rest).toMatch(/^(?:00)?(?:86)?1?$/);
  });

  test.each(missed)('not in %j', (text) => {
    expect(findPrivate(text)).toEqual([]);
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
    expect(redactText(text, findPrivate(text), chinese.redaction)).toBe(
      '张三，手机［手机号码已隐去］，邮箱［电子邮箱已隐去］。',
    );
  });

  test('what was redacted is not found again, whatever the text', () => {
    const pieces = [
      ...found.map(([text]) => text),
      ...hostile.map(([, text]) => text),
      ...falseAlarms,
    ];
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
        const redacted = redactText(text, all, chinese.redaction);
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
