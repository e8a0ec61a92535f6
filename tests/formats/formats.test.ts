import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { beforeAll, describe, expect, test } from 'vitest';
import { formatOf, formats, stemOf } from '#formats/index.ts';
import { readPage, root, useFolders, writeSite } from '../site/harness.ts';

test.each([
  ['a.md', 'Markdown'],
  ['2024/纪要.MARKDOWN', 'Markdown'],
  ['讲话.Txt', 'plain text'],
  ['a.md.txt', 'plain text'],
  ['a.docx', 'Word'],
  ['a.wps', 'LibreOffice'],
  ['a.html', 'web page'],
  ['a.xlsx', undefined],
  ['md', undefined],
  ['folder.md/name', undefined],
])('%s is %s', (file, name) => {
  expect(formatOf(file)?.name).toBe(name);
});

test('no ending is that of two formats', () => {
  const endings = formats.flatMap((format) => format.endings);
  expect(new Set(endings).size).toBe(endings.length);
  expect(stemOf('2024.1/a.b.txt')).toBe('2024.1/a.b');
});

/* A format is a file and a line. A copy of the program gets one, which nothing else in it knows. */

const newFolder = useFolders();

const toy = `import { plain } from '#document/text/rich-text.ts';
import { paragraph } from '#document/text/blocks.ts';
import type { Format } from './format.ts';
import { textFormat } from './text-format.ts';

/** Lines that end in a sign: what stands before it is a paragraph. Read with patience, as a converter would. */
const lines = textFormat({
  name: 'toy',
  endings: ['toy'],
  readBody({ body, bodyLine }) {
    const blocks = body.split('\\n').flatMap((line, index) =>
      line.endsWith('|') ? [paragraph(plain(line.slice(0, -1)), index + bodyLine)] : [],
    );
    return { blocks, links: [], isMarkdown: false, asides: [], diagnostics: [] };
  },
});

export const toyFormat: Format = {
  ...lines,
  async read(bytes, context) {
    await new Promise((resolve) => setTimeout(resolve, 5));
    return lines.read(bytes, context);
  },
};
`;

describe('a format that is a file and a line', () => {
  let program: string;
  let folder: string;
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [join(program, 'src/guidang.js'), ...args], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '1' },
    });

  beforeAll(() => {
    program = newFolder('program');
    for (const part of ['src', 'templates', 'package.json']) {
      cpSync(join(root, part), join(program, part), { recursive: true });
    }
    symlinkSync(join(root, 'node_modules'), join(program, 'node_modules'));
    writeFileSync(join(program, 'src/formats/toy-format.ts'), toy);
    const index = join(program, 'src/formats/index.ts');
    const list = readFileSync(index, 'utf8')
      .replace('import type', "import { toyFormat } from './toy-format.ts';\nimport type")
      .replace(/(?<=formats: readonly Format\[\] = \[[^\]]*)\]/, ', toyFormat]');
    expect(list).toContain(', toyFormat]');
    writeFileSync(index, list);
    folder = newFolder('toy');
    writeSite(folder, {
      'content/a.toy': '在防汛工作会议上的讲话|\n不是一段\n同志们：|\n各村把值班安排好。|\n',
      'content/a.yaml': 'date: 2024-06-03\ntags: [防汛]\n',
      'content/b.toy': '---\ndate: 昨天\n---\n通知|\n',
    });
  });

  test('is published, with the fields beside it', () => {
    const { stdout } = run('build', '--json');
    expect(JSON.parse(stdout)).toMatchObject({ documents: 1 });
    const page = readPage(join(folder, 'public'), 'documents/a/index.html');
    expect(page).toContain('<h1 lang="zh-CN">在防汛工作会议上的讲话</h1>');
    expect(page).toContain('2024-06-03');
    expect(page).not.toContain('不是一段');
  });

  test('is explained', () => {
    const { stdout } = run('explain', '--json', 'content/a.toy');
    expect(JSON.parse(stdout)).toMatchObject({
      title: '在防汛工作会议上的讲话',
      kind: { id: 'speech' },
      date: { value: '2024-06-03' },
    });
  });

  test('is checked', () => {
    const { findings } = JSON.parse(run('check', '--json').stdout);
    expect(findings).toContainEqual(
      expect.objectContaining({ file: 'b.toy', rule: 'front-matter' }),
    );
  });

  test('is watched', async () => {
    const args = [join(program, 'src/guidang.js'), 'watch', '--port', '0'];
    const watch = spawn(process.execPath, args, { cwd: folder });
    try {
      const lines = createInterface({ input: watch.stdout });
      const address = await addressOf(lines);
      const page = () => fetch(`${address}documents/a/index.html`).then((answer) => answer.text());
      expect(await page()).toContain('各村把值班安排好');
      writeFileSync(join(folder, 'content/a.toy'), '在防汛工作会议上的讲话|\n改过的一段。|\n');
      await expect.poll(page, { timeout: 20_000 }).toContain('改过的一段。');
    } finally {
      watch.kill('SIGINT');
      await once(watch, 'exit');
    }
  });
});

async function addressOf(lines: AsyncIterable<string>): Promise<string> {
  for await (const line of lines) {
    const [address] = /http:\S+/.exec(line) ?? [];
    if (address !== undefined) return address;
  }
  throw new Error('watch told no address');
}
