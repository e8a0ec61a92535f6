import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { createDocumentSet } from '#search/document-set.ts';
import { searchNear } from '#search/near.ts';
import { likeness } from '#search/parts.ts';
import { parseQuery } from '#search/query.ts';
import { search } from '#search/search.ts';
import { openIndex } from '../search/folder-access.ts';
import { random } from '../torture/damage.ts';

/*
 * `node tests/proof/near.ts OUTPUT [SEED]`: asks the index of a site for 300 titles of its documents with a part left
 * out, a character wrong or their parts in another order, and tells how often the document is among the first three.
 * A query to which three other titles are as near is told apart: nobody can know which was meant.
 */

const [output = '', seed = '1'] = process.argv.slice(2);
const { reader, folds, loaded } = openIndex(output);
const next = random(Number(seed));
const total = reader.library.documents;
const pick = (count: number) => Math.floor(next() * count);

const titles: { document: number; title: string; folded: string }[] = [];
for (let document = 0; document < total; document++) {
  const { title } = await reader.entry(document);
  titles.push({ document, title, folded: folds.plain.text(title) });
}
const uses = Map.groupBy(titles, ({ folded }) => folded);
const asked = titles.filter(({ folded }) => folded.length >= 6 && uses.get(folded)?.length === 1);
const characters = [...asked.map(({ folded }) => folded).join('')];

const changes = {
  'a part left out': (signs: string[]) => {
    const length = Math.max(2, Math.floor(signs.length / 4));
    const at = 1 + pick(Math.max(1, signs.length - length - 1));
    return [...signs.slice(0, at), ...signs.slice(at + length)];
  },
  'a character wrong': (signs: string[]) => {
    return signs.with(pick(signs.length), characters[pick(characters.length)] ?? '');
  },
  'another order': (signs: string[]) => {
    const at = Math.max(2, Math.floor(signs.length * (0.3 + 0.4 * next())));
    return [...signs.slice(at), ...signs.slice(0, at)];
  },
};

const sizes: number[] = [];
const sums = Object.fromEntries(
  Object.keys(changes).map((name) => [name, { asked: 0, found: 0, ambiguous: 0 }]),
);
const all = createDocumentSet(total);
all.fill();
for (let number = 0; number < 300; number++) {
  const { document, title, folded } = asked[pick(asked.length)] ?? {
    document: 0,
    title: '',
    folded: '',
  };
  const entries = Object.entries(changes);
  const [name, change] = entries[number % entries.length] ?? ['', (signs: string[]) => signs];
  const text = change([...title])
    .join('')
    .replace(/["-]/g, '');
  const sum = sums[name];
  if (sum === undefined) continue;
  loaded.length = 0;
  const exact = await search(
    { text, filters: {}, from: null, to: null, sort: 'relevance' },
    reader,
    folds,
  );
  const hits = [...(await exact.next(3))];
  if (hits.length < 3) {
    const near = await searchNear(parseQuery(text, folds), reader, all, folds);
    hits.push(...(near?.hits ?? []), ...(near?.partial ?? []));
  }
  const size = (file: string) =>
    gzipSync(readFileSync(join(output, 'search', `${file}.js`))).length;
  sizes.push([...new Set(loaded)].reduce((bytes, file) => bytes + size(file), 0));
  sum.asked++;
  if (hits.slice(0, 3).some((hit) => hit.document === document)) sum.found++;
  else {
    const query = folds.plain.text(text);
    const own = likeness(query, folded);
    const asNear = titles.filter((each) => likeness(query, each.folded) >= own).length - 1;
    if (asNear >= 3) sum.ambiguous++;
    console.log(
      `${name}: ${text} (${title})${asNear >= 3 ? `: ${asNear} others are as near` : ''}`,
    );
  }
}
sizes.sort((a, b) => a - b);
for (const [name, { asked: count, found, ambiguous }] of Object.entries(sums))
  console.log(
    `${name}: ${found} of ${count} among the first three; ${ambiguous} could be others as well`,
  );
const kilobytes = (place: number) => Math.round((sizes[place] ?? 0) / 1000);
console.log(
  `loaded: median ${kilobytes(150)} kB, 95 % ${kilobytes(285)} kB, most ${kilobytes(sizes.length - 1)} kB`,
);
