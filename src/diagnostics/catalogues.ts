import type { Catalogue } from './catalogue.ts';
import { chinese } from './chinese/index.ts';
import { english } from './english/index.ts';

/** Languages that Guidang speaks to the keepers of an archive, by their tags. Each is a folder and a line here. */
const catalogues: ReadonlyMap<string, Catalogue> = new Map([
  ['en', english],
  ['zh', chinese],
]);

export const tongues: readonly string[] = [...catalogues.keys()];

/** @param language a tag such as `zh`, or the name of a locale of a system such as `zh_CN.UTF-8` */
export function catalogueIn(language: string): Catalogue {
  const [tag = ''] = language.toLowerCase().split(/[^a-z]/, 1);
  return catalogues.get(tag) ?? english;
}
