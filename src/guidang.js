#!/usr/bin/env node
// The package's `bin`. Plain JavaScript, so that an older Node can still say what it lacks.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import module from 'node:module';
import { fileURLToPath } from 'node:url';
import { findCompileCache } from './compile-cache.js';

const needed = 24;
// In a checkout, and where npm has put the packages of a packed copy beside it
const places = ['../node_modules/.bin/node', '../../.bin/node'];
const pinned = places
  .map((place) => fileURLToPath(new URL(place, import.meta.url)))
  .find((file) => existsSync(file));

// A packed copy brings JavaScript alone, since Node strips no types below node_modules
const written = new URL('./cli.ts', import.meta.url);
const packed = new URL('../dist/cli.js', import.meta.url);

if (Number.parseInt(process.versions.node, 10) >= needed) {
  const isPacked = !existsSync(written);
  // Whoever names a folder has it used by Node itself. Threads find this one in the environment
  const cache = process.env.NODE_COMPILE_CACHE ?? findCompileCache(isPacked) ?? '';
  process.env.NODE_COMPILE_CACHE = cache;
  // Before the first module in TypeScript: its types are then stripped once, not by each process
  if (cache !== '') module.enableCompileCache(cache);
  await import(isPacked ? packed.href : written.href);
} else if (pinned !== undefined) {
  const { status } = spawnSync(pinned, process.argv.slice(1), { stdio: 'inherit' });
  process.exitCode = status ?? 1;
} else {
  console.error(`guidang needs Node ${needed} or later and was run by ${process.version}.`);
  console.error('npm ci in its folder brings one along; npm install --global node@24 another.');
  process.exitCode = 2;
}
