import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { reader, readText } from '../spec/read.ts';
import { buildSite, listFiles, readPage, useFolders, writeSite } from './harness.ts';
import { reportOf } from './here.ts';

const newFolder = useFolders();

/** The standard's example of an identity number; the others are invented, or for tests. */
const resident = '11010519491231002X';
const mobile = '13812345678';
const spaced = '139 1234 5678';
const card = '6222021200001234561';
const address = 'zhang.san@example.cn';
const passport = 'G12345678';

const talk = `---
title: 联系人${mobile}的讲话
date: 2024-08-07
tags: [值班, "手机${mobile}"]
speaker: 张三
联系: {电话: ${mobile}, 邮箱: ["${address}"]}
summary: 有事请打${mobile}
---
同志们：请大家有事打张三的电话**139** 1234 5678，或写信到[邮箱](mailto:${address})。

下面讲三点意见，大家认真听一听，身份证号码是${resident}。

| 姓名 | 护照号 | 卡号 |
| --- | --- | --- |
| 张三 | ${passport} | ${card} |

## 一、关于${mobile}

- 列表里也有１３８１２３４５６７８这个号码

国发〔2024〕7号文件拨款13812345678元。
`;

const record = `会议记录\n时间：2024年8月7日\n地点：会议室\n主持人：李四（${mobile}）\n`;

function writeTalks(privacy: string) {
  const folder = newFolder('privacy');
  const site = writeSite(folder, {
    'site.config.yaml': `privacy: ${privacy}\n`,
    'content/talk.md': talk,
    'content/record.txt': record,
    'content/good.md': '---\ntitle: 好的\ndate: 2024-01-02\n---\n正文。\n',
  });
  return { ...site, folder };
}

const numbers = [resident, mobile, card, address, passport, '１３８１２３４５６７８', 'zhang.san'];

describe('privacy: warn', () => {
  test('names file and line of each, masked, and publishes', async () => {
    const { status, report } = await reportOf(writeTalks('warn'));
    const told = report.problems
      .filter(({ rule }) => rule === 'privacy')
      .map(({ severity, file, line, message }) => `${file}:${line} ${severity} ${message}`);
    expect(told).toMatchInlineSnapshot(`
      [
        "record.txt:4 warning a mobile number: 138******78",
        "talk.md:2 warning a mobile number: 138******78",
        "talk.md:4 warning a mobile number: 138******78",
        "talk.md:6 warning a mobile number: 138******78",
        "talk.md:6 warning an e-mail address: z***@example.cn",
        "talk.md:7 warning a mobile number: 138******78",
        "talk.md:9 warning a mobile number: 139********78",
        "talk.md:9 warning an e-mail address: z***@example.cn",
        "talk.md:11 warning a resident identity number: 110***************",
        "talk.md:15 warning a passport number: G******78",
        "talk.md:15 warning the number of a bank card: 6222***************",
        "talk.md:17 warning a mobile number: 138******78",
        "talk.md:19 warning a mobile number: １３８******７８",
      ]
    `);
    expect(status).toBe(0);
    expect(report.documents).toBe(3);
  });

  test('no number stands in what is told', async () => {
    const { report } = await reportOf(writeTalks('warn'));
    const told = JSON.stringify(report.problems);
    for (const number of [...numbers, spaced]) expect(told).not.toContain(number);
  });

  test('is told by a build that reads nothing anew', () => {
    const site = writeTalks('warn');
    const first = buildSite(site);
    expect(buildSite(site).report.problems).toEqual(first.report.problems);
  });
});

test('privacy: off says nothing', async () => {
  const { report } = await reportOf(writeTalks('off'));
  expect(report.problems.filter(({ rule }) => rule.startsWith('privacy'))).toEqual([]);
});

describe('privacy: error', () => {
  test('publishes nothing, and names what it has found', async () => {
    const site = writeTalks('error');
    const { status, report } = await reportOf(site);
    expect(status).toBe(1);
    expect(report.problems.some(({ severity }) => severity === 'error')).toBe(true);
    expect(report.documents).toBe(0);
    expect(listFiles(site.folder).filter((path) => path.startsWith('public'))).toEqual([]);
  });

  test('leaves what was published before as it is', async () => {
    const site = writeTalks('off');
    await reportOf(site);
    const before = listFiles(site.output);
    writeSite(site.folder, { 'site.config.yaml': 'privacy: error\n' });
    const { status, report } = await reportOf(site);
    expect([status, report.written, report.removed]).toEqual([1, 0, 0]);
    expect(listFiles(site.output)).toEqual(before);
  });
});

