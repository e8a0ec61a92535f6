import { readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join, resolve } from 'node:path';

/** A file made from a seed: the same seed and corpus give the same bytes. */
export type Mutant = Readonly<{ seed: number; name: string; made: string; bytes: Buffer }>;

export type Original = Readonly<{ name: string; bytes: Buffer }>;

/** A random number from 0 up to and without `below`. */
type Roll = (below: number) => number;

type Mutation = Readonly<{ name: string; apply: (bytes: Buffer, roll: Roll) => Buffer }>;

const root = resolve(import.meta.dirname, '../..');

/** The texts of the repository and the hostile fixtures, in the order of their paths. */
export function readOriginals(): Original[] {
  return ['content', 'tests/fixtures/hostile'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.(?:md|txt)$/.test(path))
      .sort()
      .map((path) => ({ name: basename(path), bytes: readFileSync(join(root, folder, path)) })),
  );
}

/** What is put into texts where it can do harm. */
const morsels: readonly Uint8Array[] = [
  ...[
    '\0',
    '\u{202e}\u{2066}\u{200b}\u{200f}\u{feff}',
    '---\na: &a [x,x]\nb: [*a,*a,*a]\n---\n',
    '---js\nprocess.exit(9)\n---\n',
    '> '.repeat(300),
    '['.repeat(300),
    '  - '.repeat(200),
    '（'.repeat(300),
    '# 标题\n'.repeat(200),
    '、'.repeat(2000),
    '一'.repeat(2000),
    ' '.repeat(2000),
    '|'.repeat(500),
    '*_`~'.repeat(200),
    '主持人：',
    '1. A. B. C. D.',
    '\r\r\n\u{2028}\u{85}',
    '<script>alert(1)</script>',
    '{{ 7 * 7 }}{% include "x" %}',
  ].map((text) => Buffer.from(text)),
  Uint8Array.of(0xed, 0xa0, 0x80),
  Uint8Array.of(0xff, 0xfe),
  Uint8Array.of(0xf8, 0x88, 0x80, 0x80),
];

const mutations: readonly Mutation[] = [
  {
    name: 'flips',
    apply(bytes, roll) {
      const flipped = Buffer.from(bytes);
      for (let count = 1 + roll(20); count > 0 && flipped.length > 0; count -= 1) {
        const at = roll(flipped.length);
        flipped[at] = (flipped[at] ?? 0) ^ (1 << roll(8));
      }
      return flipped;
    },
  },
  { name: 'truncated', apply: (bytes, roll) => bytes.subarray(0, roll(bytes.length + 1)) },
  { name: 'beheaded', apply: (bytes, roll) => bytes.subarray(roll(bytes.length + 1)) },
  { name: 'utf-16', apply: (bytes) => Buffer.from(bytes.toString('utf8'), 'utf16le') },
  { name: 'latin-1', apply: (bytes) => Buffer.from(bytes.toString('latin1'), 'utf8') },
  {
    name: 'morsel',
    apply(bytes, roll) {
      const at = roll(2) === 0 ? 0 : roll(bytes.length + 1);
      const morsel = morsels[roll(morsels.length)] ?? Buffer.of();
      return Buffer.concat([bytes.subarray(0, at), morsel, bytes.subarray(at)]);
    },
  },
  { name: 'one line', apply: (bytes) => Buffer.from(bytes.toString('utf8').replaceAll('\n', ' ')) },
  {
    name: 'slice repeated',
    apply(bytes, roll) {
      const start = roll(bytes.length + 1);
      const slice = bytes.subarray(start, start + roll(200));
      const repeated = Array.from({ length: roll(50) }, () => slice);
      return Buffer.concat([bytes.subarray(0, start), ...repeated, bytes.subarray(start)]);
    },
  },
];

/** Makes the mutant of a seed: one to three mutations, one after the other. */
export function mutantOf(seed: number, originals: readonly Original[]): Mutant {
  const roll = rollFrom(seed);
  const original = originals[roll(originals.length)];
  if (original === undefined) throw new Error('there is nothing to mutate');
  let { bytes } = original;
  const made = [original.name];
  for (let count = 1 + roll(3); count > 0; count -= 1) {
    const mutation = mutations[roll(mutations.length)];
    if (mutation === undefined) continue;
    bytes = mutation.apply(bytes, roll);
    made.push(mutation.name);
  }
  const name = `mutant-${seed}${extname(original.name)}`;
  return { seed, name, made: made.join(' > '), bytes };
}

/** Mulberry32 (Tommy Ettinger, public domain): small, and the same everywhere. */
function rollFrom(seed: number): Roll {
  let state = seed | 0;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (((mixed ^ (mixed >>> 14)) >>> 0) % 2 ** 32) % below;
  };
}
