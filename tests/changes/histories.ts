import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { resolveFolders } from '#output/folders.ts';
import { type BuildOptions, build } from '#pipeline/build.ts';
import type { Held } from '#pipeline/preview-state.ts';
import { buildQuickly } from '#pipeline/quick-build.ts';
import { startStopwatch } from '#pipeline/stopwatch.ts';
import { type Cache, openCache } from '#store/cache.ts';
import { readTree } from '../site/harness.ts';

/** One thing that happens to a site. Numbers choose among what is there. */
export type Step =
  | { do: 'create' | 'delete' | 'touch' | 'rename' | 'move' | 'swap'; which: number; name: number }
  | { do: 'edit'; which: number; field: Field; value: number }
  | { do: 'template' | 'partial' | 'asset' | 'config'; value: number }
  | { do: 'lose-output' | 'change-output'; which: number }
  | { do: 'damage-cache' | 'delete-cache'; which: number };

const fields = [
  'body',
  'beginning',
  'title',
  'date',
  'kind',
  'organisation',
  'tags',
  'popular',
  'draft',
] as const;
type Field = (typeof fields)[number];

const small = fc.nat({ max: 11 });

export const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('edit' as const),
      which: small,
      field: fc.constantFrom(...fields),
      value: small,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom(...(['create', 'delete', 'touch', 'rename', 'move', 'swap'] as const)),
      which: small,
      name: small,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom(...(['template', 'partial', 'asset', 'config'] as const)),
      value: small,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constantFrom(
        ...(['lose-output', 'change-output', 'damage-cache', 'delete-cache'] as const),
      ),
      which: fc.nat({ max: 999 }),
    }),
  },
);

type Model = {
  title: string;
  date: string;
  kind: string;
  organisation: string;
  tags: string;
  popular: boolean;
  draft: boolean;
  lines: string[];
};

const titles = [
  '防汛工作会议',
  '在动员会上的讲话',
  '支委会会议记录',
  '学习心得体会',
  '安全生产通知',
  '年度工作总结',
];
const dates = ['2024-08-07 09:00:00', '2024-08-07', '2024-07', '2023', '2022-01-31', ''];
const kinds = ['speech', 'meeting-record', 'notice', 'reflection', '自定文种', ''];
const organisations = ['云溪县水利局', '云溪县人民医院党支部', '云溪县水利局；云溪县图书馆', ''];
const sentences = [
  '全县上下要把防汛救灾作为当前头等大事，层层压实责任，确保人民群众生命财产安全。',
  '会议传达了上级关于安全生产工作的通知精神，研究了本单位的贯彻意见和具体措施。',
  '时间：2024年8月7日下午3点',
  '主持人：张三',
  '参会人员：李四、王五',
  '# 一、提高认识',
  '## （一）统一思想',
  '我们要认真总结经验，查找差距，补齐短板，扎扎实实把各项工作推向前进，不辜负群众的期望。',
  '决议：同意开展主题活动。',
  '见[附件](甲.md)。',
  '2024年8月共完成××项任务，占百分之30。',
  '张三：我先汇报一下上半年的工作。',
];
const names = ['甲', '乙', '丙', 'ding', 'wu', '己-2', '庚', 'xin', '壬', '癸', 'zi', '丑'];

function textOf({ lines, ...fields }: Model): string {
  const front = Object.entries(fields).filter(([, value]) => value !== '' && value !== false);
  const yaml = front.map(([name, value]) => `${name}: ${value}`).join('\n');
  return `---\n${yaml}\n---\n\n${lines.join('\n\n')}\n`;
}

function pick<Value>(values: readonly Value[], number: number): Value {
  const value = values[number % values.length];
  if (value === undefined) throw new Error('nothing to pick of');
  return value;
}

