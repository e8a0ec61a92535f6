import { findKind } from '#document/kinds.ts';
import type { Frame } from './frame.ts';

/** How long a text takes, in minutes, and at which rates in characters a minute. */
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
 * spoken from a rostrum.
 */
export function durationView(characters: number, kind: string, { rates }: Frame): DurationView {
  const minutes = (rate: number) => Math.max(1, Math.round(characters / rate));
  const isSpoken = findKind(kind)?.group === 'spoken';
  return {
    reading: minutes(rates.reading),
    readingRate: rates.reading,
    speaking: isSpoken ? minutes(rates.speaking) : null,
    speakingRate: rates.speaking,
  };
}

/** What the tools of a text say; the names are those of src/browser/. */
export function readingWords({ text }: Frame): string {
  return JSON.stringify({
    appearance: text.appearance,
    size: text.size,
    'size-small': text.sizeSmall,
    'size-medium': text.sizeMedium,
    'size-large': text.sizeLarge,
    spacing: text.spacing,
    'spacing-narrow': text.spacingNarrow,
    'spacing-medium': text.spacingMedium,
    'spacing-wide': text.spacingWide,
    theme: text.theme,
    'theme-automatic': text.themeAutomatic,
    'theme-light': text.themeLight,
    'theme-dark': text.themeDark,
    'theme-paper': text.themePaper,
    copyAll: text.copyAll,
    copySection: text.copySection,
    copyLink: text.copyLink,
    copied: text.copied,
    withSource: text.withSource,
    print: text.print,
    keys: text.keys,
    'keys-on': text.keysOn,
    'keys-off': text.keysOff,
    close: text.close,
    nextSection: text.nextSection,
    previousSection: text.previousSection,
    outline: text.outline,
    search: text.search,
  });
}

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
