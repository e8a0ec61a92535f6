import type { Kind } from './kind/kinds.ts';
import { readSurroundings, type Surroundings } from './layout/surroundings.ts';
import { findClauses, findHeadings } from './outline/headings.ts';
import type { Overruling } from './overruling.ts';
import type { Switches } from './switches.ts';
import type { Block } from './text/blocks.ts';

const officialGroups: ReadonlySet<string> = new Set(['official', 'plan', 'report', 'rule']);

/** What stands around a text: at its head and under it. */
type Front = Omit<Surroundings, 'blocks'>;

/** Lays out each piece by itself: what stands around its text, its clauses and its headings. */
export function layOut(
  source: readonly Block[],
  kind: Kind | null,
  switches: Switches,
  overruled: Overruling,
): { blocks: readonly Block[]; front: Front } {
  const isOfficial = kind !== null && officialGroups.has(kind.group);
  const parts = partsOf(source).map((part) => readSurroundings(part, isOfficial));
  const blocks = parts.flatMap((part) => {
    const withClauses = findClauses(part.blocks);
    return switches.outline ? findHeadings(withClauses, overruled) : withClauses;
  });
  const [first] = parts;
  const last = parts.at(-1);
  const isWhole = parts.length === 1;
  const front: Front = {
    subtitle: first?.subtitle ?? null,
    byline: first?.byline ?? null,
    dateline: first?.dateline ?? null,
    otherDates: first?.otherDates ?? [],
    issuer: first?.issuer ?? null,
    signature: isWhole ? (last?.signature ?? null) : null,
    signatureDate: isWhole ? (last?.signatureDate ?? null) : null,
  };
  return { blocks, front };
}

/** The blocks before the first piece, and those of each piece with the heading that opens it. */
function partsOf(blocks: readonly Block[]): Block[][] {
  const parts: Block[][] = [[]];
  for (const block of blocks) {
    if (block.type === 'heading' && block.piece !== null) parts.push([]);
    parts.at(-1)?.push(block);
  }
  return parts;
}
