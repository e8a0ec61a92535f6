import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isOfRoom, roomRules, rooms } from '../../scripts/rooms.ts';

const root = resolve(import.meta.dirname, '../..');
let folder = '';

/** A copy of the fixtures, which the project's own check leaves out, under the project's own rules. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'guidang-rules-'));
  cpSync(join(root, 'tests/tooling/rules/src'), join(folder, 'src'), { recursive: true });
  cpSync(join(root, 'tests/tooling/pure.grit'), join(folder, 'tests/tooling/pure.grit'));
  const rules = JSON.parse(readFileSync(join(root, 'biome.json'), 'utf8'));
  const { vcs: _vcs, files: _files, $schema: _schema, ...rest } = rules;
  writeFileSync(join(folder, 'biome.json'), JSON.stringify({ root: true, ...rest }));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function rulesBrokenBy(file: string): string[] {
  const args = ['lint', '--reporter=json', '--error-on-warnings', `src/${file}`];
  const { stdout } = spawnSync(join(root, 'node_modules/.bin/biome'), args, {
    cwd: folder,
    encoding: 'utf8',
  });
  const { diagnostics }: { diagnostics: { category: string }[] } = JSON.parse(stdout);
  return [...new Set(diagnostics.map(({ category }) => category.replace('lint/', '')))];
}

test.each([
  ['document/imports-upwards.ts', 'style/noRestrictedImports'],
  ['archive/imports-beside.ts', 'style/noRestrictedImports'],
  ['check/imports-upwards.ts', 'style/noRestrictedImports'],
  ['check/asks-the-clock.ts', 'style/noRestrictedGlobals'],
  ['pipeline/imports-upwards.ts', 'style/noRestrictedImports'],
  ['changes/imports-upwards.ts', 'style/noRestrictedImports'],
  ['workers/imports-upwards.ts', 'style/noRestrictedImports'],
  ['output/imports-upwards.ts', 'style/noRestrictedImports'],
  ['store/imports-upwards.ts', 'style/noRestrictedImports'],
  ['formats/imports-upwards.ts', 'style/noRestrictedImports'],
  ['emitters/climbs.ts', 'style/noRestrictedImports'],
  ['emitters/foreign-package.ts', 'style/noRestrictedImports'],
  ['render/reads-files.ts', 'correctness/noNodejsModules'],
  ['archive/asks-the-clock.ts', 'style/noRestrictedGlobals'],
  ['document/rolls-dice.ts', 'plugin'],
  ['diagnostics/knows-a-locale.ts', 'plugin'],
  ['pipeline/exports-a-default.ts', 'style/noDefaultExport'],
  ['source/says-any.ts', 'suspicious/noExplicitAny'],
  ['source/asserts.ts', 'style/noNonNullAssertion'],
  ['site/cycle-a.ts', 'suspicious/noImportCycles'],
  ['search/knows-documents.ts', 'style/noRestrictedImports'],
  ['browser/reads-files.ts', 'correctness/noNodejsModules'],
])('%s breaks %s', (file, rule) => {
  expect(rulesBrokenBy(file)).toEqual([rule]);
});

test('the rules of rooms are those of the table (node scripts/rooms.ts)', () => {
  const { overrides } = JSON.parse(readFileSync(join(root, 'biome.json'), 'utf8'));
  expect(overrides.filter(isOfRoom)).toEqual(roomRules());
  const folders = readdirSync(join(root, 'src'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  expect(folders.sort()).toEqual(Object.keys(rooms).sort());
});

test('a file that keeps the rules passes', () => {
  expect(rulesBrokenBy('build/clean.ts')).toEqual([]);
});
