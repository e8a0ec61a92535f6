/** Stretches of a text that stand in another one, in the order of the text. */
export type Part = Readonly<{ from: number; to: number }>;

/** Fewer characters are a part of anything. */
const leastOfPart = 2;

/** The longest stretches of `sought` that stand in one of some texts, from its beginning on. */
export function partsIn(sought: string, texts: readonly string[]): Part[] {
  const parts: Part[] = [];
  const isIn = (from: number, to: number) => {
    const stretch = sought.slice(from, to);
    return texts.some((text) => text.includes(stretch));
  };
  for (let from = 0; from + leastOfPart <= sought.length; ) {
    let to = from + leastOfPart;
    if (!isIn(from, to)) {
      from++;
      continue;
    }
    while (to < sought.length && isIn(from, to + 1)) to++;
    parts.push({ from, to });
    from = to;
  }
  return parts;
}

export function lengthOf(parts: readonly Part[]): number {
  return parts.reduce((sum, { from, to }) => sum + to - from, 0);
}

/**
 * How alike two texts are by their pairs of characters, whatever the order of their parts (Dice 1945): 0 for nothing in
 * common, 1 for all.
 */
export function likeness(one: string, other: string): number {
  const pairs = (text: string) => {
    const counts = new Map<string, number>();
    for (let at = 0; at + 1 < text.length; at++) {
      const pair = text.slice(at, at + 2);
      counts.set(pair, (counts.get(pair) ?? 0) + 1);
    }
    return counts;
  };
  const [own, others] = [pairs(one), pairs(other)];
  let shared = 0;
  for (const [pair, count] of own) shared += Math.min(count, others.get(pair) ?? 0);
  const total = Math.max(one.length - 1, 0) + Math.max(other.length - 1, 0);
  return total === 0 ? 0 : (2 * shared) / total;
}

/** So many characters may stand in place of others where something was mistyped. */
const mostMistyped = 2;

/**
 * What was probably meant by a text of which only parts stand in another one: what stands there, where that begins and
 * ends with the first and the last part and little is otherwise between them. Null where it is more than a slip.
 */
export function mendedBy(sought: string, within: string): Part | null {
  const parts = partsIn(sought, [within]).filter(({ from, to }) => to - from >= leastOfPart);
  const [first] = parts;
  if (first === undefined || first.from > 1) return null;
  for (
    let begin = within.indexOf(sought.slice(first.from, first.to));
    begin !== -1;
    begin = within.indexOf(sought.slice(first.from, first.to), begin + 1)
  ) {
    const end = follow(sought, within, parts, begin);
    if (end !== null && begin >= first.from) {
      const rest = sought.length - end.of;
      if (rest <= 1 && end.to + rest <= within.length)
        return { from: begin - first.from, to: end.to + rest };
    }
  }
  return null;
}

/** Where the last part ends in the other text, if all stand there in their order with little between them. */
function follow(
  sought: string,
  within: string,
  [first, ...others]: readonly Part[],
  begin: number,
): { of: number; to: number } | null {
  if (first === undefined) return null;
  let [of, to] = [first.to, begin + first.to - first.from];
  for (const part of others) {
    const at = within.indexOf(sought.slice(part.from, part.to), to);
    if (at === -1 || at - to > mostMistyped || part.from - of > mostMistyped) return null;
    [of, to] = [part.to, at + part.to - part.from];
  }
  return { of, to };
}
