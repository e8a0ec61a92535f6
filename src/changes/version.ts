import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The version in package.json, which stands above the sources and what is packed of them. */
export function programVersion(): string {
  const text = readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8');
  const { version }: { version: string } = JSON.parse(text);
  return version;
}
