import { UnreadableFile } from '#formats/container/unreadable.ts';
import { childrenOf, type XmlElement } from '#formats/container/xml.ts';
import { readXmlPart } from '#formats/container/xml-part.ts';
import type { Zip } from '#formats/container/zip.ts';
import { resolvePath } from '#render/markdown/content-links.ts';
import { wordPrefixes } from './namespaces.ts';

/** What a part leads to: another part, by its name, or an address. */
type Relationship = Readonly<{ type: string; target: string; isExternal: boolean }>;

/** The parts of a Word file that hold its text and how that is shown. */
export type WordParts = Readonly<{
  document: XmlElement;
  styles: XmlElement | null;
  numbering: XmlElement | null;
  footnotes: XmlElement | null;
  endnotes: XmlElement | null;
  comments: XmlElement | null;
  /** Heads and feet of its pages, in the order of their names. */
  margins: readonly XmlElement[];
  /** What the main part leads to, by identifier. */
  relationships: ReadonlyMap<string, Relationship>;
}>;

/**
 * Finds the parts of a Word file by their relationships (ISO/IEC 29500-2): their names are a habit alone.
 *
 * @throws UnreadableFile
 */
export function readParts(zip: Zip): WordParts {
  const ofPackage = readRelationships(zip, '');
  const main = [...ofPackage.values()].find(({ type }) => type === 'officeDocument')?.target;
  const name = main ?? 'word/document.xml';
  const document = readXmlPart(zip, name, wordPrefixes);
  if (document?.name !== 'w:document') throw new UnreadableFile({ is: 'other-format' });
  const relationships = readRelationships(zip, name);
  const targets = (type: string) =>
    [...relationships.values()]
      .filter((each) => each.type === type && !each.isExternal)
      .map(({ target }) => target)
      .sort();
  const only = (type: string) => {
    const [target] = targets(type);
    return target === undefined ? null : readXmlPart(zip, target, wordPrefixes);
  };
  return {
    document,
    styles: only('styles'),
    numbering: only('numbering'),
    footnotes: only('footnotes'),
    endnotes: only('endnotes'),
    comments: only('comments'),
    margins: [...targets('header'), ...targets('footer')].flatMap(
      (target) => readXmlPart(zip, target, wordPrefixes) ?? [],
    ),
    relationships,
  };
}

/** The relationships of a part, or of the package as a whole. */
function readRelationships(zip: Zip, part: string): Map<string, Relationship> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const file = readXmlPart(zip, `${folder}_rels/${part.slice(folder.length)}.rels`, wordPrefixes);
  const found = new Map<string, Relationship>();
  for (const { attributes } of childrenOf(file, 'rel:Relationship')) {
    const type = attributes.get('Type') ?? '';
    const target = attributes.get('Target') ?? '';
    const isExternal = attributes.get('TargetMode') === 'External';
    found.set(attributes.get('Id') ?? '', {
      type: type.slice(type.lastIndexOf('/') + 1),
      target: isExternal ? target : resolvePath(folder, target),
      isExternal,
    });
  }
  return found;
}
