import { chineseNumber } from '#document/outline/numerals.ts';

/** A stretch of a text that names another document, and the article of it. */
export type Citation = Readonly<{
  to: number;
  /**
   * What it may name, the most words first: of 根据青政发〔2023〕7号 nobody knows without the archive where the
   * number begins.
   */
  readings: readonly Readonly<{
    from: number;
    /** By which documents are known: their titles or their numbers, however they are written. */
    key: string;
  }>[];
  article: number | null;
}>;

const numeral = '[〇零一二三四五六七八九十百千\\d]';
/** 《劳动法》（以下简称本法）第三条 */
const title = new RegExp(
  `《([^《》\\n]{2,80})》(?:(?:\\s?[（(][^（）()\\n]{1,40}[）)])?第(${numeral}{1,7})条)?`,
  'g',
);
/** 国发〔2024〕7号, with the brackets that people type. */
const number =
  /(\p{Script=Han}{1,14})\s?[〔［[（(【]\s?((?:19|20)\d{2})\s?年?[〕］\])）】]\s?第?\s?0*(\d{1,5})\s?号/gu;
/** What stands before a number in a sentence. */
const lead =
  /根据|依据|[按依遵参对]照|贯彻|落实|执行|[转印下]发|[以按据见和与及或的了是为即经由在对把将从自至到等附]|文件|通知/gu;

/** What a text cites: documents by their titles in 《》, and by their numbers. In order, none overlapping. */
export function findCitations(text: string): Citation[] {
  if (!text.includes('《') && !/[〔［[（(【]\s?(?:19|20)\d{2}/.test(text)) return [];
  const titles = [...text.matchAll(title)].flatMap(
    ({ index, 0: all, 1: words = '', 2: article }): Citation[] => {
      const key = titleKey(words);
      if (key === null) return [];
      const number = article === undefined ? null : chineseNumber(article);
      return [{ to: index + all.length, readings: [{ from: index, key }], article: number }];
    },
  );
  const numbers = [...text.matchAll(number)].map(
    ({ index, 0: all, 1: office = '', 2: year = '', 3: serial = '' }): Citation => {
      const readings = beginningsOf(office).map((begin) => {
        return { from: index + begin, key: numberKey(office.slice(begin), year, serial) };
      });
      return { to: index + all.length, readings, article: null };
    },
  );
  const found = [...titles, ...numbers].sort((a, b) => beginOf(a) - beginOf(b));
  let end = 0;
  return found.filter((each) => {
    const isApart = end <= beginOf(each);
    end = Math.max(end, each.to);
    return isApart;
  });
}

function beginOf({ to, readings }: Citation): number {
  return readings[0]?.from ?? to;
}

/** Where the name of an office may begin in the words before a number. */
function beginningsOf(words: string): number[] {
  const ends = [...words.matchAll(lead)].map(({ index, 0: found }) => index + found.length);
  return [0, ...ends.filter((end) => end < words.length)];
}

/** Of what a title says in brackets at its end: when it was amended, whose it is. */
const behindTitle =
  /[（(](?:[^（）()]*(?:修订|修正|修改|通过|施行|公布|\d{4}\s*年)[^（）()]*)[）)]$/u;
const leastOfTitle = 4;
/** 《刑法》 and 《劳动法》 are whole titles, short as they are. */
const law = /法典?$/u;

/** A title as documents are known by it; null of one that is too short to be anybody's alone. */
export function titleKey(written: string): string | null {
  const plain = written.normalize('NFKC').replace(/[\s"'“”‘’·]+/g, '');
  const words = plain.replace(behindTitle, '').toLowerCase();
  return [...words].length < leastOfTitle && !law.test(words) ? null : words;
}

function numberKey(office: string, year: string, serial: string): string {
  return `${office}〔${year}〕${Number(serial)}号`;
}

/** A document's own number as it is known by it; null where it is of another form. */
export function keyOfNumber(written: string): string | null {
  return findCitations(written)[0]?.readings[0]?.key ?? null;
}

const ownArticle = new RegExp(`^第(${numeral}{1,7})条(?=[\\s　：:之]|$|\\S)`);

/** The number of the article that a paragraph is; null where it is none. */
export function articleOf(text: string): number | null {
  const written = ownArticle.exec(text)?.[1];
  return written === undefined ? null : chineseNumber(written);
}
