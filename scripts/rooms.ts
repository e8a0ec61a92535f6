import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/*
 * Which room may import which, and which packages belong to it: the one table behind the rules in
 * biome.json.
 *
 *     node scripts/rooms.ts        writes them
 */

type Room = Readonly<{
  /** Rooms that it may import. */
  imports: readonly string[];
  /** Packages that are its own. */
  packages: readonly string[];
  /** Whether it sees no files, no clock and no chance: what it needs is handed to it. */
  isPure?: boolean;
  /** Whether Node's modules are kept out. */
  isBrowser?: boolean;
}>;

const below = {
  diagnostics: [],
  document: ['search', 'diagnostics'],
  site: ['diagnostics', 'document', 'languages'],
  render: ['document', 'diagnostics', 'languages', 'site'],
  archive: ['search', 'document', 'diagnostics', 'site'],
  formats: ['render', 'document', 'diagnostics', 'site'],
  emitters: ['render', 'archive', 'search', 'document', 'diagnostics', 'languages', 'site'],
  source: [
    'formats',
    'render',
    'archive',
    'search',
    'document',
    'diagnostics',
    'languages',
    'site',
  ],
} as const;
const everything = ['source', 'formats', 'emitters', ...below.emitters] as const;
/** The rooms that a build goes through, from the uppermost down. */
const building = ['pipeline', 'changes', 'workers', 'output', 'store'] as const;
const all = [...building, ...everything] as const;

export const rooms: Readonly<Record<string, Room>> = {
  commands: { imports: ['preview', 'check', ...all], packages: ['commander'] },
  check: { imports: all, packages: [], isPure: true },
  preview: { imports: all, packages: ['chokidar', 'sirv'] },
  pipeline: { imports: all.slice(1), packages: ['rolldown'] },
  changes: { imports: all.slice(2), packages: [] },
  workers: { imports: all.slice(3), packages: [] },
  output: { imports: all.slice(4), packages: [] },
  store: { imports: all.slice(5), packages: [] },
  source: { imports: below.source, packages: ['markdown-it', 'pinyin-pro', 'pinyin-pro/**'] },
  formats: {
    imports: below.formats,
    packages: ['markdown-it', 'gray-matter', 'smol-toml', 'yaml'],
  },
  emitters: { imports: below.emitters, packages: [], isPure: true },
  archive: { imports: below.archive, packages: [], isPure: true },
  render: {
    imports: below.render,
    packages: ['markdown-it', 'markdown-it-*', 'nunjucks'],
    isPure: true,
  },
  document: { imports: below.document, packages: [], isPure: true },
  diagnostics: { imports: below.diagnostics, packages: [], isPure: true },
  languages: { imports: [], packages: [], isPure: true },
  site: { imports: below.site, packages: ['yaml', 'zod'] },
  search: { imports: [], packages: ['opencc-js/**'], isPure: true },
  browser: { imports: ['search'], packages: [], isBrowser: true },
};

const packages = [...new Set(Object.values(rooms).flatMap((room) => room.packages))].sort();
const impure = `Date Intl process performance console fetch Buffer crypto setTimeout setInterval
  setImmediate queueMicrotask`.split(/\s+/);

/** The overrides of biome.json that the table gives, one for each room. */
export function roomRules(): object[] {
  return Object.entries(rooms).map(([name, { imports, packages: own, isPure, isBrowser }]) => {
    const others = Object.keys(rooms).filter((room) => room !== name && !imports.includes(room));
    const may = imports.length === 0 ? 'no other room' : imports.join(', ');
    const patterns = [
      {
        group: [...others.map((room) => `#${room}/**`), '#cli.ts'],
        message: `Imports run downwards only: ${name} may import ${may}.`,
      },
      { group: ['../**'], message: 'Across rooms write #room/file.ts, within a room ./file.ts.' },
      {
        group: packages.filter((each) => !own.includes(each)),
        message: 'This package belongs to another room; see docs/decisions/0001-libraries.md.',
      },
    ];
    const message = 'This room is pure: what it needs is handed to it.';
    const deniedGlobals = Object.fromEntries(impure.map((global) => [global, message]));
    const style = {
      noRestrictedImports: { level: 'error', options: { patterns } },
      ...(isPure && { noRestrictedGlobals: { level: 'error', options: { deniedGlobals } } }),
    };
    const isApart = isPure === true || isBrowser === true;
    return {
      includes: [`src/${name}/**`, `tests/tooling/rules/src/${name}/**`],
      linter: {
        rules: { style, ...(isApart && { correctness: { noNodejsModules: 'error' } }) },
      },
      ...(isPure && { plugins: ['./tests/tooling/pure.grit'] }),
    };
  });
}

type Override = Readonly<{ includes: readonly string[] }>;

/** Whether an override is that of a room. */
export function isOfRoom({ includes }: Override): boolean {
  return /^src\/\w+\/\*\*$/.test(includes[0] ?? '');
}

if (import.meta.main) {
  const file = join(resolve(import.meta.dirname, '..'), 'biome.json');
  const rules: { overrides: Override[] } = JSON.parse(readFileSync(file, 'utf8'));
  const others = rules.overrides.filter((override) => !isOfRoom(override));
  const overrides = [...others, ...roomRules()];
  writeFileSync(file, `${JSON.stringify({ ...rules, overrides }, null, 2)}\n`);
}
