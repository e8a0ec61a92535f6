import { spanOf } from './draft.ts';
import { entriesOf } from './entries.ts';
import { heading, type KeyPlace, leading } from './find-keys.ts';
import { enterSection, type Place } from './key-sections.ts';
import { bareValuesOf, columnsOf } from './key-table.ts';
import type { Line } from './lines.ts';
import type { Span } from './quiz.ts';
import type { SectionType } from './sections.ts';
import { findTarget, indexTargets, lowerBound, type Target, type Targets } from './targets.ts';

/** An answer of a key and where it stands. */
export type KeyAnswer = { text: string; spans: Span[] };

/** The answers that the keys give, by the index of their question, and the keys that give any. */
export function readKeys(
  lines: readonly Line[],
  keys: readonly KeyPlace[],
  targets: readonly Target[],
  sections: readonly Readonly<{ type: SectionType }>[],
): { answers: Map<number, KeyAnswer>; used: KeyPlace[] } {
  const answers = new Map<number, KeyAnswer>();
  const used: KeyPlace[] = [];
  const types = sections.map(({ type }) => type);
  const places = targets.map(({ line }) => line);
  let first = 0;
  let behind = 0;
  let own = indexTargets([]);
  for (const key of keys) {
    const line = lines[key.from]?.line ?? 0;
    const end = lowerBound(places, line);
    // A key answers the questions since the last one; another key to the same questions begins anew.
    if (end > behind) {
      first = behind;
      behind = end;
      own = indexTargets(targets.slice(first, end));
    }
    const given = readKey(lines.slice(key.from, key.to), own, types);
    for (const [index, answer] of given) {
      if (!answers.has(first + index)) answers.set(first + index, answer);
    }
    if (given.size > 0) used.push(key);
  }
  return { answers, used };
}

function readKey(
  lines: readonly Line[],
  targets: Targets,
  sections: readonly SectionType[],
): Map<number, KeyAnswer> {
  const answers = new Map<number, KeyAnswer>();
  const place: Place = {
    section: null,
    next: 0,
    used: new Set(),
    open: null,
    inBrackets: null,
    columns: [],
  };
  for (const [index, line] of lines.entries()) {
    const isTitle = index === 0 && heading.test(line.text);
    if (isTitle) continue;
    const head = index === 0 ? (leading.exec(line.text)?.[0].length ?? 0) : 0;
    const from = head + enterSection(line.text.slice(head), line.heading, place, targets, sections);
    readEntries(line, from, place, targets, answers);
  }
  return answers;
}

function readEntries(
  line: Line,
  from: number,
  place: Place,
  targets: Targets,
  answers: Map<number, KeyAnswer>,
): void {
  const give = (index: number, begin: number, to: number) => {
    place.next = index + 1;
    place.open = index;
    answers.set(index, { text: line.text.slice(begin, to), spans: [spanOf(line, begin, to)] });
  };
  const columns = columnsOf(line.text);
  if (columns?.kind === 'numbers') {
    place.columns = columns.cells.map(({ text }) => Number(text));
    return;
  }
  const find = (number: number) => findTarget(targets, number, place.section, place.next);
  const members = targets.members.get(place.section) ?? [];
  const next = lowerBound(members, place.next);
  const values = columns?.cells ?? bareValuesOf(line.text, from, members.length - next);
  if (values.length > 0) {
    for (const [nth, { from: begin, to }] of values.entries()) {
      const index = columns === null ? members[next + nth] : find(place.columns[nth] ?? 0);
      if (index !== undefined && index !== null) give(index, begin, to);
    }
    return;
  }
  const kindOf = (number: number) => targets.all[find(number) ?? -1]?.kind ?? null;
  const entries = entriesOf(line.text, from, kindOf, place.inBrackets);
  const lead = line.text.slice(from, entries[0]?.head).trimEnd();
  const open = answers.get(place.open ?? -1);
  if (open !== undefined && lead.trim() !== '') {
    open.text += `\n${lead.trim()}`;
    open.spans.push(spanOf(line, from, from + lead.length));
  }
  for (const { number, from: begin, to, inBrackets } of entries) {
    const index = find(number);
    if (index === null) continue;
    place.inBrackets = inBrackets;
    give(index, begin, to);
  }
}
