import type { Passage } from '#document/text/blocks.ts';
import type { Flow } from '#document/text/flow.ts';
import { childrenOf, type XmlElement } from '#formats/container/xml.ts';
import { toBlocks } from '#formats/laid-out/to-blocks.ts';
import { readBody } from './body.ts';
import type { WordParts } from './parts.ts';
import type { WordReading } from './reading.ts';

/** The notes that a text refers to, in the order in which it does; null where it has none. */
export function readNotes(parts: WordParts, reading: WordReading): Passage | null {
  if (reading.notes.size === 0) return null;
  const line = reading.ordinal + 1;
  const elements = new Map<string, XmlElement>();
  for (const [kind, part] of [
    ['footnote', parts.footnotes],
    ['endnote', parts.endnotes],
  ] as const)
    for (const each of childrenOf(part))
      elements.set(`${kind} ${each.attributes.get('w:id')}`, each);
  const notes = [...reading.notes].map(([key, references], index) => {
    const element = elements.get(key);
    const blocks = element === undefined ? [] : toBlocks(readBody(element, reading, 1));
    const flow = blocks.map((block): Flow => {
      const { text } = block;
      const inline = block.type === 'passage' ? [] : block.inline;
      return { is: 'paragraph', isTight: false, text, inline };
    });
    return { note: index + 1, flow: withWayBack(flow, index + 1, references) };
  });
  const text = notes
    .flatMap(({ flow }) => flow)
    .map((each) => (each.is === 'paragraph' ? each.text : ''))
    .join('\n');
  return {
    type: 'passage',
    form: 'other',
    text,
    flow: { is: 'notes', notes },
    line,
    role: 'paragraph',
    units: [],
  };
}

/** A link back to each reference, behind the last words of a note. */
function withWayBack(flow: readonly Flow[], note: number, references: number): Flow[] {
  const last = flow.at(-1);
  const own: Flow =
    last?.is === 'paragraph' ? last : { is: 'paragraph', isTight: false, text: '', inline: [] };
  if (own.is !== 'paragraph') return [...flow];
  const at = own.text.length;
  const back = Array.from({ length: references }, (_, reference) => {
    return { is: 'way-back', from: at, to: at, depth: 0, note, reference } as const;
  });
  return [...flow.slice(0, -1), { ...own, inline: [...own.inline, ...back] }];
}
