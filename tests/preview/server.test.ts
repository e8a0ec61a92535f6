import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { usualLimits } from '#preview/listening.ts';
import { type Besieged, besiege, canary, openBesieged, say } from './besiege.ts';

/** The full form is `node tests/torture/requests.ts`: 10,000 requests. */
let besieged: Besieged;
let port: number;

beforeAll(async () => {
  besieged = await openBesieged();
  port = Number(new URL(besieged.preview.url).port);
});

afterAll(async () => {
  await besieged?.close();
});

const get = (path: string, host = `127.0.0.1:${port}`, method = 'GET') =>
  say(port, `${method} ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);

test('400 hostile requests get a correct status and no byte from outside', async () => {
  const { faults, statuses } = await besiege(besieged.preview.url, 400, 20_240_807);
  expect(faults).toEqual([]);
  expect(Object.keys(statuses)).toEqual(expect.arrayContaining(['400', '403', '404', '405']));
});

test.each([
  ['/', 200],
  ['/documents/a/', 200],
  ['/documents/a', 308],
  ['//documents/a', 308],
  ['/assets/style.css', 200],
  ['/assets/style.css?x=../../canary.txt', 200],
  ['/link-within.css', 200],
  ['/link-out/canary.txt', 404],
  ['/link-out/', 404],
  ['/link-folder', 404],
  ['/link-file.txt', 404],
  ['/link-page.html', 404],
  ['/loop', 404],
  ['/pipe', 404],
  ['/.guidang-manifest', 400],
  ['/../public-other/canary.txt', 400],
  ['/%2e%2e/public-other/canary.txt', 400],
  ['/%252e%252e/canary.txt', 404],
  [`/${'a'.repeat(9000)}`, 414],
  [`/${'a'.repeat(20_000)}`, 431],
])('%s gets %i', async (path, status) => {
  const answer = await get(path);
  expect(answer.status).toBe(status);
  expect(answer.text).not.toContain(canary);
});

test('a folder is left for its own address, never for another host', async () => {
  const { text } = await get('//documents//a');
  expect(text).toMatch(/^Location: \/documents\/a\/\r$/m);
});

test.each([
  ['127.0.0.1:PORT', 200],
  ['localhost:PORT', 200],
  ['LOCALHOST:PORT', 200],
  ['[::1]:PORT', 200],
  ['evil.example:PORT', 403],
  ['127.0.0.1.evil.example:PORT', 403],
  ['localhost.:PORT', 403],
  ['127.0.0.1', 403],
  ['127.0.0.1:80', 403],
  ['127.0.0.1:PORT@evil.example', 403],
  ['0.0.0.0:PORT', 403],
  ['[::ffff:127.0.0.1]:PORT', 403],
  ['', 403],
])('the host %s gets %i', async (host, status) => {
  expect((await get('/', host.replace('PORT', String(port)))).status).toBe(status);
});

test('two hosts in one request are none', async () => {
  const host = `Host: 127.0.0.1:${port}`;
  const bytes = `GET / HTTP/1.1\r\n${host}\r\nHost: evil.example\r\n\r\n`;
  expect((await say(port, bytes)).status).toBe(400);
});

test.each([
  ['the own host', () => `http://127.0.0.1:${port}/documents/a/`, 200],
  ['another host', () => 'http://evil.example/', 403],
])('a target that names %s', async (_, target, status) => {
  expect((await get(target())).status).toBe(status);
});

test.each([
  '/',
  '/documents/a/',
  '/assets/style.css',
  '/assets/picture.svg',
  '/none',
  '/__guidang/client.js',
])('%s comes with the headers that browsers are held by', async (path) => {
  const { headers } = await fetch(`http://127.0.0.1:${port}${path}`);
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('referrer-policy')).toBe('no-referrer');
  expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
  expect(headers.get('set-cookie')).toBeNull();
  expect(headers.get('access-control-allow-origin')).toBeNull();
  const policy = headers.get('content-security-policy') ?? '';
  expect(policy).toMatch(/^default-src 'none'; .*script-src 'self'.*frame-ancestors 'none'$/);
  expect(policy).not.toMatch(/unsafe|\*|https?:/);
});

test.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'CONNECT'])(
  '%s is refused, and told what is allowed',
  async (method) => {
    const { status, text } = await get('/', undefined, method);
    expect(status).toBe(405);
    expect(text).toMatch(/^Allow: GET, HEAD\r$/m);
  },
);

test('HEAD gets the headers alone', async () => {
  const { status, text } = await say(
    port,
    `HEAD /assets/style.css HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: close\r\n\r\n`,
    500,
  );
  expect(status).toBe(200);
  expect(text.split('\r\n\r\n')[1]).toBe('');
});

test('no other interface is listened on', async () => {
  const others = Object.values(networkInterfaces())
    .flatMap((each) => each ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal);
  for (const { address } of others) {
    await expect(fetch(`http://${address}:${port}/`)).rejects.toThrow();
  }
});

describe('clients that take their time', () => {
  let limited: Besieged;
  let limitedPort: number;

  beforeAll(async () => {
    const short = { headersTimeout: 200, requestTimeout: 400, checkEvery: 50, connections: 4 };
    limited = await openBesieged({ ...usualLimits, ...short });
    limitedPort = Number(new URL(limited.preview.url).port);
  });

  afterAll(async () => {
    await limited?.close();
  });

  test.each([
    ['say nothing', ''],
    ['leave off in a line', 'GET /'],
    ['leave off in the headers', 'GET / HTTP/1.1\r\nHost: x\r\nX-'],
  ])('are ended where they %s', async (_, bytes) => {
    const { status } = await say(limitedPort, bytes, 20_000);
    expect(status).toBe(408);
  });

  test('are so many and no more; others are served when they have gone', async () => {
    const sockets = Array.from({ length: 12 }, () => connect(limitedPort, '127.0.0.1'));
    const closed = sockets.map(
      (socket) => new Promise((done) => socket.on('error', done).on('close', done).resume()),
    );
    await Promise.any(closed);
    await Promise.all(closed);
    expect((await fetch(limited.preview.url)).status).toBe(200);
  });
});
