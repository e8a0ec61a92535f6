import type { PlacedLine, PlacedPage } from './placed.ts';

/** What stands at the edges of pages and is no part of the text. */
export type Furniture = Readonly<{ kind: 'running-head' | 'page-number'; text: string }>;

/** How many lines from the top and the end of a page may be heads and feet. */
const depth = 2;
/** Lines alike at one height on this share of the pages, and on at least so many, are heads or feet. */
const leastShare = 1 / 3;
const fewestPages = 3;
/** The share of a page that is its upper and its lower margin. */
const margin = 0.12;

const pageNumber =
  /^[-–—―·.\s]*(?:第|page)?\s*(?:\d{1,4}|[ivxlc]{1,6})\s*(?:页|頁)?(?:\s*(?:[/／]|共|of|，)\s*共?\s*\d{1,4}\s*(?:页|頁)?)?[-–—―·.\s]*$/i;

/** Takes heads, feet and numbers of pages out of the lines of all pages. */
export function takeFurniture(
  pages: readonly (readonly PlacedLine[])[],
  sizes: readonly Pick<PlacedPage, 'height'>[],
): { lines: PlacedLine[]; furniture: Furniture[] } {
  const edges = pages.map((lines) => new Set([...lines.slice(0, depth), ...lines.slice(-depth)]));
  const counts = new Map<string, number>();
  for (const edge of edges)
    for (const key of new Set([...edge].map(keyOf))) counts.set(key, (counts.get(key) ?? 0) + 1);
  const least = Math.max(fewestPages, pages.length * leastShare);
  const furniture = new Map<string, Furniture>();
  const lines = pages.flatMap((own, page) => {
    const height = sizes[page]?.height ?? 0;
    return own.filter((line) => {
      if (edges[page]?.has(line) !== true) return true;
      const isInMargin = line.y < margin * height || line.y > (1 - margin) * height;
      const isNumber = isInMargin && pageNumber.test(line.text);
      const isHead = (counts.get(keyOf(line)) ?? 0) >= least;
      if (!isNumber && !isHead) return true;
      const { text } = line;
      furniture.set(text, { kind: isNumber ? 'page-number' : 'running-head', text });
      return false;
    });
  });
  return { lines, furniture: [...furniture.values()] };
}

/** Alike but for numbers, at one height. */
function keyOf({ text, y }: PlacedLine): string {
  return `${Math.round(y / 6)} ${text.replace(/\d+/g, '#').replace(/\s+/g, '')}`;
}
