import { invisible } from './number-runs.ts';

/** The longest local part and domain (RFC 5321, sections 4.5.3.1.1 and 4.5.3.1.2). */
const longestLocal = 64;
const longestDomain = 255;

const domain =
  /^ ?(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.){1,8}[A-Za-z]{2,24}(?![A-Za-z])/;

/** Endings of files that sites are made of, none of them a top-level domain: logo@2x.png. */
const fileType = /\.(?:png|jpe?g|gif|webp|svg|css|js)$/i;

const isUnseen = new RegExp(`[${invisible}]`);
const unseen = new RegExp(`[${invisible}]`, 'g');

type Stretch = Readonly<{ from: number; to: number }>;

/**
 * E-mail addresses in a text, with a space beside the at sign or not, and signs without width in them.
 * Looks from each at sign outwards, as far as an address can reach, so that a text of nothing but
 * letters costs nothing.
 */
export function findAddresses(text: string): Stretch[] {
  if (!text.includes('@')) return [];
  if (!isUnseen.test(text)) return findSeen(text);
  const places = placesSeen(text);
  return findSeen(text.replace(unseen, '')).map(({ from, to }) => {
    return { from: places[from] ?? 0, to: (places[to - 1] ?? 0) + 1 };
  });
}

/** Where the characters stand in a text that are seen. */
function placesSeen(text: string): number[] {
  const places: number[] = [];
  for (let index = 0; index < text.length; index++) {
    if (!isUnseen.test(text.charAt(index))) places.push(index);
  }
  return places;
}

function findSeen(text: string): Stretch[] {
  const found: Stretch[] = [];
  let end = 0;
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    const close = text.charAt(at - 1) === ' ' && at > end ? at - 1 : at;
    const before = beginOfLocal(text, close, end);
    const behind = domain.exec(text.slice(at + 1, at + 1 + longestDomain));
    if (before === close || behind === null || fileType.test(behind[0])) continue;
    end = at + 1 + behind[0].length;
    found.push({ from: before, to: end });
  }
  return found;
}

/** Where the local part that ends at a place begins; at that place where there is none. */
function beginOfLocal(text: string, at: number, least: number): number {
  let begin = at;
  const first = Math.max(least, at - longestLocal);
  while (begin > first && /[A-Za-z0-9._%+-]/.test(text.charAt(begin - 1))) begin--;
  while (begin < at && !/[A-Za-z0-9]/.test(text.charAt(begin))) begin++;
  return begin;
}
