import type { Archive } from '#archive/archive.ts';
import { type Diagnostic, error } from '#diagnostics/diagnostic.ts';
import type { Owner } from '#diagnostics/words.ts';
import type { Dependencies, Emitter, ListedPage, OutputPath } from '#emitters/emitter.ts';
import { caselessPath } from '#output/case.ts';
import { fixityName } from '#output/fixity.ts';
import { manifestName } from '#output/manifest.ts';
import type { Site } from '#site/site.ts';

/** One output and the emitter that produces it. */
export type Planned = Readonly<{
  path: OutputPath;
  by: Emitter<unknown>;
  input: () => unknown;
  dependencies: (() => Dependencies) | null;
  source: string | null;
  documents: readonly string[];
}>;

export type PlannedOutputs = { outputs: Planned[]; diagnostics: Diagnostic[] };

/**
 * Asks every emitter for its outputs. Of two for one path, as a file system without upper and lower
 * case has it, the first is kept; so it is where one's file would be the other's folder. The site's own
 * outputs stand before those that documents ask for (`emitters/index.ts`).
 *
 * @param only places in the archive of the documents whose own pages are wanted
 */
export function plan(
  emitters: readonly Emitter<unknown>[],
  archive: Archive,
  site: Site,
  only?: readonly number[],
): PlannedOutputs {
  const outputs: Planned[] = [];
  const diagnostics: Diagnostic[] = [];
  const pages: ListedPage[] = [];
  const claims = openClaims();
  for (const path of filesOfBuild) claims.claim({ path, source: null, by: { name: 'the build' } });
  for (const by of emitters) {
    for (const each of by.plan(archive, site, only, pages)) {
      const { path, input, dependencies = null, source = null, documents = nothing } = each;
      const planned = { path, by, input, dependencies, source, documents };
      const earlier = claims.claim(planned);
      if (earlier !== null) {
        diagnostics.push(conflict(earlier, planned));
        continue;
      }
      outputs.push(planned);
      if (by.unlisted === undefined && path.endsWith('.html')) {
        pages.push({ path, modified: each.modified ?? null });
      }
    }
  }
  return { outputs, diagnostics };
}

const nothing: readonly string[] = [];

/** What the build itself leaves in the output folder, when all else is there. */
const filesOfBuild = [fixityName, manifestName];

/** Somebody's wish for an address. */
type Claim = Readonly<{ path: OutputPath; source: string | null; by: Readonly<{ name: string }> }>;

/** Gives addresses to those who ask for them first. */
function openClaims() {
  const files = new Map<string, Claim>();
  /** Of each folder something that lies in it. */
  const folders = new Map<string, Claim>();
  return {
    /** Gives an address, or what stands in its way: a file of the same name, or one's file as the other's folder. */
    claim(claim: Claim): Claim | null {
      const key = caselessPath(claim.path);
      const earlier = files.get(key) ?? folders.get(key);
      if (earlier !== undefined) return earlier;
      const unknown: string[] = [];
      for (let end = key.lastIndexOf('/'); end > 0; end = key.lastIndexOf('/', end - 1)) {
        const folder = key.slice(0, end);
        // What lies above a known folder is known too
        if (folders.has(folder)) break;
        const file = files.get(folder);
        if (file !== undefined) return file;
        unknown.push(folder);
      }
      files.set(key, claim);
      for (const folder of unknown) folders.set(folder, claim);
      return null;
    },
  };
}

function conflict(earlier: Claim, later: Claim): Diagnostic {
  const isSame = caselessPath(later.path) === caselessPath(earlier.path);
  const owners = { later: ownerOf(later), earlier: ownerOf(earlier), path: later.path };
  const place = later.source === null ? {} : { place: { file: later.source } };
  return isSame
    ? error({ says: 'same-address/output', ...owners }, place)
    : error({ says: 'same-address/folder', ...owners, other: earlier.path }, place);
}

function ownerOf({ source, by }: Claim): Owner {
  return source === null ? { maker: by.name } : { file: source };
}

/** Files an output of which gave way to another one's. */
export function displacedFiles({ diagnostics }: Pick<PlannedOutputs, 'diagnostics'>): Set<string> {
  return new Set(diagnostics.flatMap(({ place }) => (place === undefined ? [] : [place.file])));
}
