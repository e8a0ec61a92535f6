import { spawnSync } from 'node:child_process';
import { formatOf } from '#formats/index.ts';
import { readPages } from '#formats/pdf/pages.ts';
import { ofdFile } from '../fixtures/office/ofd-file.ts';
import { pdfFile } from '../fixtures/office/pdf-file.ts';
import { abstractList, list, numbered, p, wordFile } from '../fixtures/office/word-file.ts';
import { zipFile } from '../fixtures/office/zip-file.ts';
import { reader } from '../spec/read.ts';

/*
 * Damaged files of office programs, and some that were prepared to do harm: each gives a text or a named reason.
 *
 *     node tests/torture/office.ts [NUMBER]     damaged files of each format; 5,000 by default
 */

const count = Number(process.argv[2] ?? 5000);

/** Numbers that look like chance, the same each time. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const long = '各位代表，现在报告工作，请予审议，并请提出意见。'.repeat(20);
const samples: readonly (readonly [name: string, file: Uint8Array])[] = [
  [
    'a.docx',
    wordFile({
      body: `${numbered('预算', 1)}${p(long)}<w:tbl><w:tr><w:tc>${p('甲')}</w:tc><w:tc>${p('乙')}</w:tc></w:tr></w:tbl>`,
      numbering: abstractList(0, [['japaneseCounting', '%1、']]) + list(1, 0),
    }),
  ],
  [
    'a.html',
    Buffer.from(
      `<html><body><div id="zoom"><p>${long}</p><table><tr><td>甲</td></tr></table></div></body></html>`,
    ),
  ],
  [
    'a.pdf',
    pdfFile([[{ text: long.slice(0, 30), x: 80, y: 700 }], [{ text: '第二页', x: 80, y: 700 }]]),
  ],
  [
    'a.ofd',
    ofdFile([[{ text: long.slice(0, 30), x: 30, y: 40 }]], [{ text: '青石县', x: 30, y: 10 }]),
  ],
];

/** Some bytes changed, a piece cut out, moved or written twice. */
function damage(file: Uint8Array, next: () => number): Buffer {
  const bytes = Buffer.from(file);
  const at = Math.floor(next() * bytes.length);
  const length = Math.floor(next() * 40) + 1;
  const way = next();
  if (way < 0.5) {
    for (let index = 0; index < length; index++)
      bytes[Math.floor(next() * bytes.length)] = Math.floor(next() * 256);
    return bytes;
  }
  const [before, piece, behind] = [
    bytes.subarray(0, at),
    bytes.subarray(at, at + length),
    bytes.subarray(at + length),
  ];
  if (way < 0.65) return before;
  if (way < 0.8) return Buffer.concat([before, behind]);
  return Buffer.concat(way < 0.9 ? [before, piece, piece, behind] : [before, behind, piece]);
}

const deep = (opening: string, times: number) => opening.repeat(times);
const part = (xml: string) => zipFile([['word/document.xml', xml]]);
const namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const stream = (content: string) => {
  const file = pdfFile([[{ text: '甲', x: 80, y: 700 }]]).toString('latin1');
  return Buffer.from(
    file.replace(/stream\n[\s\S]*?\nendstream/, `stream\n${content}\nendstream`),
    'latin1',
  );
};

