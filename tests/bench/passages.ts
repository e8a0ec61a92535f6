import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { type ComparedDocument, comparePassages } from '#archive/compare/passages.ts';
import { countCharacters } from '#document/text/blocks.ts';
import { fingerprintText } from '#document/text/fingerprint.ts';

/**
 * `node tests/bench/passages.ts FOLDER [COPIED]`: processor time and memory for finding what stands
 * in several of the first 1,000, 3,000 and 10,000 documents of a folder. The documents of a made
 * corpus share nothing, so COPIED (0.3 unless given) of the paragraphs are replaced by others of
 * the same corpus: half by one of the document before, half by one of 100 set paragraphs.
 */
type Text = readonly { text: string; line: number }[];
const [folder = '.', copied = '0.3'] = process.argv.slice(2);
const counts = [1000, 3000, 10_000];

function readText(name: string): Text {
  const lines = readFileSync(join(folder, name), 'utf8').split('\n');
  const start = lines.indexOf('---', 1) + 1;
  return lines
    .map((text, index) => ({ text, line: index + 1 }))
    .filter(({ text, line }) => line > start && text !== '' && !text.startsWith('#'));
}

function withCopies(texts: readonly Text[]): Text[] {
  const set = texts.slice(0, 100).map((text) => text[1]?.text ?? '');
  return texts.map((text, number) => {
    const before = texts[number - 1] ?? text;
    return text.map((paragraph, place) => {
      const chance = ((number * 31 + place * 17) % 100) / 100;
      if (chance >= Number(copied)) return paragraph;
      const other = place % 2 === 0 ? before[place]?.text : set[(number * 7 + place) % set.length];
      return { ...paragraph, text: other ?? paragraph.text };
    });
  });
}

/** Milliseconds of processor time a document. */
function measure<T>(count: number, task: () => T): { result: T; milliseconds: number } {
  const before = process.cpuUsage();
  const result = task();
  const { user, system } = process.cpuUsage(before);
  return { result, milliseconds: (user + system) / 1000 / count };
}

/** Megabytes that are held when what is not needed has been given back. */
function megabytesHeld(): number {
  collectGarbage();
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
}

function run(count: number) {
  const part = texts.slice(0, count);
  const before = megabytesHeld();
  const fingerprinting = measure(count, () => part.map(fingerprintText));
  const documents = fingerprinting.result.map(
    (fingerprints, index): ComparedDocument => ({
      id: `d${index}`,
      fingerprints,
      characters: characters[index] ?? 0,
    }),
  );
  const comparing = measure(count, () => comparePassages(documents));
  const megabytes = megabytesHeld() - before;
  const { shared, groups } = comparing.result;
  const bytes = documents.reduce((sum, { fingerprints: { hashes, paragraphs } }) => {
    return sum + hashes.byteLength + paragraphs.byteLength;
  }, 0);
  return {
    documents: count,
    'fingerprinting, ms each': fingerprinting.milliseconds,
    'comparing, ms each': comparing.milliseconds,
    'kB of fingerprints each': bytes / count / 1000,
    'MB held': megabytes,
    'MB most of the process': process.resourceUsage().maxRSS / 1000,
    sharing: shared.size,
    groups: groups.length,
  };
}

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');
const texts = withCopies(readdirSync(folder).sort().slice(0, counts.at(-1)).map(readText));
const characters = texts.map((text) =>
  text.reduce((sum, paragraph) => sum + countCharacters(paragraph.text), 0),
);
run(300);
const runs = counts.filter((count) => count <= texts.length).map(run);
for (const each of runs) {
  const shown = Object.entries(each).map(([name, value]) => `${name} ${Number(value.toFixed(4))}`);
  console.log(shown.join('; '));
}
const [first, last] = [runs.at(0), runs.at(-1)];
if (first !== undefined && last !== undefined && first !== last) {
  const total = (each: typeof first) =>
    each.documents * (each['fingerprinting, ms each'] + each['comparing, ms each']);
  const growth = Math.log(total(last) / total(first)) / Math.log(last.documents / first.documents);
  console.log(`time grows with documents to the power of ${growth.toFixed(2)}`);
}
