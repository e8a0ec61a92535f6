/** A question as a key knows it. */
export type Target = Readonly<{
  number: number | null;
  section: number;
  kind: 'choice' | 'judgement' | 'text';
  /** Whether its answer stands with the question. */
  answered: boolean;
  line: number;
}>;

/** The questions that a key may answer, found by section and number without looking through all. */
export type Targets = Readonly<{
  all: readonly Target[];
  /** The questions of a section, in the order of the text; under null all of them. */
  members: ReadonlyMap<number | null, readonly number[]>;
  /** The questions of a number in a section (`2:5`) or anywhere (`null:5`). */
  numbered: ReadonlyMap<string, readonly number[]>;
  /** Sections that hold a question without an answer. */
  waiting: ReadonlySet<number>;
}>;

/** Prepares questions to be found. */
export function indexTargets(all: readonly Target[]): Targets {
  const members = new Map<number | null, number[]>();
  const numbered = new Map<string, number[]>();
  const waiting = new Set<number>();
  for (const [index, { number, section, answered }] of all.entries()) {
    add(members, null, index);
    add(members, section, index);
    add(numbered, `null:${number}`, index);
    add(numbered, `${section}:${number}`, index);
    if (!answered) waiting.add(section);
  }
  return { all, members, numbered, waiting };
}

/**
 * The question of a number in a section (null: anywhere), from the question `next` on. Questions
 * without numbers are counted.
 */
export function findTarget(
  { all, members, numbered }: Targets,
  number: number,
  section: number | null,
  next: number,
): number | null {
  const found = numbered.get(`${section}:${number}`) ?? [];
  const first = found[lowerBound(found, next)];
  if (first !== undefined) return first;
  if (section === null) return null;
  const nth = members.get(section)?.[number - 1];
  return nth !== undefined && all[nth]?.number === null ? nth : null;
}

/** Index of the first of ascending values that is not below `least`. */
export function lowerBound(values: readonly number[], least: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

function add<Key>(map: Map<Key, number[]>, key: Key, index: number): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [index]);
  else list.push(index);
}
