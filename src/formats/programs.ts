import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Whether Node keeps this process from starting others (`--confined`). */
export function isConfined(): boolean {
  return process.permission?.has('child') === false;
}

/** Where a program lies that is called by one of these names; null where it is not installed. */
export function findProgram(
  names: readonly string[],
  usualFolders: readonly string[],
): string | null {
  const folders = [...(process.env.PATH ?? '').split(delimiter), ...usualFolders];
  for (const folder of folders)
    for (const name of names) {
      const program = join(folder, name);
      if (folder !== '' && existsSync(program)) return program;
    }
  return null;
}

/**
 * Runs a program to its end, without a network; gives whether it came to one in time. It, and all that it has
 * started, are ended when it takes too long.
 *
 * @param longest time in milliseconds
 */
export function runProgram(
  program: string,
  options: readonly string[],
  longest: number,
): Promise<boolean> {
  const nowhere = 'http://127.0.0.1:9';
  const env = { ...process.env, http_proxy: nowhere, https_proxy: nowhere };
  return new Promise((resolve) => {
    // Of a group of its own, which can be ended as a whole
    const child = spawn(program, options, { detached: true, stdio: 'ignore', env });
    const timer = setTimeout(() => {
      endGroup(child);
      resolve(false);
    }, longest);
    const finish = () => {
      clearTimeout(timer);
      endGroup(child);
      resolve(true);
    };
    child.on('exit', finish);
    child.on('error', finish);
  });
}

function endGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch {
    // Nothing of it is left
  }
}
