import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  buildSite,
  type Files,
  guidang,
  listFiles,
  now,
  type Problem,
  type Report,
  type TestSite,
  useFolders,
  writeSite,
} from './harness.ts';
import { buildHere } from './here.ts';

const newFolder = useFolders();

/** Another document of each site, which has to be published in spite of the bad one. */
const good = { 'content/good.md': '---\ntitle: 好的\ndate: 2024-01-02\n---\n正文。\n' };

type Outcome = {
  site: TestSite;
  status: number | null;
  documents: number;
  skipped: Report['skipped'];
  problems: Problem[];
  /** Standard error. */
  told: string;
};

/**
 * Builds a site as people do and takes apart what it tells them. That `--json` says the same is a
 * test of its own.
 */
async function outcomeOf(files: Files, args: readonly string[] = []): Promise<Outcome> {
  const site = writeSite(newFolder('errors'), files);
  const { content, output } = site;
  const folders = ['--content', content, '--output', output];
  const { status, stdout, stderr } = await buildHere([...folders, '--now', now, ...args]);
  expectNoStack(stderr + stdout);
  const problems = stderr.split('\n').flatMap(readProblem);
  const skipped = [...stdout.matchAll(/^left out: (.+?): (.+)$/gm)].map(
    ([, file = '', reason = '']) => ({ file, reason }),
  );
  const documents = Number(/^(\d+) documents?, /m.exec(stdout)?.[1]);
  return { site, status, documents, skipped, problems, told: stderr };
}

const problemLine = /^(?:(\S.*?)(?::(\d+)(?::(\d+))?)? )??(error|warning) (.+) \(([a-z-]+)\)$/;

/** `content/a.md:3:7 error what is wrong (rule)`; the line after it may say how to mend it. */
function readProblem(line: string, index: number, lines: readonly string[]): Problem[] {
  const match = problemLine.exec(line);
  if (match === null) return [];
  const [, file = null, row, column, severity, message = '', rule = ''] = match;
  const number = (written: string | undefined) => (written === undefined ? null : Number(written));
  const rest = lines.slice(index + 1);
  const own = rest.slice(
    0,
    rest.findIndex((each) => !each.startsWith('    ')),
  );
  const hint = own.findLast((each) => !/^ {4}[> ] *\d* \|/.test(each))?.trim() ?? null;
  return [
    {
      severity: severity === 'error' ? 'error' : 'warning',
      rule,
      file,
      line: number(row),
      column: number(column),
      message,
      hint,
    },
  ];
}

function expectNoStack(text: string): void {
  expect(text).not.toMatch(/^ {4}at /m);
  expect(text).not.toMatch(/node:internal|\.ts:\d+:\d+\)/);
}

function errorsOf({ problems }: Outcome): Problem[] {
  return problems.filter(({ severity }) => severity === 'error');
}

test('--json tells the same problems as the words for people', async () => {
  const files = {
    ...good,
    'content/a.md': '---\ntilte: 一\n---\n见[另一篇](missing.md)。\n',
    'content/b.md': '---\ntitle：二\n---\n正文。\n',
    'content/c.md': '---\ndate: 昨天\nid: good\n---\n正文。\n',
    'content/d.txt': Buffer.from([0x41, 0xff, 0xff]),
    'templates/popular.njk': '{{ nothing_such }}\n',
  };
  const { site, status, problems, skipped, documents } = await outcomeOf(files);
  const { status: other, report } = buildSite(site);
  expect(problems).toHaveLength(6);
  expect([status, other]).toEqual([1, 1]);
  // What people are told has the path of a file, and a template's values are no hint
  expect(report.problems.map(({ hint, ...rest }) => rest)).toEqual(
    problems.map(({ hint, ...rest }) => rest),
  );
  expect(report.problems.map(({ hint }) => hint)).toEqual(problems.map(({ hint }) => hint));
  expect(report.skipped).toEqual(skipped);
  expect(report.documents).toBe(documents);
});

