import type { EncodingFault } from '#diagnostics/words.ts';

/** How a file's bytes were read. */
type Encoding = 'UTF-8' | 'UTF-8 with BOM' | 'UTF-16LE' | 'UTF-16BE' | 'GB18030' | 'Big5';

export type Decoded =
  | Readonly<{ text: string; encoding: Encoding }>
  | Readonly<{ text: null; fault: EncodingFault; offset: number }>;

const decoders = {
  'utf-8': new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }),
  'utf-16le': new TextDecoder('utf-16le', { fatal: true, ignoreBOM: true }),
  'utf-16be': new TextDecoder('utf-16be', { fatal: true, ignoreBOM: true }),
  gb18030: new TextDecoder('gb18030', { fatal: true }),
  big5: new TextDecoder('big5', { fatal: true }),
};

type Label = keyof typeof decoders;

const names: Readonly<Record<Label, Encoding>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16LE',
  'utf-16be': 'UTF-16BE',
  gb18030: 'GB18030',
  big5: 'Big5',
};

/**
 * Decodes a text file strictly: by its byte order mark if it has one, else as UTF-8, else as
 * UTF-16 if NUL bytes stand where UTF-16 has them, else as GB18030 (which GBK and GB2312 are part
 * of) or Big5, whichever gives the words of a text. Never replaces what it cannot read: `offset` is then the first byte that is none of these.
 */
export function decode(bytes: Uint8Array): Decoded {
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) {
    const text = attempt('utf-8', bytes.subarray(3));
    if (text !== null) return { text, encoding: 'UTF-8 with BOM' };
    return failure(bytes, 'utf-8', 3);
  }
  for (const [label, first, second] of [
    ['utf-16le', 0xff, 0xfe],
    ['utf-16be', 0xfe, 0xff],
  ] as const) {
    if (!startsWith(bytes, first, second)) continue;
    const text = attempt(label, bytes.subarray(2));
    if (text !== null) return { text, encoding: names[label] };
    return failure(bytes, label, 2);
  }
  if (bytes.includes(0)) return decodeWithNul(bytes);
  const text = attempt('utf-8', bytes);
  if (text !== null) return { text, encoding: names['utf-8'] };
  const legacy = decodeLegacy(bytes);
  if (legacy !== null) return legacy;
  const offset = Math.max(firstInvalid('utf-8', bytes), firstInvalid('gb18030', bytes));
  return { text: null, fault: { is: 'unknown', ...byteAt(bytes, offset) }, offset };
}

/**
 * Nearly all that one of the old encodings writes is well-formed in the other, as characters that no text is
 * made of: the reading with more of the commonest ones is right.
 */
function decodeLegacy(bytes: Uint8Array): Decoded | null {
  const gb18030 = attempt('gb18030', bytes);
  const big5 = attempt('big5', bytes);
  if (big5 !== null && countFrequent(big5) > countFrequent(gb18030 ?? '') && isWhole(big5, bytes))
    return { text: big5, encoding: names.big5 };
  return gb18030 === null ? null : { text: gb18030, encoding: names.gb18030 };
}

/** Whether each byte is a part of the text: the decoder of Big5 passes over some that are none. */
function isWhole(text: string, bytes: Uint8Array): boolean {
  let length = 0;
  for (const character of text) length += character < '\u0080' ? 1 : 2;
  return length === bytes.length;
}

/** Of the commonest characters, in both forms, and the punctuation between them. */
const frequent =
  /[，。、：；的一是不了在有人我他这這个個们們中来來上大为為和国國地到以说說时時要就出会會可也对對生能而子得于於下自年过過发發后後作用道行所家事成方多经經去法学學如都同现現面起看定天分还還进進好小部其主样樣理心本前开開但因实實日者无無力与與长長机機十民第公此已工使情明性知全三关關点點正业業外将將两兩高间間由问問最重并物手应應文体體政相见見利二等产產新制身加月合回特代内內信表化位次度任先通教东東提立及比员員水名论論处處各入口认認条條平题題活更变變四总總安少报報结結目量建务務做接场場件计計管期市资資指统統区區保社决決治展科五基书書非则則强強权權思完设設式路记記品告程交规規取领領共确確传傳师師今院导導议議席请請第號号錄录]/g;

function countFrequent(text: string): number {
  return text.slice(0, 20_000).match(frequent)?.length ?? 0;
}

/**
 * No text in UTF-8 or GB18030 has NUL bytes. In UTF-16 line feeds and spaces have one each, on the
 * same side of their pairs; 一 (U+4E00) has one on the other. No text holds the character NUL.
 */
function decodeWithNul(bytes: Uint8Array): Decoded {
  const texts = (['utf-16le', 'utf-16be'] as const).flatMap((label) => {
    const text = bytes.length % 2 === 0 ? attempt(label, bytes) : null;
    if (text === null || !/[\n\r ]/.test(text) || text.includes('\0')) return [];
    const common = countCommon(text);
    return common * 2 > text.length ? [{ text, encoding: names[label], common }] : [];
  });
  const [best, other] = texts.sort((a, b) => b.common - a.common);
  if (best !== undefined && best.common > (other?.common ?? 0)) {
    return { text: best.text, encoding: best.encoding };
  }
  const offset = bytes.indexOf(0);
  return { text: null, fault: { is: 'nul' }, offset };
}

/** Characters of a text that every Chinese text is made of: Chinese, its punctuation, ASCII. */
function countCommon(text: string): number {
  return text.match(/[\n\r\u0020-\u007e\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/g)?.length ?? 0;
}

function startsWith(bytes: Uint8Array, ...mark: number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}

function attempt(label: Label, bytes: Uint8Array): string | null {
  try {
    return decoders[label].decode(bytes);
  } catch {
    return null;
  }
}

function failure(bytes: Uint8Array, label: Label, skip: number): Decoded {
  const offset = skip + firstInvalid(label, bytes.subarray(skip));
  return {
    text: null,
    fault: { is: 'mark', name: names[label], ...byteAt(bytes, offset) },
    offset,
  };
}

function byteAt(bytes: Uint8Array, offset: number): Pick<EncodingFault, 'byte'> {
  const byte = bytes[offset];
  return byte === undefined ? {} : { byte: byte.toString(16).padStart(2, '0') };
}

/** Offset of the last byte of the shortest beginning that cannot be decoded; the length if none is. */
function firstInvalid(label: Label, bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length + 1;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (isPrefix(label, bytes.subarray(0, middle))) good = middle;
    else bad = middle;
  }
  return Math.min(good, bytes.length);
}

function isPrefix(label: Label, bytes: Uint8Array): boolean {
  const decoder = new TextDecoder(label, { fatal: true, ignoreBOM: true });
  try {
    decoder.decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
