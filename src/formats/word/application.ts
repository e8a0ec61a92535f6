import { childOf } from '#formats/container/xml.ts';
import { readXmlPart } from '#formats/container/xml-part.ts';
import { openZip } from '#formats/container/zip.ts';
import { wordPrefixes } from './namespaces.ts';

/**
 * What wrote a Word file, as its properties say, without the system it ran on: `LibreOffice 7.4.7.2`.
 *
 * @throws UnreadableFile
 */
export function applicationOf(bytes: Uint8Array): string | null {
  const properties = readXmlPart(openZip(bytes), 'docProps/app.xml', wordPrefixes);
  const written = childOf(properties, 'app:Application')?.children.join('') ?? '';
  const named = /^(\p{L}+)\/([\d.]+)/u.exec(written);
  return named === null ? null : `${named[1]} ${named[2]}`;
}
