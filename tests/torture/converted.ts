import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatOf } from '#formats/index.ts';
import { reader } from '../spec/read.ts';
import { damage, random } from './damage.ts';

/*
 * Damaged files that LibreOffice reads, which must be installed: each gives a text or a named reason within a minute.
 *
 *     node tests/torture/converted.ts [NUMBER]     damaged files in all; 200 by default
 */

const count = Number(process.argv[2] ?? 200);
const endings = ['doc', 'rtf', 'odt', 'wps'] as const;
const folder = mkdtempSync(join(tmpdir(), 'guidang-converted-'));
const text = '各位代表，现在报告工作，请予审议，并请提出意见。'.repeat(20);
writeFileSync(join(folder, 'a.txt'), `\ufeff一、预算\n${text}\n`);

function sampleOf(ending: (typeof endings)[number]): Buffer {
  const made = ending === 'wps' ? 'doc' : ending;
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  const to = ['--convert-to', made, '--outdir', folder, join(folder, 'a.txt')];
  execFileSync('soffice', ['--headless', profile, ...to], { stdio: 'ignore' });
  return readFileSync(join(folder, `a.${made}`));
}

const died: string[] = [];
const sum = { read: 0, named: 0, slowest: 0 };
const next = random(20_240_807);
const samples = endings.map((ending) => ({ name: `a.${ending}`, file: sampleOf(ending) }));
for (let index = 0; index < count; index++) {
  const { name, file } = samples[index % samples.length] ?? { name: '', file: Buffer.alloc(0) };
  const begin = performance.now();
  try {
    const context = { file: name, beside: null, row: null, markdown: reader.markdown };
    const read = await formatOf(name)?.read(damage(file, next), context);
    if (read?.content === null) sum.named++;
    else sum.read++;
  } catch (problem) {
    died.push(`number ${index}, ${name}: ${String(problem)}`);
  }
  sum.slowest = Math.max(sum.slowest, performance.now() - begin);
}
rmSync(folder, { recursive: true, force: true });
const memory = Math.round(process.resourceUsage().maxRSS / 1024);
console.log(
  `${count} damaged files for LibreOffice: ${sum.read} read, ${sum.named} named, ${died.length} died, slowest ${Math.round(sum.slowest)} ms, ${memory} MB at most`,
);
for (const each of died.slice(0, 5)) console.log(`  ${each}`);
process.exit(died.length > 0 ? 1 : 0);
