import type { Summary } from './document.ts';

/** What others than a document's own pages show of it, and what lists count and are narrowed by. */
export type Face = Pick<
  Summary,
  'id' | 'title' | 'pinyin' | 'date' | 'kind' | 'statedPieces' | 'organisation' | 'speaker' | 'tags'
>;

export function faceOf({
  id,
  title,
  pinyin,
  date,
  kind,
  statedPieces,
  organisation,
  speaker,
  tags,
}: Face): Face {
  return { id, title, pinyin, date, kind, statedPieces, organisation, speaker, tags };
}
