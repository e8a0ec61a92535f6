/** How long one step of a build took, and how many things it dealt with. */
export type Lap = Readonly<{ step: string; count: number; milliseconds: number }>;

/** Tells where the time goes. Steps of one name are added up. */
export type Stopwatch = Readonly<{
  /** Ends a step, which began where the last one ended. */
  lap: (step: string, count: number) => void;
  laps: () => Lap[];
}>;

export function startStopwatch(): Stopwatch {
  const laps = new Map<string, Lap>();
  let last = performance.now();
  return {
    lap(step, count) {
      const now = performance.now();
      const before = laps.get(step) ?? { step, count: 0, milliseconds: 0 };
      const milliseconds = before.milliseconds + now - last;
      laps.set(step, { step, count: before.count + count, milliseconds });
      last = now;
    },
    laps: () => [...laps.values()],
  };
}
