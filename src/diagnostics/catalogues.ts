import type { Catalogue } from './catalogue.ts';
import { chinese } from './chinese/index.ts';
import { english } from './english/index.ts';

/** Languages that Guidang speaks to the keepers of an archive, by their tags. Each is a folder and a line here. */
const catalogues = { en: english, zh: chinese } satisfies Readonly<Record<string, Catalogue>>;

export type Tongue = keyof typeof catalogues;

export const tongues: readonly Tongue[] = ['en', 'zh'];

export function catalogueIn(tongue: Tongue): Catalogue {
  return catalogues[tongue];
}