describe('front matter', () => {
  test('with a full-width colon', async () => {
    const outcome = await outcomeOf({
      ...good,
      'content/bad.md': '---\ndate: 2024-01-01\ntitle：标题\n---\n正文。\n',
    });
    expect(outcome.status).toBe(1);
    expect(errorsOf(outcome)).toMatchObject([{ file: 'bad.md', line: 3, column: 6 }]);
    expect(errorsOf(outcome)[0]?.message).toMatch(/full-width colon/);
    expect(outcome.told).toContain('> 3 | title：标题');
    expect(outcome.skipped.map(({ file }) => file)).toEqual(['bad.md']);
    expect(outcome.documents).toBe(1);
    expect(listFiles(outcome.site.output)).toContain('documents/good/index.html');
    expect(listFiles(outcome.site.output)).not.toContain('documents/bad/index.html');
  });

  test('with a full-width colon in the fields beside a plain text', async () => {
    const files = {
      ...good,
      'content/bad.txt': '标题\n正文。\n',
      'content/bad.yaml': 'date：2024\n',
    };
    const outcome = await outcomeOf(files);
    expect(outcome.status).toBe(1);
    expect(errorsOf(outcome)).toMatchObject([{ file: 'bad.yaml', line: 1, column: 5 }]);
  });

  test.each(['昨天', '2024-13-01', '2023-02-29', '2024-08-07 25:00', '08/07/2024', 'true'])(
    'with the date %s',
    async (date) => {
      const outcome = await outcomeOf({
        ...good,
        'content/bad.md': `---\ntitle: 标题\ndate: ${date}\n---\n正文。\n`,
      });
      expect(outcome.status).toBe(1);
      expect(errorsOf(outcome)).toMatchObject([{ file: 'bad.md', line: 3 }]);
      expect(errorsOf(outcome)[0]?.message).toContain('date: found');
      expect(errorsOf(outcome)[0]?.message).toContain(date);
      expect(errorsOf(outcome)[0]?.message).toContain('2024-08-07');
    },
  );

  test.each([
    ['tilte', 'title'],
    ['data', 'date'],
    ['organization', 'organisation'],
    ['catgory', 'category'],
  ])('with %s for %s is a warning that names the field', async (written, meant) => {
    const outcome = await outcomeOf({
      'content/a.md': `---\nkind: speech\n${written}: 2024\n---\n正文。\n`,
    });
    expect(outcome.status).toBe(0);
    expect(outcome.problems).toMatchObject([
      { severity: 'warning', file: 'a.md', line: 3, message: expect.stringContaining(written) },
    ]);
    expect(outcome.problems[0]?.hint).toContain(meant);
    expect(outcome.told).toContain(`Did you mean ${meant}?`);
  });

  test('with a field of a name of its own is no warning', async () => {
    const outcome = await outcomeOf({
      'content/a.md': '---\narchivist: 王\n密级: 公开\n---\n正文。\n',
    });
    expect([outcome.status, outcome.problems]).toEqual([0, []]);
  });

  test.each([
    ['views: many', 'views'],
    ['draft: perhaps', 'draft'],
    ['tags: {a: b}', 'tags'],
    ['id: 中文', 'id'],
    ['id: ../up', 'id'],
  ])('with %s', async (line, field) => {
    const outcome = await outcomeOf({
      ...good,
      'content/bad.md': `---\ntitle: 标题\n${line}\n---\n正文。\n`,
    });
    expect(outcome.status).toBe(1);
    expect(errorsOf(outcome)).toMatchObject([{ file: 'bad.md', line: 3 }]);
    expect(errorsOf(outcome)[0]?.message).toMatch(new RegExp(`^${field}: found .*expected `));
  });

  test('that is not YAML', async () => {
    const outcome = await outcomeOf({
      ...good,
      'content/bad.md': '---\ntitle: "没有关上\ndate: 2024\n---\n正文。\n',
    });
    expect(outcome.status).toBe(1);
    expect(errorsOf(outcome)[0]).toMatchObject({ file: 'bad.md', line: expect.any(Number) });
    expect(errorsOf(outcome)[0]?.message).toContain('not YAML');
  });

  test('without an end', async () => {
    const outcome = await outcomeOf({ ...good, 'content/bad.md': '---\ntitle: 标题\n\n正文。\n' });
    expect(outcome.status).toBe(1);
    expect(errorsOf(outcome)).toMatchObject([{ file: 'bad.md', line: 1 }]);
  });

  test('that is a program is not run', async () => {
    const program = '---js\n{ title: (() => { throw new Error("run") })() }\n---\n正文。\n';
    const outcome = await outcomeOf({ ...good, 'content/bad.md': program });
    expect(outcome.status).toBe(1);
    expect(errorsOf(outcome)).toMatchObject([{ file: 'bad.md', line: 1 }]);
  });
});

