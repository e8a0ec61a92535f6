import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const guide = readFileSync(join(root, 'docs/publishing.md'), 'utf8');
const layout = readFileSync(join(root, 'templates/layout.njk'), 'utf8');

/** The policy that each page has in itself. */
export const ownPolicy = /Content-Security-Policy" content="([^"]*)"/.exec(layout)?.[1] ?? '';

/** The example under a heading of docs/publishing.md. */
export function example(heading: string): string {
  const section = guide.split(`\n## ${heading}\n`)[1]?.split('\n## ', 1)[0] ?? '';
  return /```\w*\n([\s\S]*?)```/.exec(section)?.[1] ?? '';
}
