import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const guide = readFileSync(join(root, 'docs/publishing.md'), 'utf8');
const layout = readFileSync(join(root, 'templates/layout.njk'), 'utf8');
const own = /Content-Security-Policy" content="([^"]*)"/.exec(layout)?.[1] ?? '';

/** The example under a heading of the guide. */
function example(heading: string): string {
  const section = guide.split(`\n## ${heading}\n`)[1]?.split('\n## ', 1)[0] ?? '';
  return /```\w*\n([\s\S]*?)```/.exec(section)?.[1] ?? '';
}

describe.each(['nginx', 'Caddy', 'Apache', 'Static hosts'])('the example for %s', (heading) => {
  test("sends the pages' own policy, and says who may frame them", () => {
    expect(own).toContain("default-src 'none'");
    expect(example(heading)).toContain(`${own}; frame-ancestors 'none'`);
  });

  test.each([
    ['X-Content-Type-Options', 'nosniff'],
    ['Referrer-Policy', 'no-referrer'],
    ['Cross-Origin-Resource-Policy', 'same-origin'],
  ])('sends %s: %s', (name, value) => {
    expect(example(heading)).toMatch(new RegExp(`${name}:? "?${value}`));
  });
});

const hasNginx = spawnSync('nginx', ['-v']).error === undefined;

/** Skipped where nginx is not installed: only nginx can judge its own language. */
test.skipIf(!hasNginx)('nginx accepts its example', () => {
  const folder = mkdtempSync(join(tmpdir(), 'guidang-nginx-'));
  try {
    // Without a certificate there is no TLS to check
    const server = example('nginx').replace('443 ssl', '127.0.0.1:8443');
    const file = join(folder, 'nginx.conf');
    writeFileSync(file, `pid ${folder}/pid;\nevents {}\nhttp {\n${server}\n}\n`);
    const { status, stderr } = spawnSync('nginx', ['-t', '-c', file, '-p', folder], {
      encoding: 'utf8',
    });
    expect(stderr).toContain('syntax is ok');
    expect(status).toBe(0);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
