import { watch } from 'chokidar';

/** Quiet time after the last change before a build begins, in milliseconds. */
const quiet = 15;

/** The longest that a stream of changes may put a build off, in milliseconds. */
const patience = 1000;

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
  await new Promise<void>((resolve) => watcher.once('ready', () => resolve()));
  return {
    async close() {
      clearTimeout(timer);
      await watcher.close();
    },
  };
}
