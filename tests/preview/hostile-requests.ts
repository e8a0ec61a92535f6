import fc from 'fast-check';

/** Bytes to write on a socket as they stand, and the statuses that answer them correctly. */
export type HostileRequest = Readonly<{ sort: string; bytes: string; allowed: readonly number[] }>;

const up = [
  '..',
  '%2e%2e',
  '%2E.',
  '.%2e',
  '%252e%252e',
  '%c0%ae%c0%ae',
  '%e0%80%ae',
  '%uff0e%uff0e',
  '..%00',
  '..;',
  '...',
  '．．',
  '%ef%bc%8e%ef%bc%8e',
];
const slash = ['/', '\\', '%2f', '%5c', '%252f', '%255c', '%c0%af', '%c1%9c', '//', '/./', '／'];
const goal = [
  'secret/canary.txt',
  'canary.txt',
  'etc/passwd',
  'package.json',
  'link-out/canary.txt',
  'link-file.txt',
  'link-page.html',
  'link-folder',
  'pipe',
  '.guidang-manifest',
  '.git/config',
  'C:/windows/win.ini',
  'index.html::$DATA',
  '__guidang/../../canary.txt',
];

/** Found, moved, refused or not there; what stands in the answer is checked besides. */
const anyPath = [200, 308, 400, 403, 404, 414, 431];

const ofMany = (...values: readonly string[]) => fc.constantFrom(...values);
const line = (method: string, target: string, host: string, more = '') =>
  `${method} ${target} HTTP/1.1\r\nHost: ${host}\r\n${more}Connection: close\r\n\r\n`;

