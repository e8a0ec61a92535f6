import type { Catalogue } from '#diagnostics/catalogue.ts';
import type { office as english } from '#diagnostics/english/office.ts';
import type { FileFault, PlacedFileFault } from '#diagnostics/words.ts';

function counted(entries: readonly (readonly [count: number, noun: string])[]): string {
  return entries
    .filter(([count]) => count > 0)
    .map(([count, noun]) => `${noun} ${count} 处`)
    .join('，');
}

/** 读办公文件时对档案管理者说的话。 */
export const office: Pick<Catalogue['sentences'], keyof typeof english> = {
  'unreadable-format': ({ format, fault }) => ({
    message: `不能按 ${format} 文件读取：${fileFault(fault)}`,
    hint:
      fault.is === 'encrypted'
        ? '请取消文件的密码，或在 Word、WPS 中另存为 .docx。'
        : '请用原来的程序打开，另存一份。',
  }),
  'no-converter': ({ outcome }) => ({
    message:
      outcome === 'absent'
        ? '没有读取：这种文件要由 LibreOffice 读取，本机没有安装'
        : '没有读取：受限构建不启动其他程序',
    hint:
      outcome === 'absent'
        ? '请在 Word 或 WPS 中另存为 .docx，或安装 LibreOffice。'
        : '请在 Word 或 WPS 中另存为 .docx，或不用 --confined。',
  }),
  'not-converted': ({ outcome }) => ({
    message: outcome === 'slow' ? 'LibreOffice 一分钟内没有读完' : 'LibreOffice 不能读取它',
    hint: '请用原来的程序打开，另存为 .docx。',
  }),
  'no-text-on-page': () => ({
    message: '保存的网页中没有找到正文',
    hint: '请把正文复制到 .txt 或 .md 文件中。',
  }),
  'web-pictures': ({ count }) => ({
    message: `网页中有 ${count} 张图片没有保存在旁边，不显示`,
    hint: '请用浏览器保存完整网页，让图片在旁边的文件夹里。',
  }),
  'no-placed-text': ({ format, fault }) => ({
    message: `不能按 ${format} 文件读取：${placedFaults[fault]}`,
    hint:
      fault === 'scan' || fault === 'no-characters'
        ? '请把文字存成同名的 .txt、.md 或 .docx，放在旁边。'
        : '请用原来的程序打开，另存一份。',
  }),
  radicals: ({ count }) => ({
    message: `字体把汉字写成了形似的部首（如 ⾏ 应为 行），已改正 ${count} 处`,
    hint: '请对照原件。',
  }),
  'list-absent': ({ name }) => ({
    message: `配置 lists 里写的清单不存在：${name}`,
    hint: '请写它在内容文件夹中的路径，或从 lists 里删去。',
  }),
  'part-unread': ({ path }) => ({
    message: `图片 ${path} 不能从原件中取出`,
    hint: '请打开原件另存一份；PDF 的页要由 pdftoppm（poppler）画出，受限构建中不能。',
  }),
  'list-head': () => ({
    message: '清单中没有写文件名的一列',
    hint: '请给一列写表头「文件」，其他各列写字段名。',
  }),
  'list-row': ({ file }) => ({
    message: `清单写的文件不是文档：${file}`,
    hint: '请写从清单所在文件夹起的路径，带上扩展名。',
  }),
  'original-held': () => ({
    message: '没有提供原件下载：原件里的内容多于页面',
    hint: '请先接受修订、删去批注和个人号码；确实可以公开的，请在字段中写 original: true。',
  }),
  'authority-head': () => ({
    message: '名称规范表缺列：一列写规范名称，一列写其他名称',
    hint: '表头请写「名称」和「别名」。',
  }),
  'adopt-unread': ({ file }) => ({
    message: `${file} 不是内容文件夹中可以转为文本的文件`,
    hint: '请写内容文件夹（content/）下 Word、PDF、OFD、网页或文本文件的路径；文件还没放进去的，请先放进去。',
  }),
  'adopt-edited': () => ({
    message: '这份文本有人改过，或者不是由 adopt 写的：没有覆盖',
    hint: '请先给它改名或移走，再运行一次，然后把改动抄过来。',
  }),
  'adopt-other-form': ({ text }) => ({
    message: `它不是网页的正文，正文是 ${text}`,
    hint: `请改 ${text}，或先把它移走。`,
  }),
  'adopt-attached': ({ document }) => ({
    message: `${document} 提到了它：它随那份文档发布，转为文本会另成一页`,
    hint: '请先在那份文档里去掉它的名字，或不要转。',
  }),
  'adopt-merged': ({ tables }) => ({
    message: `Markdown 没有合并单元格：有 ${tables} 个表格的单元格已经分开`,
    hint: '请对照原件核对表格。',
  }),
  'adopt-differs': ({ count, first }) => ({
    message: `有 ${count} 行读出来与原件不同，第一行：${first}`,
    hint: '请对照原件查看网页。',
  }),
  'original-changed': ({ original }) => ({
    message: `转为文本之后，${original} 又改过`,
    hint: `请把改动抄到文本中；文本没有改过的，可对 ${original} 再运行一次 guidang adopt。`,
  }),
  'original-missing': ({ original }) => ({
    message: `文本的原件 ${original} 不在了`,
    hint: '请把它放回来：文本要靠它证明。',
  }),
  'names-keys': () => ({
    message: '应写建议的编号，如 3fa2,91bc，或 all',
    hint: '运行 guidang names 可以看到各条建议和编号。',
  }),
  unexamined: () => ({
    message: '附件已损坏或设有密码，没能检查内容',
    hint: '请确认它可以公开，并且能够打开。',
  }),
  'list-quote': () => ({
    message: '这一行的引号没有闭合',
    hint: '请补上或删去引号；在此之前，本文件夹下的文档都不发布。',
  }),
  'word-changes': ({ insertions, deletions, hidden, comments }) => ({
    message: `以下内容打印时看不到，没有发布：${counted([
      [insertions, '修订中插入（已作为正文）'],
      [deletions, '修订中删除'],
      [hidden, '隐藏文字'],
      [comments, '批注'],
    ])}`,
    hint: '请在 Word 中接受或拒绝修订，删去批注。',
  }),
  'word-absent': ({ unknownSymbols, absentPictures, embedded }) => ({
    message: `网页上没有：${counted([
      [unknownSymbols, '不认识的符号'],
      [absentPictures, '图片'],
      [embedded, '嵌入对象'],
    ])}`,
    hint: '请另存为 .docx，图片存为 PNG，或用文字写出。',
  }),
  'word-numbers': ({ formats }) => ({
    message: `编号格式不认识，改用数字：${formats.join('、')}`,
    hint: '请对照原件。',
  }),
};

const placedFaults: Readonly<Record<PlacedFileFault, string>> = {
  scan: '里面只有图片，没有文字',
  'no-characters': '字体没有说明所画的是什么字',
  encrypted: '文件设有密码',
  damaged: '文件已损坏',
  large: '文件大得不像文档',
  slow: '没有在限定时间内读完',
};

function fileFault({ is, part }: FileFault): string {
  const within = part === undefined ? '' : `（${part}）`;
  switch (is) {
    case 'no-package':
      return '文件名虽是这样，内容不是这种文件';
    case 'encrypted':
      return '文件设有密码，或是旧版程序的文件';
    case 'damaged':
      return `文件已损坏${within}`;
    case 'large':
      return `解开后大得不像文档${within}`;
    case 'document-type':
      return `文件里声明了文档类型，只有恶意文件才会这样${within}`;
    case 'other-format':
      return '这是别的程序的文件';
  }
}