/** What was made to take time, memory or more than is there. */
const prepared: readonly (readonly [what: string, name: string, file: () => Uint8Array])[] = [
  ['nothing', 'a.docx', () => new Uint8Array()],
  ['sixty megabytes of one sign', 'a.docx', () => part(' '.repeat(60 * 2 ** 20))],
  [
    'a text of thirty megabytes',
    'a.docx',
    () =>
      part(
        `<w:document ${namespace}><w:body><w:p><w:r><w:t>${'甲'.repeat(10 * 2 ** 20)}</w:t></w:r></w:p></w:body></w:document>`,
      ),
  ],
  [
    'three million elements',
    'a.docx',
    () =>
      part(`<w:document ${namespace}><w:body>${deep('<w:p/>', 3_000_000)}</w:body></w:document>`),
  ],
  [
    'five million elements',
    'a.docx',
    () => part(`<w:document ${namespace}><w:body>${deep('<a/>', 5_000_000)}</w:body></w:document>`),
  ],
  ['depth', 'a.docx', () => part(`<w:document ${namespace}>${deep('<w:p>', 100_000)}`)],
  [
    'entities within entities',
    'a.docx',
    () => part('<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d "&b;&b;">]><a>&d;</a>'),
  ],
  ['a file of the system', 'a.docx', () => part('<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>')],
  [
    'a million attributes',
    'a.docx',
    () => part(`<a ${Array.from({ length: 300_000 }, (_, index) => `b${index}="c"`).join(' ')}/>`),
  ],
  ['an attribute that never ends', 'a.docx', () => part(`<a b="${'c'.repeat(2 ** 22)}`)],
  ['a million signs that begin tags', 'a.docx', () => part('<'.repeat(1_000_000))],
  [
    'names that are paths',
    'a.docx',
    () =>
      zipFile([
        ['../../etc/passwd', 'x'],
        ['/word/../word/document.xml', 'x'],
      ]),
  ],
  [
    'ten thousand parts',
    'a.docx',
    () => zipFile(Array.from({ length: 10_000 }, (_, index) => [`${index}`, 'x'] as const)),
  ],
  [
    'a size that is a lie',
    'a.docx',
    () => zipFile([['word/document.xml', 'x', { size: 2 ** 32 - 1 }]]),
  ],
  [
    'a number pattern without end',
    'a.docx',
    () =>
      wordFile({
        body: numbered('甲', 1),
        numbering: abstractList(0, [['upperRoman', '%1'.repeat(100_000)]]) + list(1, 0),
      }),
  ],
  [
    'tables within tables',
    'a.docx',
    () =>
      wordFile(`${deep('<w:tbl><w:tr><w:tc>', 80)}${p('甲')}${deep('</w:tc></w:tr></w:tbl>', 80)}`),
  ],
  [
    'rows of sixty thousand columns',
    'a.docx',
    () =>
      wordFile(
        `<w:tbl>${deep(`<w:tr><w:tc><w:tcPr><w:gridSpan w:val="60000"/></w:tcPr>${p('甲')}</w:tc></w:tr>`, 2000)}</w:tbl>`,
      ),
  ],
  ['a hundred thousand divisions', 'a.html', () => Buffer.from(deep('<div>', 100_000) + long)],
  ['a hundred thousand bold signs', 'a.html', () => Buffer.from(deep('<b>', 100_000) + long)],
  [
    'a page of seventeen megabytes',
    'a.html',
    () => Buffer.from(`<p>${'甲'.repeat(17 * 2 ** 20)}</p>`),
  ],
  [
    'a table of a million cells',
    'a.html',
    () =>
      Buffer.from(
        `<div id="zoom">${long}<table>${deep(`<tr>${deep('<td>甲', 100)}`, 3000)}</table></div>`,
      ),
  ],
  [
    'links without number',
    'a.html',
    () => Buffer.from(`<body>${deep('<p><a href="x">甲</a>', 100_000)}</body>`),
  ],
  [
    'cells that reach over all',
    'a.html',
    () =>
      Buffer.from(
        `<div id="zoom">${long}<table>${deep('<tr><td colspan=9999 rowspan=9999>甲', 3000)}</table></div>`,
      ),
  ],
  [
    'a page within itself',
    'a.pdf',
    () =>
      Buffer.from(
        pdfFile([[{ text: '甲', x: 1, y: 1 }]])
          .toString('latin1')
          .replace('/Kids [6 0 R]', '/Kids [2 0 R]'),
        'latin1',
      ),
  ],
  [
    'a million words in one place',
    'a.pdf',
    () => stream('BT /F1 9 Tf (a) Tj ET\n'.repeat(200_000)),
  ],
  ['five million states', 'a.pdf', () => stream('q '.repeat(5_000_000))],
  ['a hundred megabytes of spaces', 'a.pdf', () => stream(' '.repeat(100 * 2 ** 20))],
  [
    'an object that is itself',
    'a.pdf',
    () => Buffer.from('%PDF-1.4\n1 0 obj\n1 0 R\nendobj\ntrailer\n<< /Root 1 0 R >>', 'latin1'),
  ],
  [
    'steps without number',
    'a.ofd',
    () => ofdFile([[{ text: '甲乙', x: 1, y: 1, deltas: deep('g 99999999 1 ', 1000) }]]),
  ],
  [
    'a hundred thousand pages',
    'a.ofd',
    () => ofdFile(Array.from({ length: 3900 }, () => [{ text: '甲', x: 1, y: 1 }])),
  ],
];

type Sum = { read: number; named: number; slowest: number; died: string[] };

async function attempt(name: string, file: Uint8Array, sum: Sum, what: string): Promise<void> {
  const begin = performance.now();
  try {
    const read = await formatOf(name)?.read(file, {
      file: name,
      beside: null,
      row: null,
      markdown: reader.markdown,
    });
    if (read?.content === null) sum.named++;
    else sum.read++;
  } catch (problem) {
    sum.died.push(`${what}: ${String(problem)}`);
  }
  sum.slowest = Math.max(sum.slowest, performance.now() - begin);
}

const nothing = (): Sum => ({ read: 0, named: 0, slowest: 0, died: [] });

function tell(what: string, { read, named, slowest, died }: Sum): void {
  const memory = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(
    `${what}: ${read} read, ${named} named, ${died.length} died, slowest ${Math.round(slowest)} ms, ${memory} MB at most so far`,
  );
  for (const each of died.slice(0, 5)) console.log(`  ${each}`);
}

if (process.argv[2] === 'prepared') {
  const [what, name, file] = prepared[Number(process.argv[3])] ?? ['', '', () => new Uint8Array()];
  const [sum, bytes] = [nothing(), file()];
  await attempt(name, bytes, sum, what);
  const outcome = sum.read === 1 ? 'read' : sum.named === 1 ? 'named' : 'died';
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(JSON.stringify({ outcome, milliseconds: Math.round(sum.slowest), megabytes }));
  process.exit();
}
let most = 0;
// Loaded before anything is timed
await readPages(new Uint8Array(samples[2]?.[1] ?? []));
for (const [name, file] of samples) {
  const [next, sum] = [random(20_240_807), nothing()];
  for (let index = 0; index < count; index++)
    await attempt(name, damage(file, next), sum, `number ${index}`);
  tell(`${count} damaged ${name.slice(1)}`, sum);
}
const all = nothing();
for (const [index, [what, name]] of prepared.entries()) {
  // In a process of its own, whose memory is its own
  const child = spawnSync(process.execPath, [import.meta.filename, 'prepared', String(index)]);
  const { outcome, milliseconds, megabytes } = JSON.parse(child.stdout.toString() || '{}');
  if (outcome === 'read') all.read++;
  else if (outcome === 'named') all.named++;
  else all.died.push(`${what}: ${child.stderr.toString().slice(0, 200)}`);
  all.slowest = Math.max(all.slowest, milliseconds ?? 0);
  most = Math.max(most, megabytes ?? 0);
  console.log(`${what} in ${name}: ${outcome ?? 'died'}, ${milliseconds} ms, ${megabytes} MB`);
}
tell(`${prepared.length} prepared, ${most} MB at most each`, all);
if (all.died.length > 0) process.exitCode = 1;
process.exit();
