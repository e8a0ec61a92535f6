/** Whether all is built, or only the page that was edited. */
export type Built = 'done' | 'whole build follows';

/**
 * After the page that was edited the browser gets so many milliseconds to fetch it, and the writer to
 * save again, before everything else is built.
 */
const respite = 300;

/**
 * Runs one build at a time: what changes during one is built after it, all together.
 *
 * @param run builds what has changed, the whole site where nothing is named
 */
export function runInTurn(run: (changed: ReadonlySet<string>) => Promise<Built>) {
  let waiting: Set<string> | null = null;
  let running: Promise<void> | null = null;
  let wake = () => {};
  const rest = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, respite);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const work = async () => {
    let isWholeDue = false;
    while (waiting !== null || isWholeDue) {
      const changed: ReadonlySet<string> = waiting ?? new Set();
      waiting = null;
      isWholeDue = (await run(changed)) === 'whole build follows';
      // A save ends it: the writer need not wait for it
      if (isWholeDue && waiting === null) await rest();
    }
    running = null;
  };
  return {
    request(changed: ReadonlySet<string>) {
      waiting = new Set([...(waiting ?? []), ...changed]);
      wake();
      running ??= work();
    },
    /** Resolves when nothing is left to build. */
    async settled() {
      await running;
    },
  };
}
