#!/usr/bin/env node
// The package's `bin`. Plain JavaScript, so that an older Node can still say what it lacks.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import module from 'node:module';
import { fileURLToPath } from 'node:url';

const needed = 24;
const pinned = fileURLToPath(new URL('../node_modules/.bin/node', import.meta.url));

// A packed copy runs JavaScript, since Node strips no types below node_modules
const packed = new URL('../dist/cli.js', import.meta.url);

if (Number.parseInt(process.versions.node, 10) >= needed) {
  // Before the first module in TypeScript: its types are then stripped once, not by each process
  module.enableCompileCache();
  await import(existsSync(packed) ? packed.href : './cli.ts');
} else if (existsSync(pinned)) {
  const { status } = spawnSync(pinned, process.argv.slice(1), { stdio: 'inherit' });
  process.exitCode = status ?? 1;
} else {
  console.error(`guidang needs Node ${needed} or later and was run by ${process.version}.`);
  console.error('npm ci in its folder brings one along; npm install --global node@24 another.');
  process.exitCode = 2;
}
