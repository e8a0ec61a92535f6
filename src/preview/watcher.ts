import { setTimeout as wait } from 'node:timers/promises';
import { watch } from 'chokidar';

/** Quiet time after the last change before a build begins, in milliseconds. */
const quiet = 15;

/** The longest that a stream of changes may put a build off, in milliseconds. */
const patience = 1000;

/**
 * The longest that a first build waits for the watcher, in milliseconds. A path that is not there is watched for
 * in the folder above it, and where much changes in that one the watcher may never be ready.
 */
const longestStart = 2000;

export type Watcher = Readonly<{ close: () => Promise<void> }>;

/**
 * Calls `onChange` after changes below the given files and folders, once for changes that come
 * together, with the paths that changed. They are hints: a build looks for itself.
 */
export async function openWatcher(
  paths: readonly string[],
  ignored: readonly string[],
  onChange: (changed: ReadonlySet<string>) => void,
): Promise<Watcher> {
  let timer: NodeJS.Timeout | undefined;
  let waitingSince = 0;
  let changed = new Set<string>();
  const schedule = (path: string) => {
    const now = Date.now();
    if (timer === undefined) waitingSince = now;
    changed.add(path);
    clearTimeout(timer);
    const delay = Math.max(0, Math.min(quiet, waitingSince + patience - now));
    timer = setTimeout(() => {
      timer = undefined;
      const together = changed;
      changed = new Set();
      onChange(together);
    }, delay);
  };
  const watcher = watch([...paths], {
    ignoreInitial: true,
    atomic: false,
    ignored: (path) => ignored.some((each) => path === each || path.startsWith(`${each}/`)),
  });
  watcher.on('all', (_event, path) => schedule(path));
  const ready = new Promise<'ready'>((resolve) => watcher.once('ready', () => resolve('ready')));
  const first = await Promise.race([ready, wait(longestStart, 'late', { ref: false })]);
  // What changed in the meantime was not seen
  if (first === 'late') void ready.then(() => onChange(new Set()));
  return {
    async close() {
      clearTimeout(timer);
      await watcher.close();
    },
  };
}
