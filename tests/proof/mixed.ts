import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ofdFile } from '../fixtures/office/ofd-file.ts';
import { pdfFile } from '../fixtures/office/pdf-file.ts';
import { abstractList, list, numbered, p, wordFile } from '../fixtures/office/word-file.ts';
import { xlsxFile } from '../fixtures/office/xlsx-file.ts';
import { guidang, listFiles } from '../site/harness.ts';

/*
 * What an office has, dropped into `content/`: Word, PDF, OFD, saved pages, scans, attachments, drafts, secrets,
 * all that cannot be read. Each file is a page, an attachment of a page, fields of one, or a named line.
 *
 *     node tests/proof/mixed.ts [FILES] [FOLDER]      300 files by default; what became of them, by kind
 */

type MixedFile = Readonly<{ path: string; content: string | Uint8Array; kind: string }>;

/** What became of the files of a mixed folder. */
export type Account = Readonly<{
  /** For each kind how many became what. */
  fates: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** Files that became nothing without a word, or more than one thing. */
  lost: readonly string[];
  /** Published files in which a secret stands. */
  leaked: readonly string[];
  problems: readonly string[];
}>;

const secret = '涉密内容不得公开此句不应出现';
const places = ['青石', '云溪', '白水', '东湖', '南岭', '西坪', '北山', '长桥'];
const topics = ['防汛', '预算', '教育', '春耕', '消防', '环保', '招商', '信访'];

function sentenceOf(index: number): string {
  const [place, topic] = [places[index % 8], topics[Math.floor(index / 8) % 8]];
  return `${place}县第${index}号${topic}工作要求各单位落实责任，按期完成，并于月底前报告办理情况。`;
}

const makers: readonly Readonly<{
  kind: string;
  make: (index: number) => Omit<MixedFile, 'kind'>[];
}>[] = [
  {
    kind: 'Word',
    make: (index) => [{ path: `纪要${index}.docx`, content: minutesOf(index) }],
  },
  {
    kind: 'PDF',
    make: (index) => [
      {
        path: `通知${index}.pdf`,
        content: pdfFile([
          [
            { text: `关于第${index}号工作的通知`, x: 150, y: 740, size: 22 },
            { text: sentenceOf(index).slice(0, 26), x: 80, y: 690 },
            { text: sentenceOf(index).slice(26), x: 80, y: 660 },
          ],
        ]),
      },
    ],
  },
  {
    kind: 'OFD',
    make: (index) => [
      {
        path: `公函${index}.ofd`,
        content: ofdFile([
          [
            { text: `关于第${index}号事项的函`, x: 60, y: 40 },
            { text: sentenceOf(index).slice(0, 28), x: 30, y: 60 },
          ],
        ]),
      },
    ],
  },
  {
    kind: 'saved page',
    make: (index) => [
      {
        path: `网页${index}.html`,
        content: `<html><head><title>第${index}号公告_青石县政府</title></head><body><div id="zoom"><p>${sentenceOf(index)}</p><p>${sentenceOf(index + 1)}</p></div></body></html>`,
      },
    ],
  },
  {
    kind: 'text',
    make: (index) => [
      { path: `讲话${index}.txt`, content: `第${index}次会议讲话\n\n${sentenceOf(index)}\n` },
    ],
  },
  {
    kind: 'Markdown with attachments',
    make: (index) => [
      {
        path: `文件${index}.md`,
        content: `# 第${index}号文件\n\n${sentenceOf(index)}\n\n[附件](附件${index}.docx)、[附图](附图${index}.png)\n`,
      },
      { path: `附件${index}.docx`, content: wordFile(p(sentenceOf(index))) },
      { path: `附图${index}.png`, content: Buffer.from('89504e470d0a1a0a', 'hex') },
    ],
  },
  {
    kind: 'draft with attachment',
    make: (index) => [
      {
        path: `草案${index}.md`,
        content: `---\ndraft: true\n---\n# 草案\n\n${secret}，见[附件](草案附件${index}.docx)。\n`,
      },
      { path: `草案附件${index}.docx`, content: wordFile(p(secret)) },
    ],
  },
  {
    kind: 'secret',
    make: (index) => [{ path: `密件${index}.docx`, content: wordFile(p('机密★10年') + p(secret)) }],
  },
  {
    kind: 'text and its original',
    make: (index) => [
      { path: `报告${index}.md`, content: `# 第${index}号报告\n\n${sentenceOf(index)}\n` },
      { path: `报告${index}.docx`, content: wordFile(p(`${sentenceOf(index)}${secret}`)) },
    ],
  },
  { kind: 'scan', make: (index) => [{ path: `扫描${index}.pdf`, content: pdfFile([[]]) }] },
  {
    kind: 'locked',
    make: (index) => [
      {
        path: `加密${index}.docx`,
        content: Buffer.from('d0cf11e0a1b11ae1'.padEnd(2048, '0'), 'hex'),
      },
    ],
  },
  {
    kind: 'damaged',
    make: (index) => [{ path: `损坏${index}.docx`, content: minutesOf(index).subarray(0, 400) }],
  },
  {
    kind: 'other',
    make: (index) => [
      { path: `其他${index}.${['zip', 'pptx', 'rar', 'mht'][index % 4]}`, content: 'x' },
    ],
  },
  { kind: 'rubbish', make: (index) => [{ path: `~$纪要${index}.docx`, content: 'lock' }] },
];

