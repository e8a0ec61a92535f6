import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { inflate } from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

const root = resolve(import.meta.dirname, '../..');

/** The packed browser: its binary, the libraries that a bare Debian lacks, and a Latin font. */
const packed = ['chromium.br', 'al2023.tar.br', 'fonts.tar.br'];

/**
 * Starts the Chromium that came with `npm ci`. Nothing of the system is needed: neither libraries
 * nor fonts, though the system's Chinese fonts are used where there are any.
 *
 * @param more arguments beside the usual ones
 */
export async function launch(more: readonly string[] = []): Promise<Browser> {
  const folder = await unpack();
  return chromium.launch({
    executablePath: join(folder, 'chromium'),
    args: [
      '--no-sandbox',
      '--no-zygote',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-domain-reliability',
      '--disable-sync',
      '--font-render-hinting=none',
      '--force-color-profile=srgb',
      '--no-first-run',
      ...more,
    ],
    env: {
      ...process.env,
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
      LD_LIBRARY_PATH: join(folder, 'al2023/lib'),
    },
  });
}

/**
 * The folder of the unpacked browser. It is unpacked under a name of its own and renamed, so that
 * test files that begin at the same time never start half of a browser.
 */
async function unpack(): Promise<string> {
  const bin = join(
    dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')),
    '../bin',
  );
  const cache = join(root, 'node_modules/.cache/guidang');
  const folder = join(cache, 'chromium');
  if (existsSync(folder)) return folder;
  mkdirSync(cache, { recursive: true });
  const own = mkdtempSync(`${folder}-`);
  await inflateInto(
    own,
    packed.map((name) => join(bin, name)),
  );
  writeFileSync(join(own, 'fonts.conf'), fontconfig(folder));
  try {
    renameSync(own, folder);
  } catch {
    // Another test file was faster
    rmSync(own, { recursive: true, force: true });
  }
  return folder;
}

/** `inflate` writes below the folder for temporary files, which this environment variable names. */
async function inflateInto(folder: string, files: readonly string[]): Promise<void> {
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  const running = files.map((file) => inflate(file));
  if (before === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = before;
  await Promise.all(running);
}

/** Serif and sans-serif are Chinese fonts where the machine has them, else the packed Latin one. */
function fontconfig(folder: string): string {
  const prefer = (family: string, ...names: string[]) =>
    `<alias binding="same"><family>${family}</family><prefer>` +
    `${names.map((name) => `<family>${name}</family>`).join('')}</prefer></alias>`;
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
<dir>/usr/share/fonts</dir>
<dir>/usr/local/share/fonts</dir>
<dir prefix="xdg">fonts</dir>
<dir>${join(folder, 'fonts')}</dir>
<cachedir>${join(folder, 'fonts-cache')}</cachedir>
${prefer('serif', 'Noto Serif CJK SC', 'Noto Serif SC', 'Open Sans')}
${prefer('sans-serif', 'Noto Sans CJK SC', 'Noto Sans SC', 'Open Sans')}
${prefer('system-ui', 'Noto Sans CJK SC', 'Noto Sans SC', 'Open Sans')}
</fontconfig>
`;
}
