import { watch } from 'chokidar';

/** Quiet time after the last change before a build begins, in milliseconds. */
const quiet = 40;

/** The longest that a stream of changes may put a build off, in milliseconds. */
const patience = 1000;

export type Watcher = Readonly<{ close: () => Promise<void> }>;

/**
 * Calls `onChange` after changes below the given files and folders, once for changes that come
 * together. Which files changed does not matter: a build looks for itself.
 */
export async function openWatcher(
  paths: readonly string[],
  ignored: string,
  onChange: () => void,
): Promise<Watcher> {
  let timer: NodeJS.Timeout | undefined;
  let waitingSince = 0;
  const schedule = () => {
    const now = Date.now();
    if (timer === undefined) waitingSince = now;
    clearTimeout(timer);
    const delay = Math.max(0, Math.min(quiet, waitingSince + patience - now));
    timer = setTimeout(() => {
      timer = undefined;
      onChange();
    }, delay);
  };
  const watcher = watch([...paths], {
    ignoreInitial: true,
    atomic: false,
    ignored: (path) => path === ignored || path.startsWith(`${ignored}/`),
  });
  watcher.on('all', schedule);
  await new Promise<void>((resolve) => watcher.once('ready', () => resolve()));
  return {
    async close() {
      clearTimeout(timer);
      await watcher.close();
    },
  };
}
