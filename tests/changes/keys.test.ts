import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Archive, collect } from '#archive/archive.ts';
import { openFingerprints } from '#changes/fingerprints.ts';
import type { Summary } from '#document/document.ts';
import { emitters } from '#emitters/index.ts';
import { plan } from '#pipeline/plan.ts';
import { loadSite } from '#site/load.ts';
import type { Site } from '#site/site.ts';
import { digestCard } from '#store/stored-reading.ts';
import { createReader } from '#workers/reader.ts';
import { readText } from '../spec/read.ts';

/*
 * The key of an output is made of what determines its input, without the input. So it must be another one
 * whenever the fingerprint, which is made of the input itself, is.
 */

/** A document as its author writes it, of which any part may be edited. */
type Written = Readonly<{
  title: string;
  date: string;
  kind: string;
  tags: readonly string[];
  organisation: string;
  speaker: string;
  views: number;
  occasion: string;
  place: string;
  'document-number': string;
  source: string;
  summary: string;
  updated: string;
  popular: boolean;
  /** A field that Guidang does not know. */
  own: string;
  /** The number of another document that it links to. */
  link: number;
  paragraphs: readonly string[];
}>;

const passages = [
  '会议指出，要把防汛准备落实到每一个堤段、每一座水库，落实到人，落实到岗，发现险情立即处置并上报县里。',
  '各单位要对照清单逐项检查，凡是检查发现的问题当天登记，三天之内整改完毕，整改情况由办公室汇总通报。',
  '去年秋天以来，我们先后走访了十二个村，听取了七十多位群众的意见，归纳起来主要是修路、供水和就医三件事。',
  '图书室每周二、四、六开放，借阅的书籍应当按期归还，如有遗失或者污损，照价赔偿，管理员要做好登记。',
  '五月份要完成苗木的采购和栽植，每亩不少于六十株，成活率低于八成的地块秋后补栽，费用从绿化经费里列支。',
  '按照云政发〔2024〕7号和《图书室管理办法》的要求，各村要在月底以前把书目抄报县图书馆，逾期不报的全县通报。',
  '夜校的课程分为识字、算术和农技三门，每门二十四课时，教员由中学选派，教材由县里统一印发，不收学费。',
];

const written: fc.Arbitrary<Written> = fc.record({
  title: fc.constantFrom('防汛工作', '支委会会议记录', '绿化方案', '图书室管理办法', '夜校招生'),
  date: fc.constantFrom('2024-03-05', '2024-03-06', '2024-05', '2023-11', '2023-07-01', '2022'),
  kind: fc.constantFrom('讲话', '会议记录', '总结', '口述', '通知', '计划', '办法'),
  tags: fc.subarray(['试点', '实点', '防汛', '绿化', '教育'], { maxLength: 2 }),
  organisation: fc.constantFrom('云溪县水利局', '云溪县图书馆', '石桥镇中学', '石桥镇党支部'),
  speaker: fc.constantFrom('张明', '李强', '王芳'),
  views: fc.nat(40),
  occasion: fc.constantFrom('防汛会议', '动员会', '座谈会'),
  place: fc.constantFrom('县政府三楼', '村委会'),
  'document-number': fc.constantFrom('云政发〔2024〕7号', '云政发〔2023〕12号'),
  source: fc.constantFrom('县志', '档案'),
  summary: fc.constantFrom('一句话', '另一句话'),
  updated: fc.constantFrom('2024-04-01', '2024-05-02'),
  popular: fc.boolean(),
  own: fc.constantFrom('甲', '乙'),
  link: fc.nat(30),
  paragraphs: fc.subarray(passages, { minLength: 1, maxLength: 3 }),
});

const { site } = loadSite('', '', {}, Date.parse('2025-01-01'));
if (site === null) throw new Error('the default configuration is not valid');
const small: Site = { ...site, pageSize: 3 };

/** Settings by which pages may differ, each with another value. */
const settings: readonly Partial<Site>[] = [
  { title: '另一个名字' },
  { description: '另一句介绍' },
  { footer: '另一行页脚' },
  { origin: 'https://other.example' },
  { basePath: '/other/' },
  { navigation: [{ title: '首页', page: '' }] },
  { pageSize: 4 },
  { rates: { reading: 300, speaking: 150 } },
  { popular: { count: 2 } },
  { feed: { count: 2 } },
  { locale: 'en' },
  { now: '2026-01-01T00:00:00' },
];
const reader = createReader(small);

