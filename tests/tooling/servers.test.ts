import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildSample } from '../site/harness.ts';
import { example, ownPolicy } from './examples.ts';

/*
 * The examples of docs/publishing.md, run by the servers that they are for. Only what names a place
 * is changed in them: the folder, the port, and the certificate, which a test has none of.
 */

type Server = Readonly<{
  heading: string;
  program: string;
  /** Writes what the program needs to its folder; gives its arguments. */
  prepare: (folder: string, site: string, port: number) => readonly string[];
}>;

/** Replaces what must be there. */
function place(text: string, found: string, by: string): string {
  if (!text.includes(found)) throw new Error(`the example has no ${found}`);
  return text.replace(found, by);
}

const servers: readonly Server[] = [
  {
    heading: 'nginx',
    program: 'nginx',
    prepare(folder, site, port) {
      const listening = place(example('nginx'), '443 ssl', `127.0.0.1:${port}`);
      const server = place(listening, '/srv/www/public', site);
      const types = spawnSync('test', ['-r', '/etc/nginx/mime.types']).status === 0;
      const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
        .map((name) => `${name}_temp_path ${folder}/${name};`)
        .join('\n');
      writeFileSync(
        join(folder, 'conf'),
        `pid ${folder}/pid; daemon off; error_log ${folder}/errors;
events {}
http {
access_log off;
${paths}
${types ? 'include /etc/nginx/mime.types;' : ''}
${server}
}
`,
      );
      return ['-c', join(folder, 'conf'), '-p', folder, '-e', join(folder, 'errors')];
    },
  },
  {
    heading: 'Caddy',
    program: 'caddy',
    prepare(folder, site, port) {
      const named = place(example('Caddy'), 'archive.example', `http://127.0.0.1:${port}`);
      const server = place(named, '/srv/www/public', site);
      writeFileSync(join(folder, 'conf'), `{\n\tadmin off\n}\n${server}`);
      return ['run', '--adapter', 'caddyfile', '--config', join(folder, 'conf')];
    },
  },
  {
    heading: 'Apache',
    program: 'apache2',
    prepare(folder, site, port) {
      const modules = ['mpm_event', 'authz_core', 'dir', 'mime', 'headers', 'autoindex'];
      const loaded = modules
        .map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`)
        .join('\n');
      writeFileSync(
        join(folder, 'conf'),
        `ServerName archive.example
Listen 127.0.0.1:${port}
PidFile ${folder}/pid
ErrorLog ${folder}/errors
DefaultRuntimeDir ${folder}
${loaded}
User www-data
Group www-data
TypesConfig /etc/mime.types
DocumentRoot ${site}
<Directory ${site}>
  Options +Indexes
  Require all granted
</Directory>
<Directory ${site}>
${example('Apache')}
</Directory>
`,
      );
      return ['-f', join(folder, 'conf'), '-X'];
    },
  },
];

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

async function untilAnswers(url: string, child: ChildProcess): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`it ended with ${child.exitCode}`);
    const answer = await fetch(url).catch(() => null);
    if (answer !== null) return;
    await setTimeout(50);
  }
}

const around = mkdtempSync(join(tmpdir(), 'guidang-servers-'));
const site = join(around, 'public');
afterAll(() => rmSync(around, { recursive: true, force: true }));

beforeAll(() => {
  // Servers that give up their rights must be able to read it
  chmodSync(around, 0o755);
  expect(buildSample(site).status).toBe(0);
  mkdirSync(join(site, 'empty'));
  writeFileSync(join(site, '.htpasswd'), 'secret');
});

const isThere = ({ program }: Server) => spawnSync(program, ['-h']).error === undefined;

/** Skipped where a server is not installed: only it can judge its own language. */
describe.each(servers)('the example for $heading, served', (server) => {
  const missing = !isThere(server);
  let child: ChildProcess | null = null;
  let address = '';

  beforeAll(async () => {
    if (missing) return;
    const folder = mkdtempSync(join(around, `${server.program}-`));
    const port = await freePort();
    const args = server.prepare(folder, site, port);
    const env = { PATH: process.env.PATH, HOME: folder, XDG_DATA_HOME: folder };
    child = spawn(server.program, args, { stdio: 'ignore', env });
    address = `http://127.0.0.1:${port}`;
    await untilAnswers(address, child);
  });

  afterAll(async () => {
    if (child === null || child.exitCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGTERM');
    await gone;
  });

  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(address + path, { redirect: 'manual', headers });

  test.skipIf(missing).each([
    ['/', 200, /^text\/html/, 'index.html'],
    ['/index.html', 200, /^text\/html/, 'index.html'],
    ['/assets/style.css', 200, /^text\/css/, 'assets/style.css'],
    ['/assets/search.js', 200, /^(?:text|application)\/javascript/, 'assets/search.js'],
    ['/assets/icon.svg', 200, /^image\/svg\+xml/, 'assets/icon.svg'],
    ['/feed.xml', 200, /^(?:text|application)\/xml/, 'feed.xml'],
    ['/manifest-sha256.txt', 200, /^text\/plain/, 'manifest-sha256.txt'],
    ['/nothing/here', 404, /^text\/html/, '404.html'],
    ['/assets/nothing.js', 404, /^text\/html/, '404.html'],
  ])(
    '%s is answered with %i, its type, its bytes and every header',
    async (path, status, type, file) => {
      const answer = await get(path);
      expect(answer.status).toBe(status);
      expect(answer.headers.get('content-type')).toMatch(type);
      expect(await answer.text()).toBe(readFileSync(join(site, file), 'utf8'));
      const sent = (name: string) => answer.headers.get(name);
      expect(sent('content-security-policy')).toBe(`${ownPolicy}; frame-ancestors 'none'`);
      expect(sent('x-content-type-options')).toBe('nosniff');
      expect(sent('referrer-policy')).toBe('no-referrer');
      expect(sent('cross-origin-resource-policy')).toBe('same-origin');
      expect(sent('cache-control')).toBe('no-cache');
    },
  );

  test.skipIf(missing)('texts are said to be UTF-8', async () => {
    for (const path of ['/', '/manifest-sha256.txt']) {
      expect((await get(path)).headers.get('content-type')).toMatch(/charset=utf-8/i);
    }
  });

  test.skipIf(missing)('what a browser has is not sent again', async () => {
    const first = await get('/assets/style.css');
    const tag = first.headers.get('etag');
    expect(tag).toBeTruthy();
    expect((await get('/assets/style.css', { 'If-None-Match': tag ?? '' })).status).toBe(304);
  });

  test.skipIf(missing).each(['/empty/', '/assets/', '/documents/../empty/'])(
    'the folder %s is not listed',
    async (path) => {
      const answer = await get(path);
      expect([403, 404]).toContain(answer.status);
      expect(await answer.text()).not.toMatch(/Index of|reading\.js/);
    },
  );

  test.skipIf(missing).each(['/.guidang-manifest', '/.htpasswd', '/%2ehtpasswd'])(
    'the hidden file %s is not given',
    async (path) => {
      const answer = await get(path);
      expect([403, 404]).toContain(answer.status);
      expect(await answer.text()).not.toMatch(/secret|Written by guidang/);
    },
  );

  test.skipIf(missing)('a folder without its slash leads to its page', async () => {
    const answer = await get('/search');
    expect([301, 302, 307, 308]).toContain(answer.status);
    expect(answer.headers.get('location')).toMatch(/\/search\/$/);
  });
});
