import type { Catalogue } from '#diagnostics/catalogue.ts';
import { asideNames } from './archive.ts';
import { privateKinds } from './content.ts';

/** 各个命令的其他文字。 */
export const report: Catalogue['report'] = {
  error: '错误',
  warning: '提醒',
  comma: '、',
  summary(counts) {
    const parts = [
      `${counts.documents} 份文档`,
      `${counts.pages} 页`,
      `写入 ${counts.written}`,
      `未变 ${counts.unchanged}`,
      `移除 ${counts.removed}`,
      ...(counts.leftOut === 0 ? [] : [`未发布 ${counts.leftOut}`]),
      ...(counts.setAside === 0 ? [] : [`另置 ${counts.setAside} 行`]),
      ...(counts.redacted === 0 ? [] : [`隐去 ${counts.redacted} 处`]),
      `${counts.errors} 个错误`,
      `${counts.warnings} 个提醒`,
    ];
    return `${parts.join('，')}，用时 ${counts.seconds} 秒`;
  },
  found: (errors, warnings) => `${errors} 个错误，${warnings} 个提醒`,
  leftOut: (file, reason) => `未发布：${file}：${reason}`,
  leftOutMore: (number) => `未发布：另有 ${number} 个；加 --verbose 全部列出`,
  setAside: (place, kind, words) => `另置：${place} ${asideNames[kind]}：${words}`,
  read: (file, encoding) => `读取 ${file}：${encoding}`,
  wrote: (path) => `写入 ${path}`,
  progress: (stage, done, total) => `${stages[stage]} ${done}／${total}`,
  adopted: (original, text) => `${original} 已转为 ${text}，以后请改这一份`,
  noProposals: '没有看起来相同的名称',
  proposal: (preferred, other, documents, why) =>
    `${preferred} ← ${other}（${documents} 份文档）：${sameNames[why]}`,
  agreed: (number, file) => `已把 ${number} 个名称写入 ${file}`,
  preview: (url) => `预览：${url}（按 Ctrl-C 结束）`,
  brokenBuild: '上一次生成有错误，本页还是之前的样子',
  redacted: (kind, masked) => `${privateKinds[kind]}：${masked}`,

  changed: (path) => `被改动：${path}`,
  missing: (path) => `缺少：${path}`,
  extra: (path) => `多出：${path}`,
  faultyLine: (line) => `manifest-sha256.txt:${line} 格式不对`,
  verified: (place, files, changed, missing, extra) =>
    `${place} 的清单列有 ${files} 个文件：被改动 ${changed}，缺少 ${missing}，多出 ${extra}`,
  publishAgain: '请重新生成网站，或重新发布它的文件夹。',
  notVerified: (reason) => `错误 没有核验：${reason}`,
  unverifiedHint: '请先生成网站，或用 --output 指定它的文件夹、用 --url 指定它的网址。',
  unread: (file, reason) => `${file} 读不了：${reason}`,
};

const sameNames = {
  spelling: '只差空格和符号',
  'within-place': '只有一个地方有这个单位',
  'short-form': '同一地方的简称',
  post: '带了职务',
} as const;

const stages = { reading: '读取', indexing: '建索引', writing: '写入' } as const;
