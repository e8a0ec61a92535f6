import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { distinguish, type Named } from '#source/distinct-identifiers.ts';
import { toIdentifier } from '#source/identifier.ts';
import { nameOf } from '#source/identity.ts';

const name = (file: string): Named => {
  return { file, id: toIdentifier(nameOf(file)), isOwn: false, isShown: true };
};

/** Files with the identifiers that they are given, and `→ file` for a plain one that leads there. */
function identify(files: readonly string[], recorded: Record<string, string | null> = {}) {
  const { ids, aliases } = distinguish(files.map(name), new Map(Object.entries(recorded)));
  const former = [...aliases].map(([file, alias]) => [alias, `→ ${file}`]);
  return Object.fromEntries([...ids, ...former]);
}

describe('names that collide get their folders', () => {
  test.each<[string, string[], Record<string, string>]>([
    [
      'in folders of years',
      ['2023/会议记录.txt', '2024/会议记录.txt'],
      {
        '2023/会议记录.txt': '2023-hui-yi-ji-lu',
        '2024/会议记录.txt': '2024-hui-yi-ji-lu',
        'hui-yi-ji-lu': '→ 2023/会议记录.txt',
      },
    ],
    [
      'homophones',
      ['甲/公式.md', '乙/公事.md'],
      {
        '甲/公式.md': 'jia-gong-shi',
        '乙/公事.md': 'yi-gong-shi',
        'gong-shi': '→ 乙/公事.md',
      },
    ],
    [
      'one of them in no folder',
      ['总结.md', '2024/总结.md'],
      { '总结.md': 'zong-jie', '2024/总结.md': '2024-zong-jie' },
    ],
    [
      'of two levels',
      ['2024/党支部/纪要.md', '2024/工会/纪要.md', '2023/工会/纪要.md'],
      {
        '2024/党支部/纪要.md': '2024-dang-zhi-bu-ji-yao',
        '2024/工会/纪要.md': '2024-gong-hui-ji-yao',
        '2023/工会/纪要.md': '2023-gong-hui-ji-yao',
        'ji-yao': '→ 2023/工会/纪要.md',
      },
    ],
    [
      'folders that go by their index',
      ['2023/年会/index.md', '2024/年会/index.md'],
      {
        '2023/年会/index.md': '2023-nian-hui',
        '2024/年会/index.md': '2024-nian-hui',
        'nian-hui': '→ 2023/年会/index.md',
      },
    ],
    [
      'names of their own keep them',
      ['2023/甲.md', '2024/乙.md'],
      { '2023/甲.md': 'jia', '2024/乙.md': 'yi' },
    ],
  ])('%s', (_what, files, expected) => {
    expect(identify(files)).toEqual(expected);
    expect(identify(files.toReversed())).toEqual(expected);
  });

  test('and a hash where they have the same folder', () => {
    const ids = identify(['2024/公式.md', '2024/公事.md', '2024/公式.txt']);
    const own = Object.keys(ids).filter((file) => file.startsWith('2024/'));
    for (const file of own) expect(ids[file]).toMatch(/^2024-gong-shi-x[0-9a-z]{7}$/);
    expect(new Set(own.map((file) => ids[file])).size).toBe(3);
  });
});

describe('what was recorded stays', () => {
  test('a plain address, whoever comes before it by path', () => {
    expect(identify(['2022/纪要.md', '2023/纪要.md'], { 'ji-yao': '2023/纪要.md' })).toEqual({
      '2022/纪要.md': '2022-ji-yao',
      '2023/纪要.md': 'ji-yao',
    });
  });

  test('an address with folders, when the other document has gone', () => {
    expect(identify(['2023/纪要.md'], { '2023-ji-yao': '2023/纪要.md' })).toEqual({
      '2023/纪要.md': '2023-ji-yao',
      'ji-yao': '→ 2023/纪要.md',
    });
  });

  test('without a file, as earlier versions wrote it: to the first by path', () => {
    expect(identify(['2022/纪要.md', '2023/纪要.md'], { 'ji-yao': null })).toEqual({
      '2022/纪要.md': 'ji-yao',
      '2023/纪要.md': '2023-ji-yao',
    });
    expect(identify(['2023/纪要.md'], { '2023-ji-yao': null })).toMatchObject({
      '2023/纪要.md': '2023-ji-yao',
    });
  });

  test('but not for another file, or under a name that nobody would give it now', () => {
    expect(identify(['2023/纪要.md'], { 'ji-yao': '旧/纪要.md', x: '2023/纪要.md' })).toEqual({
      '2023/纪要.md': 'ji-yao',
    });
  });
});

