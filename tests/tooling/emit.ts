import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/**
 * Makes `dist/` for a package: Node strips no types below node_modules, so that a packed copy must
 * bring JavaScript. The imports between rooms keep their names; a package.json of its own points
 * them to the emitted files.
 */
const root = resolve(import.meta.dirname, '../..');
const dist = join(root, 'dist');

rmSync(dist, { recursive: true, force: true });
const options = ['--noEmit', 'false', '--rewriteRelativeImportExtensions', '--outDir', dist];
const project = join(root, 'tests/tooling/tsconfig.emit.json');
execFileSync(join(root, 'node_modules/.bin/tsc'), ['--project', project, ...options], {
  stdio: 'inherit',
});
const manifest = { type: 'module', imports: { '#*.ts': './*.js' } };
writeFileSync(join(dist, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
