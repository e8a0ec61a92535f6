import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

export type Locked = Readonly<{
  name: string;
  version: string;
  licence: string | null;
  dev: boolean;
  /** For some systems only. */
  optional: boolean;
  hasInstallScript: boolean;
  resolved: string | null;
  integrity: string | null;
}>;

type LockFile = {
  packages: Record<
    string,
    {
      version?: string;
      license?: string;
      dev?: boolean;
      optional?: boolean;
      devOptional?: boolean;
      hasInstallScript?: boolean;
      resolved?: string;
      integrity?: string;
    }
  >;
};

/** What package.json asks for by name, with the version as written. */
export function readAsked(): Record<string, string> {
  const asked: Record<string, Record<string, string>> = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  );
  const { dependencies, devDependencies, optionalDependencies } = asked;
  return { ...dependencies, ...devDependencies, ...optionalDependencies };
}

/** Every package of the lock file. */
export function readLocked(): Locked[] {
  const lock: LockFile = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  return Object.entries(lock.packages)
    .filter(([path]) => path !== '')
    .map(([path, found]) => ({
      name: path.replace(/^.*node_modules\//, ''),
      version: found.version ?? '',
      licence: found.license ?? null,
      dev: found.dev === true || found.devOptional === true,
      optional: found.optional === true,
      hasInstallScript: found.hasInstallScript === true,
      resolved: found.resolved ?? null,
      integrity: found.integrity ?? null,
    }));
}

/** docs/licences.md's table: one line a licence, packages that run in a build before the others. */
export function licenceTable(locked: readonly Locked[]): string {
  const names = (licence: string, dev: boolean) => {
    const found = locked.filter((each) => (each.licence ?? 'not stated') === licence);
    const ofKind = found.filter((each) => each.dev === dev).map(({ name }) => name);
    return [...new Set(ofKind)].sort().join(', ');
  };
  const licences = [...new Set(locked.map(({ licence }) => licence ?? 'not stated'))].sort();
  const lines = licences.map(
    (each) => `| ${each} | ${names(each, false)} | ${names(each, true)} |`,
  );
  return ['| licence | in a build | in development only |', '| --- | --- | --- |', ...lines].join(
    '\n',
  );
}
