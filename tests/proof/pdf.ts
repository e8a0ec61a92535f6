import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { readPages } from '#formats/pdf/pages.ts';
import { readPlaced } from '#formats/placed/read.ts';
import { readWord } from '#formats/word/read.ts';

/*
 * What is read of PDFs that LibreOffice makes of Word files, whose paragraphs are therefore known; and the characters
 * of all PDFs, against poppler's. LibreOffice and poppler-utils must be installed.
 *
 *     node tests/proof/pdf.ts FOLDER…        each paragraph that is not found, and the sums
 */

const sum = { files: 0, pages: 0, paragraphs: 0, found: 0, characters: 0, alike: 0, named: 0 };
const work = mkdtempSync(join(tmpdir(), 'guidang-pdf-'));
for (const folder of process.argv.slice(2))
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    const file = join(folder, name);
    if (/\.pdf$/i.test(name)) await compare(file, null);
    if (!/\.docx$/i.test(name)) continue;
    const made = print(file);
    if (made !== null) await compare(made, file);
  }
rmSync(work, { recursive: true, force: true });
const share = (part: number, whole: number) => ((100 * part) / Math.max(whole, 1)).toFixed(3);
console.log(
  `${sum.files} files of ${sum.pages} pages: ${sum.found} of ${sum.paragraphs} paragraphs (${share(sum.found, sum.paragraphs)} %), ${sum.alike} of ${sum.characters} characters (${share(sum.alike, sum.characters)} %), ${sum.named} named as scans and the like`,
);
process.exit();

/** A Word file as LibreOffice prints it; null where that comes to no end. */
function print(file: string): string | null {
  const profile = `-env:UserInstallation=file://${tmpdir()}/guidang-office`;
  const options = ['--headless', '--norestore', profile, '--convert-to', 'pdf', '--outdir', work];
  try {
    execFileSync('soffice', [...options, file], { stdio: 'ignore', timeout: 60_000 });
    return join(work, basename(file).replace(/\.docx$/i, '.pdf'));
  } catch {
    return null;
  }
}

async function compare(file: string, word: string | null): Promise<void> {
  sum.files++;
  const read = await readPages(new Uint8Array(readFileSync(file)));
  const text = 'fault' in read ? read.fault : readPlaced(read.pages);
  if ('fault' in read || typeof text === 'string') {
    sum.named++;
    return console.log(`${file}: ${typeof text === 'string' ? text : ''}`);
  }
  sum.pages += read.pages.length;
  const own = countOf(
    read.pages.flatMap(({ runs }) => [...bare(runs.map((run) => run.text).join(''))]),
  );
  const poppler = bare(execFileSync('pdftotext', [file, '-'], { maxBuffer: 2 ** 28 }).toString());
  for (const character of poppler) {
    sum.characters++;
    if (take(own, character)) sum.alike++;
  }
  if (word === null) return;
  const lines = countOf(text.blocks.flatMap((block) => block.text.split('\n').map(bare)));
  const known = readWord(readFileSync(word), basename(word)).blocks.flatMap((block) =>
    block.type === 'paragraph' && block.role !== 'contents' ? block.text.split('\n') : [],
  );
  for (const paragraph of known.map(bare).filter((each) => each !== '')) {
    sum.paragraphs++;
    if (take(lines, paragraph)) sum.found++;
    else console.log(`${word}: ${paragraph}`);
  }
}

function bare(text: string): string {
  return text.replace(/[\s\u00a0\u200b\ufeff]+/g, '');
}

function countOf(items: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

function take(counts: Map<string, number>, item: string): boolean {
  const count = counts.get(item) ?? 0;
  counts.set(item, count - 1);
  return count > 0;
}
