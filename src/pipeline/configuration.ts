import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { type Diagnostic, error } from '#diagnostics/diagnostic.ts';
import { codeOf, messageOf } from '#diagnostics/exceptions.ts';
import { decode } from '#formats/decode.ts';
import { type LoadedSite, loadSite, type Overrides } from '#site/load.ts';

/**
 * Reads the configuration; where there is none, every default holds. One that is there and cannot be
 * read is an error: with it `privacy` would be gone.
 *
 * @param isNamed whether somebody has named the file, which must then be there
 */
export function openSite(file: string, isNamed: boolean, overrides: Overrides): LoadedSite {
  const read = readConfiguration(file, isNamed);
  if (typeof read === 'string') return loadSite(read, file, overrides, Date.now());
  return { site: null, diagnostics: [read] };
}

function readConfiguration(file: string, isNamed: boolean): string | Diagnostic {
  try {
    const decoded = decode(readFileSync(file));
    if (decoded.text !== null) return decoded.text;
    const { fault, offset } = decoded;
    return error({ says: 'config-unreadable/encoding', fault, offset }, { place: { file } });
  } catch (problem) {
    if (!isAbsent(problem)) {
      const message = { says: 'config-unreadable', reason: messageOf(problem) } as const;
      return error(message, { place: { file } });
    }
    if (isNamed) {
      return error({ says: 'config-missing', reason: messageOf(problem) });
    }
    return misnamed(file) ?? '';
  }
}

/** `site.config.yml`, `Site.config.yaml`, `site.config.yaml.txt`: what somebody meant to be the configuration. */
function misnamed(file: string): Diagnostic | null {
  const expected = basename(file);
  const stem = expected.replace(/\.\w+$/, '').toLowerCase();
  const found = namesIn(dirname(file)).find((name) => {
    const [own, ending] = [name.toLowerCase(), name.toLowerCase().slice(stem.length)];
    return own.startsWith(stem) && /^\.(?:ya?ml|json|toml)(?:\.txt)?$|^\.txt$/.test(ending);
  });
  if (found === undefined) return null;
  return error({ says: 'config-name', found, expected }, { place: { file: found } });
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

function isAbsent(problem: unknown): boolean {
  return ['ENOENT', 'ENOTDIR'].includes(codeOf(problem));
}
