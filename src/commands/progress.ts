import { writeSync } from 'node:fs';
import type { Catalogue } from '#diagnostics/catalogue.ts';
import type { OnProgress } from '#workers/worker-pool.ts';

const patience = 1000;
const interval = 100;

/**
 * One status line on a terminal for work that takes over a second; nothing where output is piped.
 * Writes at once, for the build leaves the event loop no turn.
 */
export function openProgress(
  terminal: boolean,
  { report }: Catalogue,
): { onProgress: OnProgress; clear: () => void } {
  const began = Date.now();
  let shown = 0;
  const onProgress: OnProgress = (stage, done, total) => {
    const now = Date.now();
    if (!terminal || now - began < patience || now - shown < interval) return;
    shown = now;
    writeSync(2, `\r\u001b[K${report.progress(stage, done, total)}`);
  };
  const clear = () => {
    if (shown > 0) writeSync(2, '\r\u001b[K');
  };
  return { onProgress, clear };
}
