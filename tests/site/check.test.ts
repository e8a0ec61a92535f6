import { mkdirSync, readFileSync, rmdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { checkRules } from '#check/rules/index.ts';
import { checkRuleNames } from '#site/check-rules.ts';
import { faulty } from './faulty.ts';
import {
  buildSite,
  expectSameTree,
  type Files,
  guidang,
  listFiles,
  now,
  root,
  type TestSite,
  useFolders,
  writeSite,
} from './harness.ts';
import { sarifSchema } from './sarif-schema.ts';

const newFolder = useFolders();

function newSite(files: Files): TestSite {
  return writeSite(newFolder('check'), files);
}

function checkSite({ content, folder }: TestSite, args: readonly string[] = []) {
  return guidang(['check', '--content', content, '--now', now, ...args], { cwd: folder });
}

type Listed = {
  severity: string;
  rule: string;
  file: string | null;
  line: number | null;
  mend: string;
};
type Log = { errors: number; warnings: number; findings: Listed[] };

function findingsOf(site: TestSite, args: readonly string[] = []): Log {
  return JSON.parse(checkSite(site, ['--json', ...args]).stdout);
}

const good = { 'content/good.md': faulty['content/good.md'] ?? '' };

describe('a folder with a fault of each sort', () => {
  const site = newSite(faulty);

  test('is told as people read it', async () => {
    const { status, stdout, stderr } = checkSite(site);
    expect(stderr).toBe('');
    expect(status).toBe(1);
    await expect(stdout).toMatchFileSnapshot('golden/check.txt');
  });

  test('every rule finds its fault', () => {
    const found = new Set(findingsOf(site).findings.map(({ rule }) => rule));
    expect(checkRuleNames.filter((name) => !found.has(name))).toEqual([]);
  });

  test('errors stand before warnings, and each has a place, a reason and a mend', () => {
    const { errors, warnings, findings } = findingsOf(site);
    const severities = findings.map(({ severity }) => severity);
    expect(severities).toEqual([
      ...Array(errors).fill('error'),
      ...Array(warnings).fill('warning'),
    ]);
    for (const finding of findings) {
      expect(finding).toMatchObject({
        file: expect.stringMatching(/./),
        message: expect.stringMatching(/./),
        why: expect.stringMatching(/\.$/),
        mend: expect.stringMatching(/./),
      });
    }
  });

  test('nothing is published, and no source is touched', () => {
    expect(listFiles(site.folder).filter((path) => path.startsWith('public'))).toEqual([]);
    for (const [path, content] of Object.entries(faulty)) {
      expect(readFileSync(join(site.folder, path))).toEqual(Buffer.from(content));
    }
  });

  test('SARIF has the form of the standard, and leads to the lines', () => {
    const log = JSON.parse(checkSite(site, ['--sarif']).stdout);
    const validate = new Ajv({ allErrors: true }).compile(sarifSchema);
    expect(validate(log) ? [] : validate.errors).toEqual([]);
    const [run] = log.runs;
    expect(run.results).toHaveLength(findingsOf(site).findings.length);
    for (const { ruleId, ruleIndex, locations } of run.results) {
      expect(run.tool.driver.rules[ruleIndex].id).toBe(ruleId);
      for (const { physicalLocation } of locations) {
        const uri = decodeURIComponent(physicalLocation.artifactLocation.uri);
        expect(statSync(join(site.folder, uri)).isFile()).toBe(true);
      }
    }
  });
});

describe('what one file or the configuration is at fault for hides nothing else', () => {
  const faultyDate = { 'content/date.md': '---\ntitle: 甲\ndate: 2024-13-01\n---\n正文。\n' };
  const rules = ({ findings }: Log) => findings.map(({ rule }) => rule);

  test.each<[string, (content: string) => void, string]>([
    [
      'a line feed in a name',
      (content) => writeFileSync(join(content, 'a\nb.md'), '正文'),
      'unreadable',
    ],
    [
      'a control character',
      (content) => writeFileSync(join(content, 'a\u0007.txt'), ''),
      'unreadable',
    ],
    ['a folder of such a name', (content) => mkdirSync(join(content, 'a\u001b[2J')), 'unreadable'],
    ['a name that is no text', (content) => writeFileSync(notText(content), '正文'), 'unreadable'],
    ['a link', (content) => symlinkSync('date.md', join(content, 'link.md')), 'unreadable'],
    [
      'a link that leads nowhere',
      (content) => symlinkSync('x', join(content, 'x.md')),
      'unreadable',
    ],
  ])('%s', (_what, prepare, rule) => {
    const site = newSite({ ...good, ...faultyDate });
    prepare(site.content);
    expect(rules(findingsOf(site))).toEqual(expect.arrayContaining([rule, 'front-matter']));
    const { runs } = JSON.parse(checkSite(site, ['--sarif']).stdout);
    const told = runs[0].results.map(({ ruleId }: { ruleId: string }) => ruleId);
    expect(told).toEqual(expect.arrayContaining([rule, 'front-matter']));
  });

  test.each<[string, Files]>([
    ['no content folder', { 'site.config.yaml': '' }],
    ['a configuration that is no YAML', { ...good, 'site.config.yaml': 'a: [' }],
    ['a configuration with a wrong key', { ...good, 'site.config.yaml': 'titel: 甲\n' }],
  ])('%s is told to scripts too', (_what, files) => {
    const site = newSite(files);
    if (!('content/good.md' in files)) rmdirSync(site.content);
    const { status, stdout } = checkSite(site, ['--json']);
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ errors: 1, findings: [{ severity: 'error' }] });
    expect(JSON.parse(checkSite(site, ['--sarif']).stdout).runs[0].results).toHaveLength(1);
  });
});