describe('privacy: redact', () => {
  test('no output holds a number, and the source is as it was', async () => {
    const site = writeTalks('redact');
    const { status, report } = await reportOf(site);
    expect(status).toBe(0);
    expect(report.redacted).toBe(13);
    for (const path of listFiles(site.output)) {
      const text = readFileSync(join(site.output, path), 'utf8').replaceAll('13812345678元', '');
      for (const number of numbers)
        expect(`${path}: ${text.includes(number)}`).toBe(`${path}: false`);
    }
    expect(readFileSync(join(site.content, 'talk.md'), 'utf8')).toBe(talk);
  });

  test('a page says what stood there, and keeps the rest', async () => {
    const site = writeTalks('redact');
    await reportOf(site);
    const page = readPage(site.output, 'documents/talk/index.html');
    expect(page).toContain('联系人［手机号码已隐去］的讲话');
    expect(page).toContain('<strong>［手机号码已隐去］</strong>，或写信到');
    expect(page).toContain('<td>［护照号码已隐去］</td>');
    expect(page).toContain('国发〔2024〕7号文件拨款13812345678元');
    expect(readPage(site.output, 'feed.xml')).toContain('［手机号码已隐去］');
  });

  test('the text that is searched holds the label too', () => {
    const bytes = new TextEncoder().encode(talk);
    const redacting = { ...reader, privacy: 'redact' } as const;
    const text = readText('talk.md', bytes, null, redacting).document?.searchText;
    const searched = inflateSync(text ?? new Uint8Array()).toString('utf16le');
    expect(searched).toContain('张三的电话［手机号码已隐去］');
    for (const number of numbers)
      expect(searched.replace('13812345678元', '')).not.toContain(number);
  });

  test('what an address is made of cannot be redacted: the document is left out', async () => {
    const site = writeSite(newFolder('privacy'), {
      'site.config.yaml': 'privacy: redact\n',
      [`content/talk-${mobile}.md`]: '---\ntitle: 讲话\n---\n正文。\n',
      'content/other.md': `---\ntitle: 讲话二\nid: a-${mobile}\naliases: ["${mobile}"]\n---\n正文。\n`,
      'content/good.md': '---\ntitle: 好的\n---\n正文。\n',
    });
    const { status, report } = await reportOf(site);
    expect(status).toBe(1);
    expect(report.documents).toBe(1);
    expect(report.problems.map(({ rule }) => rule)).toEqual(Array(3).fill('privacy-address'));
    expect(listFiles(site.output).filter((path) => path.includes(mobile))).toEqual([]);
  });

  test.each([
    ['a linked file', `[甲](${mobile}.pdf)`],
    ['a folder of one', `[甲](${mobile}/a.pdf)`],
    ['a shown file', `![甲](${mobile}.png)`],
    ['a file that is not there', `[甲](没有${mobile}.pdf)`],
    ['a place in a document', `[甲](good.md#${mobile})`],
    ['an encoded place', `[甲](good.md#%31${mobile.slice(1)})`],
  ])('nor can %s: the document is left out', async (_what, link) => {
    const site = writeSite(newFolder('privacy'), {
      'site.config.yaml': 'privacy: redact\n',
      [`content/${mobile}.pdf`]: 'x',
      [`content/${mobile}.png`]: 'x',
      [`content/${mobile}/a.pdf`]: 'x',
      'content/a.md': `# 讲话\n\n见${link}。\n`,
      'content/good.md': '# 好的\n\n正文。\n',
    });
    const { report } = await reportOf(site);
    expect(report.documents).toBe(1);
    expect(report.problems).toMatchObject(
      expect.arrayContaining([expect.objectContaining({ rule: 'privacy-address', line: 3 })]),
    );
    expect(listFiles(site.output).filter((path) => path.includes(mobile))).toEqual([]);
  });

  test.each([
    ['in the address of another site', `[甲](https://a.example/%31${mobile.slice(1)})`],
    ['behind the fence of a code', `\`\`\`${mobile}\n甲\n\`\`\``],
  ])('%s it stands on no page', async (_where, text) => {
    const site = writeSite(newFolder('privacy'), {
      'site.config.yaml': 'privacy: redact\n',
      'content/a.md': `# 讲话\n\n${text}\n`,
    });
    const { report } = await reportOf(site);
    expect(report.documents).toBe(1);
    const holding = listFiles(site.output).filter((path) =>
      readPage(site.output, path).includes(mobile.slice(1)),
    );
    expect(holding).toEqual([]);
  });
});
