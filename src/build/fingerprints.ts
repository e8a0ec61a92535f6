import { hash } from 'node:crypto';
import type { TemplateSources } from '#render/template-source.ts';
import type { Planned } from './plan.ts';

/**
 * The fingerprint of an output: of everything that it is made of. Of two builds with one
 * fingerprint the output is the same, because `produce` sees its input, its templates and the bodies
 * and texts that it asks for, and nothing else.
 *
 * @param stored tells what is stored as a document's body or text apart from another
 * @param digests of values whose digest is known
 */
export function fingerprintOutputs(
  outputs: readonly Planned[],
  templates: TemplateSources,
  stored: (id: string) => string,
  digests: ReadonlyMap<unknown, string>,
): string[] {
  const shared = digestShared(outputs, digests);
  const closures = new Map<string, string>();
  const closureOf = (names: readonly string[]) => {
    const key = names.join(' ');
    const known = closures.get(key) ?? digestTemplates(names, templates);
    closures.set(key, known);
    return known;
  };
  return outputs.map(({ by, input, documents }) => {
    const values = Object.entries(toRecord(input)).map(
      ([name, value]) => `${name}:${textOf(value, shared)}`,
    );
    const parts = [by.name, closureOf(by.templates), ...values, ...documents.map(stored)];
    return hash('sha1', parts.join('\n'), 'base64');
  });
}

/** A value, or where it is known a digest of it, and the same for the items of a list. */
function textOf(value: unknown, shared: ReadonlyMap<unknown, string>): string {
  const known = shared.get(value);
  if (known !== undefined) return known;
  if (!Array.isArray(value)) return JSON.stringify(value);
  return `[${value.map((item) => shared.get(item) ?? JSON.stringify(item)).join()}]`;
}

/** Values that several inputs hold, such as what all pages show: each is looked through once. */
function digestShared(
  outputs: readonly Planned[],
  digests: ReadonlyMap<unknown, string>,
): ReadonlyMap<unknown, string> {
  const seen = new Set<unknown>();
  const shared = new Map<unknown, string>(digests);
  for (const { input } of outputs) {
    for (const value of Object.values(toRecord(input))) {
      if (typeof value !== 'object' || value === null || shared.has(value)) continue;
      if (seen.has(value)) shared.set(value, `#${hash('sha1', JSON.stringify(value), 'base64')}`);
      else seen.add(value);
    }
  }
  return shared;
}

function toRecord(input: unknown): object {
  return typeof input === 'object' && input !== null ? input : { input };
}

const reference = /\{%-?\s*(?:extends|include|import|from)\s+(?:"([^"]+)"|'([^']+)'|(\S+))/g;

/** Templates with all that they extend, include and import; all there are where a name is computed. */
function digestTemplates(names: readonly string[], templates: TemplateSources): string {
  const found = new Set(names);
  for (const name of found) {
    for (const [, double, single, computed] of templates.get(name)?.text.matchAll(reference) ??
      []) {
      const other = double ?? single;
      if (other !== undefined) found.add(other);
      else if (computed !== undefined) for (const each of templates.keys()) found.add(each);
    }
  }
  const texts = [...found].sort().map((name) => [name, templates.get(name)?.text]);
  return hash('sha1', JSON.stringify(texts), 'base64');
}
