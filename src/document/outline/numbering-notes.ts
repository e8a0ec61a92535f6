import type { Observation } from '#document/evidence.ts';
import type { Block } from '#document/text/blocks.ts';
import { rankOf } from './headings.ts';
import { type NumberForm, parseNumbering } from './numbering.ts';
import { type PlacedHeading, placeHeadings } from './outline.ts';

/** A numbered heading, and where it stands among the blocks. */
type Numbered = Readonly<{ heading: PlacedHeading; index: number }>;

/**
 * Notes where numbers jump, repeat or run backwards among headings of one form under one heading.
 * Nothing is repaired: a gap may be the author's, or the mark of a page that is lost.
 */
export function noteNumbering(blocks: readonly Block[]): Observation[] {
  const findings: Observation[] = [];
  const places = [...blocks.keys()].filter((index) => blocks[index]?.type === 'heading');
  const headings = placeHeadings(places.flatMap((index) => blocks[index] ?? []));
  // By their depth: Markdown may say otherwise than the forms of numbers do
  let last: readonly Numbered[] = [];
  const lastOfAll = new Map<number, number>();
  for (const [position, block] of headings.entries()) {
    const index = places[position] ?? 0;
    if (block.type !== 'heading') continue;
    if (block.piece !== null) last = [];
    last = last.filter(({ heading }) => heading.depth <= block.depth);
    if (block.numbering === null) continue;
    const { form, number } = block.numbering;
    const isSister = ({ heading: { depth, numbering } }: Numbered) =>
      depth === block.depth && numbering?.form === form;
    const sister = last.find(isSister);
    const before = sister?.heading.numbering?.number;
    last = [...last.filter((each) => !isSister(each)), { heading: block, index }];
    const rank = rankOf(form);
    // Some count on from section to section
    const countsOn = before === undefined && number === (lastOfAll.get(rank) ?? 0) + 1;
    lastOfAll.set(rank, number);
    if (number === (before ?? 0) + 1 || countsOn) continue;
    const what = describe(number, before);
    const begin = sister?.index ?? last.at(-2)?.index ?? -1;
    const between = blocks.slice(begin + 1, index);
    if (what === 'gap' ? holdsNumber(between, form, number - 1) : announces(between, number))
      continue;
    findings.push({
      rule: `numbering-${what}`,
      line: block.line,
      message:
        before === undefined
          ? { says: 'numbering-begin', number }
          : { says: 'numbering', number, before },
    });
  }
  return findings;
}

function describe(
  number: number,
  before: number | undefined,
): 'gap' | 'repeat' | 'restart' | 'disorder' {
  if (before === undefined || number > before) return 'gap';
  if (number === before) return 'repeat';
  return number === 1 ? 'restart' : 'disorder';
}

/** Whether a line that is no heading has the number: then nothing is missing. */
function holdsNumber(blocks: readonly Block[], form: NumberForm, number: number): boolean {
  return blocks.some((block) => {
    if (block.type === 'passage') {
      return form === 'decimal' && block.form === 'list' && block.units.length >= number;
    }
    const numbering = block.type === 'paragraph' ? parseNumbering(block.text) : null;
    return numbering?.form === form && numbering.number === number;
  });
}

/** 新议题： before another 1: a sequence of its own. */
function announces(blocks: readonly Block[], number: number): boolean {
  const before = blocks.at(-1);
  return number === 1 && before?.type === 'paragraph' && /[：:]\s*$/.test(before.text);
}
