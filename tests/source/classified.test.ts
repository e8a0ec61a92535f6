import { describe, expect, test } from 'vitest';
import { read } from '../spec/read.ts';
import { told } from '../spec/told.ts';

const prose = '各村要把汛期值班安排好，有情况及时报告，不得脱岗。';

/** The words by which a text is said to be classified; null where it is not. */
function markOf(text: string, file = 'text.txt'): string | null {
  const { diagnostics } = read(text, file);
  const found = diagnostics.find(({ rule }) => rule === 'classified');
  return found === undefined ? null : told(found.message);
}

const withHead = (...head: string[]) => ['关于防汛工作的通知', ...head, prose].join('\n');

describe('a document with such a mark is left out', () => {
  test.each([
    '机密★10年',
    '秘密★1年',
    '绝密★启用前',
    '机 密',
    '【绝密】',
    '秘密',
    '密级：秘密',
    '密级:机密★20年',
    '密　级：　绝密',
    '保密等级：机密',
    '000001　机密★1年　特急',
    '000012 秘密 加急',
    '機密',
    '密等：機密',
    '（此件不公开）',
    '此件不予公开',
    '（此件依申请公开）',
    '公开属性：不予公开',
    '信息公开选项：依申请公开',
    '内部资料，请勿外传',
    '（内部文件 不得外传）',
    '[内部资料　注意保存]',
    '密级：内部',
    '三塘乡文件                      秘密',
    '〔内部资料 请勿外传〕',
    '机密级★10年',
    '密级：秘密级',
    '机密*10年',
    '机密 10年',
    '机密（10年）',
    '000001机密★10年',
    '特急　机密',
    '关于防汛的通知（此件不公开）',
    '（不公开）',
    '请勿外传',
    '（此件不公開）',
  ])('%s', (mark) => {
    expect(markOf(withHead(mark))).toContain('it is not published');
  });

  test('at its foot, where the mark can be nothing else', () => {
    expect(markOf(`通知\n${`${prose}\n`.repeat(12)}（此件不公开）\n`)).not.toBe(null);
    expect(markOf(`通知\n${`${prose}\n`.repeat(12)}附件：机密★10年\n机密★10年\n`)).not.toBe(null);
  });

  test.each([
    ['in a table of Markdown', '# 纪要\n\n| 密级 | 机密 |\n| --- | --- |\n| 时间 | 今天 |\n'],
    ['in bold', `# 纪要\n\n**密级：秘密**\n\n${prose}\n`],
    ['as a heading', `# 机密★10年\n\n# 纪要\n\n${prose}\n`],
    ['in a list', `# 纪要\n\n- 密级：秘密\n- 时间：今天\n`],
    ['in a quotation', `# 纪要\n\n> 绝密★长期\n\n${prose}\n`],
  ])('%s', (_where, text) => {
    expect(markOf(text, 'text.md')).not.toBe(null);
  });

  test.each([
    ['密级', '秘密'],
    ['密级', '"机密★10年"'],
    ['classification', 'secret'],
    ['classification', '内部'],
    ['confidential', 'true'],
    ['保密等级', '绝密'],
    ['tags', '[纪要, 机密]'],
    ['status', '秘密'],
    ['涉密', 'true'],
    ['公开属性', '不予公开'],
  ])('with the field %s: %s', (name, value) => {
    const { diagnostics } = read(`---\ntitle: 纪要\n${name}: ${value}\n---\n${prose}\n`, 'text.md');
    expect(diagnostics).toMatchObject([{ rule: 'classified', place: { line: 3 } }]);
  });

  test.each([
    '【机密】会议纪要.txt',
    '会议纪要（秘密）.md',
    '机密★10年 会议纪要.txt',
    '涉密文件/纪要.txt',
    '2024/绝密/纪要.md',
    '机密.md',
    '纪要-机密.md',
    '纪要（机密级）.txt',
    '01机密/纪要.md',
    '不公开/纪要.md',
  ])('with the name %s', (file) => {
    expect(markOf(withHead(), file)).not.toBe(null);
  });
});

describe('a document that speaks of such things is not', () => {
  test.each([
    '要严格保守国家秘密，不得泄露。',
    '按照《保守国家秘密法》，国家秘密分为绝密、机密、秘密三级。',
    '一、绝密级国家秘密是最重要的国家秘密',
    '密级分为：绝密、机密、秘密',
    '商业秘密不予公开的，应当说明理由。',
    '（此件公开发布）',
    '公开属性：主动公开',
    '保密工作会议记录',
    '秘密档案的开放',
    'A.秘密　B.机密　C.绝密',
    '内部管理制度要公开上墙',
    '绝密★启用前的试卷应当密封保存，启用时当众拆封。',
    '依申请公开',
    '机密工作10年回顾',
  ])('%s', (line) => {
    expect(markOf(withHead(line))).toBe(null);
  });

  test('a bare word in the midst of a text is one of its words', () => {
    expect(markOf(`密码学\n${`${prose}\n`.repeat(10)}机密\n${prose}\n`)).toBe(null);
  });
});

test.each(['allow', '允许'])('classification: %s lets it be published', (value) => {
  const text = `---\ntitle: 旧档\nclassification: ${value}\n---\n机密★10年\n\n${prose}\n`;
  expect(markOf(text, '【机密】旧档.md')).toBe(null);
});

test.each(['公开', '主动公开', '已解密', '一般', 'public', '无', '非密', ''])(
  '密级: %s is no mark',
  (value) => {
    expect(markOf(`---\ntitle: 纪要\n密级: ${value}\n---\n${prose}\n`, 'text.md')).toBe(null);
  },
);

test.each(['news', '讲话', 'A'])('classification: %s sorts a document, and is no mark', (value) => {
  expect(markOf(`---\ntitle: 纪要\nclassification: ${value}\n---\n${prose}\n`, 'text.md')).toBe(
    null,
  );
});

test('a comment may grade the text', () => {
  expect(markOf(`<!-- 密级：机密 -->\n\n# 通知\n\n${prose}`, 'a.md')).toContain('密级：机密');
  expect(markOf(`<!--\n绝密\n-->\n\n# 通知\n\n${prose}`, 'a.md')).toContain('绝密');
  expect(markOf(`<!-- 保密工作另发 -->\n\n# 通知\n\n${prose}`, 'a.md')).toBeNull();
});

test.each([
  '人事调整会议纪要【秘密】',
  '班子分工通报（机密）',
  '（机密）关于选点的报告',
  '绝密：村史稿',
  '村史稿（初稿，请勿外传）',
  '人事名单（内部，不得外传）',
  '换届通报〔机密★3年〕',
])('the title %s grades the text', (title) => {
  expect(markOf(`# ${title}\n\n${prose}`, 'a.md')).not.toBeNull();
  expect(markOf(`${title}\n${prose}`)).not.toBeNull();
});

test.each([
  '保密工作会议纪要',
  '关于《秘密》一书的读后感',
  '绝密飞行（电影）观后感',
  '关于加强机密文件管理的通知',
  '文件（外传须登记）',
  '会议资料请勿外传的规定',
])('the title %s does not', (title) => {
  expect(markOf(`# ${title}\n\n${prose}`, 'a.md')).toBeNull();
});