test('an identifier of the front matter is not changed, and its rivals get their folders', () => {
  const own: Named = { file: 'z.md', id: 'ji-yao', isOwn: true, isShown: true };
  const { ids, aliases } = distinguish(
    [own, name('2023/纪要.md'), name('2024/纪要.md')],
    new Map(),
  );
  expect(Object.fromEntries(ids)).toEqual({
    'z.md': 'ji-yao',
    '2023/纪要.md': '2023-ji-yao',
    '2024/纪要.md': '2024-ji-yao',
  });
  expect(aliases.size).toBe(0);
});

test('no plain address leads to a document that is not to be seen', () => {
  const draft = { ...name('2022/纪要.md'), isShown: false };
  const { aliases } = distinguish([draft, name('2023/纪要.md'), name('2024/纪要.md')], new Map());
  expect([...aliases]).toEqual([['2023/纪要.md', 'ji-yao']]);
});

describe('what was recorded is not taken by an identifier of the front matter', () => {
  const asking = (file: string, id: string): Named => ({ file, id, isOwn: true, isShown: true });

  test.each<[string, Named[], Record<string, string>, Record<string, string>]>([
    ['of a name', [name('a.md'), asking('b.md', 'a')], { a: 'a.md' }, { a: 'a.md' }],
    ['of the same', [asking('0.md', 'q'), asking('m.md', 'q')], { q: 'm.md' }, { q: 'm.md' }],
    [
      'of folders',
      [name('2024/a.md'), asking('b.md', '2024-a')],
      { '2024-a': '2024/a.md' },
      { '2024-a': '2024/a.md' },
    ],
    [
      'of a plain name that leads to one of two',
      [name('1/会.md'), name('2/会.md'), asking('z.md', 'hui')],
      { '1-hui': '1/会.md', '2-hui': '2/会.md', hui: '1/会.md' },
      { hui: '1/会.md' },
    ],
    // The keeper gave it to another document
    ['unless its document gave it up', [name('m.md'), asking('b.md', 'q')], { q: 'm.md' }, {}],
    ['or has gone', [asking('b.md', 'q')], { q: 'm.md' }, {}],
  ])('%s', (_what, named, recorded, expected) => {
    const { ids, holders } = distinguish(named, new Map(Object.entries(recorded)));
    expect(Object.fromEntries(holders)).toEqual(expected);
    for (const [id, holder] of Object.entries(expected)) {
      if (id !== 'hui') expect(ids.get(holder)).toBe(id);
    }
  });

  test('and a plain name that leads to a document goes on leading there', () => {
    const before = ['2023/会.md', '2024/会.md'];
    const { ids, aliases } = distinguish(before.map(name), new Map());
    const recorded = new Map([
      ...[...ids].map(([file, id]) => [id, file] as const),
      ...[...aliases].map(([file, id]) => [id, file] as const),
    ]);
    const after = distinguish(['2022/会.md', ...before].map(name), recorded);
    for (const [file, id] of ids) expect(after.ids.get(file)).toBe(id);
    expect(after.ids.get('2022/会.md')).toBe('2022-hui');
    expect([...after.aliases]).toEqual([['2023/会.md', 'hui']]);
  });
});

const folder = fc.constantFrom('2023', '2024', '党办', '党-办', 'a', 'a-b');
const base = fc.constantFrom('纪要', '记要', '公式', '公事', 'index', 'b', 'a-b', '2023-ji-yao');
const file = fc
  .tuple(fc.array(folder, { maxLength: 2 }), base, fc.constantFrom('md', 'txt'))
  .map(([folders, own, ending]) => [...folders, `${own}.${ending}`].join('/'));
const files = fc.uniqueArray(file, { maxLength: 12 });

test('every document has an identifier of its own, in whatever order they come', () => {
  fc.assert(
    fc.property(files, fc.infiniteStream(fc.nat()), (all, numbers) => {
      const ids = identify(all);
      const own = all.map((each) => ids[each]);
      expect(own).not.toContain(undefined);
      expect(new Set(own).size).toBe(all.length);
      const shuffled = all
        .map((each) => [numbers.next().value ?? 0, each] as const)
        .sort(([a], [b]) => a - b)
        .map(([, each]) => each);
      expect(identify(shuffled)).toEqual(ids);
    }),
  );
});

test('where all is recorded, nothing that comes moves anything', () => {
  fc.assert(
    fc.property(files, files, (before, more) => {
      const known = distinguish(before.map(name), new Map()).ids;
      const recorded = new Map([...known].map(([each, id]) => [id, each]));
      const after = distinguish([...new Set([...before, ...more])].map(name), recorded).ids;
      for (const [each, id] of known) expect(after.get(each)).toBe(id);
    }),
  );
});
