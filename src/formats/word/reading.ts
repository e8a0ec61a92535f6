import type { ContentLink } from '#document/document.ts';
import type { XmlElement } from '#formats/container/xml.ts';
import type { OpenField } from './fields.ts';
import type { Counter } from './numbering.ts';
import type { WordParts } from './parts.ts';
import type { Styles } from './styles.ts';
import type { Tally } from './tally.ts';

/** What is known while a Word file is read from its beginning to its end. */
export type WordReading = Readonly<{
  /** Its path below `content/`. */
  file: string;
  styles: Styles;
  counter: Counter;
  relationships: WordParts['relationships'];
  hasPictures: boolean;
  links: ContentLink[];
  tally: Tally;
  /** Fields that are open: they may reach over paragraphs. */
  fields: OpenField[];
  /** Notes that were referred to, in that order, with the number of references. */
  notes: Map<string, number>;
}> & {
  /** Paragraphs so far: the place of what is told. */
  ordinal: number;
  /** Text boxes of the paragraph that is read, which stand behind it. */
  boxes: XmlElement[];
};