/** A site in a folder, and what is done to it. */
function openHistory(folder: string) {
  const models = new Map<string, Model>();
  const at = (...path: string[]) => join(folder, ...path);
  const write = (path: string, text: string) => {
    mkdirSync(dirname(at(path)), { recursive: true });
    writeFileSync(at(path), text);
  };
  const save = (path: string) => {
    const model = models.get(path);
    if (model !== undefined) write(`content/${path}`, textOf(model));
  };
  const create = (path: string, seed: number) => {
    const lines = Array.from({ length: 3 + (seed % 4) }, (_, index) =>
      pick(sentences, seed * 5 + index * 7),
    );
    const tags = seed % 3 === 0 ? '[防汛, 学习]' : '';
    const facts = {
      date: pick(dates, seed),
      kind: pick(kinds, seed),
      organisation: pick(organisations, seed),
    };
    models.set(path, {
      title: pick(titles, seed),
      ...facts,
      tags,
      popular: seed % 4 === 0,
      draft: false,
      lines,
    });
    save(path);
  };
  for (let seed = 0; seed < 5; seed++) create(`${pick(names, seed)}.md`, seed);
  write('content/图.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>');

  const some = (which: number) => [...models.keys()].sort().at(which % Math.max(1, models.size));
  const relocate = (from: string, to: string) => {
    const model = models.get(from);
    if (model === undefined || models.has(to)) return;
    mkdirSync(dirname(at('content', to)), { recursive: true });
    renameSync(at('content', from), at('content', to));
    models.delete(from);
    models.set(to, model);
  };
  const edit = (path: string, field: Field, value: number) => {
    const model = models.get(path);
    if (model === undefined) return;
    if (field === 'body') model.lines.push(pick(sentences, value));
    else if (field === 'beginning') model.lines[0] = `补充${value}：${pick(sentences, value)}`;
    else if (field === 'title') model.title = `${pick(titles, value)}${value}`;
    else if (field === 'date') model.date = pick(dates, value);
    else if (field === 'kind') model.kind = pick(kinds, value);
    else if (field === 'organisation') model.organisation = pick(organisations, value);
    else if (field === 'tags') model.tags = pick(['[防汛]', '[学习, 党建]', ''], value);
    else if (field === 'popular') model.popular = !model.popular;
    else model.draft = !model.draft;
    save(path);
  };
  const outputs = () => (existsSync(at('public')) ? [...readTree(at('public')).keys()] : []);
  const cacheFiles = () => (existsSync(at('.guidang')) ? readdirSync(at('.guidang')).sort() : []);

  const take = (what: Step) => {
    const path = 'which' in what ? some(what.which) : undefined;
    if (what.do === 'create')
      create(`${what.which % 3 === 0 ? '新/' : ''}${pick(names, what.name)}.md`, what.which);
    else if (what.do === 'edit' && path !== undefined) edit(path, what.field, what.value);
    else if (what.do === 'touch' && path !== undefined) save(path);
    else if (what.do === 'rename' && path !== undefined)
      relocate(path, join(dirname(path), `${pick(names, what.name)}.md`));
    else if (what.do === 'move' && path !== undefined)
      relocate(path, join(pick(['旧', '档/二'], what.name), path.split('/').at(-1) ?? ''));
    else if (what.do === 'delete' && path !== undefined && models.size > 1) {
      rmSync(at('content', path));
      models.delete(path);
    } else if (what.do === 'swap' && path !== undefined) {
      const other = some(what.name);
      if (other !== undefined && other !== path) {
        renameSync(at('content', path), at('content', 'swap'));
        renameSync(at('content', other), at('content', path));
        renameSync(at('content', 'swap'), at('content', other));
        const [mine, its] = [models.get(path), models.get(other)];
        if (mine !== undefined && its !== undefined) models.set(path, its).set(other, mine);
      }
    } else if (what.do === 'template')
      write(
        'templates/about.njk',
        `{% extends "layout.njk" %}{% block main %}<main id="main">${what.value}{{ body | safe }}</main>{% endblock %}`,
      );
    else if (what.do === 'partial')
      write('templates/partials/breadcrumbs.njk', `<nav>${what.value}{{ page.title }}</nav>`);
    else if (what.do === 'asset') write('templates/assets/own.css', `p { order: ${what.value} }`);
    else if (what.do === 'config') {
      const other = ['{}', 'search: false', 'understand: { meeting: false }', 'locale: en'];
      write(
        'site.config.yaml',
        what.value % 2 === 0
          ? `title: 档案${what.value}\npageSize: ${1 + what.value}`
          : pick(other, what.value),
      );
    } else if (what.do === 'lose-output') {
      const lost = outputs().at(what.which % Math.max(1, outputs().length));
      if (lost !== undefined && !lost.startsWith('.')) rmSync(at('public', lost));
    } else if (what.do === 'change-output') {
      const changed = outputs().at(what.which % Math.max(1, outputs().length));
      if (changed !== undefined && !changed.startsWith('.'))
        writeFileSync(at('public', changed), 'changed');
    } else if (what.do === 'damage-cache') {
      const file = cacheFiles().at(what.which % Math.max(1, cacheFiles().length));
      if (file !== undefined) {
        const bytes = readFileSync(at('.guidang', file));
        if (bytes.length > 0)
          bytes[what.which % bytes.length] = (bytes[what.which % bytes.length] ?? 0) ^ 0x55;
        writeFileSync(
          at('.guidang', file),
          what.which % 4 === 0 ? bytes.subarray(0, bytes.length / 2) : bytes,
        );
      }
    } else if (what.do === 'delete-cache') rmSync(at('.guidang'), { recursive: true, force: true });
    return what.do === 'edit' ? path : undefined;
  };
  return { take };
}

