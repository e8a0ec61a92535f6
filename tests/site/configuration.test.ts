import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { guidang, listFiles, now, type TestSite, useFolders, writeSite } from './harness.ts';
import { reportOf } from './here.ts';

/* A configuration that is there and cannot be read must not count as none: with it `privacy` would be gone. */

const newFolder = useFolders();

const number = '13812345678';
const redacting = 'privacy: redact\n';

function newSite(prepare: (folder: string) => void): TestSite {
  const site = writeSite(newFolder('configuration'), {
    'content/a.md': `# 通知\n\n联系电话${number}。\n`,
  });
  prepare(site.folder);
  return site;
}

const write = (name: string, content: string | Uint8Array) => (folder: string) =>
  void writeSite(folder, { [name]: content });

describe.each<[string, string, (folder: string) => void]>([
  ['a folder', 'config-unreadable', (folder) => mkdirSync(join(folder, 'site.config.yaml'))],
  [
    'a link to itself',
    'config-unreadable',
    (folder) => symlinkSync('site.config.yaml', join(folder, 'site.config.yaml')),
  ],
  [
    'bytes of no encoding',
    'config-unreadable',
    write('site.config.yaml', Buffer.of(0xff, 0x3a, 0xff)),
  ],
  ['site.config.yml', 'config-name', write('site.config.yml', redacting)],
  ['Site.Config.yaml', 'config-name', write('Site.Config.yaml', redacting)],
  ['site.config.yaml.txt', 'config-name', write('site.config.yaml.txt', redacting)],
  ['site.config.json', 'config-name', write('site.config.json', '{"privacy":"redact"}')],
  ['no YAML', 'config-yaml', write('site.config.yaml', 'privacy: [redact\n')],
  ['no map', 'config-value', write('site.config.yaml', '- privacy: redact\n')],
])('a configuration that is %s', (_what, rule, prepare) => {
  test('keeps everything from being published, and is named', async () => {
    const site = newSite(prepare);
    const { status, report } = await reportOf(site);
    expect(status).toBe(1);
    expect(report.problems).toMatchObject([{ severity: 'error', rule }]);
    expect(listFiles(site.folder).filter((path) => path.startsWith('public/'))).toEqual([]);
  });

  test('is told by check and explain', () => {
    const { folder } = newSite(prepare);
    const checked = guidang(['check', '--json', '--now', now], { cwd: folder });
    expect(JSON.parse(checked.stdout)).toMatchObject({ errors: 1 });
    const explained = guidang(['explain', 'content/a.md'], { cwd: folder });
    expect({ status: explained.status, stdout: explained.stdout }).toEqual({
      status: 1,
      stdout: '',
    });
    expect(explained.stderr).toContain(`(${rule})`);
  });
});

test.each([
  ['UTF-16 with a mark', Buffer.from(`\ufeff${redacting}`, 'utf16le')],
  ['UTF-8 with a mark', `\ufeff${redacting}`],
  [
    'GBK',
    Buffer.concat([
      Buffer.from('title: '),
      Buffer.of(0xb9, 0xe9, 0xb5, 0xb5),
      Buffer.from(`\n${redacting}`),
    ]),
  ],
])('one in %s is read', async (_what, content) => {
  const site = newSite(write('site.config.yaml', content));
  const { report } = await reportOf(site);
  expect(report).toMatchObject({ problems: [], redacted: 1 });
});
