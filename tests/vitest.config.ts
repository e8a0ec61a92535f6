import { defineConfig } from 'vitest/config';
import type { Reporter, TestModule } from 'vitest/node';

/** Closes a run with one plain line, `506 passed, 0 failed`, for those who read it by program. */
const closingLine: Reporter = {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors) {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const count = (state: string) => tests.filter((test) => test.result().state === state).length;
    const broken = modules.filter((module) => module.errors().length > 0).length;
    const failed = count('failed') + broken + unhandledErrors.length;
    const skipped = count('skipped');
    const parts = [`${count('passed')} passed`, `${failed} failed`];
    if (skipped > 0) parts.push(`${skipped} skipped`);
    console.log(`\n${parts.join(', ')}`);
  },
};

const unit = 'archive diagnostics document formats render search source spec'.split(' ');
const site = 'changes output pipeline preview proof site store workers'.split(' ');
/** In rooms of units, tests that run the program or read texts for many seconds. */
const wholeProgram = ['formats/formats', 'source/mutants', 'source/stress'];

/** Tests that can run alone: `npm run test:unit`, or `npm test -- --project site`. */
function project(name: string, places: readonly string[], without: readonly string[] = []) {
  const toFiles = (place: string) =>
    place.includes('/') ? `${place}.test.ts` : `${place}/*.test.ts`;
  return {
    extends: true as const,
    test: {
      name,
      root: import.meta.dirname,
      include: places.map(toFiles),
      exclude: without.map(toFiles),
      testTimeout: 60_000,
      hookTimeout: 120_000,
    },
  };
}

export default defineConfig({
  cacheDir: '../node_modules/.vite',
  test: {
    root: import.meta.dirname,
    maxWorkers: 2,
    // Messages are in the language of the system: tests read them in English
    env: { LC_ALL: 'C' },
    projects: [
      project('unit', unit, wholeProgram),
      project('site', [...site, ...wholeProgram]),
      project('browser', ['browser']),
      project('supply', ['tooling']),
    ],
    reporters: ['default', closingLine],
  },
});
