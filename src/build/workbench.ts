import type { Archive } from '#archive/archive.ts';
import type { Site } from '#site/site.ts';
import type { Equipment, Tasks } from './tasks.ts';

/** What a build leaves at hand for the next one of the same process. */
export type Workbench = {
  site: Site;
  equipment: Equipment;
  /** Reader and templates, which take longer to make than a page. */
  tasks: Tasks;
  /** The archive as it was published last; null before the first time. */
  archive: Archive | null;
  /** Where the document of each file stands in it. */
  places: ReadonlyMap<string, number>;
};

/** Leaves an archive for the next build. */
export function leaveArchive(workbench: Workbench, archive: Archive): void {
  workbench.archive = archive;
  workbench.places = new Map(archive.documents.map(({ file }, place) => [file, place]));
}

/** Whether two builds work with the same configuration and templates. */
export function isSameEquipment(a: Equipment, b: Equipment): boolean {
  const text = ({ templates, ...others }: Equipment) => JSON.stringify([others, [...templates]]);
  return text(a) === text(b);
}
