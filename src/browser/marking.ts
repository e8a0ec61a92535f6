import type { Stretch } from '#search/match.ts';

/** A paragraph, item or cell of a page: its text and the nodes that it is made of. */
export type Line = Readonly<{ text: string; nodes: readonly Text[] }>;

const blocks = 'p, li, td, th, dt, dd, h1, h2, h3, h4, h5, h6, blockquote, figcaption, pre, div';

/** Parts of a page that are none of its text. */
const added =
  'button, select, dialog, .section-tools, .permalink, .unseen, summary, input, .footnote-ref, .footnote-backref';

/** The lines of an element, as the index has them: no hit goes from one to the next. */
export function linesOf(element: Element): Line[] {
  const lines: { block: Element | null; nodes: Text[] }[] = [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (!(node instanceof Text) || node.parentElement?.closest(added)) continue;
    const block = node.parentElement?.closest(blocks) ?? null;
    const last = lines.at(-1);
    if (last !== undefined && last.block === block) last.nodes.push(node);
    else lines.push({ block, nodes: [node] });
  }
  return lines
    .map(({ block, nodes }) => {
      const text = nodes.map(({ data }) => data).join('');
      // A line that is broken within a paragraph is one line to searches
      return { nodes, text: block?.tagName === 'PRE' ? text : text.replace(/\s/g, ' ') };
    })
    .filter(({ text }) => text.trim() !== '');
}

/** Marks stretches of a line; gives for each the elements that mark it. */
export function markLine({ nodes }: Line, stretches: readonly Stretch[]): HTMLElement[][] {
  const marks: HTMLElement[][] = stretches.map(() => []);
  let start = 0;
  for (const node of nodes) {
    const end = start + node.length;
    // From the last to the first: what stands before a split keeps its places
    for (let index = stretches.length - 1; index >= 0; index--) {
      const stretch = stretches[index];
      if (stretch === undefined || stretch.from >= end || stretch.to <= start) continue;
      const from = Math.max(0, stretch.from - start);
      const found = node.splitText(from);
      found.splitText(Math.min(end, stretch.to) - start - from);
      const mark = document.createElement('mark');
      found.replaceWith(mark);
      mark.append(found);
      marks[index]?.push(mark);
    }
    start = end;
  }
  return marks;
}
