import type { Catalogue } from '#diagnostics/catalogue.ts';
import type { archive as english } from '#diagnostics/english/archive.ts';
import type { AsideName, Owner } from '#diagnostics/words.ts';
import { privateKinds } from './content.ts';

const secondStands = '已发布的是后者。请修改前者的 id、别名或文件名。';

/** 文档与文档之间可能出现的问题。 */
export const archive: Pick<Catalogue['sentences'], keyof typeof english> = {
  'same-address': ({ file, owner, id }) => ({
    message: `${file} 和 ${owner} 的网址相同：documents/${id}/`,
    hint: '请在其中一份的字段中另写一个 id，或给文件改名。',
  }),
  'same-address/output': ({ later, earlier, path }) => ({
    message: `${ownerOf(later)} 和 ${ownerOf(earlier)} 的网址相同：${path}`,
    hint: secondStands,
  }),
  'same-address/folder': ({ later, earlier, path, other }) => ({
    message: `${ownerOf(later)} 和 ${ownerOf(earlier)} 不能并存：${path} 与 ${other}，一个要成为另一个的文件夹`,
    hint: secondStands,
  }),
  alias: ({ found }) => ({
    message: `aliases：写的是 ${found}，应为从前的 id 或路径`,
    hint: '例如写 aliases: [old-name, /2019/05/old-page.html]',
  }),
  'broken-link': ({ target, fault }) => ({
    message: `链接指向 content/${target}：${brokenLinks[fault]}`,
  }),
  'broken-image': ({ target, fault }) => ({
    message: `图片指向 content/${target}：${brokenLinks[fault]}`,
  }),
  'addresses-unreadable': ({ file, reason }) => ({
    message: `${file} 读不了：${reason}`,
    hint: `请检查配置文件旁边的 ${file} 是不是文件、您是否有读取权限。`,
  }),
  'addresses-unwritable': ({ file, reason }) => ({
    message: `${file} 没有写成：${reason}`,
    hint: '请检查配置文件所在文件夹的权限。',
  }),
  'read-otherwise': ({ before, now }) => ({
    message:
      before === now
        ? '文件没有变，网页上的文字却与记录的不同：旁边的字段或配置改过'
        : `文件没有变，读出的文字却与记录的不同：当时用 ${before}，现在用 ${now}`,
    hint: '请对照原件查看网页，无误后用 guidang build --record-addresses 重新记录。',
  }),
  'vanished-address': ({ address, alias }) => ({
    message: `网址 ${address} 消失了：那里应有一份文档、其中一篇、一个别名，或一份已撤下的文档`,
    hint: `文档换了地方，请在它的字段中写 aliases: [${alias}]；文档已撤下，请放回文件并写 withdrawn: 和原因；不再保留这个网址，请删去这一行。`,
  }),

  'set-aside': ({ kind, of, words }) => ({
    message: `${asideNames[kind]}：${of === null ? '' : `${privateKinds[of]}：`}${words}`,
  }),
  'broken-fragment': ({ name, target, heading }) => ({
    message: `${target} 中没有 #${name} 这个位置`,
    ...(heading === null ? {} : { hint: `请写 #${heading.anchor}，那里是「${heading.text}」。` }),
  }),
  'date-in-future': ({ date, today }) => ({ message: `日期是 ${date}，今天是 ${today}` }),
  'date-in-future/updated': ({ date, today }) => ({
    message: `updated 写的是 ${date}，今天是 ${today}`,
  }),
  'date-before-1949': ({ date }) => ({ message: `日期是 ${date}，早于 1949 年` }),
  'same-title': ({ title, files }) => ({
    message: `${title}：${files.join('、')} 也是这个标题`,
  }),
  'near-identical': ({ files }) => ({ message: `与 ${files.join('、')} 几乎相同` }),
  'popular-absent': ({ title }) => ({ message: `${title}：没有这份文档` }),
};

const brokenLinks = {
  document: '那是一份文档，不是图片',
  unpublished: '它没有发布',
  absent: '没有这个文件',
} as const;

export const asideNames: Readonly<Record<AsideName, string>> = {
  'list-header': '列表的表头',
  'list-line': '列表的一行',
  neighbour: '上一篇、下一篇',
  notice: '网站的声明',
  control: '网页的按钮',
  'page-number': '页码',
  'dead-image': '丢失的图片',
  'running-head': '页眉页脚',
  catalogue: '目录条目',
  'title-line': '标题行的其余文字',
  unshown: '不显示的部分',
  comment: '注释',
  redaction: '隐去的号码',
};

/** 没有源文件的页面，以生成它的部分相称。 */
function ownerOf(owner: Owner): string {
  return 'file' in owner ? owner.file : `由 ${owner.maker} 生成的页面`;
}
