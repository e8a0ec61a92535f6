import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UnreadableFile } from '#formats/container/unreadable.ts';
import { findProgram, isConfined, runProgram } from '#formats/programs.ts';

/** Of poppler, whose pictures of pages are those that most systems show. */
const names = ['pdftoppm', 'pdftoppm.exe'];
const usualFolders = ['/usr/bin', '/usr/local/bin', '/opt/homebrew/bin'];

/** Milliseconds for one page. */
const longest = 60_000;

/** Dots an inch: a page of A4 is as wide as the text of a page of the site on a sharp screen. */
const resolution = 130;

const ending = /page-(\d+)\.jpg$/;

/** Pages of scans have no words: people know them by their numbers. */
export function nameOfPage(number: number): string {
  return `page-${number}.jpg`;
}

/** Whether pictures of the pages of a PDF can be made here: the program is there, and draws the first of them. */
export async function canDrawPages(bytes: Uint8Array): Promise<boolean> {
  if (isConfined()) return false;
  const program = findProgram(names, usualFolders);
  if (program === null) return false;
  const folder = mkdtempSync(join(tmpdir(), 'guidang-pages-'));
  try {
    const [file, target] = [join(folder, 'file.pdf'), join(folder, 'page')];
    writeFileSync(file, bytes);
    const options = ['-jpeg', '-singlefile', '-r', '20', '-f', '1', '-l', '1', file, target];
    return (
      (await runProgram(program, options, longest)) && readFileSync(`${target}.jpg`).length > 0
    );
  } catch {
    return false;
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

/**
 * A picture of a page of a PDF.
 *
 * @param name as `nameOfPage` gives it
 * @throws UnreadableFile where the page cannot be drawn
 */
export function drawPage(file: string, name: string): Uint8Array {
  const number = ending.exec(name)?.[1] ?? '1';
  const program = isConfined() ? null : findProgram(names, usualFolders);
  if (program === null) throw new UnreadableFile({ is: 'damaged', part: name });
  const options = ['-jpeg', '-jpegopt', 'quality=80', '-r', `${resolution}`];
  const { status, stdout } = spawnSync(program, [...options, '-f', number, '-l', number, file], {
    timeout: longest,
    killSignal: 'SIGKILL',
    maxBuffer: 1 << 28,
  });
  if (status !== 0 || stdout.length === 0) throw new UnreadableFile({ is: 'damaged', part: name });
  return stdout;
}
