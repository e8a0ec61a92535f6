import { childOf, childrenOf, elementsOf, type XmlElement } from '#formats/container/xml.ts';
import { type Piece, plainPiece } from '#formats/laid-out/pieces.ts';
import { characterOf, isPictureFont, unknownSymbol } from '#formats/symbols.ts';
import { decodePath, resolvePath } from '#render/markdown/content-links.ts';
import { addressOfFields, boxOf, drawnText, isInContents, isInstruction } from './fields.ts';
import { readFormula } from './formulas.ts';
import { chosen, readDrawing } from './pictures.ts';
import type { WordReading } from './reading.ts';
import { type CharacterStyle, isOn, readCharacterStyle, valueIn } from './styles.ts';

type Href = Piece['href'];

/** The running text of a paragraph, as a reader of the printed page would have it. */
export function readText(
  parent: XmlElement,
  style: CharacterStyle,
  reading: WordReading,
  href: Href = null,
): Piece[] {
  return childrenOf(parent).flatMap((child) => readPart(child, style, reading, href));
}

function readPart(
  part: XmlElement,
  style: CharacterStyle,
  reading: WordReading,
  href: Href,
): Piece[] {
  const { tally } = reading;
  switch (part.name) {
    case 'w:r':
      return readRun(part, style, reading, href);
    case 'w:hyperlink':
      return readText(part, style, reading, addressOf(part, reading) ?? href);
    case 'w:ins':
    case 'w:moveTo':
      tally.insertions++;
      return readText(part, style, reading, href);
    case 'w:del':
    case 'w:moveFrom':
      tally.deletions++;
      setAside(wordsOf(part), reading);
      return [];
    case 'w:smartTag':
    case 'w:customXml':
    case 'w:sdtContent':
    case 'w:dir':
    case 'w:bdo':
    case 'w:fldSimple':
      return readText(part, style, reading, href);
    case 'w:sdt':
      return isPrompt(part) ? [] : readText(part, style, reading, href);
    case 'mc:AlternateContent':
      return readText(chosen(part), style, reading, href);
    case 'm:oMath':
    case 'm:oMathPara':
      return [plainPiece(readFormula(part))];
    default:
      return [];
  }
}

/** Whether a field of a form shows what to write there, and nobody has. */
export function isPrompt(control: XmlElement): boolean {
  const prompt = childOf(childOf(control, 'w:sdtPr'), 'w:showingPlcHdr');
  return prompt !== null && isOn(prompt.attributes.get('w:val') ?? 'true');
}

function addressOf({ attributes }: XmlElement, reading: WordReading): string | number | null {
  const related = reading.relationships.get(attributes.get('r:id') ?? '');
  if (related?.isExternal !== true) return null;
  return safeAddress(related.target) ?? fileAt(related.target, reading);
}

