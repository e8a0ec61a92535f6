import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Block } from '#document/text/blocks.ts';
import { textsOf } from '#document/text/flow.ts';
import { readWord } from '#formats/word/read.ts';
import { parseSource } from '#source/parse.ts';
import { explainDocument } from '#source/reading.ts';
import { reader } from '../spec/read.ts';

/*
 * What is read of Word files, against what LibreOffice reads, and what is understood of them, against what is
 * understood of the same lines as plain text. LibreOffice must be installed.
 *
 *     node tests/proof/word.ts FOLDER…        each line and each understanding that differ, and the sums
 */

type Sum = { lines: number; alike: number; files: number; understood: number; times: number[] };

const sum: Sum = { lines: 0, alike: 0, files: 0, understood: 0, times: [] };
for (const folder of process.argv.slice(2))
  for (const file of filesIn(folder)) {
    if (!/\.docx$/i.test(file)) continue;
    sum.files++;
    compareLines(file);
    await compareUnderstanding(file);
  }
const times = sum.times.sort((a, b) => a - b);
const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(1);
console.log(
  `${sum.files} files: ${sum.alike} of ${sum.lines} lines (${((100 * sum.alike) / sum.lines).toFixed(3)} %), ${sum.understood} understood as the same text; ${at(0.5)} ms a file, 95th percentile ${at(0.95)} ms`,
);

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((name) => join(folder, name));
}

function compareLines(file: string): void {
  const before = process.cpuUsage();
  const { blocks } = readWord(readFileSync(file), basename(file));
  const { user, system } = process.cpuUsage(before);
  sum.times.push((user + system) / 1000);
  const own = new Map<string, number>();
  for (const line of blocks.flatMap(linesOf).map(bare)) own.set(line, (own.get(line) ?? 0) + 1);
  for (const line of convert(file).split('\n').map(bare)) {
    if (line === '') continue;
    sum.lines++;
    const count = own.get(line) ?? 0;
    own.set(line, count - 1);
    if (count > 0) sum.alike++;
    else console.log(`${file}: ${line}`);
  }
}

function linesOf(block: Block): string[] {
  const texts =
    block.type === 'passage' ? [...textsOf(block.flow)].map(({ text }) => text) : [block.text];
  return texts.flatMap((text) => text.split('\n'));
}

/** Without white space; bullets, of which every font has its own, are alike. */
function bare(line: string): string {
  return line.replace(/[\s\u00a0\u200b\ufeff]+/g, '').replace(/^[●■▪◆➢✓•◦○□❖]/u, '•');
}

function convert(file: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'guidang-word-'));
  try {
    const profile = `-env:UserInstallation=file://${tmpdir()}/guidang-office`;
    const to = ['--convert-to', 'txt:Text (encoded):UTF8', '--outdir', folder, file];
    execFileSync('soffice', ['--headless', '--norestore', profile, ...to], {
      stdio: 'ignore',
      timeout: 90_000,
    });
    const [name = ''] = readdirSync(folder);
    return readFileSync(join(folder, name), 'utf8');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function compareUnderstanding(file: string): Promise<void> {
  const { blocks } = readWord(readFileSync(file), basename(file));
  const text = blocks
    .map((block) =>
      block.type === 'passage' && block.units.length > 0
        ? block.units.map(({ cells }) => cells.map(flat).join('\t')).join('\n')
        : block.text,
    )
    .join('\n\n');
  const [word, plain] = [
    await understoodOf(file, readFileSync(file)),
    await understoodOf(file.replace(/\.docx$/i, '.txt'), Buffer.from(text)),
  ];
  const differing = Object.keys(word).filter((name) => word[name] !== plain[name]);
  if (differing.length === 0) sum.understood++;
  for (const name of differing)
    console.log(`${file}: ${name}\n  Word  ${word[name]}\n  plain ${plain[name]}`);
}

function flat(cell: string): string {
  return cell.replace(/\s+/g, ' ');
}

async function understoodOf(name: string, bytes: Uint8Array): Promise<Record<string, string>> {
  const file = basename(name);
  const parsed = await parseSource({ file, bytes, sidecar: null }, reader.markdown);
  const explained = explainDocument(parsed, reader);
  const { understood } = explained;
  if (understood === null) return { nothing: '' };
  return {
    title: understood.title,
    kind: understood.knownKind?.id ?? '',
    date: understood.date?.value.value ?? '',
    outline: understood.blocks
      .flatMap((each) => (each.type === 'heading' ? [`${each.level} ${flat(each.text)}`] : []))
      .join(' | '),
    meetings: JSON.stringify(understood.meetings, (key, value) =>
      ['line', 'evidence', 'fields'].includes(key) ? undefined : value,
    ),
    pieces: understood.pieces.map(({ title }) => title).join(' | '),
  };
}
