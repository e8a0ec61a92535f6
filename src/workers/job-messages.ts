import type { ProduceJob } from './produce.ts';

/**
 * Jobs on their way to a thread. As JSON they cost half of what copies of their objects do, and what
 * many of them show, such as the frame of all pages, goes over once.
 */
export type JobMessage = Readonly<{
  /** A `WrittenJob` each: read when its turn has come, since a batch of them is much for a young heap. */
  jobs: readonly string[];
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
  const written = jobs.map(({ input, ...job }): string => {
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
    const text: WrittenJob = { job, own, shared };
    return JSON.stringify(text);
  });
  return { jobs: written, shared: fresh };
}

/** @param known what was sent before; what comes now is added */
export function* readJobs(
  { jobs, shared }: JobMessage,
  known: Map<number, unknown>,
): Generator<ProduceJob, void> {
  for (const [number, value] of shared) known.set(number, value);
  for (const text of jobs) {
    const { job, own, shared: names }: WrittenJob = JSON.parse(text);
    const input: Record<string, unknown> = { ...own };
    for (const [field, number] of names) input[field] = known.get(number);
    yield { ...job, input };
  }
}