/** A name whose bytes are no UTF-8, as disks hold it that were filled on other systems. */
function notText(content: string): Buffer {
  return Buffer.concat([Buffer.from(`${content}/`), Buffer.of(0xce, 0xc4), Buffer.from('.md')]);
}

describe('exit codes', () => {
  test('0 and not a word when all is well', () => {
    const { status, stdout, stderr } = checkSite(newSite(good));
    expect([status, stdout, stderr]).toEqual([0, '', '']);
  });

  test('0 with warnings alone', () => {
    const { status, stdout } = checkSite(
      newSite({ 'content/early.md': faulty['content/early.md'] ?? '' }),
    );
    expect(status).toBe(0);
    expect(stdout).toContain('0 errors, 1 warning');
  });

  test('2 for what the command does not know', () => {
    expect(checkSite(newSite(good), ['--sariff']).status).toBe(2);
    expect(checkSite(newSite(good), ['--json', '--sarif']).status).toBe(2);
  });

  test('1 where there is nothing to read', () => {
    const { status, stderr } = checkSite({ ...newSite(good), content: join(root, 'absent') });
    expect(status).toBe(1);
    expect(stderr).toContain('(content-folder)');
  });
});

describe('rules are switched by name', () => {
  const files = { 'content/early.md': faulty['content/early.md'] ?? '' };
  test.each([
    ['off', []],
    ['warning', ['warning']],
    ['error', ['error']],
  ])('%s', (level, severities) => {
    const config = `check: {date-before-1949: ${level}}\n`;
    const { findings } = findingsOf(newSite({ ...files, 'site.config.yaml': config }));
    expect(findings.map(({ severity }) => severity)).toEqual(severities);
  });

  test('a name that is none is a fault of the configuration, with the nearest', () => {
    const site = newSite({ ...files, 'site.config.yaml': 'check:\n  same-titel: off\n' });
    const { status, stderr } = checkSite(site);
    expect(status).toBe(1);
    expect(stderr).toMatch(/site\.config\.yaml:2.*check\.same-titel: no such key/);
    expect(stderr).toContain('Did you mean same-title?');
  });

  test('a level that is none is one too', () => {
    const site = newSite({ ...files, 'site.config.yaml': 'check:\n  same-title: loud\n' });
    expect(checkSite(site).stderr).toMatch(/check\.same-title: found "loud"/);
  });
});

describe('recorded addresses', () => {
  const recorded = { 'addresses.txt': '# promised\ndocuments/good/\ndocuments/old/\n' };
  const vanished = {
    rule: 'vanished-address',
    severity: 'error',
    file: '../addresses.txt',
    line: 3,
  };

  test('fail the check where nothing answers one, with the way to its line', () => {
    const site = newSite({ ...good, ...recorded });
    expect(findingsOf(site).findings).toMatchObject([vanished]);
    expect(checkSite(site).status).toBe(1);
  });

  test.each([
    ['an alias', '---\ntitle: 春季讲话\naliases: [old]\n---\n今天我们讲三件事。\n'],
    ['a withdrawn document', '---\nid: old\nwithdrawn: 撤回\n---\n今天我们讲三件事。\n'],
  ])('are answered by %s', (_, text) => {
    const site = newSite({ ...good, ...recorded, 'content/other.md': text });
    expect(findingsOf(site).findings).toEqual([]);
  });

  test('are looked for beside the configuration that is named', () => {
    const site = newSite({
      ...good,
      'own/site.config.yaml': 'title: 归档\n',
      'own/addresses.txt': 'documents/old/\n',
    });
    const { findings } = findingsOf(site, ['--config', join(site.folder, 'own/site.config.yaml')]);
    expect(findings).toMatchObject([{ ...vanished, file: '../own/addresses.txt', line: 1 }]);
  });

  test('that cannot be read are an error', () => {
    const site = newSite({ ...good, 'addresses.txt/in-its-place': 'x' });
    expect(checkSite(site).status).toBe(1);
    expect(findingsOf(site).findings).toMatchObject([{ rule: 'other', severity: 'error' }]);
  });
});

