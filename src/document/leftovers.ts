import { type Block, type Passage, paragraph } from './blocks.ts';
import { findDate, parseDate, type WallClock } from './dates.ts';
import { cutHtml } from './inline-html.ts';
import { splitTitle } from './title.ts';

/** A title that a page's list of other documents names. */
export type ListedTitle = Readonly<{
  title: string;
  pieces: number | null;
  date: WallClock;
  line: number;
}>;

/** What a crawled page carried along beside its text. */
export type Leftover = Readonly<{
  line: number;
  kind:
    | 'list-header'
    | 'list-line'
    | 'neighbour'
    | 'notice'
    | 'control'
    | 'page-number'
    | 'dead-image'
    | 'running-head';
}>;

export type WithoutLeftovers = Readonly<{
  blocks: readonly Block[];
  leftovers: readonly Leftover[];
  catalogue: readonly ListedTitle[];
}>;

const listHeader =
  /^(?:热门|相关|推荐|最新|热点|精选|更多|猜你喜欢的?|你可能(?:还)?(?:喜欢|感兴趣的?)|延伸|本类|本栏目?|站内)?(?:热门|相关|推荐|最新|热点|精选|更多|猜你喜欢)(?:的?(?:文档|文章|推荐|阅读|内容|链接|新闻|资料|范文|资讯|信息|下载|搜索|标签|专题))?[:：]?$|^猜你喜欢[:：]?$|^(?:大家|网友)(?:都|还)?在(?:看|搜)[:：]?$/;
const listLine =
  /^[-*•·●◆■]?\s*(?:\d{1,2}[.、]\s*)?[[【(（]?(\d{4}[-/.年]\S*?)[\]】)）]?(?:\s+(\d{1,2}:\d{2}(?::\d{2})?))?\s+(.+)$/;
const listLineDateLast = /^[-*•·●◆■]\s*(.+?)\s+[[【(（]?(\d{4}[-/.]\d{1,2}[-/.]\d{1,2})[\]】)）]?$/;
const bullet = /^[-*•·●◆■►▶>]\s*\S/;

/** An image whose target was lost in crawling; some crawlers prefix the element's name. */
const deadImage = /<(?:[\w-]+:)?image\b[^<]*<\/(?:[\w-]+:)?image>/gi;

const lineKinds: readonly (readonly [Leftover['kind'], RegExp])[] = [
  [
    'neighbour',
    /^(?:[【[<《]?\s*)?(?:上一篇|下一篇|上一页|下一页|上一条|下一条|上篇|下篇|前一篇|后一篇)\s*[】\]>》]?\s*(?:[:：]|$|\s)/,
  ],
  [
    'page-number',
    /^(?:[-—–－]{1,2}\s*\d{1,4}\s*[-—–－]{1,2}|第\s*\d{1,4}\s*页(?:[\s,，/]*共\s*\d{1,4}\s*页)?|共\s*\d{1,4}\s*页\s*第\s*\d{1,4}\s*页|\d{1,4}\s*\/\s*\d{1,4}(?:\s*页)?|Page\s*\d+(?:\s*of\s*\d+)?)$/i,
  ],
  [
    'notice',
    /(?:版权(?:归|声明|所有|属)|著作权归|转载请(?:注明|保留|联系)|未经(?:授权|许可|允许).{0,12}(?:转载|使用)|(?:本文|文章|内容|资料|文档|素材)(?:来自|来源于|源自|转自|整理自|摘自|由网友|仅供|系网络|均?来自).{0,16}(?:网络|互联网|网友|网站|学习|参考|投稿|上传)|如有侵权|侵权.{0,6}(?:删除|联系)|免责声明|Copyright\s*(?:©|\(c\)|\d)|All Rights Reserved|[京沪粤浙苏川渝鲁豫鄂湘皖赣闽冀晋陕甘辽吉黑桂琼云贵藏青宁新蒙津]ICP[备证]|公网安备)/i,
  ],
  [
    'control',
    /^(?:.{0,10}(?:扫码|扫一扫|扫描.{0,8}二维码|长按识别)|(?:欢迎)?(?:点击|请)?关注.{0,12}(?:公众号|微信|微博|抖音|我们)$|.{0,12}(?:微信|官方)公众号$|(?:点击|立即|免费|马上)?(?:下载|阅读|查看)(?:本文|全文|原文|文档|更多)|下载(?:WORD|PDF|APP|地址|链接|次数)|展开(?:全文|阅读全文)|阅读全文|返回(?:顶部|首页|列表|目录)|(?:【|\[|［)?(?:打印(?:本页|此页)?|关闭(?:窗口|本页)?|字号|字体|收藏(?:本页|本文)?|分享(?:到|至)?|举报|点赞|加入收藏|我要纠错|复制链接)(?:】|\]|］)?(?:[\s:：|【]|$)|\d{4}-\d{1,2}-\d{1,2}.{0,20}(?:来源|点击|浏览|阅读)\s*[:：]|(?:当前|您(?:现在|当前)?的?)(?:所在)?位置\s*[:：]|网站地图$|(?:登录|注册)(?:\s*[/|]\s*(?:登录|注册))?$|开通\s*VIP|VIP\s*(?:免费|专享|会员)|(?:浏览|阅读|点击)(?:次数|量|数)?\s*[:：]\s*\d+\s*次?$|责任编辑\s*[:：]|(?:来源|作者|发布时间|发布日期|编辑)\s*[:：].{0,40}(?:浏览|点击|阅读|字号|字体|打印))/i,
  ],
];
const longestLeftover = 80;

