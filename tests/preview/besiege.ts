import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { usualLimits } from '#preview/listening.ts';
import { openPreview, type Preview } from '#preview/server.ts';
import { type HostileRequest, hostileRequest } from './hostile-requests.ts';

/** Stands in every file outside, and must never come out. */
export const canary = 'CANARY-5e1f-never-served';

export type Besieged = Readonly<{ preview: Preview; folder: string; close: () => Promise<void> }>;

/** A preview of a small site, with links out of it, and secrets around it. */
export async function openBesieged(limits = usualLimits): Promise<Besieged> {
  const folder = mkdtempSync(join(tmpdir(), 'guidang-preview-'));
  const output = join(folder, 'public');
  for (const name of ['public/documents/a', 'public/assets', 'secret', 'public-other']) {
    mkdirSync(join(folder, name), { recursive: true });
  }
  const files = {
    'public/index.html': '<!doctype html><head><title>home</title></head>home',
    'public/404.html': '<!doctype html><head><title>none</title></head>none',
    'public/documents/a/index.html': '<!doctype html><head><title>a</title></head>a',
    'public/assets/style.css': 'body { color: black }',
    'public/assets/picture.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    'public/.guidang-manifest': canary,
    'canary.txt': canary,
    'package.json': canary,
    'secret/canary.txt': canary,
    'secret/index.html': canary,
    'public-other/canary.txt': canary,
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  symlinkSync(join(folder, 'secret'), join(output, 'link-out'));
  symlinkSync(join(folder, 'secret'), join(output, 'link-folder'));
  symlinkSync('../secret/canary.txt', join(output, 'link-file.txt'));
  symlinkSync('../secret/index.html', join(output, 'link-page.html'));
  symlinkSync('assets/style.css', join(output, 'link-within.css'));
  symlinkSync('loop', join(output, 'loop'));
  spawnSync('mkfifo', [join(output, 'pipe')]);
  const preview = await openPreview(output, 0, limits);
  const close = async () => {
    await preview.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { preview, folder, close };
}

export type Answer = Readonly<{ status: number | null; text: string }>;

/** Whether an answer has all its octets; other answers end with their connection. */
function isWhole(text: string): boolean {
  const end = text.indexOf('\r\n\r\n');
  const length = /^Content-Length: (\d+)/im.exec(text.slice(0, Math.max(0, end)))?.[1];
  return end !== -1 && length !== undefined && text.length >= end + 4 + Number(length);
}

/** Writes bytes on a new connection and waits until the answer is whole, or for so many milliseconds. */
export function say(port: number, bytes: string, patience = 5000): Promise<Answer> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let text = '';
    const done = () => {
      socket.destroy();
      const status = /^HTTP\/1\.1 (\d{3}) /.exec(text)?.[1];
      resolve({ status: status === undefined ? null : Number(status), text });
    };
    socket.setEncoding('latin1').setTimeout(patience, done);
    socket.on('data', (part: string) => {
      text += part;
      if (isWhole(text)) done();
    });
    socket.on('error', done);
    socket.on('close', done);
    socket.write(Buffer.from(bytes, 'utf8'));
  });
}

export type Siege = Readonly<{
  requests: number;
  statuses: Readonly<Record<string, number>>;
  faults: readonly string[];
}>;

/** Says what is wrong with the answer to a hostile request; null where nothing is. */
function judge(request: HostileRequest, answer: Answer): string | null {
  const shown = `${request.sort}: ${JSON.stringify(request.bytes.slice(0, 200))}`;
  if (answer.text.includes(canary) || answer.text.includes('root:x:')) return `LEAKED by ${shown}`;
  if (answer.status === null) return `no answer to ${shown}`;
  if (!request.allowed.includes(answer.status)) return `${answer.status} for ${shown}`;
  if (/^Set-Cookie|^X:/im.test(answer.text.split('\r\n\r\n', 1)[0] ?? ''))
    return `header by ${shown}`;
  return null;
}

/** Sends so many hostile requests, of a seed, eight at a time. */
export async function besiege(url: string, count: number, seed: number): Promise<Siege> {
  const { host, port } = new URL(url);
  const waiting = fc.sample(hostileRequest(host), { numRuns: count, seed });
  const statuses: Record<string, number> = {};
  const faults: string[] = [];
  const work = async () => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const answer = await say(Number(port), next.bytes);
      statuses[String(answer.status)] = (statuses[String(answer.status)] ?? 0) + 1;
      const fault = judge(next, answer);
      if (fault !== null) faults.push(fault);
    }
  };
  await Promise.all(Array.from({ length: 8 }, work));
  const home = await fetch(url);
  if (home.status !== 200 || !(await home.text()).includes('home')) {
    faults.push('the server no longer answers');
  }
  return { requests: count, statuses, faults };
}