describe('bytes', () => {
  test('that are no encoding: names the file and the byte', async () => {
    const bytes = Buffer.concat([Buffer.from('好'.repeat(10)), Buffer.from([0xff, 0xff, 0x0a])]);
    const outcome = await outcomeOf({ ...good, 'content/bad.txt': bytes });
    expect(outcome.status).toBe(1);
    expect(errorsOf(outcome)).toMatchObject([{ file: 'bad.txt' }]);
    expect(errorsOf(outcome)[0]?.message).toMatch(/at byte 30\b/);
    expect(outcome.skipped).toMatchObject([{ file: 'bad.txt' }]);
    expect(outcome.documents).toBe(1);
  });

  test('that are half a character of UTF-16', async () => {
    const bytes = Buffer.concat([
      Buffer.from([0xff, 0xfe]),
      Buffer.from('标题', 'utf16le'),
      Buffer.from([0x41]),
    ]);
    const outcome = await outcomeOf({ ...good, 'content/bad.md': bytes });
    expect(outcome.status).toBe(1);
    expect(errorsOf(outcome)[0]?.message).toMatch(/UTF-16LE.* at byte [67]\b/);
  });

  test('of a program, not of a text', async () => {
    const outcome = await outcomeOf({
      ...good,
      'content/bad.txt': Buffer.from([1, 2, 3, 0, 0, 0, 4]),
    });
    expect(outcome.status).toBe(1);
    expect(errorsOf(outcome)[0]?.message).toMatch(/NUL byte.* at byte 3\b/);
  });
});

describe('one address', () => {
  test.each<[string, Files]>([
    [
      'by an id of each',
      {
        'content/one.md': '---\nid: work\n---\n一。\n',
        'content/two.md': '---\nid: work\n---\n二。\n',
      },
    ],
    [
      'by an alias',
      { 'content/one.md': '---\naliases: [two]\n---\n一。\n', 'content/two.md': '二。' },
    ],
    [
      'by an alias of each',
      {
        'content/one.md': '---\naliases: [x]\n---\n一。\n',
        'content/two.md': '---\naliases: [x]\n---\n二。\n',
      },
    ],
  ])('for two documents, %s: names both', async (_, files) => {
    const outcome = await outcomeOf(files);
    const names = Object.keys(files).map((path) => path.replace('content/', ''));
    expect(outcome.status).toBe(1);
    expect(errorsOf(outcome)).toHaveLength(1);
    for (const name of names) expect(errorsOf(outcome)[0]?.message).toContain(name);
    expect(names).toContain(errorsOf(outcome)[0]?.file);
  });

  test('for two copied files in NFC and NFD: names both', async () => {
    const [nfc, nfd] = ['é.png', 'é.png'].map((name, index) =>
      name.normalize(index === 0 ? 'NFC' : 'NFD'),
    );
    const outcome = await outcomeOf({
      ...good,
      'content/links.md': '[图](é.png)\n',
      [`content/${nfc}`]: 'x',
      [`content/${nfd}`]: 'y',
    });
    expect(outcome.status).toBe(1);
    expect(errorsOf(outcome)).toHaveLength(1);
  });
});