describe('links to places', () => {
  const links: readonly [what: string, link: string, message: string | null][] = [
    ['a section', 'b.md#s1', null],
    ['its own section', '#s1', null],
    ['the top', '#top', null],
    ['nothing', '#', null],
    ['a footnote', 'b.md#fn1', null],
    ['words of the text', 'b.md#:~:text=%E6%AD%A3%E6%96%87', null],
    ['a page of a file', 'paper.pdf#page=3', null],
    ['another host', 'https://other.example/a#b', null],
    ['a section that is not there', 'b.md#s3', 'no place #s3 in b.md'],
    ['one of its own that is not there', '#nothing', 'no place #nothing in a.md'],
    [
      'the name of a heading',
      'b.md#%E4%B8%80%E6%80%BB%E5%88%99-aims',
      'no place #一总则-aims in b.md',
    ],
    ['a name that is no encoding', 'b.md#%E4%', 'no place #%E4%25 in b.md'],
  ];
  const target = '## 一、（总则） Aims\n\n正文。\n\n## 二、附则\n\n正文。[^1]\n\n[^1]: 注。\n';
  const site = newSite({
    'content/a.md': `---\ntitle: 来处\n---\n## 一、开头\n\n${links.map(([what, link]) => `这是[${what}](${link})。\n`).join('\n')}`,
    'content/b.md': `---\ntitle: 目标\n---\n${target}`,
    'content/paper.pdf': '%PDF',
  });
  const { findings } = findingsOf(site);

  test.each(links.map((each, index) => [...each, 6 + index * 2] as const))(
    '%s: %s',
    (_, __, message, line) => {
      const found = findings.filter((finding) => finding.line === line);
      const place = { rule: 'broken-fragment', severity: 'warning', file: 'a.md' };
      expect(found).toMatchObject(message === null ? [] : [{ ...place, message }]);
    },
  );

  test('are mended where a heading has the name', () => {
    expect(findings.map(({ mend }) => mend)).toContain(
      'Write #s1, where 一、（总则） Aims stands.',
    );
  });
});

test('what a text would do to a terminal is shown', () => {
  const site = newSite({
    'content/a.md': '# 甲\n\n见[乙](b.md#nowhere2J)。\n',
    'content/b.md': '# 乙\n\n## nowhere\u009b2J\n\n正文。\n',
  });
  const { stdout } = checkSite(site);
  expect(stdout).toContain('nowhere\\u009b2J');
  expect(stdout).not.toContain('\u009b');
});

describe('the cache is shared', () => {
  test('a second check tells the same, and reads nothing anew', () => {
    const site = newSite(faulty);
    const first = findingsOf(site);
    const packs = listFiles(join(site.folder, '.guidang'));
    expect(findingsOf(site)).toEqual(first);
    expect(listFiles(join(site.folder, '.guidang'))).toEqual(packs);
  });

  test('a damaged outline is read anew', () => {
    const site = newSite({
      'content/a.md': '# 甲\n\n见[乙](b.md#nowhere)。\n',
      'content/b.md': '# 乙\n\n## 第一节\n\n正文。\n',
    });
    const first = findingsOf(site);
    const cache = join(site.folder, '.guidang');
    for (const pack of listFiles(cache).filter((name) => name.endsWith('.pack'))) {
      const bytes = readFileSync(join(cache, pack));
      bytes.write('X', bytes.indexOf('"s1"'));
      writeFileSync(join(cache, pack), bytes);
    }
    expect(findingsOf(site)).toEqual(first);
  });

  test('a build after an edit and a check gives what a clean one gives', () => {
    const site = newSite({ ...good, 'content/notice.md': faulty['content/notice-1.md'] ?? '' });
    buildSite(site);
    writeSite(site.folder, { 'content/notice.md': faulty['content/notice-2.md'] ?? '' });
    findingsOf(site);
    buildSite(site);
    const output = join(site.folder, 'clean');
    buildSite({ ...site, output }, ['--no-cache']);
    expectSameTree(site.output, output);
  });

  test('drafts are checked where they are asked for', () => {
    const site = newSite({ 'content/a.md': '---\ntitle: 草稿\ndraft: true\n---\n\n# 草稿\n' });
    expect(findingsOf(site).findings).toEqual([]);
    expect(findingsOf(site, ['--drafts']).findings.map(({ rule }) => rule)).toEqual(['empty-text']);
  });
});

test('the rules, their names and their rows in the documentation are the same', () => {
  const names = checkRules.map(({ name }) => name);
  expect(names).toEqual([...checkRuleNames]);
  const rows = readFileSync(join(root, 'docs/checking.md'), 'utf8').matchAll(
    /^\| `([a-z0-9-]+)` \| (error|warning)/gm,
  );
  expect([...rows].map(([, name, severity]) => [name, severity])).toEqual(
    checkRules.map(({ name, severity }) => [name, severity]),
  );
});
