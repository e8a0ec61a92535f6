import type { Catalogue } from '#diagnostics/catalogue.ts';
import type { files as english } from '#diagnostics/english/files.ts';
import type { EncodingFault, UnreadSort } from '#diagnostics/words.ts';

const saveAsUtf8 = '请用原来的程序打开，另存为 UTF-8 编码。';
const rename = '请改名；改名之前不会发布。';
const reportFault = '其他文件照常读取。请把这个文件附上，报告给我们。';

/** 内容文件夹中的文件可能出现的问题。 */
export const files: Pick<Catalogue['sentences'], keyof typeof english> = {
  'content-folder': ({ folder }) => ({
    message: `没有这个文件夹：${folder}`,
    hint: '请建立这个文件夹，或用 --content 指定另一个。',
  }),
  'special-file': () => ({
    message: '不读取符号链接、套接字和设备文件',
    hint: '请换成文件本身的副本，或移出内容文件夹。',
  }),
  'file-name/control': ({ name }) => ({
    message: `文件名中有控制字符：${name}，只能用看得见的字符`,
    hint: rename,
  }),
  'file-name/bytes': ({ name }) => ({
    message: `文件名不是 UTF-8 编码：${name}`,
    hint: rename,
  }),
  'unreadable/file': ({ reason }) => ({
    message: `文件读不了：${reason}`,
    hint: '请检查文件是否还在、您是否有读取权限。',
  }),
  'unreadable/growing': () => ({
    message: '读取时文件还在变大',
    hint: '请等写它的程序完成后再生成一次。',
  }),
  'unreadable/look': ({ reason }) => ({
    message: `文件查看不了：${reason}`,
    hint: '请检查您是否有权进入它所在的文件夹；没有改动任何东西。',
  }),
  'unreadable/folder': ({ reason }) => ({
    message: `文件夹读不了：${reason}`,
    hint: '请检查文件夹是否还在、您是否有权查看；没有改动任何东西。',
  }),
  'reader-fault': ({ problem }) => ({
    message: `归档程序自身的错误：${problem}`,
    hint: reportFault,
  }),
  encoding: ({ fault, offset }) => ({
    message: `文件${encodingFault(fault)}，位置在第 ${offset} 字节`,
    hint: saveAsUtf8,
  }),
  'lone-fields': () => ({
    message: '这是一份字段文件，但旁边没有同名的正文',
    hint: '请改成与正文相同的名字，或移出文件夹。',
  }),
  'active-file': () => ({
    message: '网页和脚本文件不发布',
    hint: '请把文字存为 Markdown 或纯文本，或移出文件夹。',
  }),
  'unknown-file': ({ ending, others }) => ({
    message: `按原样复制：不认识扩展名 ${ending || '（无）'} 的文件${others === 0 ? '' : `（另有 ${others} 个）`}`,
  }),
  'publish-absent': ({ name }) => ({
    message: `publish: 写的是 ${name}，但 content/ 下没有这个文件，也没有以 / 结尾的这个文件夹`,
    hint: '请放入文件，或删去这一行。',
  }),
  'unlinked-file': () => ({ message: '没有任何已发布的文档链接到它' }),
  'unlinked-file/unread': ({ sort, names, count }) => ({
    message: `没有读取，也没有已发布的文档链接到：${unreadSorts[sort].what}${names.length === 0 ? '' : `（${names.join('、')}${count > names.length ? ` 等 ${count} 个` : ''}）`}`,
    hint: unreadSorts[sort].mend,
  }),
  'unlinked-file/all': ({ names, count }) => ({
    message: `有 ${count} 个文件没有发布，因为没有已发布的文档显示或链接它们：${names.join('、')}${count > names.length ? ` 等` : ''}`,
    hint: '请在文档中链接它们，或在配置的 publish: 中列出；guidang check 会列出全部。',
  }),
};

export function encodingFault({ is, name = '', byte }: EncodingFault): string {
  const found = byte === undefined ? '' : `（字节 0x${byte}）`;
  if (is === 'nul') return '含有空字节，文本中不会有';
  if (is === 'mark') return `以 ${name} 的标记开头，却不是 ${name} 编码${found}`;
  return `既不是 UTF-8、GB18030，也不是 UTF-16 编码${found}`;
}

/** 没有读取的文件，以及可以怎么办。 */
const unreadSorts: Readonly<Record<UnreadSort, Readonly<{ what: string; mend: string }>>> = {
  slides: { what: '演示文稿', mend: '请另存为 PDF，或在文档中链接它。' },
  packed: { what: '压缩包', mend: '请在这里解压，或在文档中链接它。' },
  'web-archive': { what: '单个文件的网页', mend: '请用浏览器打开，另存为“网页，全部”（.html）。' },
  sheet: {
    what: '表格',
    mend: '请在文档中链接它；如果是文件清单，请改名为 metadata.xlsx，或写入配置的 lists。',
  },
  reader: {
    what: '专用阅读器的文件',
    mend: '请在那个程序里打印成 PDF，或把文字复制到 .txt 文件。',
  },
};
