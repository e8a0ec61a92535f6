import { chinese } from './chinese.ts';
import { english } from './english.ts';
import type { Language } from './language.ts';

/** Languages of the interface by their tags (BCP 47). Each is a file and a line here. */
const languages = [
  ['zh-CN', chinese],
  ['en', english],
] as const satisfies readonly (readonly [string, Language])[];

export type Locale = (typeof languages)[number][0];

export const locales: readonly Locale[] = languages.map(([tag]) => tag);

const byLocale = new Map<Locale, Language>(languages);

export function languageOf(locale: Locale): Language {
  return byLocale.get(locale) ?? chinese;
}
