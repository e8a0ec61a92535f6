import type { Block } from '#document/text/blocks.ts';

/** The number of an official paper 发文字号, such as 国发〔2024〕7号. */
export type DocumentNumber = Readonly<{
  /** As written. */
  text: string;
  /** In the brackets that GB/T 9704-2012, section 7.2.5, asks for. */
  normal: string;
  from: number;
  to: number;
}>;

/** A document number and its line in the source file. */
export type PlacedNumber = DocumentNumber & Readonly<{ line: number }>;

const pattern =
  /([\p{Script=Han}×X]{0,16})\s*([〔[［（(【])\s*((?:19|20)\d{2}|[×X]{2,4})\s*([〕\]］）)】])\s*第?\s*(\d{1,5}|[×X]{1,4})\s*号/u;

/** The first document number in a text. */
export function findDocumentNumber(text: string): DocumentNumber | null {
  const match = pattern.exec(text);
  if (match === null) return null;
  const [all, issuer, , year, , number] = match;
  const normal = `${issuer}〔${year}〕${number}号`;
  return { text: all, normal, from: match.index, to: match.index + all.length };
}

/** Whether the number stands in the brackets of the standard and without 第 or a zero in front. */
export function hasStandardForm({ text, normal }: DocumentNumber): boolean {
  return text === normal && !/〕0/.test(text);
}

/** The document's own number: at the end of its title, or on a line of its own under it. */
export function ownNumber(
  blocks: readonly Block[],
  title: string,
  titleLine: number | null,
): PlacedNumber | null {
  const inTitle = findDocumentNumber(title.replace(/《[^》]*》/g, ''));
  if (inTitle !== null && inTitle.to >= title.length) return { ...inTitle, line: titleLine ?? 1 };
  const front = blocks.filter((block) => block.type === 'paragraph').slice(0, 10);
  for (const { text, line } of front) {
    const number = text.length > 60 ? null : findDocumentNumber(text);
    const rest = number === null ? '' : text.slice(0, number.from) + text.slice(number.to);
    if (number !== null && /^\s*(?:签发人\s*[:：].*)?$/.test(rest)) return { ...number, line };
  }
  return null;
}
