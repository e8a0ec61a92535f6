import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { licenceTable, readLocked } from '../tooling/supply-chain.ts';

/**
 * `node tests/torture/supply-chain.ts [--licences]`: asks the registry for known vulnerabilities and
 * makes a bill of materials; with `--licences`, prints the table of docs/licences.md alone.
 */
const root = resolve(import.meta.dirname, '../..');
const locked = readLocked();

function npm(args: readonly string[]): { status: number | null; stdout: string } {
  return spawnSync('npm', [...args], {
    cwd: root,
    encoding: 'utf8',
    timeout: 60_000,
    maxBuffer: 64 * 1024 * 1024,
  });
}

function readJson(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

if (process.argv.includes('--licences')) console.log(licenceTable(locked));
else {
  const scripts = locked.filter(({ hasInstallScript }) => hasInstallScript).map(({ name }) => name);
  console.log(`packages locked: ${locked.length}, with install scripts: ${scripts.length}`);
  const { components } = readJson(
    npm(['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only']).stdout,
  );
  const count = Array.isArray(components) ? components.length : 0;
  console.log(`bill of materials (CycloneDX): ${count} components`);
  const audit = readJson(npm(['audit', '--json']).stdout);
  const found = audit.vulnerabilities;
  // A registry that does not answer is no proof of anything: said, and not failed
  if (typeof found !== 'object' || found === null)
    console.log('npm audit: the registry gave no answer');
  else {
    const names = Object.keys(found);
    console.log(`npm audit: ${names.length} vulnerable packages ${names.join(', ')}`);
    if (names.length > 0) process.exitCode = 1;
  }
  if (count === 0) process.exitCode = 1;
}
