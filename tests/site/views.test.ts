import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Archive, collect } from '#archive/archive.ts';
import type { Tools } from '#emitters/emitter.ts';
import { emitters } from '#emitters/index.ts';
import { plan } from '#pipeline/plan.ts';
import { loadSite } from '#site/load.ts';
import { createReader } from '#workers/reader.ts';
import { readText } from '../spec/read.ts';
import { listFiles, root } from './harness.ts';

/* templates/README.md names what each template is given: no more and no less. */

const { site } = loadSite('pageSize: 5\n', '', {}, 0);
if (site === null) throw new Error('the configuration of the test is not valid');

/** The names that views have at their top, by template, over the pages of the sample archive. */
function namesOfViews(): Map<string, Set<string>> {
  const names = new Map<string, Set<string>>();
  const render = (template: string, view: object) => {
    const known = names.get(template) ?? new Set();
    names.set(template, known);
    for (const name of Object.keys(view)) known.add(name);
    for (const [name, value] of Object.entries(view)) {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) continue;
      const inner = names.get(`${template} ${name}`) ?? new Set();
      names.set(`${template} ${name}`, inner);
      for (const each of Object.keys(value)) inner.add(each);
    }
    return '';
  };
  const nothing = new Uint8Array();
  const tools: Tools = {
    render,
    renderShared: render,
    body: () => ({ blocks: [], questions: [], asides: [] }),
    searchText: () => nothing,
    shard: () => nothing,
  };
  const pages = plan(emitters, archiveOf(join(root, 'content')), site ?? never());
  const isPage = (path: string) => path.endsWith('.html');
  for (const { path, by, input } of pages.outputs) if (isPage(path)) by.produce(input(), tools);
  return names;
}

function never(): never {
  throw new Error('unreachable');
}

function archiveOf(content: string): Archive {
  const reader = createReader(site ?? never());
  const read = listFiles(content)
    .filter((file) => /\.(?:md|txt)$/.test(file))
    .flatMap((file) => {
      const { document } = readText(file, readFileSync(join(content, file)), null, reader);
      return document === null ? [] : [document];
    });
  const summaries = read;
  const [first] = summaries;
  if (first === undefined) throw new Error('the sample archive is empty');
  const withdrawn = {
    ...first,
    id: 'gone',
    aliases: ['former'],
    reason: '有误',
    withdrawnOn: null,
    successor: null,
  };
  const collected = collect(
    {
      documents: summaries.filter(({ file }) => file !== 'about.md'),
      withdrawn: [withdrawn],
      about: summaries.find(({ file }) => file === 'about.md') ?? null,
      withdrawnAbout: null,
      entries: [],
      nameFacts: new Map(),
      fingerprints: new Map(
        read.flatMap(({ id, fingerprints }) => (fingerprints === null ? [] : [[id, fingerprints]])),
      ),
      samples: new Map(read.map(({ id, sample }) => [id, sample])),
      files: [],
      named: [],
      assets: [],
    },
    10,
  );
  return { ...collected, search: { shardBits: 1, version: '', shards: ['', ''] } };
}

const names = namesOfViews();
const readme = readFileSync(join(root, 'templates/README.md'), 'utf8');

/** Names in backticks that stand in no brackets; of one with brackets, those within by its name. */
function namesIn(description: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const backticked = (text: string) =>
    [...text.matchAll(/`(\w+)\??`/g)].map(([, name = '']) => name);
  for (const [, name = '', within] of description.matchAll(
    /`(\w+)\??`(?: \(((?:[^()]|\([^()]*\))*)\))?/g,
  )) {
    found.set(
      name,
      within === undefined
        ? []
        : backticked(within.replace(/\([^()]*\)/g, '').split(' of ')[0] ?? ''),
    );
  }
  return found;
}

const rows = [...readme.matchAll(/^\| `([\w-]+\.njk)` \| (.+) \|$/gm)].map(
  ([, template = '', description = '']) => ({ template, described: namesIn(description) }),
);

test.each(rows)('$template is given what its row says', ({ template, described }) => {
  const given = [...(names.get(template) ?? [])].filter(
    (name) => name !== 'page' && name !== 'text',
  );
  expect(given.sort()).toEqual([...described.keys()].sort());
  for (const [name, within] of described) {
    const own = names.get(`${template} ${name}`);
    // Of lists the items are described
    if (own === undefined || within.length === 0) continue;
    expect([...own].sort(), name).toEqual([...within].sort());
  }
});

test('every template that pages are made of has a row', () => {
  const pages = [...names.keys()].filter((name) => /^[\w-]+\.njk$/.test(name));
  expect(rows.map(({ template }) => template)).toEqual(expect.arrayContaining(pages));
});
