import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findProgram, isConfined, runProgram } from '#formats/programs.ts';

/** What became of a conversion. */
export type Converted =
  | Readonly<{ outcome: 'converted'; bytes: Uint8Array }>
  | Readonly<{ outcome: 'absent' | 'confined' | 'slow' | 'refused' }>;

/** A file on which LibreOffice works longer does not come to an end: one of some hundred real ones did not. */
const longest = 60_000;

const names = ['soffice', 'libreoffice', 'soffice.exe'];
const usualFolders = [
  '/usr/bin',
  '/opt/libreoffice/program',
  '/Applications/LibreOffice.app/Contents/MacOS',
  'C:\\Program Files\\LibreOffice\\program',
];

/**
 * Converts a file to .docx with LibreOffice: one process for each, with a profile of its own, without macros and
 * network. The process and all that it has started are ended when it takes too long.
 *
 * @param ending by which LibreOffice takes it for a file of its program
 */
export async function convertToWord(bytes: Uint8Array, ending: string): Promise<Converted> {
  if (isConfined()) return { outcome: 'confined' };
  const program = findProgram(names, usualFolders);
  if (program === null) return { outcome: 'absent' };
  const folder = mkdtempSync(join(tmpdir(), 'guidang-office-'));
  try {
    const source = join(folder, `source.${ending}`);
    const target = join(folder, 'converted');
    writeFileSync(source, bytes);
    writeProfile(join(folder, 'profile'));
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    const quiet = ['--headless', '--norestore', '--nologo', '--nodefault', '--nolockcheck'];
    const to = ['--convert-to', 'docx:MS Word 2007 XML', '--outdir', target, source];
    const isDone = await runProgram(program, [profile, ...quiet, ...to], longest);
    if (!isDone) return { outcome: 'slow' };
    const [made] = existsSync(target) ? readdirSync(target) : [];
    if (made === undefined) return { outcome: 'refused' };
    return { outcome: 'converted', bytes: readFileSync(join(target, made)) };
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

const settings = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
</oor:items>
`;

function writeProfile(profile: string): void {
  mkdirSync(join(profile, 'user'), { recursive: true });
  writeFileSync(join(profile, 'user', 'registrymodifications.xcu'), settings);
}
