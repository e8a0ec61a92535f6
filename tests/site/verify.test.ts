import { createHash } from 'node:crypto';
import { appendFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { fixityName, formatFixity, parseFixity } from '#output/fixity.ts';
import { verifyHost } from '#output/verify.ts';
import { guidang, listFiles, type TestSite, useFolders, writeSite } from './harness.ts';
import { reportOf } from './here.ts';

const newFolder = useFolders();
let site: TestSite;
const at = (path: string) => join(site.output, path);

beforeEach(async () => {
  site = writeSite(newFolder('verify'), {
    'content/jia.md': '---\ntitle: 讲话一\ndate: 2023-05-01\n---\n\n各位同志。\n',
    'content/100%.txt': '会议通知\n\n请各单位参加。\n',
    'content/图.png': new Uint8Array([1, 2, 3]),
  });
  await reportOf(site);
});

function verify(...args: string[]) {
  const { status, stdout } = guidang(['verify', '--output', site.output, '--json', ...args]);
  return { status, ...JSON.parse(stdout) };
}

describe('the manifest', () => {
  test('names every published file but itself with its SHA-256', () => {
    const { digests, faultyLines } = parseFixity(readFileSync(at(fixityName), 'utf8'));
    const files = listFiles(site.output).filter((path) => {
      return path !== fixityName && path !== '.guidang-manifest';
    });
    expect(faultyLines).toEqual([]);
    expect([...digests.keys()].sort()).toEqual(files);
    for (const [path, digest] of digests) {
      expect(
        createHash('sha256')
          .update(readFileSync(at(path)))
          .digest('hex'),
        path,
      ).toBe(digest);
    }
  });

  test('follows what is added and removed', async () => {
    rmSync(join(site.content, 'jia.md'));
    writeFileSync(join(site.content, '乙.md'), '# 讲话二\n\n大家好。\n');
    const { report } = await reportOf(site);
    expect(report.removed).toBeGreaterThan(0);
    expect(verify()).toMatchObject({ status: 0, missing: [], changed: [], extra: [] });
  });

  test('is made again where it was lost or changed', async () => {
    const whole = readFileSync(at(fixityName));
    for (const harm of [() => rmSync(at(fixityName)), () => writeFileSync(at(fixityName), 'x')]) {
      harm();
      const { report } = await reportOf(site);
      expect(report.written).toBe(1);
      expect(readFileSync(at(fixityName))).toEqual(whole);
    }
  });

  test('gives back every path that it can hold', () => {
    const paths = fc.array(
      fc.string({ unit: fc.constantFrom('a', '%', '\n', '\r', ' ', '文', '0') }),
    );
    fc.assert(
      fc.property(paths, (some) => {
        const given = new Map(some.map((path) => [`p${path}`, 'a'.repeat(64)]));
        const { digests, faultyLines } = parseFixity(formatFixity(given));
        expect(faultyLines).toEqual([]);
        expect(digests).toEqual(given);
      }),
    );
  });

  test('has the form of RFC 8493', () => {
    const digest = '0'.repeat(64);
    const given = new Map([['b%\r\n', digest]]).set('a 文', digest);
    expect(formatFixity(given)).toBe(`${digest}  a 文\n${digest}  b%25%0D%0A\n`);
  });

  test.each(['../x', '/etc/passwd', 'a/../../x'])('with the path %s has a faulty line', (path) => {
    expect(parseFixity(`${'0'.repeat(64)}  ${path}\n`)).toEqual({
      digests: new Map(),
      faultyLines: [1],
    });
  });
});

test('the page of a document shows the SHA-256 of its source file, also after an edit', async () => {
  const shown = () => readFileSync(at('documents/jia/index.html'), 'utf8');
  const digest = () => {
    const bytes = readFileSync(join(site.content, 'jia.md'));
    return createHash('sha256').update(bytes).digest('hex');
  };
  expect(shown()).toContain(`<span>${digest()}</span>`);
  appendFileSync(join(site.content, 'jia.md'), '\n散会。\n');
  await reportOf(site);
  expect(shown()).toContain(`<span>${digest()}</span>`);
});

describe('guidang verify', () => {
  test('finds a folder as it was built', () => {
    expect(verify()).toMatchObject({ status: 0, missing: [], changed: [], extra: [] });
  });

  test('shows what a name would do to a terminal', () => {
    writeFileSync(at('\u009b2J.txt'), 'x');
    const { stdout } = guidang(['verify', '--output', site.output]);
    expect(stdout).toContain('extra: \\u009b2J.txt');
  });

  test('names what is missing, changed and extra', () => {
    rmSync(at('feed.xml'));
    appendFileSync(at('index.html'), ' ');
    writeFileSync(at('own.txt'), 'mine');
    expect(verify()).toMatchObject({
      status: 1,
      missing: ['feed.xml'],
      changed: ['index.html'],
      extra: ['own.txt'],
    });
  });

  test('does not name what the program and git keep in the folder, but whatever else is hidden', () => {
    mkdirSync(at('.git'));
    const kept = ['.guidang-lock', '.guidang-temporary-main', '.gitkeep', '.nojekyll', '.git/HEAD'];
    for (const path of kept) writeFileSync(at(path), '');
    expect(verify()).toMatchObject({ status: 0, extra: [] });
    for (const path of ['.htaccess', 'documents/.guidang-lock']) writeFileSync(at(path), '');
    expect(verify()).toMatchObject({ status: 1, extra: ['.htaccess', 'documents/.guidang-lock'] });
  });

  test('ends with 2 of a host that is down, by the manifest of a folder too', () => {
    const { status, reason } = verify('--url', 'http://127.0.0.1:1/');
    expect(status).toBe(2);
    expect(reason).toContain('http://127.0.0.1:1/');
  });

  test('verifies nothing where a host has only faults of its own to tell', async () => {
    const server = createServer((_, response) => {
      response.statusCode = 503;
      response.end('down');
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    try {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      const result = await verifyHost(`http://127.0.0.1:${port}/`, site.output);
      expect(result).toHaveProperty('reason');
    } finally {
      server.close();
    }
  });

  test.each([
    ['without a manifest', ['--output', 'nowhere']],
    ['of an address that is none', ['--url', 'ftp://example.org/']],
    ['of a host that does not answer', ['--url', 'http://127.0.0.1:1/']],
  ])('ends with 2 %s', (_, args) => {
    expect(guidang(['verify', ...args], { cwd: site.folder }).status).toBe(2);
  });

  test('compares what a host serves, by the manifest of the host or of the folder', async () => {
    const altered = new Map<string, string>();
    const server = createServer((request, response) => {
      const own = decodeURIComponent(request.url ?? '').replace('/档案/', '');
      try {
        if (own === '404.html') response.statusCode = 404;
        response.end(altered.get(own) ?? readFileSync(at(own)));
      } catch {
        response.statusCode = 404;
        response.end('not found');
      }
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    try {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      const base = `http://127.0.0.1:${port}/${encodeURIComponent('档案')}`;
      const whole = { missing: [], changed: [], extra: [], faultyLines: [] };
      expect(await verifyHost(base, null)).toMatchObject(whole);
      altered.set('feed.xml', 'other');
      rmSync(at('index.html'));
      const harmed = { ...whole, missing: ['index.html'], changed: ['feed.xml'] };
      expect(await verifyHost(`${base}/`, null)).toMatchObject(harmed);
      expect(await verifyHost(base, site.output)).toMatchObject(harmed);
    } finally {
      server.close();
    }
  });
});
