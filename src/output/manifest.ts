import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareCodePoints } from '#document/text/order.ts';
import type { OutputPath } from '#emitters/emitter.ts';
import { decodePath, encodePath, isInside } from './manifest-path.ts';

/** The outputs that the last build published: only these are ever removed. */
export type Manifest = ReadonlySet<OutputPath>;

export const manifestName = '.guidang-manifest';

const head = '# Written by guidang: the files of this folder that it may replace and remove.';

/** The manifest of an output folder; empty where there is none or it is not ours. */
export function readManifest(output: string): Manifest {
  let text: string;
  try {
    text = readFileSync(join(output, manifestName), 'utf8');
  } catch {
    return new Set();
  }
  const [first, ...paths] = text.split('\n');
  return new Set(first === head ? paths.map(decodePath).filter(isInside) : []);
}

/** Whether an earlier build has written to an output folder. */
export function hasManifest(output: string): boolean {
  try {
    return readFileSync(join(output, manifestName), 'utf8').startsWith(`${head}\n`);
  } catch {
    return false;
  }
}

export function formatManifest(paths: Iterable<OutputPath>): string {
  return [head, ...[...paths].sort(compareCodePoints).map(encodePath), ''].join('\n');
}
