import { Option } from 'commander';
import type { Catalogue } from '#diagnostics/catalogue.ts';
import { catalogueIn, tongues } from '#diagnostics/catalogues.ts';

/** The option by which a language is asked for, whatever the system's is. */
export const languageOption = new Option(
  '--lang <language>',
  "language of messages (default: the system's)",
).choices(tongues);

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * What commands say, in the language that was asked for, or else in the system's as POSIX has it (LC_ALL,
 * LC_MESSAGES, LANG; Base Definitions, 8.2); Windows has none of these, but a language.
 */
export function chooseCatalogue(
  { lang }: Readonly<{ lang?: string }>,
  environment: Environment = process.env,
): Catalogue {
  if (lang !== undefined) return catalogueIn(lang);
  const { LC_ALL, LC_MESSAGES, LANG } = environment;
  const named = [LC_ALL, LC_MESSAGES, LANG].find((name) => name !== undefined && name !== '');
  const system = named ?? new Intl.DateTimeFormat().resolvedOptions().locale;
  return catalogueIn(system);
}
