import { findDate, parseDate, type WallClock } from '#document/dates/dates.ts';
import { splitTitle } from '#document/title/title.ts';

/** A title that a page's list of other documents names. */
export type ListedTitle = Readonly<{
  title: string;
  pieces: number | null;
  date: WallClock;
  line: number;
}>;

/** Titles are shorter. */
const longestLine = 400;
const listHeader =
  /^(?:热门|相关|推荐|最新|热点|精选|更多|猜你喜欢的?|你可能(?:还)?(?:喜欢|感兴趣的?)|延伸|本类|本栏目?|站内)?(?:热门|相关|推荐|最新|热点|精选|更多|猜你喜欢)(?:的?(?:文档|文章|推荐|阅读|内容|链接|新闻|资料|范文|资讯|信息|下载|搜索|标签|专题))?[:：]?$|^猜你喜欢[:：]?$|^(?:大家|网友)(?:都|还)?在(?:看|搜)[:：]?$/;
/** Of these an author makes no heading of his own. */
const ownOfPages =
  /^(?:(?:本站|本类|本栏目?|站内)?热门(?:文档|文章|推荐|阅读|范文|下载|搜索|标签|资料|内容)|(?:相关|猜你喜欢的?)(?:推荐|文档|文章|范文)|(?:最新|精选|推荐)(?:文档|范文|文章)|猜你喜欢|你可能(?:还)?(?:喜欢|感兴趣).*|(?:大家|网友)(?:都|还)?在(?:看|搜))[:：]?$/;
const listLine =
  /^[-*•·●◆■]?\s*(?:\d{1,2}[.、]\s*)?[[【(（]?(\d{4}[-/.年]\S*?)[\]】)）]?(?:\s+(\d{1,2}:\d{2}(?::\d{2})?))?\s+(.+)$/;
const listLineDateLast = /^[-*•·●◆■]\s*(.+?)\s+[[【(（]?(\d{4}[-/.]\d{1,2}[-/.]\d{1,2})[\]】)）]?$/;
const bullet = /^[-*•·●◆■►▶>]\s*\S/;

/** Whether a line may stand above a list of other documents. */
export function isListHeader(text: string): boolean {
  return text.length <= 20 && listHeader.test(text);
}

/** Whether such a line stands in pages of websites alone. */
export function isOwnOfPages(text: string): boolean {
  return ownOfPages.test(text);
}

/** Whether it does with nothing under it, too: 相关文章 may be a heading of an author's. */
export function isBareOfPages(text: string): boolean {
  return /^(?:热门(?:文档|文章|推荐|标签|搜索)|相关推荐|猜你喜欢|(?:大家|网友)(?:都|还)?在(?:看|搜))[:：]?$/.test(
    text,
  );
}

/** Whether a line may be an entry without a time, or a continuation, of a list. */
export function isBulleted(text: string): boolean {
  return bullet.test(text);
}

/** The title and the time that a line of such a list names; null where it names none. */
export function readListLine(text: string, line: number): ListedTitle | null {
  if (text.length > longestLine) return null;
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
