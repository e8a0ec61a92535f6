import { enableCompileCache } from 'node:module';

// Sources are stripped of their types and compiled once, not by each process
enableCompileCache();
const { run } = await import('#commands/program.ts');
await run();