describe('the configuration', () => {
  test.each([
    ['an unknown key', 'title: 归档\npagesize: 20\n', 2, ['pagesize', 'pageSize']],
    ['an unknown key within', 'popular:\n  counts: 3\n', 2, ['popular.counts', 'count']],
    ['a wrong value', 'title: 归档\n\npageSize: many\n', 3, ['pageSize', '"many"', 'whole number']],
    ['a number too large', 'pageSize: 5000\n', 1, ['pageSize', '5000', 'from 1 to 1000']],
    ['another language', 'locale: fr\n', 1, ['locale', '"fr"', 'zh-CN', 'en']],
    [
      'a time zone that does not exist',
      'timeZone: Asia/Beijing\n',
      1,
      ['timeZone', '"Asia/Beijing"', 'Asia/Shanghai'],
    ],
    [
      'an address that is none',
      'siteUrl: archive\n',
      1,
      ['siteUrl', '"archive"', 'https://archive.example'],
    ],
    ['a list in place of keys', '- title\n', 1, ['keys with values']],
    [
      'a navigation without a page',
      'navigation:\n  - title: 首页\n',
      2,
      ['navigation.0.page', 'nothing'],
    ],
    [
      'a navigation that runs a script',
      'navigation:\n  - title: 首页\n    page: "javascript:alert(1)"\n',
      3,
      ['navigation.0.page', 'a page of the site'],
    ],
    ["a repository's files", 'publish:\n  - .git/config\n', 2, ['publish.0', 'below content/']],
    ['a nonsense date', 'now: 昨天\n', 1, ['now', '"昨天"', '2024-08-07']],
    ['a key twice', 'title: 一\ntitle: 二\n', 2, ['unique']],
    ['no YAML', 'title: "归档\n', 2, ['not YAML']],
  ])('with %s', async (_, text, line, mentions) => {
    const outcome = await outcomeOf({ ...good, 'site.config.yaml': text });
    expect(outcome.status).toBe(1);
    const [problem] = errorsOf(outcome);
    expect(problem).toMatchObject({ line, column: expect.any(Number) });
    expect(problem?.file).toMatch(/site\.config\.yaml$/);
    for (const mention of mentions)
      expect(`${problem?.message} ${problem?.hint}`).toContain(mention);
  });

  test('that was named and is not there', async () => {
    const outcome = await outcomeOf(good, ['--config', '/nowhere/site.config.yaml']);
    expect(outcome.status).toBe(1);
    expect(errorsOf(outcome)[0]?.message).toContain('/nowhere/site.config.yaml');
  });
});

