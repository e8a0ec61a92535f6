import type { ContentLink } from '#document/document.ts';
import { paragraph } from '#document/text/blocks.ts';
import type { Content } from './format.ts';

/**
 * A document that is pictures, each of which is known by its number where there are several.
 *
 * @param pictures their paths below `content/`, in their order
 * @param title what they show, in words
 */
export function pictureContent(pictures: readonly string[], title: unknown): Content {
  const words = typeof title === 'string' ? title : null;
  const links = pictures.map((target): ContentLink => {
    return { target, fragment: '', whole: null, image: true, line: 1 };
  });
  const blocks = links.map((_, source) => {
    const number = links.length === 1 ? '' : ` ${source + 1}/${links.length}`;
    const own = words === null ? null : words + number;
    const mark = { is: 'picture', source, title: own, from: 0, to: 0, depth: 0 } as const;
    return paragraph({ text: '', inline: [mark] }, source + 1);
  });
  return { blocks, links, isMarkdown: false, asides: [], diagnostics: [], needsOriginal: true };
}
