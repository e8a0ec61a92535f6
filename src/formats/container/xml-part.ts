import { parseXml, type XmlElement } from './xml.ts';
import type { Zip } from './zip.ts';

/**
 * A part of a ZIP file as XML; null where there is none of its name.
 *
 * @param prefixes the prefix for each namespace
 * @throws UnreadableFile
 */
export function readXmlPart(
  zip: Zip,
  name: string,
  prefixes: ReadonlyMap<string, string>,
): XmlElement | null {
  const bytes = zip.read(name);
  return bytes === null ? null : parseXml(bytes, name, prefixes);
}
