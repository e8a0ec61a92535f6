import type { Ingredients } from './build.ts';
import type { Cache } from './cache.ts';
import type { Equipment } from './tasks.ts';

/** What the threads of a build are told at their beginning. */
export function equip(
  { site: { zone, ...site }, theme, options }: Ingredients,
  { folder, isUsedAgain }: Cache,
): Equipment {
  const { output } = options.folders;
  return {
    site: { ...site, zone: zone.name },
    templates: theme.templates,
    cache: folder,
    output,
    keeps: isUsedAgain,
  };
}
