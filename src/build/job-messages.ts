import type { ProduceJob } from './produce.ts';

/**
 * Jobs on their way to a thread. As JSON they cost half of what copies of their objects do, and what
 * many of them show, such as the frame of all pages, goes over once.
 */
export type JobMessage = Readonly<{
  /** Of `WrittenJob`s. */
  jobs: string;
  /** Values that many jobs hold, with the numbers by which this and later messages name them. */
  shared: readonly (readonly [number: number, value: unknown])[];
}>;

/** A job, the fields of its input that are its own, and those that are shared. */
type WrittenJob = Readonly<{
  job: Omit<ProduceJob, 'input'>;
  own: Readonly<Record<string, unknown>>;
  shared: readonly (readonly [field: string, number: number])[];
}>;

/** Numbers for the values that several of some jobs hold. */
export type SharedValues = Map<unknown, number>;

/** Gives numbers to the values that several of these jobs hold; those that have one keep it. */
export function numberShared(jobs: readonly ProduceJob[], shared: SharedValues): void {
  const seen = new Set<unknown>();
  for (const { input } of jobs) {
    for (const value of Object.values(Object(input))) {
      if (typeof value !== 'object' || value === null || shared.has(value)) continue;
      if (seen.has(value)) shared.set(value, shared.size);
      else seen.add(value);
    }
  }
}

/**
 * Writes jobs for one thread.
 *
 * @param sent what it has been sent already; what it is sent now is added
 */
export function writeJobs(
  jobs: readonly ProduceJob[],
  values: ReadonlyMap<unknown, number>,
  sent: Set<number>,
): JobMessage {
  const fresh: [number, unknown][] = [];
  const written = jobs.map(({ input, ...job }): WrittenJob => {
    const own: Record<string, unknown> = {};
    const shared: [string, number][] = [];
    for (const [field, value] of Object.entries(Object(input))) {
      const number = values.get(value);
      if (number === undefined) own[field] = value;
      else {
        shared.push([field, number]);
        if (!sent.has(number)) fresh.push([number, value]);
        sent.add(number);
      }
    }
    return { job, own, shared };
  });
  return { jobs: JSON.stringify(written), shared: fresh };
}

/** @param known what was sent before; what comes now is added */
export function readJobs({ jobs, shared }: JobMessage, known: Map<number, unknown>): ProduceJob[] {
  for (const [number, value] of shared) known.set(number, value);
  const written: readonly WrittenJob[] = JSON.parse(jobs);
  return written.map(({ job, own, shared: names }) => {
    const common = names.map(([field, number]) => [field, known.get(number)]);
    return { ...job, input: { ...own, ...Object.fromEntries(common) } };
  });
}
