import type { Archive } from '#archive/archive.ts';
import type { Site } from '#site/site.ts';
import type { Tasks, WorkerSetup } from '#workers/tasks.ts';

/** What a build leaves at hand for the next one of the same process. */
export type PreviewState = {
  site: Site;
  setup: WorkerSetup;
  /** Reader and templates, which take longer to make than a page. */
  tasks: Tasks;
  /** The archive as it was published last; null before the first time. */
  archive: Archive | null;
  /** Where the document of each file stands in it. */
  places: ReadonlyMap<string, number>;
};

/** Where it is kept from build to build; a process that builds once keeps nothing. */
export type Held = { preview: PreviewState | null };

/** Leaves an archive for the next build. */
export function leaveArchive(state: PreviewState, archive: Archive): void {
  state.archive = archive;
  state.places = new Map(archive.documents.map(({ file }, place) => [file, place]));
}

/** Whether two builds work with the same configuration and templates. */
export function isSameSetup(a: WorkerSetup, b: WorkerSetup): boolean {
  const text = ({ templates, ...others }: WorkerSetup) => JSON.stringify([others, [...templates]]);
  return text(a) === text(b);
}
