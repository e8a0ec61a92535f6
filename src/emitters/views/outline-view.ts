import type { OutlineEntry } from '#document/outline/outline.ts';

/** A heading with those below it. */
export type OutlineNode = { anchor: string; text: string; children: OutlineNode[] };

export function nestOutline(outline: readonly OutlineEntry[]): OutlineNode[] {
  const top: OutlineNode[] = [];
  const open: OutlineNode[] = [];
  for (const { anchor, depth, text } of outline) {
    const node: OutlineNode = { anchor, text, children: [] };
    open.length = depth - 1;
    const siblings = open.at(-1)?.children ?? top;
    siblings.push(node);
    open.push(node);
  }
  return top;
}
