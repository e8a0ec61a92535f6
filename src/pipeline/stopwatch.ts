/**
 * How long one step of a build took, and how many things it dealt with. `processor` is what this thread
 * worked, in milliseconds: on a busy machine, or where other threads have the work, it is less.
 */
export type Lap = Readonly<{
  step: string;
  count: number;
  milliseconds: number;
  processor: number;
}>;

/** Tells where the time goes. Steps of one name are added up. */
export type Stopwatch = Readonly<{
  /** Ends a step, which began where the last one ended. */
  lap: (step: string, count: number) => void;
  laps: () => Lap[];
}>;

export function startStopwatch(): Stopwatch {
  const laps = new Map<string, Lap>();
  let last = performance.now();
  let lastWorked = worked();
  return {
    lap(step, count) {
      const [now, nowWorked] = [performance.now(), worked()];
      const before = laps.get(step) ?? { step, count: 0, milliseconds: 0, processor: 0 };
      const milliseconds = before.milliseconds + now - last;
      const processor = before.processor + nowWorked - lastWorked;
      laps.set(step, { step, count: before.count + count, milliseconds, processor });
      [last, lastWorked] = [now, nowWorked];
    },
    laps: () => [...laps.values()],
  };
}

/** What this thread has worked until now, in milliseconds. */
function worked(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
