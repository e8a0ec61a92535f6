import { LineCounter, parseDocument } from 'yaml';
import type * as z from 'zod';
import type { Message } from '#diagnostics/catalogue.ts';
import { type Diagnostic, error } from '#diagnostics/diagnostic.ts';
import { frame } from '#diagnostics/frame.ts';
import { nearestName } from '#diagnostics/nearest.ts';
import { configurationForms } from '#diagnostics/words.ts';
import { parseDate, startOf } from '#document/dates/dates.ts';
import { checkRuleNames } from './check-rules.ts';
import { type Configuration, configurationSchema, understandSchema } from './schema.ts';
import type { Site } from './site.ts';
import { formatOffset, openZone, type Zone } from './zone.ts';

/** What the command line says in place of the configuration. */
export type Overrides = Readonly<{ siteUrl?: string; basePath?: string; now?: string }>;

export type LoadedSite = { site: Site | null; diagnostics: Diagnostic[] };

/**
 * Checks the text of `site.config.yaml` and fills in the defaults.
 *
 * @param file the configuration's name, for messages
 * @param clock the machine's time in milliseconds since 1970 UTC, used where nothing else says now
 */
export function loadSite(
  text: string,
  file: string,
  overrides: Overrides,
  clock: number,
): LoadedSite {
  const lineCounter = new LineCounter();
  const yaml = parseDocument(text, { lineCounter, prettyErrors: false });
  const lines = text.split(/\r\n|\r|\n/);
  const at = (offset: number) => {
    const { line, col } = lineCounter.linePos(offset);
    return { place: { file, line, column: col }, frame: frame(lines, line, col) };
  };
  const [broken] = yaml.errors;
  if (broken !== undefined) {
    const message = { says: 'config-yaml', reason: broken.message } as const;
    return { site: null, diagnostics: [error(message, at(broken.pos[0]))] };
  }
  const written: unknown = yaml.toJS() ?? {};
  const parsed = configurationSchema.safeParse(written);
  if (!parsed.success) {
    const diagnostics = parsed.error.issues.flatMap((issue) =>
      describe(issue, written, file, at, yaml),
    );
    return { site: null, diagnostics: diagnostics.sort(byPlace) };
  }
  return resolve(parsed.data, overrides, clock);
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  return (a.place?.line ?? 0) - (b.place?.line ?? 0);
}

type Locate = (offset: number) => {
  place: { file: string; line: number; column: number };
  frame: string;
};

function describe(
  issue: z.core.$ZodIssue,
  written: unknown,
  file: string,
  at: Locate,
  yaml: ReturnType<typeof parseDocument>,
): Diagnostic[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      const path = [...issue.path, key];
      const allowed = allowedKeys(issue.path);
      const nearest = nearestName(key, allowed) ?? null;
      return error({ says: 'config-key', key: path.join('.'), nearest, allowed }, locate(path));
    });
  }
  const found = JSON.stringify(valueAt(written, issue.path) ?? undefined) ?? '';
  return [error(sayIssue(issue, issue.path.join('.'), found), locate(issue.path))];

  function locate(path: readonly PropertyKey[]) {
    for (let depth = path.length; depth > 0; depth--) {
      const offset = keyOffset(yaml, path.slice(0, depth));
      if (offset !== undefined) return at(offset);
    }
    return { place: { file, line: 1, column: 1 } };
  }
}

/** What is wrong with a value. Of forms of our own the schema gives the name. */
function sayIssue(issue: z.core.$ZodIssue, key: string, found: string): Message {
  const value = { key, found };
  const [, least, most] = /^whole (\d+) (\d+)$/.exec(issue.message) ?? [];
  if (least !== undefined) {
    return { says: 'config-value/whole', ...value, least: Number(least), most: Number(most) };
  }
  switch (issue.code) {
    case 'invalid_type':
      return { says: 'config-value/type', ...value, type: issue.expected };
    case 'invalid_value':
      return { says: 'config-value/one-of', ...value, values: issue.values.map(String) };
    case 'too_small':
      return { says: 'config-value/empty', key };
    default: {
      const form = configurationForms.find((name) => name === issue.message);
      if (form !== undefined) return { says: 'config-value/form', ...value, form };
      return { says: 'config-value/other', ...value, reason: issue.message };
    }
  }
}

function allowedKeys(path: readonly PropertyKey[]): string[] {
  const [section] = path;
  if (section === 'popular' || section === 'feed') return ['count'];
  if (section === 'rates') return ['reading', 'speaking'];
  if (section === 'understand') return Object.keys(understandSchema.shape);
  if (section === 'check') return [...checkRuleNames];
  if (section === 'navigation') return ['title', 'page'];
  return Object.keys(configurationSchema.shape);
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let current: unknown = value;
  for (const key of path) {
    if (typeof current !== 'object' || current === null) return undefined;
    current = Reflect.get(current, key);
  }
  return current;
}

/** Where the value of a key (or an item) begins; the key itself where it has no value. */
function keyOffset(
  yaml: ReturnType<typeof parseDocument>,
  path: readonly PropertyKey[],
): number | undefined {
  const node: unknown = yaml.getIn(path, true);
  if (typeof node !== 'object' || node === null || !('range' in node)) return undefined;
  const range: unknown = node.range;
  return Array.isArray(range) && typeof range[0] === 'number' ? range[0] : undefined;
}

function resolve(configuration: Configuration, overrides: Overrides, clock: number): LoadedSite {
  const zone = openZone(configuration.timeZone);
  const diagnostics: Diagnostic[] = [];
  const address = readAddress(overrides.siteUrl ?? configuration.siteUrl);
  if (address === null) {
    const found = `${overrides.siteUrl}`;
    diagnostics.push(error({ says: 'usage', option: '--site-url', found, form: 'address' }));
  }
  const now = readNow(overrides.now ?? configuration.now, zone, clock);
  if (now === null) {
    const found = `${overrides.now}`;
    diagnostics.push(error({ says: 'usage', option: '--now', found, form: 'date' }));
  }
  if (address === null || now === null) return { site: null, diagnostics };
  const { siteUrl: _, timeZone: __, navigation, basePath, ...rest } = configuration;
  const path = overrides.basePath ?? basePath ?? address.pathname;
  return {
    site: {
      ...rest,
      origin: address.origin,
      basePath: `/${path.replace(/^\/+|\/+$/g, '')}/`.replace('//', '/'),
      zone,
      navigation: navigation ?? null,
      now,
    },
    diagnostics,
  };
}

function readAddress(siteUrl: string): URL | null {
  const url = URL.parse(siteUrl);
  return url !== null && /^https?:$/.test(url.protocol) ? url : null;
}

/** Now as a wall-clock time of the zone; null where `written` is no date. */
function readNow(written: string | undefined, zone: Zone, clock: number): string | null {
  if (written === undefined) return zone.wallClockAt(clock);
  const date = parseDate(written);
  if (date === null) return null;
  if (date.offset === null) return startOf(date);
  return zone.wallClockAt(Date.parse(`${startOf(date)}${formatOffset(date.offset)}`));
}
