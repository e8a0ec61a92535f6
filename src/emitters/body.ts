import { fillLinks } from '#render/body.ts';
import type { Content } from './emitter.ts';

/**
 * What templates are given as a body. The body itself is put in its place behind the template:
 * it is kept as bytes, and most of a page need not become a string and bytes again. Nothing that
 * is escaped can look like it.
 */
export const bodyMark = '<!--body-->';

/** Puts a body, with the addresses of its links, in the place of the mark. */
export function withBody(page: string, body: Uint8Array, addresses: readonly string[]): Content {
  const filled =
    addresses.length === 0 ? body : fillLinks(new TextDecoder().decode(body), addresses);
  const parts: (string | Uint8Array)[] = [];
  let from = 0;
  for (let mark = page.indexOf(bodyMark); mark >= 0; mark = page.indexOf(bodyMark, from)) {
    parts.push(page.slice(from, mark), filled);
    from = mark + bodyMark.length;
  }
  parts.push(page.slice(from));
  return parts;
}