/** The number of a link to a file beside this one; null for addresses of other sorts and of a machine of its own. */
function fileAt(address: string, { file, links, ordinal }: WordReading): number | null {
  if (!/^[^:#?/\\][^:?]*$/.test(address)) return null;
  const [path = '', fragment] = address.replaceAll('\\', '/').split('#', 2);
  const folder = file.slice(0, file.lastIndexOf('/') + 1);
  const target = resolvePath(folder, decodePath(path));
  const behind = fragment === undefined ? '' : `#${fragment}`;
  links.push({ target, fragment: behind, whole: null, image: false, line: ordinal });
  return links.length - 1;
}

/** Addresses that a page may lead to. */
function safeAddress(address: string | null): string | null {
  return address !== null && /^(?:https?:\/\/|mailto:)/i.test(address) ? address : null;
}

/** Deleted and hidden words, which keepers are told. */
function setAside(text: string, { tally, ordinal }: WordReading): void {
  if (text.trim() !== '') tally.asides.push({ line: ordinal, kind: 'comment', text: text.trim() });
}

function wordsOf(element: XmlElement): string {
  const words = ['w:t', 'w:delText'].flatMap((name) => [...elementsOf(element, name)]);
  return words.map(({ children }) => children.join('')).join('');
}

function readRun(run: XmlElement, base: CharacterStyle, reading: WordReading, href: Href): Piece[] {
  const properties = childOf(run, 'w:rPr');
  const named = reading.styles.characters(valueIn(properties, 'w:rStyle'), base);
  const style = readCharacterStyle(properties, named);
  // Of what is not printed nothing is looked at but the ends of fields
  const isDeleted = ['w:del', 'w:moveFrom'].some((name) => childOf(properties, name) !== null);
  if (isDeleted || style.hidden) {
    const words = wordsOf(run);
    if (isDeleted) reading.tally.deletions++;
    else if (words.trim() !== '' || holdsMore(run)) reading.tally.hidden++;
    setAside(words, reading);
    for (const mark of childrenOf(run)) readFieldMark(mark, reading);
    return [];
  }
  return childrenOf(run).flatMap((child) => readContent(child, style, reading, href));
}

/** Whether a run holds a picture, a box or a note. */
function holdsMore(run: XmlElement): boolean {
  return childrenOf(run).some(({ name }) =>
    /:(?:drawing|pict|object|AlternateContent|footnoteReference|endnoteReference)$/.test(name),
  );
}

function readFieldMark(mark: XmlElement, reading: WordReading): void {
  if (mark.name === 'w:fldChar') readFieldCharacter(mark, reading);
  else if (mark.name === 'w:instrText') readInstruction(mark, reading);
}

function readInstruction({ children }: XmlElement, { fields }: WordReading): void {
  const field = fields.at(-1);
  if (field !== undefined) field.instruction += children.join('');
}

function readContent(
  content: XmlElement,
  style: CharacterStyle,
  reading: WordReading,
  href: Href,
): Piece[] {
  const { fields } = reading;
  if (content.name === 'w:fldChar') return readFieldCharacter(content, reading);
  if (content.name === 'w:instrText') {
    readInstruction(content, reading);
    return [];
  }
  if (isInstruction(fields)) return [];
  const write = (text: string): Piece[] => {
    const address = href ?? (fields.length === 0 ? null : safeAddress(addressOfFields(fields)));
    return [{ text, style, href: isInContents(fields) ? null : address }];
  };
  switch (content.name) {
    case 'w:t':
      return write(readSigns(content.children.join('').replaceAll('\n', ' '), style, reading));
    case 'w:tab':
    case 'w:ptab':
      return write('\t');
    case 'w:br':
    case 'w:cr':
      return write('\n');
    case 'w:noBreakHyphen':
      return write('-');
    case 'w:sym':
      return write(readSymbol(content, reading));
    case 'w:footnoteReference':
    case 'w:endnoteReference':
      return [referToNote(content, reading)];
    case 'w:drawing':
    case 'w:pict':
    case 'w:object':
      return readDrawing(content, reading);
    case 'mc:AlternateContent':
      return childrenOf(chosen(content)).flatMap((each) => readContent(each, style, reading, href));
    case 'w:ruby': {
      const reads = childOf(content, 'w:rt');
      const own = reads === null ? [] : readText(reads, style, reading);
      const above = own.map(({ text }) => text).join('');
      const below = childOf(content, 'w:rubyBase');
      const base = below === null ? [] : readText(below, style, reading, href);
      return above === '' ? base : [...base, ...write(`（${above}）`)];
    }
    default:
      return [];
  }
}

function readFieldCharacter(mark: XmlElement, { fields }: WordReading): Piece[] {
  const type = mark.attributes.get('w:fldCharType');
  if (type === 'begin') {
    fields.push({ instruction: '', hasResult: false });
    const box = boxOf(mark);
    return box === null ? [] : [plainPiece(box)];
  }
  const field = fields.at(-1);
  if (field === undefined) return [];
  if (type === 'separate') field.hasResult = true;
  if (type !== 'end') return [];
  fields.pop();
  const drawn = field.hasResult ? null : drawnText(field);
  return drawn === null ? [] : [plainPiece(drawn)];
}

function referToNote({ name, attributes }: XmlElement, { notes }: WordReading): Piece {
  const key = `${name === 'w:footnoteReference' ? 'footnote' : 'endnote'} ${attributes.get('w:id')}`;
  const reference = notes.get(key) ?? 0;
  notes.set(key, reference + 1);
  const note = [...notes.keys()].indexOf(key) + 1;
  return { ...plainPiece(''), note: { note, reference } };
}

/** Signs of a font of pictures; those of a font that only the author's machine has stay as they are. */
function readSigns(text: string, { font }: CharacterStyle, reading: WordReading): string {
  const isOfPictures = isPictureFont(font);
  if (!isOfPictures && !/[\uf000-\uf0ff]/.test(text)) return text;
  return text.replace(
    isOfPictures ? /[\x21-\x7e\xa1-\xff\uf020-\uf0ff]/g : /[\uf020-\uf0ff]/g,
    (sign) => {
      const number = sign.charCodeAt(0);
      const known = characterOf(isOfPictures ? font : 'wingdings', number);
      if (known !== null) return known;
      // The digits and marks of Symbol are those of other fonts
      if (/^symbol$/i.test(font) && number < 0x80) return sign;
      reading.tally.unknownSymbols++;
      return unknownSymbol;
    },
  );
}

function readSymbol({ attributes }: XmlElement, { tally }: WordReading): string {
  const number = Number.parseInt(attributes.get('w:char') ?? '', 16);
  const font = attributes.get('w:font') ?? '';
  const known = characterOf(font, number);
  if (known !== null) return known;
  const isPlain = number >= 0x20 && number < 0xe000 && !isPictureFont(font);
  if (isPlain) return String.fromCharCode(number);
  tally.unknownSymbols++;
  return unknownSymbol;
}
