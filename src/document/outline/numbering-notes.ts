import type { Observation } from '#document/evidence.ts';
import type { Block, Heading } from '#document/text/blocks.ts';
import { rankOf } from './headings.ts';

/**
 * Notes where numbers jump, repeat or run backwards among headings of one form under one heading.
 * Nothing is repaired: a gap may be the author's, or the mark of a page that is lost.
 */
export function noteNumbering(blocks: readonly Block[]): Observation[] {
  const findings: Observation[] = [];
  const last = new Map<number, Heading>();
  const lastOfAll = new Map<number, number>();
  for (const block of blocks) {
    if (block.type !== 'heading') continue;
    if (block.piece !== null) last.clear();
    if (block.numbering === null) continue;
    const { form, number } = block.numbering;
    const rank = rankOf(form);
    for (const other of last.keys()) if (other > rank) last.delete(other);
    const before = last.get(rank)?.numbering?.number;
    last.set(rank, block);
    const expected = (before ?? 0) + 1;
    // Some count on from section to section
    const countsOn = before === undefined && number === (lastOfAll.get(rank) ?? 0) + 1;
    lastOfAll.set(rank, number);
    if (number === expected || countsOn) continue;
    const what = describe(number, before);
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
