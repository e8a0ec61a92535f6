import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, cpSync, mkdirSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { listFiles, root, useFolders } from '../site/harness.ts';

/* What lies in the folder for compiled sources is run: it must be the user's alone. */

const newFolder = useFolders();

const beside = (program: string) => join(program, 'node_modules/.cache/guidang-compile');
const users = (program: string) => join(program, 'user/guidang');

type Case = Readonly<{
  what: string;
  isPacked?: boolean;
  prepare: (program: string) => void;
  expected: (program: string) => string | null;
}>;

const cases: readonly Case[] = [
  { what: 'a checkout has it beside its packages', prepare: () => {}, expected: beside },
  {
    what: 'a packed copy has it with its user',
    isPacked: true,
    prepare: () => {},
    expected: users,
  },
  {
    what: 'one that others can write to is not used',
    prepare(program) {
      mkdirSync(beside(program), { recursive: true });
      chmodSync(beside(program), 0o777);
    },
    expected: users,
  },
  {
    what: 'a link is not followed',
    prepare(program) {
      mkdirSync(join(program, 'node_modules/.cache'));
      mkdirSync(join(program, 'elsewhere'));
      symlinkSync(join(program, 'elsewhere'), beside(program));
    },
    expected: users,
  },
  {
    what: 'where neither can be had there is none',
    isPacked: true,
    prepare(program) {
      mkdirSync(users(program), { recursive: true });
      chmodSync(users(program), 0o770);
    },
    expected: () => null,
  },
];

function find(program: string, isPacked: boolean): string | null {
  const { href } = pathToFileURL(join(program, 'src/compile-cache.js'));
  const code = `import('${href}').then(({ findCompileCache }) =>
    console.log(JSON.stringify(findCompileCache(${isPacked}))))`;
  const env = { ...process.env, XDG_CACHE_HOME: join(program, 'user') };
  const { stdout } = spawnSync(process.execPath, ['-e', code], { encoding: 'utf8', env });
  return JSON.parse(stdout);
}

function copyProgram(): string {
  const program = newFolder('program');
  mkdirSync(join(program, 'node_modules'));
  cpSync(join(root, 'src/compile-cache.js'), join(program, 'src/compile-cache.js'));
  cpSync(join(root, 'package.json'), join(program, 'package.json'));
  return program;
}

test.each(cases)('$what', ({ isPacked = false, prepare, expected }) => {
  const program = copyProgram();
  prepare(program);
  const found = find(program, isPacked);
  expect(found).toBe(expected(program));
  if (found !== null) expect(statSync(found).mode & 0o777).toBe(0o700);
});

test.skipIf(process.getuid?.() !== 0)("somebody else's is not used", () => {
  const program = copyProgram();
  mkdirSync(beside(program), { recursive: true, mode: 0o700 });
  chownSync(beside(program), 65534, 65534);
  expect(find(program, false)).toBe(users(program));
});

test('nothing is compiled into the temporary folder of the system', () => {
  const temporary = newFolder('temporary');
  const { NODE_COMPILE_CACHE: _, ...others } = process.env;
  const env = { ...others, TMPDIR: temporary, XDG_CACHE_HOME: newFolder('user') };
  const args = [join(root, 'src/guidang.js'), '--version'];
  expect(spawnSync(process.execPath, args, { env }).status).toBe(0);
  expect(listFiles(temporary)).toEqual([]);
});