/** Hostile requests to a server that calls itself `host`, with its port. */
export function hostileRequest(host: string): fc.Arbitrary<HostileRequest> {
  const request = (sort: string, allowed: readonly number[], bytes: fc.Arbitrary<string>) =>
    bytes.map((written): HostileRequest => ({ sort, allowed, bytes: written }));

  const traversal = fc
    .tuple(
      ofMany('/', '', '/files/', '/documents/', '\\', '//', '/%2f'),
      fc.array(fc.tuple(ofMany(...up), ofMany(...slash)), { maxLength: 8 }),
      ofMany(...goal),
      ofMany('', '/', '%00', '%00.html', '?', '#', '?/../x', '.html', '%20', '.', '/.'),
    )
    .map(([start, steps, end, tail]) => start + steps.flat().join('') + end + tail);
  const absolute = fc
    .tuple(ofMany('http', 'HTTP', 'https', 'file', 'javascript'), traversal)
    .chain(([scheme, path]) =>
      ofMany(host, 'evil.example', `${host}@evil.example`, '').map(
        (name) => `${scheme}://${name}${path}`,
      ),
    );
  const noise = fc.string({ unit: 'binary', maxLength: 60 });
  const printable = fc.string({
    unit: fc.constantFrom(...'%/.\\?#:@&=;~^`{}|"<>[]azAZ09'),
    maxLength: 80,
  });
  const foreign = ofMany(
    'evil.example',
    `evil.example:${host.split(':')[1]}`,
    'localhost',
    'localhost.evil.example',
    `127.0.0.1.evil.example:${host.split(':')[1]}`,
    '127.0.0.1:1',
    '[::1]:1',
    '0.0.0.0',
    '2130706433',
    `${host}@evil.example`,
    `${host}/`,
    '',
  );
  return fc.oneof(
    {
      weight: 8,
      arbitrary: request(
        'traversal',
        anyPath,
        traversal.map((path) => line('GET', path, host)),
      ),
    },
    {
      weight: 2,
      arbitrary: request(
        'absolute form',
        anyPath,
        absolute.map((path) => line('GET', path, host)),
      ),
    },
    {
      weight: 2,
      arbitrary: request(
        'path of signs',
        anyPath,
        printable.map((path) => line('GET', `/${path}`, host)),
      ),
    },
    {
      weight: 2,
      arbitrary: request(
        'another host',
        [400, 403],
        foreign.map((name) => line('GET', '/', name)),
      ),
    },
    {
      weight: 2,
      arbitrary: request(
        'method',
        [400, 405],
        ofMany(
          'POST',
          'PUT',
          'DELETE',
          'PATCH',
          'OPTIONS',
          'TRACE',
          'PROPFIND',
          'get',
          'GETT',
          'PURGE',
          'X',
        ).map((method) => line(method, '/', host)),
      ),
    },
    {
      weight: 1,
      arbitrary: request(
        'tunnel',
        [400, 405],
        traversal.map((path) => line('CONNECT', path || '*', host)),
      ),
    },
    {
      weight: 2,
      arbitrary: request(
        'version',
        [400, 505],
        ofMany('HTTP/2.0', 'HTTP/0.9', 'HTTP/9.9', 'HTTP/1.10', 'HTTP/x', 'HTTPS/1.1', '').map(
          (version) => `GET / ${version}\r\nHost: ${host}\r\n\r\n`,
        ),
      ),
    },
    {
      weight: 1,
      arbitrary: request(
        'long',
        [400, 404, 414, 431],
        fc
          .tuple(fc.integer({ min: 8001, max: 40_000 }), ofMany('a', '%41', '../', '/'))
          .map(([length, part]) => line('GET', `/${part.repeat(length)}`.slice(0, 60_000), host)),
      ),
    },
    {
      weight: 1,
      arbitrary: request(
        'many headers',
        [200, 400, 431],
        fc
          .integer({ min: 100, max: 4000 })
          .map((count) =>
            line(
              'GET',
              '/',
              host,
              Array.from({ length: count }, (_, at) => `X-${at}: x\r\n`).join(''),
            ),
          ),
      ),
    },
    {
      weight: 3,
      arbitrary: request(
        'ends of lines',
        [200, 400, 403, 404, 405, 413, 417, 501, 505],
        ofMany(
          `GET /\r\nHost: ${host}\r\n\r\n`,
          `GET / HTTP/1.1\nHost: ${host}\n\n`,
          `GET / HTTP/1.1\r\nHost: ${host}\r\nHost: evil.example\r\nConnection: close\r\n\r\n`,
          `GET / HTTP/1.1\r\nHost : ${host}\r\n\r\n`,
          `GET / HTTP/1.1\r\n Host: ${host}\r\n\r\n`,
          `GET / HTTP/1.1\r\nHost: ${host}\r\n folded\r\n\r\n`,
          `GET / HTTP/1.1\r\nHost: ${host}\rX: y\r\n\r\n`,
          `GET /%0d%0aSet-Cookie:%20x=y HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`,
          `GET /documents%0d%0aX:%20y HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`,
          `GET / HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
          `GET / HTTP/1.1\r\nHost: ${host}\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n`,
          `GET / HTTP/1.1\r\nHost: ${host}\r\nContent-Length: -1\r\n\r\n`,
          `GET / HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 1, 2\r\n\r\n`,
          `GET / HTTP/1.1\r\n\r\n`,
          `GET / HTTP/1.0\r\n\r\n`,
          `GET / HTTP/1.1\r\nHost: ${host}\r\nExpect: tea\r\nConnection: close\r\n\r\n`,
          `GET / HTTP/1.1\r\nHost: ${host}\r\nRange: bytes=9-2\r\nConnection: close\r\n\r\n`,
          `GET /assets/style.css HTTP/1.1\r\nHost: ${host}\r\nRange: bytes=9-2\r\nConnection: close\r\n\r\n`,
          `GET /assets/style.css HTTP/1.1\r\nHost: ${host}\r\nRange: bytes=-1--5\r\nConnection: close\r\n\r\n`,
          `GET / HTTP/1.1\r\nHost: ${host}\r\nUpgrade: websocket\r\nConnection: Upgrade, close\r\n\r\n`,
          `GET\u0000/ HTTP/1.1\r\nHost: ${host}\r\n\r\n`,
          `GET / RTSP/1.0\r\nHost: ${host}\r\n\r\n`,
          `PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n`,
        ),
      ),
    },
    {
      weight: 2,
      arbitrary: request(
        'noise',
        [400, 403, 404, 405, 505],
        noise.map((text) => `\u0001${text}\r\n\r\n`),
      ),
    },
  );
}
