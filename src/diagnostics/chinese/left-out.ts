import type { Catalogue } from '#diagnostics/catalogue.ts';
import type { leftOut as english } from '#diagnostics/english/left-out.ts';

/** 文件没有发布的原因。 */
export const leftOut: Pick<Catalogue['sentences'], keyof typeof english> = {
  'left-out/hidden': () => ({ message: '隐藏文件或临时文件' }),
  'left-out/unreadable': () => ({ message: '没有发布，原因见它的提示' }),
  'left-out/draft': () => ({ message: '草稿' }),
  'left-out/later': ({ time }) => ({ message: `将于 ${time} 发布` }),
  'left-out/expired': ({ time }) => ({ message: `已于 ${time} 到期` }),
  'left-out/withdrawn': ({ reason }) => ({ message: `已撤下：${reason}` }),
  'left-out/address': ({ owner }) => ({ message: `它的网址属于 ${owner}` }),
  'left-out/displaced': () => ({ message: '它的网址属于另一个文件' }),
  'left-out/original': ({ document }) => ({ message: `是 ${document} 的另一种格式，发布的是后者` }),
  'left-out/unlinked': () => ({ message: '没有已发布的文档显示或链接它' }),
};
