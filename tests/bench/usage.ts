/** Prints what this process has used so far, as `bench.ts` reads it. */
export function printUsage(): void {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const cpu = (userCPUTime + systemCPUTime) / 1e6;
  console.log(JSON.stringify({ cpu, wall: process.uptime(), megabytes: (maxRSS * 1024) / 1e6 }));
}
