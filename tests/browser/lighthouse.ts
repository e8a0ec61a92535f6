/**
 * `npm run lighthouse`: scores of the first page, a list, a document of 20,000 characters and the
 * search page, as Lighthouse gives them for a phone. Ends with 1 where one is below 100. Lighthouse
 * itself is fetched by npm: its 114 packages are too many for a check that is run by hand.
 */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { buildArchive, listen } from './archive.ts';
import { launch } from './launch.ts';

const version = '13.5.0';
const debugPort = 9333;
const categories = ['performance', 'accessibility', 'best-practices', 'seo'];

type Report = {
  categories: Record<string, { score: number | null }>;
  audits: Record<string, { numericValue?: number; score: number | null; title: string }>;
};

/** A folder of documents, one of which is long. */
function writeContent(): string {
  const content = mkdtempSync(join(tmpdir(), 'guidang-lighthouse-'));
  const sentence = '各村要把名册核对清楚，有出入的当天改过来，谁核对谁签字，出了差错要能找到人。';
  const sections = Array.from({ length: 20 }, (_, index) => {
    const paragraphs = Array.from({ length: 5 }, () => `${sentence.repeat(5)}\n`);
    return `## ${index + 1}号片区的安排\n\n${paragraphs.join('\n')}`;
  });
  writeFileSync(
    join(content, 'long.md'),
    `---\ntitle: 关于核对名册的讲话\ndate: 2024-05-06\nkind: speech\n---\n\n${sections.join('\n')}`,
  );
  for (let number = 1; number <= 60; number++) {
    const text = `---\ntitle: 第${number}次例会记录\ndate: 2024-01-${String(1 + (number % 28)).padStart(2, '0')}\norganisation: 青石镇\n---\n\n${sentence}\n`;
    writeFileSync(join(content, `d${number}.md`), text);
  }
  return content;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml',
};

/** A plain host that compresses. */
function serveCompressed(output: string) {
  return createServer((request, response) => {
    const path = decodeURIComponent((request.url ?? '/').split('?', 1)[0] ?? '/');
    try {
      const file = join(output, path.endsWith('/') ? `${path}index.html` : path);
      const body = gzipSync(readFileSync(file));
      response.setHeader('Content-Type', types[extname(file)] ?? 'application/octet-stream');
      response.setHeader('Content-Encoding', 'gzip');
      response.setHeader('Cache-Control', 'max-age=31536000');
      response.end(body);
    } catch {
      response.statusCode = 404;
      response.end();
    }
  });
}

async function audit(url: string): Promise<Report> {
  const args = ['exec', '--yes', `--package=lighthouse@${version}`, '--', 'lighthouse', url];
  const options = [`--port=${debugPort}`, '--output=json', '--quiet'];
  const only = `--only-categories=${categories.join(',')}`;
  const run = promisify(execFile);
  const { stdout } = await run('npm', [...args, ...options, only], { maxBuffer: 2 ** 28 });
  return JSON.parse(stdout);
}

const content = writeContent();
const archive = buildArchive(['--content', content]);
const server = serveCompressed(archive.output);
const port = await listen(server);
const browser = await launch([`--remote-debugging-port=${debugPort}`]);
let isPerfect = true;
try {
  for (const path of [
    'index.html',
    'documents/index.html',
    'documents/long/index.html',
    'search/index.html',
  ]) {
    const { categories: scores, audits } = await audit(`http://127.0.0.1:${port}/${path}`);
    const shown = categories.map(
      (name) => `${name} ${Math.round((scores[name]?.score ?? 0) * 100)}`,
    );
    const value = (name: string) => Math.round((audits[name]?.numericValue ?? 0) * 1000) / 1000;
    console.log(
      `${path}: ${shown.join(', ')}; LCP ${value('largest-contentful-paint')} ms, CLS ${value('cumulative-layout-shift')}, ${value('total-byte-weight')} bytes`,
    );
    for (const name of categories) {
      if (scores[name]?.score !== 1) isPerfect = false;
    }
    for (const { title, score } of Object.values(audits)) {
      if (score !== null && score < 0.9) console.log(`  ${title}: ${score}`);
    }
  }
} finally {
  await browser.close();
  server.close();
  archive.remove();
  rmSync(content, { recursive: true });
}
process.exitCode = isPerfect ? 0 : 1;
