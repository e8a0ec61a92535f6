import type { Cache } from '#store/cache.ts';
import type { WorkerSetup } from '#workers/tasks.ts';
import type { Ingredients } from './build.ts';

/** What the threads of a build are told at their beginning. */
export function workerSetup(
  { site: { zone, ...site }, theme, options }: Ingredients,
  { folder, isUsedAgain }: Cache,
): WorkerSetup {
  const { output } = options.folders;
  return {
    site: { ...site, zone: zone.name },
    templates: theme.templates,
    cache: folder,
    output,
    keeps: isUsedAgain,
  };
}
