import { readFileSync } from 'node:fs';
import type { Content } from '#emitters/emitter.ts';
import { openZip } from '#formats/container/zip.ts';
import { drawPage } from '#formats/pdf/draw-pages.ts';
import type { Written } from '#output/publish.ts';
import { mayHoldPlace, withoutPlace } from '#output/without-place.ts';

/**
 * What is published of a file: a part of it by itself, and a photograph without the place at which it was taken.
 *
 * @throws UnreadableFile
 */
export function unpackFile(content: Content): Written {
  if (typeof content === 'string' || Array.isArray(content)) return content;
  if ('partOf' in content) {
    const { partOf, part } = content;
    const bytes = readPart(partOf, part);
    return [mayHoldPlace(part) ? withoutPlace(bytes) : bytes];
  }
  if (!('copyOf' in content) || !mayHoldPlace(content.copyOf)) return content;
  const bytes = readFileSync(content.copyOf);
  const own = withoutPlace(bytes);
  return own === bytes ? content : [own];
}

/** The bytes of a part of a file of parts; none where it is not there any more. */
function readPart(file: string, part: string): Uint8Array {
  if (/\.pdf$/i.test(file)) return drawPage(file, part);
  return openZip(readFileSync(file)).read(part) ?? new Uint8Array();
}
