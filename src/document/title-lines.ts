import type { Block, Paragraph } from './blocks.ts';
import { kindOfTitle } from './kind-title.ts';
import { parseNumbering } from './numbering.ts';
import { findLabels } from './record/labels.ts';
import { titleKey } from './title.ts';

/** The title of a text and the blocks that hold it. */
export type TitleLines = Readonly<{ title: string | null; blocks: readonly Block[] }>;

const salutation = /[:：]$/;
const sentence = /[。；;，,！!]$/;
const longestTitle = 80;
const longestFirstLine = 40;

/** `…讲话_某某网`: what a site puts behind the titles of its pages. */
const siteName =
  /\s*[_|｜–—-]+\s*[^_|｜–—\-，。]{0,10}(?:网|网站|文库|范文|论坛|频道|门户|官网|博客|在线)$/;

/**
 * Finds the title of a text: the heading or line that it opens with. A title over two lines is put
 * together, letters spaced apart are joined. The lines keep their place and get their role.
 *
 * @param known the title that stands elsewhere; a line is the title then only where it says the same
 */
export function findTitle(source: readonly Block[], known: string | null): TitleLines {
  const blocks = [...source];
  const first = blocks.findIndex(
    (block) => block.type !== 'paragraph' || block.role === 'paragraph',
  );
  const block = blocks[first];
  const give = (index: number) => {
    const line = blocks[index];
    if (line !== undefined && line.type !== 'passage') blocks[index] = asTitle(line);
  };
  if (block === undefined || block.type === 'passage')
    return { title: known ?? firstHeading(blocks), blocks };
  if (block.type === 'heading') {
    if (
      known !== null
        ? sameTitle(block.text, known)
        : standsAbove(block.level, blocks.slice(first + 1))
    )
      give(first);
    return { title: known ?? block.text, blocks };
  }
  const below = blocks[first + 1];
  const second = below?.type === 'paragraph' && below.role === 'paragraph' ? below : null;
  if (known !== null) {
    if (sameTitle(block.text, known)) give(first);
    else if (second !== null && sameTitle(block.text + second.text, known)) {
      give(first);
      give(first + 1);
    }
    return { title: known, blocks };
  }
  if (!canBeTitle(block.text) || /<(?!\/?strong)/.test(block.html)) {
    return { title: firstHeading(blocks), blocks };
  }
  give(first);
  const whole = second === null ? null : joinLines(block, second);
  if (whole !== null) give(first + 1);
  const repeated = blocks[first + (whole === null ? 1 : 2)];
  const title = cleanTitle(whole ?? block.text);
  if (repeated?.type === 'paragraph' && sameTitle(repeated.text, title))
    give(blocks.indexOf(repeated));
  return { title, blocks };
}

function asTitle({ text, html, line }: Block): Paragraph {
  return { type: 'paragraph', text, html, line, role: 'title', marks: [] };
}

function firstHeading(blocks: readonly Block[]): string | null {
  return blocks.find((block) => block.type === 'heading')?.text ?? null;
}

/** Whether a heading stands above all others, and so is the title. */
function standsAbove(level: number, others: readonly Block[]): boolean {
  return others.every((block) => block.type !== 'heading' || block.level > level);
}

function sameTitle(line: string, title: string): boolean {
  return titleKey(cleanTitle(line)) === titleKey(title);
}

/** `政 府 工 作 报 告` and the names of sites behind titles. */
function cleanTitle(written: string): string {
  const text = written.trim().replace(siteName, '');
  const isSpaced = /^(?:\p{Script=Han}[\s　]+){3,}\p{Script=Han}$/u.test(text);
  return isSpaced ? text.replace(/[\s　]+/g, '') : text;
}

/** `同志们：`, whole sentences, numbers and lines in brackets open a text that has no title. */
function canBeTitle(text: string): boolean {
  return (
    text.length <= longestTitle &&
    !salutation.test(text) &&
    !sentence.test(text) &&
    !/[。]./.test(text) &&
    !/^[一二三四五六七八九十]+是/.test(text) &&
    !/^[^\s：:]{2,8}[：:]/.test(text) &&
    findLabels(text)[0]?.from !== 0 &&
    parseNumbering(text) === null
  );
}

/**
 * Two lines that make one title: neither is one by itself, or the first ends in mid-phrase, and
 * together they name a kind. A line under a title that says where it was spoken is none of it.
 */
function joinLines(first: Paragraph, second: Paragraph): string | null {
  const head = cleanTitle(first.text);
  const tail = second.text.trim();
  if (head.length > longestFirstLine || tail.length > longestFirstLine || !canBeTitle(tail))
    return null;
  if (/^[（(—–-]|^在/.test(tail) || kindOfTitle(head) !== null) return null;
  const opensPhrase = /^关于|[的和与及、在对]$/.test(head);
  const endsPhrase = kindOfTitle(tail) !== null;
  return opensPhrase && endsPhrase ? head + tail : null;
}
