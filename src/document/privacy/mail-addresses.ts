/** The longest local part and domain (RFC 5321, sections 4.5.3.1.1 and 4.5.3.1.2). */
const longestLocal = 64;
const longestDomain = 255;

const domain =
  /^(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.){1,8}[A-Za-z]{2,24}(?![A-Za-z])/;

/** Endings of files that sites are made of, none of them a top-level domain: logo@2x.png. */
const fileType = /\.(?:png|jpe?g|gif|webp|svg|css|js)$/i;

/**
 * E-mail addresses in a text. Looks from each at sign outwards, as far as an address can reach, so
 * that a text of nothing but letters costs nothing.
 */
export function findAddresses(text: string): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  let end = 0;
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    const before = beginOfLocal(text, at, end);
    const behind = domain.exec(text.slice(at + 1, at + 1 + longestDomain));
    if (before === at || behind === null || fileType.test(behind[0])) continue;
    end = at + 1 + behind[0].length;
    found.push({ from: before, to: end });
  }
  return found;
}

/** Where the local part begins; at the sign itself where there is none. */
function beginOfLocal(text: string, at: number, least: number): number {
  let begin = at;
  const first = Math.max(least, at - longestLocal);
  while (begin > first && /[A-Za-z0-9._%+-]/.test(text.charAt(begin - 1))) begin--;
  while (begin < at && !/[A-Za-z0-9]/.test(text.charAt(begin))) begin++;
  return begin;
}
