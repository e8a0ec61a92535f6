import { chineseNumber } from '#document/outline/numerals.ts';
import { headLength, ordinal } from './find-keys.ts';
import { type SectionType, sectionOf, typeOfTag } from './sections.ts';
import type { Targets } from './targets.ts';

/** How far the reading of a key has come. */
export type Place = {
  section: number | null;
  next: number;
  used: Set<number>;
  open: number | null;
  inBrackets: boolean | null;
  /** The numbers in the last row 题号 of a table. */
  columns: readonly number[];
};

/** Goes to the section that a line names; the length of its name. */
export function enterSection(
  text: string,
  isHeading: boolean,
  place: Place,
  targets: Targets,
  sections: readonly SectionType[],
): number {
  const numbered = ordinal.exec(text);
  const start = numbered?.[0].length ?? 0;
  const length = headLength(text.slice(start));
  const head = text
    .slice(0, start + length)
    .replace(/(?:参考)?答案/, '')
    .trim();
  const type = sectionOf(head, isHeading) ?? typeOfTag(head.replace(/[\s:：]{1,3}$/, ''));
  if (type === null && numbered === null) return 0;
  // 一、坚持党的领导 within an answer names no section.
  if (type === null && length > 0 && text.slice(start).trim() !== '') return 0;
  const found = findSection(type, chineseNumber(numbered?.[1] ?? ''), place, targets, sections);
  place.open = null;
  place.inBrackets = null;
  if (found !== null) {
    place.section = found;
    place.used.add(found);
    place.next = targets.members.get(found)?.[0] ?? 0;
  }
  return start + length;
}

function findSection(
  type: SectionType | null,
  number: number | null,
  place: Place,
  targets: Targets,
  sections: readonly SectionType[],
): number | null {
  const isWaiting = (index: number) => !place.used.has(index) && targets.waiting.has(index);
  const same = sections.findIndex((one, index) => agree(one, type) && isWaiting(index));
  if (type !== null && same >= 0) return same;
  return number !== null && isWaiting(number - 1) ? number - 1 : null;
}

function agree(one: SectionType, other: SectionType | null): boolean {
  if (one === other) return true;
  const choices: (SectionType | null)[] = ['single', 'multiple', 'choice'];
  return (
    (one === 'choice' || other === 'choice') && choices.includes(one) && choices.includes(other)
  );
}
