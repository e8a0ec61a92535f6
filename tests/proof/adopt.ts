import { hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatOf, stemOf } from '#formats/index.ts';
import { openSite } from '#pipeline/configuration.ts';
import { adoptText } from '#source/adopt.ts';
import { parseSource } from '#source/parse.ts';
import { readDocument } from '#source/reading.ts';
import { createReader } from '#workers/reader.ts';

/*
 * `node tests/proof/adopt.ts FOLDER…`: takes every document over as Markdown, reads it back, and names those that
 * have not the same words in the same blocks.
 */

const { site } = openSite('none.yaml', false, {});
if (site === null) throw new Error('there is no configuration');
const reader = createReader({ ...site, privacy: 'off' }, false);
const counts = { documents: 0, same: 0, blocks: 0, differing: 0 };

for (const folder of process.argv.slice(2)) {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  for (const file of files.sort()) {
    const format = formatOf(file)?.name;
    if (format === undefined || format === 'LibreOffice' || format === 'Markdown') continue;
    const bytes = readFileSync(join(folder, file));
    const source = { file: file.normalize('NFC'), bytes, sidecar: null };
    const parsed = await parseSource(source, reader.markdown);
    const { document } = readDocument(parsed, reader, hash('sha256', bytes));
    if (document === null) continue;
    const addressOf = (link: number) => document.links[link]?.target ?? '';
    const { differing } = await adoptText(document, `${stemOf(file)}.md`, addressOf, reader);
    counts.documents++;
    counts.blocks += document.blocks.length;
    counts.differing += differing.length;
    if (differing.length === 0) counts.same++;
    else console.log(`${file}: ${differing.length} lines, the first: ${differing[0]}`);
  }
}
console.log(
  `${counts.documents} documents, ${counts.blocks} blocks; ${counts.same} are read back with the same words in the same blocks, ${counts.differing} lines otherwise`,
);
process.exit(0);
