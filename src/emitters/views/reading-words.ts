import type { Language } from '#languages/language.ts';

/** What the tools of a text say; the names are those of src/browser/. */
export function readingWords(text: Language['interface']): string {
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
