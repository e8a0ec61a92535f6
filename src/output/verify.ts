import { hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Message } from '#diagnostics/catalogue.ts';
import { messageOf } from '#diagnostics/exceptions.ts';
import { compareCodePoints } from '#document/text/order.ts';
import { type Digests, digestOfFile, fixityName, parseFixity } from './fixity.ts';
import { manifestName } from './manifest.ts';
import { outputLockName } from './output-lock.ts';
import { temporaryName } from './publish.ts';

/** What published files are beside what their manifest says. */
export type Verification = Readonly<{
  /** Files that the manifest names. */
  files: number;
  missing: readonly string[];
  changed: readonly string[];
  /** Files that the manifest does not name; of a host nobody can list them. */
  extra: readonly string[];
  /** Lines of the manifest that are not of its form. */
  faultyLines: readonly number[];
}>;

/** Why nothing could be verified. */
export type NotVerified = Readonly<{ reason: Message }>;

/** Verifies a folder by its manifest. */
export function verifyFolder(folder: string): Verification | NotVerified {
  const manifest = readManifestOf(folder);
  if ('reason' in manifest) return manifest;
  const { digests, faultyLines } = manifest;
  const present = new Set(listFiles(folder));
  const missing = [...digests.keys()].filter((path) => !present.has(path));
  const changed = [...digests].filter(([path, digest]) => {
    return present.has(path) && digestOfFile(join(folder, path)) !== digest;
  });
  const extra = [...present].filter((path) => !digests.has(path) && !isExpected(path));
  return sorted({
    files: digests.size,
    missing,
    changed: changed.map(([path]) => path),
    extra,
    faultyLines,
  });
}

/** Requests that a host has to answer at one time. */
const atATime = 8;

/** Milliseconds after which a request counts as not answered. */
const patience = 30_000;

/**
 * Verifies what a host serves.
 *
 * @param base address of the site's home page
 * @param folder whose manifest is trusted; without one that of the host is, which shows damage but
 * not a host that was changed together with its manifest
 */
export async function verifyHost(
  base: string,
  folder: string | null,
): Promise<Verification | NotVerified> {
  const manifest = folder === null ? await fetchManifest(base) : readManifestOf(folder);
  if ('reason' in manifest) return manifest;
  const { digests, faultyLines } = manifest;
  const missing: string[] = [];
  const changed: string[] = [];
  const unanswered: string[] = [];
  const queue = digests.entries();
  const work = async () => {
    for (const [path, digest] of queue) {
      // A host that is down would let each of thousands wait
      if (unanswered.length > 0) return;
      const answer = (await get(base, path)) ?? (await get(base, path));
      if (answer === null) unanswered.push(path);
      else if (hash('sha256', answer.bytes, 'hex') === digest) continue;
      else if (answer.isThere) changed.push(path);
      else missing.push(path);
    }
  };
  await Promise.all(Array.from({ length: atATime }, work));
  const [silent] = unanswered;
  if (silent !== undefined) {
    return { reason: { says: 'not-verified/unanswered', address: addressOf(base, silent) } };
  }
  return sorted({ files: digests.size, missing, changed, extra: [], faultyLines });
}

/** Whether the files are what the manifest says, and it is whole. */
export function isWhole({ missing, changed, extra, faultyLines }: Verification): boolean {
  return [missing, changed, extra, faultyLines].every((found) => found.length === 0);
}

type Manifest = Readonly<{ digests: Digests; faultyLines: readonly number[] }>;

function readManifestOf(folder: string): Manifest | NotVerified {
  const file = join(folder, fixityName);
  try {
    return parseFixity(readFileSync(file, 'utf8'));
  } catch (problem) {
    return { reason: { says: 'not-verified/unread', file, reason: messageOf(problem) } };
  }
}

async function fetchManifest(base: string): Promise<Manifest | NotVerified> {
  const answer = await get(base, fixityName);
  if (answer?.isThere !== true) {
    return { reason: { says: 'not-verified/no-manifest', address: addressOf(base, fixityName) } };
  }
  return parseFixity(answer.bytes.toString('utf8'));
}

/**
 * The bytes at an address; null without an answer, and where the host has a fault of its own (RFC 9110,
 * section 15.6). A host serves 404.html as "not found".
 */
async function get(
  base: string,
  path: string,
): Promise<Readonly<{ isThere: boolean; bytes: Buffer }> | null> {
  try {
    const response = await fetch(addressOf(base, path), { signal: AbortSignal.timeout(patience) });
    if (response.status >= 500) return null;
    // An answer that breaks off is one: what it holds is not what was published
    const bytes = await response.arrayBuffer().catch(() => new ArrayBuffer(0));
    return { isThere: response.ok, bytes: Buffer.from(bytes) };
  } catch {
    return null;
  }
}

function addressOf(base: string, path: string): string {
  const home = base.endsWith('/') ? base : `${base}/`;
  return `${home}${path.split('/').map(encodeURIComponent).join('/')}`;
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, sep).length))
    .map((path) => path.split(sep).join('/'));
}

/** The manifest cannot hold its own digest, nor that of the list that is written after it. */
const unlisted: ReadonlySet<string> = new Set([fixityName, manifestName, outputLockName]);

/** What git and hosts of pages keep in a folder. Other hidden files, such as .htaccess, may change what is served. */
const ofOthers = /^(?:\.gitkeep$|\.nojekyll$|\.git(?:\/|$))/;

function isExpected(path: string): boolean {
  const isTemporary = path.startsWith(temporaryName) && !path.includes('/');
  return unlisted.has(path) || isTemporary || ofOthers.test(path);
}

function sorted({ missing, changed, extra, ...others }: Verification): Verification {
  const inOrder = (paths: readonly string[]) => [...paths].sort(compareCodePoints);
  return {
    ...others,
    missing: inOrder(missing),
    changed: inOrder(changed),
    extra: inOrder(extra),
  };
}
