import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { guidang, now, type TestSite, useFolders, writeSite } from '../site/harness.ts';

const newFolder = useFolders();

/** Loaded before the program: tells in which order it has the disk waited for, renames and removes. */
const listener = `
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
const { openSync, fsyncSync, renameSync, rmSync, appendFileSync } = fs;
const names = new Map();
const tell = (deed, path) => {
  // Within the wall nothing is written to this file: what is told then was done outside
  if (process.permission === undefined) appendFileSync(process.env.DEEDS, deed + ' ' + path + '\\n');
};
fs.openSync = (path, ...rest) => {
  const descriptor = openSync(path, ...rest);
  names.set(descriptor, path);
  return descriptor;
};
fs.fsyncSync = (descriptor) => { fsyncSync(descriptor); tell('wait for', names.get(descriptor)); };
fs.renameSync = (from, to) => { renameSync(from, to); tell('rename to', to); };
fs.rmSync = (path, ...rest) => { rmSync(path, ...rest); tell('remove', path); };
syncBuiltinESMExports();
`;

describe('the order in which a build writes', () => {
  const folder = newFolder('disk');
  let site: TestSite;

  /** Deeds below the output folder, in their order. */
  const deedsOf = (args: readonly string[] = []): string[] => {
    const deeds = join(folder, 'deeds.txt');
    writeFileSync(deeds, '');
    const all = ['build', '--content', site.content, '--jobs', '1', '--now', now, ...args];
    const preload = pathToFileURL(join(site.content, 'listener.mjs')).href;
    const env = { DEEDS: deeds, NODE_OPTIONS: `--import=${preload}` };
    expect(guidang(all, { env }).status).toBe(0);
    const lines = readFileSync(deeds, 'utf8').split('\n');
    return lines.flatMap((line) => {
      const [, deed, path] = /^(\D+?) (\/.*)$/.exec(line) ?? [];
      if (path !== site.output && path?.startsWith(`${site.output}/`) !== true) return [];
      return [`${deed} ${path.slice(site.output.length + 1) || 'the folder'}`];
    });
  };

  beforeAll(() => {
    site = writeSite(join(folder, 'site'), {
      'content/a.md': '# 一\n\n正文。\n',
      'content/b.md': '# 二\n\n正文。\n',
    });
    // Where a confined process may read it, too
    writeFileSync(join(site.content, 'listener.mjs'), listener);
    mkdirSync(site.output);
  });

  test('has the manifest on the disk before outputs, and the digests after them', () => {
    const deeds = deedsOf();
    const place = (deed: string) => {
      expect(deeds).toContain(deed);
      return deeds.indexOf(deed);
    };
    const manifest = place('rename to .guidang-manifest');
    const digests = place('rename to manifest-sha256.txt');
    const outputs = deeds.flatMap((deed, index) =>
      /^rename to .*html$/.test(deed) ? [index] : [],
    );
    expect(deeds[manifest - 1]).toBe('wait for .guidang-temporary-main');
    expect(deeds[manifest + 1]).toBe('wait for the folder');
    expect(deeds[digests - 1]).toBe('wait for .guidang-temporary-main');
    expect(deeds[digests + 1]).toBe('wait for the folder');
    expect(outputs.length).toBeGreaterThan(2);
    expect(Math.min(...outputs)).toBeGreaterThan(manifest + 1);
    expect(Math.max(...outputs)).toBeLessThan(digests - 1);
    // No output is waited for: each would take a hundredth of a second
    expect(deeds.filter((deed) => deed.startsWith('wait')).length).toBe(4);
  });

  test('removes before the manifest forgets', () => {
    rmSync(join(site.content, 'b.md'));
    const deeds = deedsOf();
    const removed = deeds.indexOf('remove documents/b/index.html');
    expect(removed).toBeGreaterThan(deeds.indexOf('rename to manifest-sha256.txt'));
    expect(deeds.lastIndexOf('rename to .guidang-manifest')).toBeGreaterThan(removed);
    expect(deeds.at(-1)).not.toContain('documents');
  });

  test('waits for nothing where nothing has changed', () => {
    expect(deedsOf().filter((deed) => deed.startsWith('wait'))).toEqual([]);
  });

  test('is waited for from outside where a confined build may not', () => {
    writeFileSync(join(site.content, 'c.md'), '# 三\n\n正文。\n');
    const deeds = deedsOf(['--confined']);
    expect(deeds).toEqual([
      'wait for .guidang-manifest',
      'wait for manifest-sha256.txt',
      'wait for the folder',
    ]);
  });
});
