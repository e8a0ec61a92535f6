import { hash } from 'node:crypto';
import type { Dependencies } from '#emitters/emitter.ts';
import type { TemplateSources } from '#render/template-source.ts';

/** What tells a document apart from what it was: all of it, and what others show of it. */
export type Identity = Readonly<{ whole: string; card: string }>;

/** Two ways to tell whether an output is made of what it was made of. Each is the same for equal ones. */
export type Fingerprints = Readonly<{
  /**
   * Of everything that the output is made of. Of two builds with one fingerprint the output is the same,
   * because `produce` sees its input, its templates and the bodies and texts that it asks for, and
   * nothing else.
   */
  of: (planned: Told, input: unknown) => string;
  /**
   * Of what determines all that, without its input: another one where the fingerprint is another one, and
   * sometimes where it is not. Empty where the output has no dependencies.
   */
  keyOf: (planned: Told) => string;
}>;

/** What of a planned output tells what it is made of. */
type Told = Readonly<{
  by: Readonly<{ name: string; templates: readonly string[] }>;
  dependencies: (() => Dependencies) | null;
  documents: readonly string[];
}>;

/** In base 64: 96 bits. */
const digits = 16;

/**
 * @param stored tells what is stored as a document's body or text apart from another
 * @param identities of documents
 */
export function openFingerprints(
  templates: TemplateSources,
  stored: (id: string) => string,
  identities: ReadonlyMap<unknown, Identity>,
): Fingerprints {
  const tell = openTeller(identities);
  const tellDependencies = openDependencyTeller(identities);
  const closures = new Map<readonly string[], string>();
  const closureOf = (names: readonly string[]) => {
    const known = closures.get(names) ?? digestTemplates(names, templates);
    closures.set(names, known);
    return known;
  };
  const sum = ({ by, documents }: Told, told: string) => {
    const parts = [by.name, closureOf(by.templates), told, ...documents.map(stored)];
    return digest(parts.join('\n')).slice(0, digits);
  };
  return {
    of: (planned, input) => sum(planned, tell(input)),
    keyOf: (planned) =>
      planned.dependencies === null ? '' : sum(planned, tellDependencies(planned.dependencies())),
  };
}

/** Longer texts are told by their digest, which values that many inputs hold are asked for once. */
const longText = 256;

/**
 * Gives the text of an input, the same for equal ones. Its fields, and the items of those that are
 * lists, may be objects that other inputs hold too.
 */
function openTeller(identities: ReadonlyMap<unknown, Identity>): (input: unknown) => string {
  const known = new WeakMap<object, string>();
  const tellItem = (value: unknown): string => {
    // A list as a field is told item by item, and as an item as a whole
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return (isObject ? known.get(value) : undefined) ?? shorten(`${JSON.stringify(value)}`);
  };
  const tellField = (value: unknown): string => {
    if (typeof value !== 'object' || value === null) return `${JSON.stringify(value)}`;
    const before = identities.get(value)?.whole ?? known.get(value);
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

/** Gives the text of what determines an input. */
function openDependencyTeller(
  identities: ReadonlyMap<unknown, Identity>,
): (dependencies: Dependencies) => string {
  // What is shared is not much, and no input outlives its output
  const known = new Map<unknown, string>();
  const once = (value: object, tell: () => string) => {
    const text = known.get(value) ?? shorten(tell());
    known.set(value, text);
    return text;
  };
  const wholeOf = (document: unknown) => identities.get(document)?.whole ?? unknown(document);
  const cardOf = (card: unknown) => (card ? (identities.get(card)?.card ?? unknown(card)) : '-');
  return ({ documents = none, cards = none, lists = none, shared = none, values = none }) =>
    [
      documents.map(wholeOf).join(),
      cards.map(cardOf).join(),
      lists.map((list) => once(list, () => list.map(cardOf).join())).join(),
      shared.map((value) => once(value, () => JSON.stringify(value))).join(),
      values.length === 0 ? '' : JSON.stringify(values),
    ].join('\n');
}

const none: readonly never[] = [];

/** A document that is not among those that are published. */
function unknown(document: unknown): string {
  return shorten(JSON.stringify(document));
}

function shorten(text: string): string {
  return text.length <= longText ? text : `#${digest(text)}`;
}

function digest(text: string): string {
  return hash('sha1', text, 'base64');
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
  return digest(JSON.stringify(texts));
}
