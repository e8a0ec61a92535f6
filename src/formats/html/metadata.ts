import { attributeOf, elementsIn, type HtmlElement, wordsIn } from './tree.ts';

type Parent = Parameters<typeof elementsIn>[0];

/** What a page says of its text beside it; empty where it says nothing. */
export type PageMetadata = Readonly<{ title: string; date: string; source: string }>;

/** Names of what pages of offices say of themselves (国务院办公厅 政府网站发展指引), and then of all others. */
const titleNames = ['articletitle', 'og:title', 'twitter:title'];
const dateNames = [
  'pubdate',
  'publishdate',
  'article:published_time',
  'og:published_time',
  'og:release_date',
];
const sourceNames = ['contentsource', 'og:article:author', 'source'];

const dateInText =
  /((?:19|20)\d{2})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[T\s]*(\d{1,2}):(\d{2})(?::(\d{2}))?)?/;
const sourceInText = /(?:信息|文章|稿件)?(?:来源|稿源)\s*[:：]\s*([^\s　|｜【】[\]，。:：]{2,24})/;

const sourceLabel = /^(?:信息|文章|稿件)?(?:来源|稿源)\s*[:：]\s*/;

/** How far from the text a date and a source stand that are said of it. */
const reach = 400;

/** Reads what a page says of its text: in its head, and around the text. */
export function readMetadata(page: Parent, container: HtmlElement | null): PageMetadata {
  const said = new Map<string, string>();
  let [pageTitle, heads] = ['', [] as string[]];
  for (const element of elementsIn(page)) {
    if (element.tagName === 'meta') {
      const name = attributeOf(element, 'name') ?? attributeOf(element, 'property') ?? '';
      const content = (attributeOf(element, 'content') ?? '').trim();
      if (content !== '' && !said.has(name.toLowerCase())) said.set(name.toLowerCase(), content);
    } else if (element.tagName === 'title') pageTitle ||= textOf(element);
    else if (element.tagName === 'h1') heads = [...heads, wordsIn(element)];
  }
  const first = (names: readonly string[]) =>
    names.map((name) => said.get(name) ?? '').find((value) => value !== '') ?? '';
  const around = textAround(page, container);
  return {
    title: chooseTitle(first(titleNames), heads, pageTitle),
    date: toDate(first(dateNames)) || toDate(around),
    source: first(sourceNames).replace(sourceLabel, '') || (sourceInText.exec(around)?.[1] ?? ''),
  };
}

function textOf(element: HtmlElement): string {
  return element.childNodes
    .map((child) => ('value' in child ? child.value : ''))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

/** What it says, or a heading that its window shows too, or that without the name of the site. */
function chooseTitle(said: string, heads: readonly string[], pageTitle: string): string {
  const own = said === '' ? '' : withoutSite(said);
  const whole = withoutSite(pageTitle);
  // A quote in it has ended what it says too early: content="甲 写"乙"丙"
  if (own !== '' && /["“]/.test(whole.charAt(own.length)) && whole.startsWith(own)) return whole;
  if (own !== '') return own;
  const heading = heads.find((head) => head.length > 3 && pageTitle.includes(head));
  return heading ?? whole;
}

/** What parts a title from the name of its site, where it says nothing by itself only before one. */
const siteName =
  /\s*[_|｜]\s*|\s+[-–—]+\s+|--(?=\p{Script=Han})|[-–—](?=\p{Script=Han}{1,10}(?:网|在线|新闻|日报|政府|频道|中心)$)/u;

/** `关于召开大会的通知_青石县人民政府`, `… - 新华网`, `…｜央视新闻`. */
function withoutSite(title: string): string {
  const [own = ''] = title.split(siteName);
  return own.trim() === '' ? title.trim() : own.trim();
}

function toDate(text: string): string {
  const match = dateInText.exec(text);
  if (match === null) return '';
  const [, year = '', month = '', day = '', hour, minute, second] = match;
  const two = (part: string) => part.padStart(2, '0');
  const date = `${year}-${two(month)}-${two(day)}`;
  if (Number(month) > 12 || Number(day) > 31 || Number(month) * Number(day) === 0) return '';
  if (hour === undefined || minute === undefined || Number(hour) > 23) return date;
  return `${date} ${two(hour)}:${minute}${second === undefined ? '' : `:${second}`}`;
}

/** What stands before the text and where it begins. */
function textAround(page: Parent, container: HtmlElement | null): string {
  const whole = wordsIn(page);
  const own = container === null ? '' : wordsIn(container);
  const at = own === '' ? 0 : whole.indexOf(own.slice(0, 40));
  return whole.slice(Math.max(0, at - reach), Math.max(0, at) + reach);
}
