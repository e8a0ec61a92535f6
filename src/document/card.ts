import type { Summary } from './document.ts';

/** What others than a document's own pages show of it, and what lists count and are narrowed by. */
export type Card = Pick<
  Summary,
  | 'id'
  | 'title'
  | 'pinyin'
  | 'date'
  | 'kind'
  | 'statedPieces'
  | 'organisations'
  | 'speaker'
  | 'tags'
>;

export function cardOf({
  id,
  title,
  pinyin,
  date,
  kind,
  statedPieces,
  organisations,
  speaker,
  tags,
}: Card): Card {
  return { id, title, pinyin, date, kind, statedPieces, organisations, speaker, tags };
}
