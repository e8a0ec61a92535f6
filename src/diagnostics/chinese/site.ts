import type { Catalogue } from '#diagnostics/catalogue.ts';
import type { site as english } from '#diagnostics/english/site.ts';
import type { ConfigurationForm, HolderName, TemplateFault } from '#diagnostics/words.ts';
import { encodingFault } from './files.ts';
import { refusals, undoneWork } from './system.ts';

const otherFolder = '请用 --output 指定另一个文件夹。';
const reportFault = '请把文件名和文件开头的字段报告给我们。';

/** 配置、文件夹和系统可能出现的问题。 */
export const site: Pick<Catalogue['sentences'], keyof typeof english> = {
  usage: ({ option, found, form }) => ({
    message: `${option}：写的是 ${found}，应为${forms[form]}`,
  }),
  'config-missing': ({ reason }) => ({
    message: `配置文件读不了：${reason}`,
    hint: '请指定存在的文件，或不写 --config。',
  }),
  'config-unreadable': ({ reason }) => ({
    message: `有配置文件，但读不了：${reason}`,
    hint: '请检查它是不是文件、您是否有读取权限；没有改动任何东西。',
  }),
  'config-unreadable/encoding': ({ fault, offset }) => ({
    message: `配置文件${encodingFault(fault)}，位置在第 ${offset} 字节`,
    hint: '请用原来的程序打开，另存为 UTF-8 编码。',
  }),
  'config-name': ({ found, expected }) => ({
    message: `有 ${found}，但配置文件应名为 ${expected}，所以没有读取`,
    hint: `请改名为 ${expected}，或用 --config ${found} 指定。`,
  }),
  'config-yaml': ({ reason }) => ({
    message: `配置文件不是合格的 YAML：${reason}`,
    hint: '值里有冒号、星号、方括号或引号时，请把整个值加上引号；缩进用空格，不用制表符；每一项只写一次。',
  }),
  'config-key': ({ key, nearest, allowed }) => ({
    message: `${key}：没有这一项`,
    hint: nearest === null ? `可以写的有 ${allowed.join('、')}。` : `是不是 ${nearest}？`,
  }),
  'config-value/type': ({ key, found, type }) => ({
    message: `${key || '配置'}：${found === '' ? '没有写' : `写的是 ${found}`}，应为${types[type] ?? type}`,
  }),
  'config-value/one-of': ({ key, found, values }) => ({
    message: `${key}：写的是 ${found}，只能是 ${values.join('、')} 之一`,
  }),
  'config-value/whole': ({ key, found, least, most }) => ({
    message: `${key}：写的是 ${found}，应为 ${least} 到 ${most} 的整数`,
  }),
  'config-value/empty': ({ key }) => ({ message: `${key}：不能为空` }),
  'config-value/form': ({ key, found, form }) => ({
    message: `${key}：写的是 ${found}，应为${forms[form]}`,
  }),
  'config-value/other': ({ key, found, reason }) => ({
    message: `${key}：写的是 ${found}：${reason}`,
  }),

  'output-folder/root': ({ output }) => ({
    message: `输出文件夹是根目录：${output}`,
    hint: otherFolder,
  }),
  'output-folder/file': ({ output }) => ({
    message: `输出文件夹的位置上是一个文件：${output}`,
    hint: otherFolder,
  }),
  'output-folder/home': ({ output }) => ({
    message: `输出文件夹 ${output} 就是您的主目录，或包含它`,
    hint: otherFolder,
  }),
  'output-folder/within': ({ output, folder }) => ({
    message: `输出文件夹 ${output} 与 ${folder} 互相包含`,
    hint: otherFolder,
  }),
  'output-folder/foreign': ({ output, names, count, isCounted }) => ({
    message: `输出文件夹 ${output} 中有不是本程序写的文件（${isCounted ? '' : '至少 '}${count} 个）：${list(names, count)}`,
    hint: '请用 --output 指定另一个文件夹；确要与它们放在一起，请加 --adopt。',
  }),
  'output-folder/in-the-way': ({ output, names, count }) => ({
    message: `${output} 中要写入的位置上有不是本程序写的文件（${count} 个）：${list(names, count)}`,
    hint: '没有动它们。请移走，或加 --adopt 替换。',
  }),
  'output-locked': ({ output, holder, seconds, file }) => ({
    message: `${output} 正由另一次生成占用：${nameOf(holder)}，等了 ${seconds} 秒仍未结束`,
    hint: `请等它结束，或用 --wait 多等一会儿；如果并没有在生成，请删去 ${file}。`,
  }),
  'output-waiting': ({ output, holder, seconds }) => ({
    message: `${nameOf(holder)}正在生成 ${output}，最多等 ${seconds} 秒`,
  }),
  unwritable: ({ undone, reason, code }) => ({
    message: `${undoneWork(undone)}：${reason}`,
    hint: refusals[code] ?? '请检查磁盘剩余空间和文件夹的权限。',
  }),
  memory: ({ undone }) => ({
    message: `${undoneWork(undone)}：线程内存用尽`,
    hint: '请减少 --jobs，或放宽限制：NODE_OPTIONS=--max-old-space-size=8192',
  }),
  'own-fault': ({ undone, problem }) => ({
    message: `归档程序自身的错误：${undoneWork(undone)}：${problem}`,
    hint: '其余照常进行。请把引起问题的文件附上，报告给我们。',
  }),
  'ledger/fates': ({ expected, found }) => ({
    message: `归档程序自身的错误：每个源文件应有 ${expected} 个去向，实有 ${found.join('、') || '无'}`,
    hint: reportFault,
  }),
  'ledger/no-page': () => ({
    message: '归档程序自身的错误：每份文档应有一页，却没有',
    hint: reportFault,
  }),
  'confined/asterisk': ({ path }) => ({
    message: `路径中有星号，无法限制在其中生成：${path}`,
    hint: '请给文件夹改名，或不用 --confined。',
  }),
  'confined/profile': () => ({
    message: '带文件的 --profile 不能与 --confined 同用',
    hint: '请去掉其中一个；不带文件的 --profile 仍会打印用时表。',
  }),
  'not-verified/unread': ({ file, reason }) => ({ message: `${file} 读不了：${reason}` }),
  'not-verified/unanswered': ({ address }) => ({ message: `${address} 没有应答` }),
  'not-verified/no-manifest': ({ address }) => ({ message: `${address} 没有给出清单` }),
  template: ({ fault, path, others }) => ({
    message: `${templateFault(fault)}（在生成 ${path}${others === 0 ? '' : ` 和另外 ${others} 页`} 时）`,
  }),
  'template/missing': ({ name, known, path, others }) => ({
    message: `没有模板「${name}」（在生成 ${path}${others === 0 ? '' : ` 和另外 ${others} 页`} 时）`,
    hint: `现有 ${known.join('、')}。`,
  }),
};
function list(names: readonly string[], count: number): string {
  return `${names.join('、')}${count > names.length ? ' 等' : ''}`;
}

function nameOf({ pid, host, since }: HolderName): string {
  return `${host} 上的进程 ${pid}（自 ${since}）`;
}

const forms: Readonly<Record<ConfigurationForm, string>> = {
  address: '网址，如 https://archive.example',
  path: '路径，如 / 或 /archive/',
  zone: ' IANA 时区名，如 Asia/Shanghai',
  page: '本站的一页或一个网址',
  files: ' content/ 下的路径，如 CNAME',
  date: '时间，如 2024-08-07T09:00:00',
};

const types: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: ' true 或 false',
  array: '列表',
  object: '若干项及其值',
};

function templateFault(fault: TemplateFault): string {
  switch (fault.is) {
    case 'missing': {
      const { name, nearest, known } = fault;
      const mend = nearest === null ? `现有 ${known.join('、') || '无'}` : `是不是 ${nearest}？`;
      return `没有「${name}」这个值；${mend}`;
    }
    case 'null':
      return '要打印的值是空的（null）：请先用 {% if … %} 判断';
    case 'not-found':
      return `没有${fault.what === 'filter' ? '过滤器' : '模板'}「${fault.name}」`;
    case 'other':
      return fault.words;
  }
}
