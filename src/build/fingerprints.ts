import { hash } from 'node:crypto';
import type { TemplateSources } from '#render/template-source.ts';
import type { Planned } from './plan.ts';

/**
 * Gives the fingerprint of an output: of everything that it is made of. Of two builds with one
 * fingerprint the output is the same, because `produce` sees its input, its templates and the bodies
 * and texts that it asks for, and nothing else.
 *
 * @param stored tells what is stored as a document's body or text apart from another
 * @param digests of values whose digest is known
 */
export function openFingerprints(
  templates: TemplateSources,
  stored: (id: string) => string,
  digests: ReadonlyMap<unknown, string>,
): (planned: Omit<Planned, 'input'>, input: unknown) => string {
  const tell = openTeller(digests);
  const closures = new Map<string, string>();
  const closureOf = (names: readonly string[]) => {
    const key = names.join(' ');
    const known = closures.get(key) ?? digestTemplates(names, templates);
    closures.set(key, known);
    return known;
  };
  return ({ by, documents }, input) => {
    const parts = [by.name, closureOf(by.templates), tell(input), ...documents.map(stored)];
    return hash('sha1', parts.join('\n'), 'base64');
  };
}

/** Longer texts are told by their digest, which values that many inputs hold are asked for once. */
const longText = 256;

/**
 * Gives the text of an input, the same for equal ones. Its fields, and the items of those that are
 * lists, may be objects that other inputs hold too.
 */
function openTeller(digests: ReadonlyMap<unknown, string>): (input: unknown) => string {
  const known = new WeakMap<object, string>();
  const tellItem = (value: unknown): string => {
    // A list as a field is told item by item, and as an item as a whole
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return (isObject ? known.get(value) : undefined) ?? shorten(`${JSON.stringify(value)}`);
  };
  const tellField = (value: unknown): string => {
    if (typeof value !== 'object' || value === null) return `${JSON.stringify(value)}`;
    const before = digests.get(value) ?? known.get(value);
    if (before !== undefined) return before;
    const isList = Array.isArray(value);
    const text = shorten(isList ? `[${value.map(tellItem).join()}]` : JSON.stringify(value));
    if (!isList || value.length > 0) known.set(value, text);
    return text;
  };
  return (input) => {
    if (typeof input !== 'object' || input === null) return tellField(input);
    return Object.entries(input)
      .map(([name, value]) => `${name}:${tellField(value)}`)
      .join('\n');
  };
}

function shorten(text: string): string {
  return text.length <= longText ? text : `#${hash('sha1', text, 'base64')}`;
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
