import { vi } from 'vitest';
import { buildCommand } from '#commands/build.ts';
import { now, type Report, type TestSite } from './harness.ts';

export type Run = Readonly<{ status: number; stdout: string; stderr: string }>;

/**
 * Runs `guidang build` in this process: a tenth of the time of starting another, for the many
 * small sites. What the process itself does is tested with `guidang` of harness.ts.
 */
export async function buildHere(args: readonly string[]): Promise<Run> {
  const told = { log: [] as string[], error: [] as string[] };
  for (const name of ['log', 'error'] as const) {
    vi.spyOn(console, name).mockImplementation((text: string) => void told[name].push(`${text}\n`));
  }
  const before = process.exitCode;
  try {
    await buildCommand().exitOverride().parseAsync(args, { from: 'user' });
    const status = Number(process.exitCode ?? 0);
    return { status, stdout: told.log.join(''), stderr: told.error.join('') };
  } finally {
    process.exitCode = before;
    vi.restoreAllMocks();
  }
}

/** Builds a site with `--json`, judged by the usual time unless `args` say otherwise. */
export async function reportOf(
  { content, output }: Pick<TestSite, 'content' | 'output'>,
  args: readonly string[] = [],
): Promise<{ status: number; report: Report }> {
  const folders = ['--content', content, '--output', output];
  const { status, stdout } = await buildHere([...folders, '--json', '--now', now, ...args]);
  const report: Report = JSON.parse(stdout);
  return { status, report };
}
