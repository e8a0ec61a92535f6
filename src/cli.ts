import { run } from '#commands/program.ts';

await run();