/**
 * Takes out what a crawled page carried along: lists of other documents, links to neighbours, page
 * numbers, notices of rights, dead images. Nothing is thrown away: such blocks keep their place and
 * text and have the role of a leftover.
 */
export function separateLeftovers(source: readonly Block[]): WithoutLeftovers {
  const leftovers: Leftover[] = [];
  const catalogue: ListedTitle[] = [];
  let inList = false;
  const heads = runningHeads(source);
  const blocks = source.flatMap((block, index): Block[] => {
    const parts = cutDeadImages(block);
    if (parts !== null) {
      leftovers.push({ line: block.line, kind: 'dead-image' });
      inList = false;
      return parts;
    }
    if (block.type === 'passage') {
      if (!inList || block.form !== 'list') return [block];
      return [readList(block, leftovers, catalogue)];
    }
    if (block.type === 'paragraph' && block.role !== 'paragraph') return [block];
    const text = block.text.trim();
    const entry = inList ? readListLine(text, block.line) : null;
    if (listHeader.test(text)) {
      inList = true;
      leftovers.push({ line: block.line, kind: 'list-header' });
      return [asParagraph(block, 'leftover')];
    }
    if (entry !== null) {
      catalogue.push(entry);
      return [asParagraph(block, 'catalogue')];
    }
    if (inList && bullet.test(text)) {
      leftovers.push({ line: block.line, kind: 'list-line' });
      return [asParagraph(block, 'leftover')];
    }
    inList = false;
    const isControl = index < 4 && isTrail(text);
    const kind = heads.has(index) ? 'running-head' : isControl ? 'control' : kindOfLine(text);
    if (kind === null || block.type === 'heading') return [block];
    leftovers.push({ line: block.line, kind });
    return [asParagraph(block, 'leftover')];
  });
  return { blocks, leftovers, catalogue };
}

/**
 * 首页 > 讲话 > 2019: names of pages with a sign between them. Taken apart by the signs: a regular
 * expression for the whole would try each space on both sides, for as many times as there are ways.
 */
function isTrail(text: string): boolean {
  const [first = '', ...others] = text.split(/>{1,2}|»|›/);
  const isName = (part: string, most: number) => part !== '' && part.trim().length <= most;
  return others.length >= 2 && isName(first, 16) && others.every((part) => isName(part, 24));
}

function kindOfLine(text: string): Leftover['kind'] | null {
  if (text.length > longestLeftover) return null;
  return lineKinds.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}

function asParagraph({ text, html, line }: Block, role: 'leftover' | 'catalogue'): Block {
  return { ...paragraph(text, html, line), role };
}

/** A short line that stands again and again beside page numbers was printed on every page. */
function runningHeads(blocks: readonly Block[]): ReadonlySet<number> {
  const places = new Map<string, number[]>();
  const isNumber = (block: Block | undefined) =>
    block?.type === 'paragraph' &&
    block.text.length < 20 &&
    kindOfLine(block.text.trim()) === 'page-number';
  for (const [index, block] of blocks.entries()) {
    if (!isNumber(block)) continue;
    for (const beside of [index - 1, index + 1]) {
      const text = blocks[beside]?.text.trim() ?? '';
      if (text === '' || text.length > 30 || blocks[beside]?.type !== 'paragraph') continue;
      const known = places.get(text);
      if (known === undefined) places.set(text, [beside]);
      else known.push(beside);
    }
  }
  return new Set([...places.values()].filter((each) => each.length >= 3).flat());
}

/** The parts of a line that holds dead images, which are leftovers; null where it holds none. */
function cutDeadImages(block: Block): Block[] | null {
  if (block.type === 'heading' || !block.text.includes('image>')) return null;
  if (block.type === 'passage') return null;
  const images = [...block.text.matchAll(deadImage)];
  if (images.length === 0) return null;
  const { text, html, line } = block;
  const offsets = images.flatMap(({ index, 0: image }) => [index, index + image.length]);
  const cut = cutHtml(text, html, offsets);
  if (cut === null) return null;
  return cut.flatMap((part, index): Block[] => {
    const words = text.slice(offsets[index - 1] ?? 0, offsets[index] ?? text.length);
    if (words.trim() === '') return [];
    // Every second part is an image
    return [{ ...paragraph(words, part, line), role: index % 2 === 1 ? 'leftover' : 'paragraph' }];
  });
}

function readList(block: Passage, leftovers: Leftover[], catalogue: ListedTitle[]): Block {
  const entries = block.units.map(({ text, line }) => readListLine(`- ${text.trim()}`, line));
  for (const entry of entries) if (entry !== null) catalogue.push(entry);
  const isCatalogue = entries.some((entry) => entry !== null);
  if (!isCatalogue) leftovers.push({ line: block.line, kind: 'list-line' });
  return { ...block, role: isCatalogue ? 'catalogue' : 'leftover' };
}

function readListLine(text: string, line: number): ListedTitle | null {
  const match = listLine.exec(text);
  const written = match === null ? null : parseDate([match[1], match[2]].filter(Boolean).join(' '));
  if (match !== null && written !== null) {
    const { value, precision } = written;
    return { ...splitTitle(match[3] ?? ''), date: { value, precision }, line };
  }
  const [, title = '', date = ''] = listLineDateLast.exec(text) ?? [];
  const found = findDate(date);
  if (found === null) return null;
  return { ...splitTitle(title), date: { value: found.value, precision: found.precision }, line };
}
