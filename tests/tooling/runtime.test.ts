import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

type Package = { version: string; optional?: boolean; os?: string[]; cpu?: string[] };

function readJson<T>(file: string): T {
  return JSON.parse(readFileSync(join(root, file), 'utf8'));
}

test('the tests run on the Node that came with npm ci', () => {
  const installed = execFileSync(join(root, 'node_modules/.bin/node'), ['--version'], {
    encoding: 'utf8',
  });
  expect(process.version).toBe(installed.trim());
  expect(process.version).toMatch(/^v24\./);
});

test('so do the scripts, whatever Node runs npm', () => {
  const args = ['exec', '--', 'node', '--version'];
  const stdout = execFileSync('npm', args, { cwd: root, encoding: 'utf8' });
  expect(stdout.trim()).toBe(process.version);
});

test('what is installed is what the lock file names', () => {
  const { packages } = readJson<{ packages: Record<string, Package> }>('package-lock.json');
  const wrong = Object.entries(packages).flatMap(([path, { version, optional }]) => {
    const file = join(path, 'package.json');
    if (path === '') return [];
    if (!existsSync(join(root, file))) return optional === true ? [] : [`${path} is missing`];
    const found = readJson<Package>(file).version;
    return found === version ? [] : [`${path} is ${found}, not ${version}`];
  });
  expect(wrong).toEqual([]);
});

test('the lock file brings Node 24 to each platform', () => {
  const { packages } = readJson<{ packages: Record<string, Package> }>('package-lock.json');
  const platforms = Object.entries(packages)
    .filter(([path]) => /^node_modules\/node-(?:bin-|darwin|linux|win)/.test(path))
    .map(([, { os, cpu, version }]) => `${os} ${cpu} ${version.split('.')[0]}`);
  expect(platforms.sort()).toEqual([
    'darwin arm64 24',
    'darwin x64 24',
    'linux arm64 24',
    'linux x64 24',
    'win32 x64 24',
  ]);
});

test('no dependency runs a script when it is installed', () => {
  const { packages } = readJson<{ packages: Record<string, { hasInstallScript?: boolean }> }>(
    'package-lock.json',
  );
  const scripted = Object.entries(packages).filter(([, each]) => each.hasInstallScript === true);
  expect(scripted.map(([path]) => path)).toEqual([]);
});
