import type { Document } from '#document/document.ts';
import { chinese } from '#languages/chinese.ts';
import { renderBody } from '#render/body.ts';

/** The HTML of a document's body, as its page shows it, with numbers for the addresses of its links. */
export function renderedBody({ blocks, questions }: Document): string {
  return renderBody(blocks, questions, { words: chinese.body, addresses: [] });
}
