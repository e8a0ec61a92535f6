import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { findKind } from '#document/kind/kinds.ts';
import { nothingOverruled } from '#document/overruling.ts';
import { type Source, understand } from '#document/understand.ts';
import { loadSite } from '#site/load.ts';
import { parseText } from '../spec/read.ts';

/**
 * `node tests/bench/understanding.ts FOLDER [DOCUMENTS]`: processor time that understanding takes a
 * document, once it is decoded and taken apart; for the files as they are (Markdown), with their
 * kinds and dates unknown, and as plain text without any markup.
 */
const [folder = '', count = '2000'] = process.argv.slice(2);
const files = readdirSync(resolve(folder))
  .filter((name) => /\.(?:md|txt)$/.test(name))
  .slice(0, Number(count));
const { site } = loadSite('', '', {}, 0);
if (site === null) throw new Error('the default configuration is not valid');

const texts = files.map((file) => ({ file, text: readFileSync(join(folder, file), 'utf8') }));
const characters = texts.reduce((sum, { text }) => sum + text.length, 0) / texts.length;
console.log(`${texts.length} documents of ${Math.round(characters)} characters each`);

const asKnown = toSources(texts, true);
const asUnknown = toSources(texts, false);
const plain = texts.map(({ file, text }) => ({
  file: file.replace(/\.md$/, '.txt'),
  text: text
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .replace(/^#+ /gm, '')
    .replaceAll('**', ''),
}));
measure('Markdown, front matter complete', asKnown);
measure('Markdown, kind and date unknown', asUnknown);
measure('plain text', toSources(plain, false));

function toSources(from: readonly { file: string; text: string }[], isKnown: boolean): Source[] {
  return from.map(({ file, text }) => {
    const { content, frontMatter } = parseText(file, new TextEncoder().encode(text));
    const { title, category, kind } = frontMatter.values;
    const word = String(kind ?? category ?? '');
    return {
      blocks: content?.blocks ?? [],
      isMarkdown: file.endsWith('.md'),
      fileName: file,
      folder: null,
      overruled: nothingOverruled,
      title: typeof title === 'string' ? title : null,
      kind: isKnown ? (findKind(word) ?? null) : null,
      hasKind: isKnown,
      date: isKnown ? { value: '2024-08-07', precision: 'day' } : null,
      pieces: null,
    };
  });
}

function measure(name: string, sources: readonly Source[]): void {
  const switches = site?.understand;
  if (switches === undefined) return;
  for (const source of sources.slice(0, 300)) understand(source, switches);
  const rounds = Array.from({ length: 5 }, () => {
    const before = process.cpuUsage();
    for (const source of sources) understand(source, switches);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000 / sources.length;
  }).sort((a, b) => a - b);
  const [least = 0, , median = 0] = rounds;
  console.log(
    `${name.padEnd(34)} min ${least.toFixed(3)}  median ${median.toFixed(3)} ms a document`,
  );
}