describe('a template', () => {
  const layout = (main: string) =>
    `{% extends "layout.njk" %}\n{% block main %}\n${main}\n{% endblock %}\n`;

  test.each<[string, string, Files, number, string[]]>([
    [
      'that prints what is not there',
      'list.njk',
      { 'templates/list.njk': layout('<main id="main">\n<h1>{{ headin }}</h1>\n</main>') },
      4,
      ['headin', 'heading'],
    ],
    [
      'that prints a member that is not there',
      'list.njk',
      { 'templates/list.njk': layout('<h1>{{ heading }}</h1>\n{{ page.titel }}') },
      4,
      ['titel', 'title'],
    ],
    [
      'with a condition on what is not there',
      'list.njk',
      { 'templates/list.njk': layout('<h1>{{ heading }}</h1>\n<p>\n{% if totals %}x{% endif %}') },
      5,
      ['totals', 'total'],
    ],
    [
      'with a loop over what is not there',
      'list.njk',
      {
        'templates/list.njk': layout(
          '<h1>{{ heading }}</h1>\n{% for each in document %}x{% endfor %}',
        ),
      },
      4,
      ['document', 'documents'],
    ],
    [
      'with a filter of what is not there',
      'list.njk',
      { 'templates/list.njk': layout('<h1>{{ heading }}</h1>\n{{ headings | upper }}') },
      4,
      ['headings', 'heading'],
    ],
    [
      'with a filter that does not exist',
      'list.njk',
      { 'templates/list.njk': layout('<h1>{{ heading | shout }}</h1>') },
      3,
      ['shout'],
    ],
    [
      'that is broken',
      'list.njk',
      {
        'templates/list.njk': layout('<h1>{{ heading }}</h1>\n{% for x documents %}\n{% endfor %}'),
      },
      4,
      [''],
    ],
    [
      'with a tag that does not exist',
      'list.njk',
      { 'templates/list.njk': layout('<h1>{{ heading }}</h1>\n{% whatever %}') },
      4,
      ['whatever'],
    ],
    [
      'with a block that is not closed',
      'list.njk',
      {
        'templates/list.njk':
          '{% extends "layout.njk" %}\n{% block main %}\n<h1>{{ heading }}</h1>\n',
      },
      2,
      [''],
    ],
    [
      'that includes what is not there',
      'list.njk',
      {
        'templates/list.njk': layout(
          '<h1>{{ heading }}</h1>\n\n{% include "partials/missing.njk" %}',
        ),
      },
      5,
      ['partials/missing.njk'],
    ],
    [
      'that extends what is not there',
      'list.njk',
      { 'templates/list.njk': '{# one #}\n{% extends "frame.njk" %}\n' },
      2,
      ['frame.njk'],
    ],
    [
      'whose part is at fault',
      'partials/document-list.njk',
      {
        'templates/partials/document-list.njk':
          '{% for line in documents %}\n<p>\n{{ line.titel }}\n{% endfor %}\n',
      },
      3,
      ['titel', 'title'],
    ],
  ])('%s', async (_, name, files, line, mentions) => {
    const outcome = await outcomeOf({ ...good, ...files });
    expect(outcome.status).toBe(1);
    const [problem] = errorsOf(outcome);
    expect(problem?.file).toBe(join(outcome.site.folder, 'templates', name));
    expect(problem?.line).toBe(line);
    expect(problem?.message).toMatch(/while rendering [\w/.-]+\.(?:html|xml)/);
    for (const mention of mentions)
      expect(`${problem?.message} ${problem?.hint}`).toContain(mention);
    expect(outcome.told).toMatch(new RegExp(`> *${line} \\| `));
    expect(listFiles(outcome.site.output)).toContain('documents/good/index.html');
  });

  test('leaves the last good page in its place', async () => {
    const { site } = await outcomeOf(good);
    const before = listFiles(site.output);
    writeSite(site.folder, { 'templates/list.njk': layout('{{ nothing_such }}') });
    const { status } = buildSite(site);
    expect(status).toBe(1);
    expect(listFiles(site.output)).toEqual(before);
  });
});

