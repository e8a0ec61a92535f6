#!/usr/bin/env node
import { existsSync } from 'node:fs';

// A packed copy runs JavaScript, since Node strips no types below node_modules
const packed = new URL('../dist/cli.js', import.meta.url);
await import(existsSync(packed) ? packed.href : './cli.ts');