/** Builds as the command line does. */
export async function buildFolder(
  folder: string,
  output: string,
  cache: Cache,
  held?: Held,
): Promise<void> {
  const options: BuildOptions = {
    folders: resolveFolders({ content: 'content', output }, folder),
    overrides: { now: '2025-01-01' },
    drafts: false,
    configNamed: false,
    browserAssets: join(folder, 'no-assets'),
    keepsLast: false,
    onProgress: () => {},
    stopwatch: startStopwatch(),
    jobs: 1,
    ...(held === undefined ? {} : { held }),
  };
  await build(options, cache);
}

/** A process for each build, or watch mode, which keeps what it knows and builds edited pages first. */
export type Mode = 'processes' | 'watch';

/** Files of which an incremental build and a clean one differ, after each step of a history. */
export async function differences(
  folder: string,
  steps: readonly Step[],
  every: number,
  mode: Mode,
): Promise<string[]> {
  rmSync(folder, { recursive: true, force: true });
  const history = openHistory(folder);
  const held: Held = { preview: null };
  const watching = mode === 'watch' ? openCache(join(folder, '.guidang'), 'test', true) : null;
  try {
    for (const [number, each] of steps.entries()) {
      const edited = history.take(each);
      if (watching !== null) {
        if (edited !== undefined)
          await buildQuickly(edited, join(folder, 'content'), watching, held);
        await buildFolder(folder, 'public', watching, held);
      } else {
        const cache = openCache(join(folder, '.guidang'), 'test', false);
        await buildFolder(folder, 'public', cache);
        cache.close();
      }
      if ((number + 1) % every !== 0 && number < steps.length - 1) continue;
      rmSync(join(folder, 'clean'), { recursive: true, force: true });
      const none = openCache(null, 'test', false);
      await buildFolder(folder, 'clean', none);
      none.close();
      const paths = differentFiles(join(folder, 'public'), join(folder, 'clean'));
      if (paths.length > 0) return paths.map((path) => `${path} after step ${number + 1}`);
    }
    return [];
  } finally {
    watching?.close();
  }
}

/** Paths below two folders whose files are not the same. */
export function differentFiles(one: string, other: string): string[] {
  const [own, its] = [readTree(one), readTree(other)];
  return [...own.keys(), ...its.keys()].filter((path) => {
    return own.get(path)?.equals(its.get(path) ?? Buffer.alloc(0)) !== true;
  });
}
