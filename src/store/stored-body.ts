import type { Body, BodyBlock } from '#document/document.ts';
import type { PlacedHeading } from '#document/outline/outline.ts';
import type { Paragraph } from '#document/text/blocks.ts';
import { mapTexts } from '#document/text/flow.ts';

/*
 * A body in a pack: its characters, one text after the other, in UTF-16 as the engine has them, and all else as
 * JSON, in which every character would be looked at.
 */

/** Of a plain paragraph its line, of others their fields in their order: names would take most of the room. */
type Frame = number | ParagraphFrame | HeadingFrame | Extract<BodyBlock, { type: 'passage' }>;
type ParagraphFrame = readonly [
  Paragraph['line'],
  Paragraph['role'],
  Paragraph['inline'],
  Paragraph['marks'],
  number | null,
  string | null,
  number | null,
];
type HeadingFrame = readonly [
  PlacedHeading['line'],
  PlacedHeading['level'],
  PlacedHeading['inline'],
  PlacedHeading['anchor'],
  PlacedHeading['depth'],
  PlacedHeading['runIn'],
  PlacedHeading['numbering'],
  PlacedHeading['piece'],
];

type Others = Omit<Body, 'blocks'> &
  Readonly<{
    frames: readonly Frame[];
    /** Of the texts, in the order of the blocks. */
    lengths: readonly number[];
  }>;

/** Bytes of the number at the end: how long the JSON before it is. */
const suffix = 4;

export function packBody({ blocks, ...others }: Body): Uint8Array[] {
  const lengths: number[] = [];
  let characters = '';
  const put = (text: string) => {
    lengths.push(text.length);
    characters += text;
  };
  const frames = blocks.map((block): Frame => {
    if (block.type === 'passage') {
      const flow = mapTexts(block.flow, ({ text, inline }) => {
        put(text);
        return { text: '', inline };
      });
      return { ...block, flow };
    }
    put(block.text);
    return block.type === 'heading' ? frameOfHeading(block) : frameOfParagraph(block);
  });
  const written: Others = { ...others, frames, lengths };
  const json = Buffer.from(JSON.stringify(written));
  const length = Buffer.alloc(suffix);
  length.writeUInt32LE(json.length);
  return [Buffer.from(characters, 'utf16le'), json, length];
}

function frameOfHeading(heading: PlacedHeading): HeadingFrame {
  const { line, level, inline, anchor, depth, runIn, numbering, piece } = heading;
  return [line, level, inline, anchor, depth, runIn, numbering, piece];
}

function frameOfParagraph(paragraph: Paragraph): number | ParagraphFrame {
  const { line, role, inline, marks, question, speaker, resolution } = paragraph;
  const isPlain = role === 'paragraph' && inline.length === 0 && marks.length === 0;
  if (isPlain && question === undefined) return line;
  return [line, role, inline, marks, question ?? null, speaker ?? null, resolution ?? null];
}

export function unpackBody(bytes: Uint8Array): Body {
  const end = bytes.length - suffix;
  const length = new DataView(bytes.buffer, bytes.byteOffset + end).getUint32(0, true);
  const json = Buffer.from(bytes.buffer, bytes.byteOffset + end - length, length);
  const { frames, lengths, ...others }: Others = JSON.parse(json.toString());
  const characters = Buffer.from(bytes.buffer, bytes.byteOffset, end - length).toString('utf16le');
  let next = 0;
  let from = 0;
  const take = () => {
    const to = from + (lengths[next++] ?? 0);
    const text = characters.slice(from, to);
    from = to;
    return text;
  };
  const blocks = frames.map((frame): BodyBlock => {
    if (typeof frame === 'number') {
      return {
        type: 'paragraph',
        text: take(),
        inline: none,
        line: frame,
        role: 'paragraph',
        marks: none,
      };
    }
    if (!isList(frame))
      return { ...frame, flow: mapTexts(frame.flow, ({ inline }) => ({ text: take(), inline })) };
    return frame.length === 7 ? toParagraph(frame, take()) : toHeading(frame, take());
  });
  return { ...others, blocks };
}

function isList(frame: Frame): frame is ParagraphFrame | HeadingFrame {
  return Array.isArray(frame);
}

const none: readonly never[] = [];

function toParagraph(frame: ParagraphFrame, text: string): Paragraph {
  const [line, role, inline, marks, question, speaker, resolution] = frame;
  return {
    type: 'paragraph',
    text,
    inline,
    line,
    role,
    marks,
    ...(question === null ? null : { question }),
    ...(speaker === null ? null : { speaker }),
    ...(resolution === null ? null : { resolution }),
  };
}

function toHeading(frame: HeadingFrame, text: string): PlacedHeading {
  const [line, level, inline, anchor, depth, runIn, numbering, piece] = frame;
  return { type: 'heading', text, inline, line, level, anchor, depth, runIn, numbering, piece };
}
