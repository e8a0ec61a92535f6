import { isNamed, nothingOverruled, type Overruling } from '#document/overruling.ts';
import { type Block, type Heading, type Paragraph, paragraph } from '#document/text/blocks.ts';
import { type RichText, slice } from '#document/text/rich-text.ts';
import {
  type NumberForm,
  type Numbering,
  numberForms,
  parseClause,
  parseNumbering,
} from './numbering.ts';

/** Longest heading on a line of its own, longest first sentence that heads its paragraph, and the
 * longest such sentence where its neighbours in the sequence are headings. */
const longestHeading = 42;
const longestLead = 32;
const longestSupportedLead = 60;
const longestColonHeading = 22;

const endsAsSentence = /[。！？!?；;，,、…]["”’」』）)]*$/;
const endsAsItem = /[；;]["”’」』）)]*$/;
const firstSentence = /^[^。！？；;!?\n]*[。！？!?]["”’」』）)]*/;

/**
 * How a numbered paragraph looks by itself: a line of its own, one sentence, a sentence before
 * more text, an item of a list that goes on, or plain text. `end` is where its heading would end.
 */
type Shape = 'line' | 'sentence' | 'run-in' | 'item' | 'text';

type Candidate = {
  block: number;
  numbering: Numbering;
  shape: Shape;
  end: number;
  accepted: boolean;
  /** Whether it is one point of a list. */
  isItem: boolean;
};

/**
 * Finds headings among paragraphs: a numbered line that is short and no sentence; the short first
 * sentence of a numbered paragraph, which then stands as a block of its own before the rest; a
 * short line in bold or in 【】. The sequence is evidence: a number between two headings is likelier
 * one (spec.md, "Outline"). No character is moved or lost.
 */
export function findHeadings(
  blocks: readonly Block[],
  overruled: Pick<Overruling, 'paragraphs'> = nothingOverruled,
): Block[] {
  const candidates = readCandidates(blocks).filter((each) => {
    const block = blocks[each.block];
    return block === undefined || !isNamed(block, overruled.paragraphs);
  });
  decide(candidates, blocks);
  const numbered = new Map(candidates.map((each) => [each.block, each]));
  return blocks.flatMap((block, index): readonly Block[] => {
    if (block.type === 'heading') return [{ ...block, numbering: parseNumbering(block.text) }];
    if (block.type === 'passage' || block.role !== 'paragraph') return [block];
    if (isNamed(block, overruled.paragraphs)) return [block];
    const candidate = numbered.get(index);
    if (candidate?.accepted === true) return split(block, candidate);
    if (candidate?.isItem === true) return [{ ...block, role: 'item' }];
    return isBareHeading(block) ? [toHeading(block, block.line, null, false)] : [block];
  });
}

function split(block: Paragraph, { numbering, end }: Candidate): Block[] {
  const { line } = block;
  if (end >= block.text.length) return [toHeading(block, line, numbering, false)];
  return [
    toHeading(slice(block, 0, end), line, numbering, true),
    paragraph(slice(block, end), line),
  ];
}

function toHeading(
  { text, inline }: RichText,
  line: number,
  numbering: Numbering | null,
  runIn: boolean,
): Heading {
  return { type: 'heading', level: 0, text, inline, line, runIn, numbering, piece: null };
}

/** A short paragraph that is bold from end to end, or that stands in 【】. */
function isBareHeading({ text, inline }: Paragraph): boolean {
  if (text.length > longestHeading || endsAsSentence.test(text) || /[:：]$/.test(text))
    return false;
  if (/^【[^【】]{1,30}】$/.test(text)) return true;
  const [first, ...others] = inline;
  const isBold = first?.is === 'strong' && first.from === 0 && first.to === text.length;
  return isBold && !others.some(({ is }) => is === 'strong');
}

function readCandidates(blocks: readonly Block[]): Candidate[] {
  const candidates: Candidate[] = [];
  let inClause = false;
  for (const [index, block] of blocks.entries()) {
    if (block.type === 'passage') continue;
    if (block.type === 'paragraph' && block.role === 'clause') inClause = true;
    const numbering = parseNumbering(block.text);
    if (numbering === null) continue;
    if (rankOf(numbering.form) <= rankOf('section')) inClause = false;
    if (block.type === 'heading') {
      candidates.push({
        block: index,
        numbering,
        shape: 'line',
        end: block.text.length,
        accepted: false,
        isItem: false,
      });
      continue;
    }
    if (block.role !== 'paragraph') continue;
    // What is numbered under 第…条 is an item of the clause
    if (inClause) {
      const end = block.text.length;
      candidates.push({
        block: index,
        numbering,
        shape: 'item',
        end,
        accepted: false,
        isItem: true,
      });
      continue;
    }
    const shaped = shapeOf(block.text, numbering);
    if (shaped !== null)
      candidates.push({
        block: index,
        numbering,
        ...shaped,
        accepted: false,
        isItem: shaped.shape === 'item',
      });
  }
  return candidates;
}

/** Whether the next points of a list stand in the same paragraph: ①党政同责。②一岗双责。 */
function goesOn(words: string, form: NumberForm): boolean {
  return form === 'circled' && /[②-⑳]/.test(words);
}

function shapeOf(text: string, { form, length }: Numbering): { shape: Shape; end: number } | null {
  const words = text.slice(length);
  if (words === '' || goesOn(words, form)) return null;
  const lead = firstSentence.exec(words)?.[0];
  if (lead === undefined) {
    if (endsAsItem.test(words)) return { shape: 'item', end: text.length };
    const isShort = words.length <= (/[:：]$/.test(words) ? longestColonHeading : longestHeading);
    const isLine = isShort && !endsAsSentence.test(words);
    return { shape: isLine ? 'line' : 'text', end: text.length };
  }
  const end = length + lead.length;
  if (rankOf(form) <= rankOf('section')) return { shape: 'text', end };
  if (end < text.length) return { shape: lead.length <= longestLead ? 'run-in' : 'text', end };
  return { shape: lead.length <= longestLead ? 'sentence' : 'text', end };
}

const likelyShapes: ReadonlySet<Shape> = new Set(['line', 'sentence', 'run-in']);

/** The share of a sequence that must look like headings by itself. */
const leastLikely = 0.6;

export function rankOf(form: NumberForm): number {
  return numberForms.indexOf(form);
}

/** Accepts candidates sequence by sequence: those of one form under one heading. */
function decide(candidates: readonly Candidate[], blocks: readonly Block[]): void {
  for (const sequence of sequencesOf(candidates)) {
    const items = sequence.filter(({ shape }) => shape === 'item').length;
    const bare = sequence.filter((each, index) => isBare(each, sequence[index + 1], blocks)).length;
    // 1.…；2.…；3.…。 is a list, and so is what nothing stands under
    const isList =
      (items > 0 && items >= sequence.length / 2) ||
      (sequence.length > 1 && bare >= sequence.length - (sequence.length > 2 ? 1 : 0));
    if (isList) for (const each of sequence) each.isItem = true;
    if (isList) continue;
    const likely = sequence.filter(({ shape }) => likelyShapes.has(shape));
    const long = sequence.filter(isLongLead);
    const heads = long.every(({ block, end }) => end < (blocks[block]?.text.length ?? 0));
    // Headings of one sequence are of one build: two sentences among five paragraphs are none
    const isOfHeadings = likely.length >= sequence.length * leastLikely;
    const isOfLeads =
      sequence.length > 2 &&
      heads &&
      likely.length > 0 &&
      likely.length + long.length === sequence.length &&
      sequence.every(({ numbering }, index) => numbering.number === index + 1);
    if (!isOfHeadings && !isOfLeads) continue;
    for (const each of likely) each.accepted = true;
    for (const [index, each] of sequence.entries()) {
      if (!long.includes(each)) continue;
      const [before, after] = [sequence[index - 1], sequence[index + 1]];
      each.accepted =
        isOfLeads ||
        (supports(before, each, -1) && (after === undefined || supports(after, each, 1)));
    }
  }
}

/** A longer first sentence, which is a heading where others of its sequence are. */
function isLongLead({ shape, end, numbering }: Candidate): boolean {
  return shape === 'text' && end - numbering.length <= longestSupportedLead;
}

function supports(neighbour: Candidate | undefined, each: Candidate, step: number): boolean {
  return (
    neighbour?.accepted === true && neighbour.numbering.number === each.numbering.number + step
  );
}

/** Whether nothing stands between a one-line candidate and the next of its sequence. */
function isBare(each: Candidate, next: Candidate | undefined, blocks: readonly Block[]): boolean {
  if (each.shape === 'run-in' || each.shape === 'text') return false;
  if (next !== undefined) return next.block === each.block + 1;
  const following = blocks[each.block + 1];
  if (following?.type !== 'paragraph' || following.role !== 'paragraph') return true;
  const below = parseNumbering(following.text);
  return below !== null && rankOf(below.form) <= rankOf(each.numbering.form);
}

/** Candidates of one form, until one of an outer form stands between them. */
function sequencesOf(candidates: readonly Candidate[]): Candidate[][] {
  const open = new Map<number, Candidate[]>();
  const sequences: Candidate[][] = [];
  for (const candidate of candidates) {
    const rank = rankOf(candidate.numbering.form);
    for (const other of open.keys())
      if (other > rank && candidate.shape !== 'item') open.delete(other);
    const sequence = open.get(rank);
    const last = sequence?.at(-1);
    if (sequence === undefined || last === undefined || candidate.numbering.number === 1) {
      const fresh = [candidate];
      open.set(rank, fresh);
      sequences.push(fresh);
    } else {
      sequence.push(candidate);
    }
  }
  return sequences;
}

/** Gives the clauses 第…条 their role. */
export function findClauses(blocks: readonly Block[]): Block[] {
  return blocks.map((block) => {
    if (block.type !== 'paragraph' || block.role !== 'paragraph') return block;
    const clause = parseClause(block.text);
    if (clause === null) return block;
    const number = {
      from: 0,
      to: block.text.slice(0, clause.length).trimEnd().length,
      name: 'number',
    } as const;
    return { ...block, role: 'clause', marks: [number] };
  });
}