function format({ link, paragraphs, tags, ...fields }: Written): string {
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}`);
  const body = [...paragraphs, `参见[另一篇](d${link}.md)。`].join('\n\n');
  return `---\n${lines.join('\n')}\ntags: [${tags.join(', ')}]\n---\n\n${body}\n`;
}

const parts = [
  'title',
  'date',
  'kind',
  'tags',
  'organisation',
  'speaker',
  'views',
  'occasion',
  'place',
  'document-number',
  'source',
  'summary',
  'updated',
  'popular',
  'own',
  'link',
  'paragraphs',
] as const;

/** For each path the key and the fingerprint of its output. */
function tell(
  documents: readonly Written[],
  own: Site = small,
): Map<string, { key: string; fingerprint: string }> {
  const texts = documents.map(format);
  const read = texts.flatMap((text, number) => {
    const { document } = readText(`d${number}.md`, Buffer.from(text), null, reader);
    return document === null ? [] : [document];
  });
  const summaries: Summary[] = read;
  const collected = collect(
    {
      documents: summaries,
      withdrawn: [],
      about: null,
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
    own.popular.count,
  );
  const archive: Archive = {
    ...collected,
    search: { shardBits: 1, version: '', shards: ['', ''] },
  };
  const identities = new Map(
    summaries.map((summary, number) => {
      return [summary, { whole: `${texts[number]}`, card: digestCard(summary) }];
    }),
  );
  const fingerprints = openFingerprints(new Map(), () => '', identities);
  return new Map(
    plan(emitters, archive, own).outputs.map((planned) => {
      const key = fingerprints.keyOf(planned);
      return [planned.path, { key, fingerprint: fingerprints.of(planned, planned.input()) }];
    }),
  );
}

test('the key of an output is another one whenever its fingerprint is', {
  timeout: 120_000,
}, () => {
  const edit = fc.tuple(fc.nat(), fc.constantFrom(...parts), written);
  const archives = fc.array(written, { minLength: 12, maxLength: 40 });
  fc.assert(
    fc.property(archives, edit, fc.boolean(), (documents, [number, part, other], isShorter) => {
      const edited = documents.with(number % documents.length, {
        ...(documents[number % documents.length] ?? other),
        [part]: other[part],
      });
      const [before, now] = [tell(documents), tell(isShorter ? edited.slice(0, -1) : edited)];
      for (const [path, { key, fingerprint }] of now) {
        const last = before.get(path);
        if (last === undefined || key === '' || last.key !== key) continue;
        expect({ path, fingerprint: last.fingerprint }).toEqual({ path, fingerprint });
      }
    }),
    { numRuns: 300, seed: 20261127 },
  );
});

test.each(settings)('so it is where the configuration has %o', (setting) => {
  const documents = fc.sample(written, { numRuns: 15, seed: 7 });
  const [before, now] = [tell(documents), tell(documents, { ...small, ...setting })];
  for (const [path, { key, fingerprint }] of now) {
    const last = before.get(path);
    if (last === undefined || key === '' || last.key !== key) continue;
    expect({ path, fingerprint: last.fingerprint }).toEqual({ path, fingerprint });
  }
});

test('every field of a document is edited, but for what its own page alone shows', () => {
  const [sample] = fc.sample(written, { numRuns: 1, seed: 5 });
  const known = new Set<string>([...parts, ...derived]);
  const { document } = readText('d1.md', Buffer.from(format(sample ?? never())), null, reader);
  expect(Object.keys(document ?? {}).filter((name) => !known.has(name))).toEqual([]);
});

/** What follows from the text and the fields that are edited, and what is of no emitter. */
const derived = [
  ...[
    'id',
    'file',
    'sha256',
    'statedPieces',
    'pieces',
    'pinyin',
    'documentNumber',
    'meetings',
    'organisations',
    'quiz',
    'originals',
  ],
  ...[
    'otherDates',
    'excerpt',
    'characters',
    'words',
    'placeholders',
    'cutOff',
    'aliases',
    'citations',
    'articles',
    'links',
    'fields',
    'publication',
  ],
  ...['blocks', 'asides', 'questions', 'fingerprints', 'sample', 'searchText'],
];

function never(): never {
  throw new Error('unreachable');
}

test('an edit of a text that others do not show leaves the keys of all but its own page', () => {
  const documents = fc.sample(written, { numRuns: 9, seed: 4 });
  const edited = documents.map((document, number): Written => {
    return number === 4
      ? { ...document, paragraphs: [...document.paragraphs, '另行通知。'] }
      : document;
  });
  const [before, now] = [tell(documents), tell(edited)];
  const others = [...now].filter(([path, { key }]) => key !== '' && before.get(path)?.key !== key);
  expect(others.map(([path]) => path)).toEqual(['documents/d4/index.html']);
});

test('a page that links to another has another key when that one has gone', () => {
  const [sample] = fc.sample(written, { numRuns: 1, seed: 5 });
  if (sample === undefined) throw new Error('there is no sample');
  // So many of one kind that the last stands near none of the first, and is not popular
  const documents = Array.from({ length: 30 }, (_, number): Written => {
    const date = `2024-01-${String(30 - number).padStart(2, '0')}`;
    const paragraphs = [`${number}号会议。`];
    return {
      ...sample,
      title: `第${number}号`,
      date,
      paragraphs,
      tags: [],
      views: 40 - number,
      popular: false,
      link: 29,
    };
  });
  const keysOf = (all: readonly Written[]) => {
    const told = tell(all);
    return [3, 4].map((number) => told.get(`documents/d${number}/index.html`)?.key);
  };
  const [before, after] = [keysOf(documents), keysOf(documents.slice(0, -1))];
  const unlinked = documents.map((document) => ({ ...document, link: 1 }));
  expect(after[0]).not.toBe(before[0]);
  expect(keysOf(unlinked.slice(0, -1))).toEqual(keysOf(unlinked));
});
