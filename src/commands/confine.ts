import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { extname, join, resolve, sep } from 'node:path';
import { type Diagnostic, error } from '#diagnostics/diagnostic.ts';
import { fixityName } from '#output/fixity.ts';
import { type Folders, firstMissing, realPath } from '#output/folders.ts';
import { manifestName } from '#output/manifest.ts';
import { filesOfRecords } from '#pipeline/recorded-files.ts';
import { awaitDisk } from '#store/disk.ts';
import { temporaryCachePrefix } from '#store/temporary-cache.ts';

/*
 * A build behind a second wall: Node's permission model. The program starts itself again in a process
 * that may read the site and the program, write what a build writes, and start no other process. The
 * first wall, the program's own care with paths, stands within; this one holds where that fails.
 */

/** What a confined build works with. */
export type Confinement = Readonly<{
  folders: Folders;
  /** Null where nothing is kept for the next build. */
  cache: string | null;
  recordsAddresses: boolean;
  /** A thread can be started without the wall, so none is allowed unless more than one is asked for. */
  jobs: number;
}>;

/** Whether this process is within such a wall already. */
export function isConfined(): boolean {
  return 'permission' in process && process.permission !== undefined;
}

/**
 * Node takes a `*` in a permission for anything that may follow: the wall would stand further out than
 * was meant.
 */
export function checkConfinement({ folders, cache }: Confinement): Diagnostic[] {
  const paths = [...Object.values(folders), cache ?? '', programFolder(), tmpdir()];
  const wide = paths.flatMap(bothNames).find((path) => path.includes('*'));
  if (wide === undefined) return [];
  return [error({ says: 'confined/asterisk', path: wide })];
}

/** The options by which Node is told what the build may do. */
export function permissions(confinement: Confinement): string[] {
  const reads = readable(confinement).map((path) => `--allow-fs-read=${path}`);
  const writes = writable(confinement).map((path) => `--allow-fs-write=${path}`);
  const threads = confinement.jobs > 1 ? ['--allow-worker'] : [];
  // A comma in a path is warned of, as if two had been meant; and so are threads, each time
  const quiet = ['--disable-warning=Warning', '--disable-warning=PERM0006'];
  return ['--permission', ...new Set([...reads, ...writes]), ...threads, ...quiet];
}

/**
 * Runs this command line again within the wall, with the same terminal.
 *
 * @returns its exit code
 */
export async function runConfined(confinement: Confinement): Promise<number> {
  const command = join(import.meta.dirname, `../cli${extname(import.meta.filename)}`);
  const args = [...process.execArgv, ...permissions(confinement), command];
  const env = { ...process.env, ...compileCache(confinement) };
  const child = spawn(process.execPath, [...args, ...process.argv.slice(2)], {
    stdio: 'inherit',
    env,
  });
  // Whoever ends this process means the build; a terminal tells both
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => signal === 'SIGINT' || child.kill(signal));
  }
  const status = await new Promise<number>((give, fail) => {
    child.on('error', fail);
    child.on('exit', (code, signal) => give(code ?? 128 + constants.signals[signal ?? 'SIGKILL']));
  });
  awaitPublished(confinement.folders.output);
  return status;
}

/** What a build waits for itself where it may: the files by which a folder is known and verified. */
function awaitPublished(output: string): void {
  const files = [manifestName, fixityName].map((name) => join(output, name));
  for (const path of [...files, output]) if (existsSync(path)) awaitDisk(path);
}

function readable(confinement: Confinement): string[] {
  const { folders, cache } = confinement;
  const { content, templates, output, config } = folders;
  const below = [programFolder(), content, templates, output, ...(cache === null ? [] : [cache])];
  const files = [config, ...filesOfRecords(folders)];
  return [...below.flatMap(allBelow), ...files.flatMap(bothNames), temporaryCaches()];
}

function writable({ folders, cache, recordsAddresses }: Confinement): string[] {
  const below = [folders.output, ...(cache === null ? [] : [cache])];
  // Folders on the way to them are made too: what is not there yet is nobody's
  const roots = below.flatMap((folder) => [folder, firstMissing(folder) ?? folder]);
  const files = recordsAddresses ? filesOfRecords(folders) : [];
  return [...roots.flatMap(allBelow), ...files.flatMap(bothNames), temporaryCaches()];
}

/** A path as written and without links: the build asks for both. */
function bothNames(path: string): string[] {
  return [...new Set([path, realPath(path)])];
}

/** The star is needed where a folder does not exist yet. */
function allBelow(folder: string): string[] {
  return bothNames(folder).map((path) => join(path, '*'));
}

/** Of this and other builds; their names begin alike. */
function temporaryCaches(): string {
  return `${join(tmpdir(), temporaryCachePrefix)}*`;
}

/** The program with what is installed for it, which may lie beside it: `node_modules/guidang`. */
function programFolder(): string {
  const own = resolve(import.meta.dirname, '../..');
  const parts = own.split(sep);
  const installed = parts.indexOf('node_modules');
  return installed === -1 ? own : parts.slice(0, installed + 1).join(sep);
}

/**
 * Compiled sources are kept where confined builds alone use them: what one might put there must not
 * run outside the wall.
 */
function compileCache({ cache }: Confinement): Record<string, string> {
  if (cache === null) return { NODE_DISABLE_COMPILE_CACHE: '1' };
  return { NODE_COMPILE_CACHE: join(cache, 'compiled') };
}
