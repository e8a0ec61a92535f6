import type { Archive } from '#archive/archive.ts';
import { type Diagnostic, error } from '#diagnostics/diagnostic.ts';
import type { Basis, Emitter, OutputPath } from '#emitters/emitter.ts';
import type { Site } from '#site/site.ts';
import { caselessPath } from './case.ts';

/** One output and the emitter that produces it. */
export type Planned = Readonly<{
  path: OutputPath;
  by: Emitter<unknown>;
  input: () => unknown;
  basis: (() => Basis) | null;
  source: string | null;
  documents: readonly string[];
}>;

export type PlannedOutputs = { outputs: Planned[]; diagnostics: Diagnostic[] };

/**
 * Asks every emitter for its outputs. Of two for one path, as a file system without upper and
 * lower case has it, the first is kept.
 *
 * @param only places in the archive of the documents whose own pages are wanted
 */
export function plan(
  emitters: readonly Emitter<unknown>[],
  archive: Archive,
  site: Site,
  only?: readonly number[],
): PlannedOutputs {
  const outputs = new Map<string, Planned>();
  const diagnostics: Diagnostic[] = [];
  for (const by of emitters) {
    for (const each of by.plan(archive, site, only)) {
      const { path, input, basis = null, source = null, documents = nothing } = each;
      const key = caselessPath(path);
      const planned = { path, by, input, basis, source, documents };
      const earlier = outputs.get(key);
      if (earlier === undefined) outputs.set(key, planned);
      else diagnostics.push(conflict(earlier, planned));
    }
  }
  return { outputs: [...outputs.values()], diagnostics };
}

const nothing: readonly string[] = [];

function conflict(earlier: Planned, later: Planned): Diagnostic {
  const name = ({ source, by }: Planned) => source ?? `the page made by ${by.name}`;
  const message = `${name(later)} and ${name(earlier)} have one address: ${later.path}`;
  const hint = 'Change the id, the alias or the file name of one of them.';
  const place = later.source === null ? {} : { place: { file: later.source } };
  return error('same-address', message, { ...place, hint });
}

/** Files an output of which gave way to another one's. */
export function displacedFiles({ diagnostics }: Pick<PlannedOutputs, 'diagnostics'>): Set<string> {
  return new Set(diagnostics.flatMap(({ place }) => (place === undefined ? [] : [place.file])));
}
