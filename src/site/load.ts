import { LineCounter, parseDocument } from 'yaml';
import type * as z from 'zod';
import { type Diagnostic, error } from '#diagnostics/diagnostic.ts';
import { frame } from '#diagnostics/frame.ts';
import { nearestName } from '#diagnostics/nearest.ts';
import { parseDate, startOf } from '#document/dates.ts';
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
    const message = `the configuration is not YAML: ${broken.message}`;
    return { site: null, diagnostics: [error('config-yaml', message, at(broken.pos[0]))] };
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
      const nearest = nearestName(key, allowed);
      const mend =
        nearest === undefined ? `Allowed are ${allowed.join(', ')}.` : `Did you mean ${nearest}?`;
      return error('config-key', `${path.join('.')}: no such key`, { ...locate(path), hint: mend });
    });
  }
  const key = issue.path.join('.') || 'the configuration';
  const found = JSON.stringify(valueAt(written, issue.path)) ?? 'nothing';
  const expected = issue.message
    .replace(/^Invalid (?:input|option): /, '')
    .replace(/^Too (?:small|big): /, '');
  return [error('config-value', `${key}: found ${found}, ${expected}`, locate(issue.path))];

  function locate(path: readonly PropertyKey[]) {
    for (let depth = path.length; depth > 0; depth--) {
      const offset = keyOffset(yaml, path.slice(0, depth));
      if (offset !== undefined) return at(offset);
    }
    return { place: { file, line: 1, column: 1 } };
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
    const message = `--site-url: found ${overrides.siteUrl}, expected an address such as https://archive.example`;
    diagnostics.push(error('usage', message));
  }
  const now = readNow(overrides.now ?? configuration.now, zone, clock);
  if (now === null) {
    const message = `--now: found ${overrides.now}, expected a time such as 2024-08-07T09:00:00`;
    diagnostics.push(error('usage', message));
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
