import { extname } from 'node:path';
import { openThread } from '#formats/thread.ts';

/** A page that takes longer is not read. */
const longest = 10_000;

type Found = Readonly<{ html: string | null }>;

const ask = openThread<string, Found>(
  // In a package it is JavaScript
  new URL(`./readable-worker${extname(import.meta.url)}`, import.meta.url),
  longest,
  (value): value is Found => typeof value === 'object' && value !== null && 'html' in value,
);

/**
 * Finds the text of a page in a thread that can be ended, for there are pages on which no end comes; in this one
 * where no thread may be started, as in a confined build.
 *
 * @returns HTML, or null where no text is found in time
 */
export async function findReadable(html: string): Promise<string | null> {
  const answered = await ask(html);
  if (answered.outcome === 'answered') return answered.answer.html;
  if (answered.outcome !== 'refused') return null;
  return (await import('./readable-text.ts')).readableText(html);
}
