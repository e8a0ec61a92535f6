import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import type { Site } from '#site/site.ts';
import type { StoredReading } from '#store/stored-reading.ts';

/**
 * The problems of all readings, where `privacy: error` has found something: then nothing at all is
 * published until its keeper has decided.
 */
export function stopForPrivacy(
  readings: readonly StoredReading[],
  { privacy }: Site,
): Diagnostic[] {
  if (privacy !== 'error') return [];
  const all = readings.flatMap(({ diagnostics }) => diagnostics);
  const isFound = all.some(
    ({ rule, severity }) => severity === 'error' && /^privacy(?:-address)?$/.test(rule),
  );
  return isFound ? all : [];
}
