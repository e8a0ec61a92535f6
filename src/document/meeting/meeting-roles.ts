import { parseNumbering } from '#document/outline/numbering.ts';
import type { Block, Mark } from '#document/text/blocks.ts';
import type { Unit } from '#document/text/units.ts';
import type { Meeting } from './meeting.ts';

/** Gives the lines of records their roles: fields, turns, resolutions, items of the agenda. */
export function markMeetings(
  source: readonly Block[],
  units: readonly Unit[],
  meetings: readonly Meeting[],
): readonly Block[] {
  let decided = 0;
  return meetings.reduce((blocks, meeting) => {
    const marked = markMeeting(blocks, units, meeting, decided);
    decided += meeting.resolutions.length;
    return marked;
  }, source);
}

/** @param decided how many resolutions earlier meetings of the text have */
function markMeeting(
  source: readonly Block[],
  units: readonly Unit[],
  meeting: Meeting,
  decided: number,
): readonly Block[] {
  const blocks = [...source];
  for (const { unit, from, valueFrom } of meeting.fields) {
    const index = units[unit]?.block ?? -1;
    const block = blocks[index];
    if (block === undefined || block.type === 'heading') continue;
    if (block.type === 'passage') {
      blocks[index] = { ...block, role: 'field' };
      continue;
    }
    const label: Mark[] = valueFrom > from ? [{ from, to: valueFrom, name: 'label' }] : [];
    const marks = [...block.marks, ...label].sort((one, other) => one.from - other.from);
    blocks[index] = { ...block, role: 'field', marks };
  }
  for (const index of agendaBlocks(blocks, units, meeting)) {
    const block = blocks[index];
    if (block?.type === 'paragraph') blocks[index] = { ...block, role: 'item' };
  }
  for (const { unit, length, speaker } of meeting.turns) {
    const index = units[unit]?.block ?? -1;
    const block = blocks[index];
    if (block?.type !== 'paragraph') continue;
    const lead: Mark = { from: 0, to: length, name: 'speaker' };
    blocks[index] = { ...block, role: 'turn', speaker, marks: [lead] };
  }
  for (const [number, { unit }] of meeting.resolutions.entries()) {
    const index = units[unit]?.block ?? -1;
    const block = blocks[index];
    if (block?.type !== 'paragraph' || block.resolution !== undefined) continue;
    const role = block.role === 'turn' ? 'turn' : 'resolution';
    blocks[index] = { ...block, role, resolution: decided + number + 1 };
  }
  return blocks;
}

/** The numbered lines under the field of the agenda that say what is on it. */
function agendaBlocks(
  blocks: readonly Block[],
  units: readonly Unit[],
  { fields, agenda }: Meeting,
): number[] {
  const field = fields.find(({ property }) => property === 'agenda');
  const start = field === undefined ? undefined : units[field.unit]?.block;
  if (start === undefined) return [];
  const found: number[] = [];
  for (let index = start + 1; index < blocks.length; index++) {
    const block = blocks[index];
    if (block?.type !== 'paragraph' || block.role !== 'paragraph') break;
    const words = block.text.slice(parseNumbering(block.text)?.length ?? 0).trim();
    if (!agenda.some((item) => item !== '' && words.startsWith(item))) break;
    found.push(index);
  }
  return found;
}
