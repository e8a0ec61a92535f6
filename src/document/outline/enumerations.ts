import { type Block, isInBody, type Mark } from '#document/text/blocks.ts';
import { chineseNumber } from './numerals.ts';

/** 一是…二是… and the like: points that are counted within running text. */
export type Enumeration = Readonly<{
  /** What its leads have in common: 是, 要, 第, 首先 … */
  form: string;
  items: readonly EnumerationItem[];
}>;

type EnumerationItem = Readonly<{
  lead: string;
  number: number;
  line: number;
  block: number;
  from: number;
  to: number;
}>;

type Lead = { form: string; number: number; from: number; to: number };

const numeral = '[一二三四五六七八九十]{1,2}';
const leads = new RegExp(
  `(?<![一-龥0-9])(?:(${numeral})(是|要|则|在|靠|抓|看|讲|查|防|为)|第(${numeral})(?:[，,、：:]|是|，)|其(${numeral})(?=[，,、：:是])|(首先|其次|再次|最后|此外)(?=[，,、：:是要]))`,
  'g',
);
const mayHold =
  /[一二三四五六七八九十][是要则在靠抓看讲查防为]|第[一二三四五六七八九十]|其[次一二三四五]|首先|再次|最后|此外/;
/** Where none is open only a first point counts. */
const mayBegin = /一[是要则在靠抓看讲查防为]|[第其]一|首先/;
const ordinals = ['首先', '其次', '再次', '最后'];

/**
 * Finds enumerations in the running text of a document. One begins with its first point and goes on
 * with the next number, in the same paragraph or in those behind it, until a heading. A single
 * 第一， is a lead too, and stands alone (structure.json).
 */
export function findEnumerations(blocks: readonly Block[]): Enumeration[] {
  const found: { form: string; items: EnumerationItem[] }[] = [];
  const open = new Map<string, { form: string; items: EnumerationItem[] }>();
  for (const [index, block] of blocks.entries()) {
    if (block.type !== 'paragraph' || !isInBody(block) || !reads.has(block.role)) {
      if (block.type === 'heading') open.clear();
      continue;
    }
    if (!(open.size === 0 ? mayBegin : mayHold).test(block.text)) continue;
    for (const { form, number, from, to } of leadsOf(block.text)) {
      const lead = block.text.slice(from, to);
      const item = { lead, number, line: block.line, block: index, from, to };
      const running = open.get(form);
      if (number === 1) {
        const fresh = { form, items: [item] };
        open.set(form, fresh);
        found.push(fresh);
      } else if (
        running !== undefined &&
        (running.items.at(-1)?.number === number - 1 || form === '首先')
      ) {
        const place = form === '首先' ? running.items.length + 1 : number;
        running.items.push({ ...item, number: place });
      }
    }
  }
  return found.filter(
    ({ form, items }) => items.length > 1 || (form === '第' && items[0]?.from === 0),
  );
}

const reads: ReadonlySet<string> = new Set([
  'paragraph',
  'enumeration',
  'turn',
  'resolution',
  'clause',
  'answer',
]);

function leadsOf(text: string): Lead[] {
  return [...text.matchAll(leads)].map((match) => {
    const [all, counted, verb, ordinal, which, word] = match;
    const from = match.index;
    const to = from + all.replace(/[，,、：:]$/, '').length;
    if (word !== undefined) return { form: '首先', number: ordinals.indexOf(word) + 1, from, to };
    const form = verb ?? (which === undefined ? '第' : '其');
    return { form, number: chineseNumber(counted ?? ordinal ?? which ?? '') ?? 0, from, to };
  });
}

/** Marks the leads in their paragraphs, and gives a paragraph that begins with one its role. */
export function markEnumerations(
  blocks: readonly Block[],
  enumerations: readonly Enumeration[],
): Block[] {
  const items = new Map<number, EnumerationItem[]>();
  for (const item of enumerations.flatMap((each) => each.items)) {
    const known = items.get(item.block);
    if (known === undefined) items.set(item.block, [item]);
    else known.push(item);
  }
  if (items.size === 0) return [...blocks];
  return blocks.map((block, index) => {
    const own = items.get(index);
    if (own === undefined || block.type !== 'paragraph') return block;
    // A lead within an answer to a question stays part of that: marks lie apart
    const marks = own
      .filter(({ from, to }) => block.marks.every((mark) => to <= mark.from || from >= mark.to))
      .map(({ from, to }): Mark => ({ from, to, name: 'lead' }));
    const role = block.role === 'paragraph' && own[0]?.from === 0 ? 'enumeration' : block.role;
    return { ...block, role, marks: [...block.marks, ...marks].sort((a, b) => a.from - b.from) };
  });
}