function minutesOf(index: number): Buffer {
  const numbering = abstractList(0, [['japaneseCounting', '%1、']]) + list(1, 0);
  const body = [
    p(`${places[index % 8]}县第${index}次办公会议纪要`),
    p(`时间：2024年${(index % 12) + 1}月${(index % 28) + 1}日`),
    p('主持人：王建国'),
    p(sentenceOf(index)),
    numbered('预算执行', 1),
    p(sentenceOf(index + 1)),
    numbered('下步安排', 1),
    p(sentenceOf(index + 2)),
  ];
  return wordFile({ body: body.join(''), numbering });
}

/** How often each kind comes, in the order of the makers. */
const shares = [30, 12, 6, 8, 8, 4, 2, 3, 3, 3, 2, 2, 3, 2];

/** The files of a folder, as many as are asked for or a few more. */
export function mixedFiles(count: number): MixedFile[] {
  const files: MixedFile[] = [
    {
      kind: 'list',
      path: 'metadata.xlsx',
      content: xlsxFile([
        ['文件', '标签'],
        ['讲话0.txt', '重点'],
      ]),
    },
    { kind: 'list', path: '_folder.yaml', content: '来源: 县档案馆\n' },
  ];
  const cycle = makers.flatMap((maker, index) =>
    Array.from({ length: shares[index] ?? 1 }, () => maker),
  );
  for (let index = 0; files.length < count; index++) {
    const maker = cycle[(index * 37) % cycle.length];
    if (maker === undefined) break;
    const { kind } = maker;
    for (const file of maker.make(index)) files.push({ ...file, kind });
  }
  return files;
}

type Fate = Readonly<{ became: string; reason?: { says: string } }>;

/** Builds a folder of mixed files, and accounts for each. */
export function accountForMixed(folder: string, files: readonly MixedFile[]): Account {
  for (const { path, content } of files) {
    const file = join(folder, 'content', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  const cache = join(folder, 'cache');
  const { stdout } = guidang(['build', '--json', '--cache', cache], { cwd: folder });
  const report: { problems: { rule: string; severity: string }[] } = JSON.parse(stdout);
  const ledger = new Map(
    readFileSync(join(cache, 'ledger.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map((line): [string, Fate[]] => {
        const { file, fates }: { file: string; fates: Fate[] } = JSON.parse(line);
        return [file, fates];
      }),
  );
  const fates = new Map<string, Map<string, number>>();
  const lost: string[] = [];
  for (const { path, kind } of files) {
    const own = ledger.get(path) ?? [];
    const [fate] = own;
    if (own.length !== 1 || fate === undefined) lost.push(path);
    const became = fate?.reason?.says ?? fate?.became ?? 'nothing';
    const ofKind = fates.get(kind) ?? new Map<string, number>();
    ofKind.set(became, (ofKind.get(became) ?? 0) + 1);
    fates.set(kind, ofKind);
  }
  const output = join(folder, 'public');
  const leaked = listFiles(output).filter((path) =>
    readFileSync(join(output, path)).includes(secret),
  );
  const problems = report.problems.map(({ rule, severity }) => `${severity} ${rule}`);
  return { fates, lost, leaked, problems };
}

if (import.meta.main) {
  const [count = '300', folder = mkdtempSync(join(tmpdir(), 'guidang-mixed-'))] =
    process.argv.slice(2);
  const files = mixedFiles(Number(count));
  const { fates, lost, leaked, problems } = accountForMixed(folder, files);
  for (const [kind, own] of fates)
    console.log(
      `${kind.padEnd(26)} ${[...own].map(([became, number]) => `${number} ${became}`).join(', ')}`,
    );
  const rules = Map.groupBy(problems, (problem) => problem);
  console.log([...rules].map(([rule, all]) => `${all.length} ${rule}`).join(', '));
  console.log(
    `${files.length} files in ${folder}: ${lost.length} without a word, ${leaked.length} leaks`,
  );
  if (lost.length + leaked.length > 0) process.exitCode = 1;
}
