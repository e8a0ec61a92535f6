import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../site/harness.ts';
import { readAsked, readLocked } from './supply-chain.ts';

/** What CycloneDX says of one package. */
type Component = Readonly<{
  name: string;
  version: string;
  purl: string;
  hashes?: readonly Readonly<{ alg: string; content: string }>[];
  properties?: readonly Readonly<{ name: string }>[];
}>;

type Bill = Readonly<{ bomFormat: string; components: readonly Component[] }>;

const locked = readLocked();
const keyOf = ({ name, version }: Readonly<{ name: string; version: string }>) =>
  `${name}@${version}`;

/** The bill of the lock file alone, as docs/licences.md tells to make it. */
function billOf(folder: string): Bill {
  const command = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'];
  const { status, stdout, stderr } = spawnSync('npm', command, {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  expect(stderr).toBe('');
  expect(status).toBe(0);
  return JSON.parse(stdout);
}

describe('the bill of materials of a checkout where nothing is installed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'guidang-sbom-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  let bill: Bill;

  beforeAll(() => {
    for (const name of ['package.json', 'package-lock.json']) {
      copyFileSync(join(root, name), join(folder, name));
    }
    bill = billOf(folder);
  });

  test('has every package that is locked, and no other', () => {
    expect(bill.bomFormat).toBe('CycloneDX');
    const listed = bill.components.map(keyOf).sort();
    expect(listed).toEqual([...new Set(locked.map(keyOf))].sort());
  });

  test.each(Object.entries(readAsked()))('has %s %s by its address', (name, version) => {
    const found = bill.components.find((each) => keyOf(each) === `${name}@${version}`);
    expect(found?.purl).toBe(`pkg:npm/${name.replace('@', '%40')}@${version}`);
  });

  test('has the hash of each package from the lock file', () => {
    const hashes = new Map(locked.map((each) => [keyOf(each), each.integrity]));
    const written = bill.components.map((each) => {
      const digest = each.hashes?.find(({ alg }) => alg === 'SHA-512')?.content;
      const base64 = digest === undefined ? null : Buffer.from(digest, 'hex').toString('base64');
      return [keyOf(each), base64 === null ? null : `sha512-${base64}`];
    });
    expect(new Map(written.map(([key, hash]) => [key, hash]))).toEqual(hashes);
  });

  test('tells what runs in a build from what is for development', () => {
    const isMarked = ({ properties }: Component) =>
      properties?.some(({ name }) => name === 'cdx:npm:package:development') === true;
    const marked = new Set(bill.components.filter(isMarked).map(keyOf));
    const [dev, inBuild] = [true, false].map((wanted) => {
      return locked.filter((each) => each.dev === wanted).map(keyOf);
    });
    expect(inBuild?.filter((key) => marked.has(key))).toEqual([]);
    expect([...marked].filter((key) => dev?.includes(key) !== true)).toEqual([]);
    expect(marked.size).toBeGreaterThan(100);
  });
});
