import { buildCommand } from '#commands/build.ts';
import { printUsage } from './usage.ts';

const [content = '', output = ''] = process.argv.slice(2);
const args = [
  '--content',
  content,
  '--output',
  output,
  '--quiet',
  '--no-cache',
  '--now',
  '2025-01-01',
];
await buildCommand().parseAsync(args, { from: 'user' });
printUsage();