describe('wrong usage', () => {
  test.each<[string, string[]]>([
    ['--contents', ['build', '--contents', 'x']],
    ['no such command', ['bulid']],
    ['an option without its value', ['build', '--content']],
    ['--quiet and --verbose together', ['build', '--quiet', '--verbose']],
    ['a port that is none', ['watch', '--port', 'http']],
    ['a word too many', ['build', 'content']],
  ])('%s exits with 2', (_, args) => {
    const { status, stdout, stderr } = guidang(args, { cwd: newFolder('usage') });
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^error: /);
    expect(stderr).toContain('--help');
    expectNoStack(stderr);
  });

  test.each(['yesterday', '2024-13-01', ''])('--now %j is refused', (time) => {
    const site = writeSite(newFolder('usage'), good);
    const { content, output } = site;
    const { status, stderr } = guidang([
      'build',
      '--content',
      content,
      '--output',
      output,
      '--now',
      time,
    ]);
    expect([1, 2]).toContain(status);
    expect(stderr).toContain('--now');
    expect(stderr).toContain(JSON.stringify(time).slice(1, -1));
    expectNoStack(stderr);
  });

  test('--site-url that is no address is refused', async () => {
    const outcome = await outcomeOf(good, ['--site-url', 'archive']);
    expect(outcome.status).not.toBe(0);
    expect(errorsOf(outcome)[0]?.message).toMatch(/--site-url: found archive, expected/);
  });

  test.each([['--help'], ['build', '--help'], ['watch', '--help']])('%s %s teaches', (...args) => {
    const { status, stdout } = guidang(args);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Usage: guidang/);
    const options = 'content templates output config site-url base-path verbose quiet json now';
    const taught =
      args.length === 1 ? ['Examples:'] : options.split(' ').map((name) => `--${name} `);
    for (const each of taught) expect(stdout).toMatch(new RegExp(`${each}|${each.trim()}$`, 'm'));
  });

  test('--version tells the version', () => {
    expect(guidang(['--version']).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

describe('folders', () => {
  test('--content that does not exist', () => {
    const folder = newFolder('folders');
    const site = { content: join(folder, 'nowhere'), output: join(folder, 'public') };
    const { status, report } = buildSite(site);
    expect(status).toBe(1);
    expect(report.problems).toMatchObject([{ severity: 'error' }]);
    expect(report.problems[0]?.message).toContain(site.content);
    expect(report.problems[0]?.hint).toContain('--content');
    expect(listFiles(folder)).toEqual([]);
  });

  test('--content that is a file', () => {
    const site = writeSite(newFolder('folders'), good);
    const { status, report } = buildSite({ ...site, content: join(site.content, 'good.md') });
    expect(status).toBe(1);
    expect(report.problems[0]?.message).toContain('good.md');
  });

  test.each(['content', 'content/below', '.'])(
    '--output %s would overwrite what is read',
    (output) => {
      const site = writeSite(newFolder('folders'), good);
      const before = listFiles(site.folder);
      const { status, report } = buildSite({ ...site, output: join(site.folder, output) });
      expect(status).toBe(1);
      expect(report.problems[0]?.message).toContain('within each other');
      expect(listFiles(site.folder)).toEqual(before);
    },
  );

  test('--output that is a file', () => {
    const site = writeSite(newFolder('folders'), { ...good, taken: 'x' });
    const { content } = site;
    const args = [
      'build',
      '--content',
      content,
      '--output',
      join(site.folder, 'taken'),
      '--now',
      now,
    ];
    const { status, stderr } = guidang(args);
    expect(status).toBe(1);
    expect(stderr).toContain('taken');
    expectNoStack(stderr);
  });

  test('a symbolic link is named, not followed', () => {
    const site = writeSite(newFolder('folders'), good);
    symlinkSync('/etc/hostname', join(site.content, 'host.md'));
    const { status, report } = buildSite(site);
    expect(status).toBe(1);
    expect(report.documents).toBe(1);
    expect(report.skipped).toMatchObject([{ file: 'host.md' }]);
    expect(report.problems).toMatchObject([{ severity: 'error', file: 'host.md' }]);
  });
});

describe('links of documents', () => {
  test.each([
    ['a document', '[另一篇](missing.md)', 'broken-link', 'content/missing.md'],
    ['an image', '![图](images/none.png)', 'broken-image', 'content/images/none.png'],
  ])('to %s that is not there: a warning with its line', async (_, text, rule, target) => {
    const outcome = await outcomeOf({
      'content/a.md': `---\ntitle: 标题\n---\n第一段。\n\n见${text}。\n`,
    });
    expect(outcome.status).toBe(0);
    expect(outcome.problems).toMatchObject([{ severity: 'warning', rule, file: 'a.md', line: 6 }]);
    expect(outcome.problems[0]?.message).toContain(target);
  });

  test('to a draft: a warning that says so', async () => {
    const outcome = await outcomeOf({
      'content/a.md': '见[另一篇](b.md)。\n',
      'content/b.md': '---\ndraft: true\n---\n正文。\n',
    });
    expect(outcome.problems).toMatchObject([{ rule: 'broken-link', file: 'a.md', line: 1 }]);
    expect(outcome.problems[0]?.message).toContain('not published');
  });

  test('to an image on another host: a warning, and no such image in the page', async () => {
    const outcome = await outcomeOf({ 'content/a.md': '![图](https://elsewhere.example/a.png)\n' });
    expect(outcome.problems).toMatchObject([{ severity: 'warning', file: 'a.md', line: 1 }]);
  });
});
