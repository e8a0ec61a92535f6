import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A generator of numbers from 0 to 1 that is the same on every machine (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const words =
  '工作 落实 推进 加强 会议 群众 乡镇 责任 安全 检查 整改 项目 建设 服务 学习 教育 管理 机制 重点 问题 完善 督促 台账 措施 干部 支部 防汛 资金 方案 目标'.split(
    ' ',
  );
const kinds = ['讲话', '会议记录', '通知', '意见', '报告', '纪要'];
const numerals = ['一', '二', '三', '四', '五'];

/** Writes `count` Markdown documents of about 3,600 characters; number i is the same for every count. */
export function writeCorpus(folder: string, count: number): void {
  mkdirSync(folder, { recursive: true });
  for (let index = 1; index <= count; index++) {
    const name = `d${String(index).padStart(6, '0')}.md`;
    writeFileSync(join(folder, name), documentOf(index));
  }
}

function documentOf(index: number): string {
  const random = seeded(index * 2_654_435_761);
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  const sentence = () => {
    const clauses = Array.from({ length: 3 }, () =>
      Array.from({ length: 4 }, () => pick(words)).join(''),
    );
    const bold = random() < 0.06 ? `**${pick(words)}**` : '';
    return `${bold}${clauses.join('，')}。`;
  };
  const paragraph = () => Array.from({ length: 5 }, sentence).join('');
  const day = new Date(Date.UTC(1990, 0, 1) + Math.floor(random() * 13_000) * 86_400_000);
  const kind = pick(kinds);
  const head = [
    '---',
    `title: 关于${pick(words)}${pick(words)}的${kind}`,
    `date: ${day.toISOString().slice(0, 10)} 09:00:00`,
    `kind: ${kind}`,
    'tags:',
    ...[pick(words), pick(words)].map((tag) => `  - ${tag}`),
    `organisation: ${pick(words)}委员会`,
    `views: ${Math.floor(random() ** 3 * 100_000)}`,
    '---',
  ];
  const sections = numerals.flatMap((numeral) => [
    `## ${numeral}、${pick(words)}${pick(words)}`,
    ...Array.from({ length: 5 }, paragraph),
  ]);
  return `${head.join('\n')}\n\n${sections.join('\n\n')}\n`;
}
