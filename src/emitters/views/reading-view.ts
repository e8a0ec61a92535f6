import { findKind } from '#document/kind/kinds.ts';
import type { Frame } from './frame.ts';

/** How long a text is. */
export type Length = Readonly<{ characters: number; words: number | null }>;

/** How long a text takes, in minutes, and at which rates in characters a minute, or in words. */
export type DurationView = Readonly<{
  reading: number;
  readingRate: number;
  /** null for texts that are not spoken. */
  speaking: number | null;
  speakingRate: number;
}>;

/**
 * Times are told from a minute on, rounded to whole minutes. The rates are the site's own; those that
 * hold without configuration are usual ones for Chinese: 400 characters a minute read silently, 200
 * spoken from a rostrum. null of a text without characters.
 */
export function durationView(
  { characters, words }: Length,
  kind: string,
  frame: Frame,
): DurationView | null {
  if (characters === 0) return null;
  const rates = words === null ? frame.rates : ofWords;
  const minutes = (rate: number) => Math.max(1, Math.round((words ?? characters) / rate));
  const isSpoken = findKind(kind)?.group === 'spoken';
  return {
    reading: minutes(rates.reading),
    readingRate: rates.reading,
    speaking: isSpoken ? minutes(rates.speaking) : null,
    speakingRate: rates.speaking,
  };
}

/** English words a minute, read silently (Brysbaert 2019: 238) and spoken in public. */
const ofWords = { reading: 240, speaking: 150 };

/** The line that says where a text is from: 《title》，organisation，date。site */
export function sourceLine(
  {
    title,
    organisation,
    date,
  }: { title: string; organisation: string | null; date: string | null },
  frame: Frame,
): string {
  const facts = [`《${title}》`, organisation, date, frame.title];
  return facts.filter((fact) => fact !== null && fact !== '').join('，');
}
