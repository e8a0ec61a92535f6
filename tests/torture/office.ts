import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatOf } from '#formats/index.ts';
import { readPages } from '#formats/pdf/pages.ts';
import { ofdFile } from '../fixtures/office/ofd-file.ts';
import { pdfFile } from '../fixtures/office/pdf-file.ts';
import { abstractList, list, numbered, p, wordFile } from '../fixtures/office/word-file.ts';
import { reader } from '../spec/read.ts';
import { damage, random } from './damage.ts';
import { prepared } from './prepared/index.ts';

/*
 * Damaged files of office programs, and some that were prepared to do harm: each gives a text or a named reason.
 *
 *     node tests/torture/office.ts [NUMBER]     damaged files of each format; 5,000 by default
 */

const count = Number(process.argv[2] ?? 5000);

const long = '各位代表，现在报告工作，请予审议，并请提出意见。'.repeat(20);
const samples: readonly (readonly [name: string, file: Uint8Array])[] = [
  [
    'a.docx',
    wordFile({
      body: `${numbered('预算', 1)}${p(long)}<w:tbl><w:tr><w:tc>${p('甲')}</w:tc><w:tc>${p('乙')}</w:tc></w:tr></w:tbl>`,
      numbering: abstractList(0, [['japaneseCounting', '%1、']]) + list(1, 0),
    }),
  ],
  [
    'a.html',
    Buffer.from(
      `<html><body><div id="zoom"><p>${long}</p><table><tr><td>甲</td></tr></table></div></body></html>`,
    ),
  ],
  [
    'a.pdf',
    pdfFile([[{ text: long.slice(0, 30), x: 80, y: 700 }], [{ text: '第二页', x: 80, y: 700 }]]),
  ],
  [
    'a.ofd',
    ofdFile([[{ text: long.slice(0, 30), x: 30, y: 40 }]], [{ text: '青石县', x: 30, y: 10 }]),
  ],
];

type Sum = { read: number; named: number; slowest: number; died: string[] };

async function attempt(name: string, file: Uint8Array, sum: Sum, what: string): Promise<void> {
  const begin = performance.now();
  try {
    const read = await formatOf(name)?.read(file, {
      file: name,
      beside: null,
      row: null,
      markdown: reader.markdown,
    });
    if (read?.content === null) sum.named++;
    else sum.read++;
  } catch (problem) {
    sum.died.push(`${what}: ${String(problem)}`);
  }
  sum.slowest = Math.max(sum.slowest, performance.now() - begin);
}

const nothing = (): Sum => ({ read: 0, named: 0, slowest: 0, died: [] });

function tell(what: string, { read, named, slowest, died }: Sum): void {
  const memory = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(
    `${what}: ${read} read, ${named} named, ${died.length} died, slowest ${Math.round(slowest)} ms, ${memory} MB at most so far`,
  );
  for (const each of died.slice(0, 5)) console.log(`  ${each}`);
}

if (process.argv[2] === 'prepared') {
  const [what, path = ''] = process.argv.slice(3);
  const [sum, bytes] = [nothing(), readFileSync(path)];
  await attempt(path, bytes, sum, what ?? '');
  const outcome = sum.read === 1 ? 'read' : sum.named === 1 ? 'named' : 'died';
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  const milliseconds = Math.round(sum.slowest);
  console.log(JSON.stringify({ outcome, milliseconds, megabytes, died: sum.died }));
  process.exit();
}
let most = 0;
// Loaded before anything is timed
await readPages(new Uint8Array(samples[2]?.[1] ?? []));
for (const [name, file] of samples) {
  const [next, sum] = [random(20_240_807), nothing()];
  for (let index = 0; index < count; index++)
    await attempt(name, damage(file, next), sum, `number ${index}`);
  tell(`${count} damaged ${name.slice(1)}`, sum);
}
const all = nothing();
const folder = mkdtempSync(join(tmpdir(), 'guidang-prepared-'));
for (const [what, name, file] of prepared) {
  // Read in a process of its own, whose memory is its own
  const path = join(folder, name);
  writeFileSync(path, file());
  const child = spawnSync(process.execPath, [import.meta.filename, 'prepared', what, path]);
  const { outcome, milliseconds, megabytes } = JSON.parse(child.stdout.toString() || '{}');
  if (outcome === 'read') all.read++;
  else if (outcome === 'named') all.named++;
  else all.died.push(`${what}: ${child.stderr.toString().slice(0, 200)}`);
  all.slowest = Math.max(all.slowest, milliseconds ?? 0);
  most = Math.max(most, megabytes ?? 0);
  console.log(`${what} in ${name}: ${outcome ?? 'died'}, ${milliseconds} ms, ${megabytes} MB`);
}
rmSync(folder, { recursive: true });
tell(`${prepared.length} prepared, ${most} MB at most each`, all);
if (all.died.length > 0) process.exitCode = 1;
process.exit();
