import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openCache } from '#store/cache.ts';
import { seeded } from '../bench/corpus.ts';
import { buildFolder, differentFiles } from '../changes/histories.ts';

/**
 * `node tests/torture/edits.ts [--documents 600] [--edits 100] [--seed N]`: edits documents of an archive
 * that is large enough for most of them to be compared with the others as before, and judges the
 * result by that of a build without a cache. Texts share paragraphs, set phrases and rare words.
 */
const { values } = parseArgs({
  options: {
    documents: { type: 'string', default: '600' },
    edits: { type: 'string', default: '100' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
  },
});
const [documents, edits, seed] = [values.documents, values.edits, values.seed].map(Number);
const random = seeded(seed ?? 0);
const below = (end: number) => Math.floor(random() * end);
const pick = <T>(list: readonly T[]): T | undefined => list[below(list.length)];

/** Edits between two comparisons with a clean build, which takes as long as all of them. */
const every = 5;

type Text = { title: string; day: number; organisation: number; tag: string; paragraphs: string[] };

const characters = (count: number) =>
  String.fromCodePoint(...Array.from({ length: count }, () => 0x4e00 + below(3000)));
const shared = Array.from({ length: 200 }, () => characters(90));
const phrases = [characters(60), characters(60)];
/** Words too short to be a passage: what is written with them is alike. */
const topics = Array.from({ length: 150 }, () => Array.from({ length: 25 }, () => characters(6)));

function paragraph(): string {
  const chance = random();
  const own = chance < 0.12 ? pick(shared) : chance < 0.2 ? pick(phrases) : characters(80);
  const words = random() < 0.4 ? (pick(topics) ?? []) : [];
  return `${own}，${words.map((word) => word + characters(4)).join('')}。`;
}

function text(): Text {
  const paragraphs = Array.from({ length: 2 + below(6) }, paragraph);
  const [day, organisation] = [1 + below(20), below(6)];
  return {
    title: `关于${characters(4)}`,
    day,
    organisation,
    tag: pick(['防汛', '党建']) ?? '',
    paragraphs,
  };
}

function write(
  folder: string,
  number: number,
  { title, day, organisation, tag, paragraphs }: Text,
) {
  const date = `2024-08-${String(day).padStart(2, '0')}`;
  const fields = `title: ${title}\ndate: ${date}\norganisation: 第${organisation}局\ntags: [${tag}]`;
  const body = paragraphs.join('\n\n');
  writeFileSync(join(folder, `${number}.md`), `---\n${fields}\n---\n\n${body}\n`);
}

/** Mostly what a build need not compare all documents for; now and then what it must. */
function edit(one: Text, others: readonly Text[]): void {
  const chance = random();
  const place = below(one.paragraphs.length);
  if (chance < 0.3) one.paragraphs.push(paragraph());
  else if (chance < 0.45) one.paragraphs.splice(place, 1);
  else if (chance < 0.6) one.paragraphs[place] = paragraph();
  else if (chance < 0.8) one.title = `关于${characters(4)}`;
  else if (chance < 0.9) one.day = 1 + below(20);
  else if (chance < 0.95) one.paragraphs = [...(pick(others)?.paragraphs ?? [])];
  else if (chance < 0.97) one.organisation = below(6);
  else one.tag = pick(['防汛', '党建', '']) ?? '';
}

const folder = mkdtempSync(join(tmpdir(), 'guidang-edits-'));
const content = join(folder, 'content');
mkdirSync(content);
const texts = Array.from({ length: documents ?? 0 }, text);
for (const [number, each] of texts.entries()) write(content, number, each);
const build = async (output: string, cacheFolder: string | null) => {
  const cache = openCache(cacheFolder, 'test', false);
  await buildFolder(folder, output, cache);
  cache.close();
};
await build('public', join(folder, '.guidang'));
let different: string[] = [];
let made = 0;
while (made < (edits ?? 0) && different.length === 0) {
  made++;
  for (let count = random() < 0.8 ? 1 : 3; count > 0; count--) {
    const number = below(texts.length);
    const one = texts[number];
    if (one === undefined) continue;
    edit(one, texts);
    write(content, number, one);
  }
  await build('public', join(folder, '.guidang'));
  if (made % every !== 0) continue;
  rmSync(join(folder, 'clean'), { recursive: true, force: true });
  await build('clean', null);
  different = differentFiles(join(folder, 'public'), join(folder, 'clean'));
}
for (const path of different.slice(0, 20)) console.log(`${path} differs after ${made} edits`);
console.log(
  `${made} edits among ${documents} documents, compared after each ${every}: ` +
    `${different.length} files differ (seed ${seed})`,
);
rmSync(folder, { recursive: true });
process.exitCode = different.length === 0 ? 0 : 1;
