import type { Block } from '#document/text/blocks.ts';

/** Shorter last paragraphs are signatures, dates and notes, which end without punctuation. */
const shortestSentence = 30;
const shortestClause = 10;

const running: ReadonlySet<string> = new Set(['paragraph', 'enumeration', 'clause']);

/** What ends a sentence, and the signs that close what stands in one. */
const endings = /[。！？!?…；;：:.”"’』」）)】》—～~]$/;
const pairs = ['（）', '()', '“”', '《》', '「」', '『』', '【】'] as const;

/** Words that open what must follow: 第二, 二是, 以及. */
const opensMore =
  /(?:第[一二三四五六七八九十]|[一二三四五六七八九十]是|其次|以及|[和与及把]|为了|按照|根据|关于)$/;

type RunningText = Extract<Block, { type: 'paragraph' }>;

/**
 * Whether a text breaks off at its end. A last line without 。 proves nothing: there must be a comma behind it,
 * a bracket open in it, or a word that opens more; or the text was crawled from a page, which may have shown a part of it, and all its
 * other paragraphs end as sentences do.
 *
 * @param wasCrawled whether lines of a site stand around the text
 */
export function isCutOff(blocks: readonly Block[], wasCrawled: boolean): boolean {
  const last = blocks.at(-1);
  if (!isProse(last)) return false;
  const text = last.text.trimEnd();
  if (/\p{Script=Han}[，,、]$/u.test(text)) return text.length >= shortestClause;
  if (text.length < shortestSentence || endings.test(text)) return false;
  if (isOpen(text) || opensMore.test(text)) return true;
  const others = blocks.slice(0, -1).filter(isProse);
  const sentences = others.filter((block) => block.text.length >= shortestSentence);
  return wasCrawled && sentences.length > 0 && others.every(({ text: own }) => isEnded(own));
}

function isEnded(text: string): boolean {
  return text.length < shortestClause || endings.test(text.trimEnd());
}

/** Whether a bracket or quotation of the last sentence is not closed. */
function isOpen(text: string): boolean {
  const begin = Math.max(...['。', '！', '？'].map((sign) => text.lastIndexOf(sign)));
  const sentence = text.slice(begin + 1);
  return pairs.some(([open = '', close = '']) => {
    return sentence.lastIndexOf(open) > sentence.lastIndexOf(close);
  });
}

/** Running text in Chinese: no label with its value, no line of a list, nothing in several lines. */
function isProse(block: Block | undefined): block is RunningText {
  if (block?.type !== 'paragraph' || !running.has(block.role)) return false;
  const { text } = block;
  const isOneLine = !text.includes('\n') && !/^[-*•·\d]|^[^，。：:\s]{1,20}[：:]/.test(text);
  if (!isOneLine || !/[，。、《“（]/.test(text)) return false;
  const latin = text.match(/[A-Za-z]/g)?.length ?? 0;
  return latin * 5 < text.length;
}
