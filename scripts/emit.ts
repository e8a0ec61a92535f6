import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { bundleBrowserAssets } from '#pipeline/browser-assets.ts';

/**
 * Makes `dist/` for a package: Node strips no types below node_modules, so that a packed copy must
 * bring JavaScript. Node itself strips them here. Imports between rooms keep their names; a
 * package.json in `dist/` points them to the emitted files. `postpack` removes the folder again.
 */
const root = resolve(import.meta.dirname, '..');
const source = join(root, 'src');
const dist = join(root, 'dist');

/** `from './a.ts'`, `import './a.ts'` and `import('./a.ts')`. */
const relativeImport = /\b((?:from|import)\s*\(?\s*)'(\.[^']+)\.ts'/g;

rmSync(dist, { recursive: true, force: true });
for (const file of readdirSync(source, { recursive: true, encoding: 'utf8' })) {
  if (!file.endsWith('.ts') || file.endsWith('.d.ts')) continue;
  const target = join(dist, file.replace(/\.ts$/, '.js'));
  const code = stripTypeScriptTypes(readFileSync(join(source, file), 'utf8'));
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, code.replace(relativeImport, "$1'$2.js'"));
}
await bundleBrowserAssets(join(dist, 'browser-assets'));
const manifest = { type: 'module', imports: { '#*.ts': './*.js' } };
writeFileSync(join(dist, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
