import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { codeOf } from '#diagnostics/exceptions.ts';

/*
 * A lock is a file that tells which process works with a folder. It outlives a process that is killed:
 * then it is stale, and whoever comes next takes it over.
 */

/** The process that has a lock. `started` tells it from a later one with the same number. */
export type Holder = Readonly<{ pid: number; host: string; started: string | null; since: string }>;

export type Lock = Readonly<{ release: () => void }> | Readonly<{ holder: Holder }>;

/** A file that tells of no process yet is being written: for so many milliseconds. */
const writing = 2000;

/** What another machine runs cannot be seen: its lock counts for so many milliseconds. */
const elsewhere = 3_600_000;

/**
 * Takes a lock for this process, or tells who has it.
 *
 * @param aside a name in the same folder for a stale lock on its way out
 */
export function takeLock(file: string, aside: string): Lock {
  const mine: Holder = {
    pid: process.pid,
    host: hostname(),
    started: startOf(process.pid),
    since: new Date().toISOString(),
  };
  for (let attempt = 0; ; attempt++) {
    try {
      writeFileSync(file, `${JSON.stringify(mine)}\n`, { flag: 'wx' });
      return { release: () => rmSync(file, { force: true }) };
    } catch (problem) {
      if (codeOf(problem) !== 'EEXIST') throw problem;
    }
    const text = readIfAny(file);
    const holder = readHolder(text);
    const unknown = { pid: 0, host: hostname(), started: null, since: '' };
    if (attempt > 3 || !isStale(file, holder)) return { holder: holder ?? unknown };
    removeStale(file, aside, text);
  }
}

function isStale(file: string, holder: Holder | null): boolean {
  const age = Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0);
  if (holder === null) return age > writing;
  if (holder.host !== hostname()) return age > elsewhere;
  if (!isAlive(holder.pid)) return true;
  const started = startOf(holder.pid);
  // The number was given to another process
  return started !== null && holder.started !== null && started !== holder.started;
}

/** Out of the way by its name first: another process may have taken the lock over just now. */
function removeStale(file: string, aside: string, judged: string): void {
  try {
    renameSync(file, aside);
    if (readIfAny(aside) === judged) rmSync(aside, { force: true });
    else renameSync(aside, file);
  } catch (problem) {
    if (codeOf(problem) !== 'ENOENT') throw problem;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    // Dead, but nobody has asked how it ended
    return statOf(pid)?.[0] !== 'Z';
  } catch (problem) {
    // A process of another user may not be asked
    return codeOf(problem) === 'EPERM';
  }
}

/** When a process began, with the start of the system; null where the system does not tell (proc(5)). */
function startOf(pid: number): string | null {
  const ticks = statOf(pid)?.[19];
  if (ticks === undefined) return null;
  return `${readIfAny('/proc/sys/kernel/random/boot_id').trim()} ${ticks}`;
}

/** The fields of `/proc/PID/stat` from the third on: the second, a name, may hold spaces. */
function statOf(pid: number): string[] | null {
  const text = readIfAny(`/proc/${pid}/stat`);
  return text === '' ? null : text.slice(text.lastIndexOf(')') + 2).split(' ');
}

function readHolder(text: string): Holder | null {
  try {
    const { pid, host, started, since } = JSON.parse(text);
    const isHolder = Number.isInteger(pid) && pid > 0 && typeof host === 'string';
    return isHolder ? { pid, host, started, since: String(since) } : null;
  } catch {
    return null;
  }
}

function readIfAny(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
