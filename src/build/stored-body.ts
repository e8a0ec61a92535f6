import type { Aside } from '#document/aside.ts';
import type { OutlineEntry } from '#document/document.ts';
import type { Body } from '#emitters/emitter.ts';

/** Bytes of the number at the end: how long the JSON before it is. */
const suffix = 4;

const decoder = new TextDecoder();

/** The chunk of a body: its HTML, its outline and what was set aside as JSON, and the length of that. */
export function packBody(
  html: string,
  outline: readonly OutlineEntry[],
  asides: readonly Aside[],
): (string | Uint8Array)[] {
  const json = Buffer.from(JSON.stringify({ outline, asides }));
  const length = Buffer.alloc(suffix);
  length.writeUInt32LE(json.length);
  return [html, json, length];
}

export function unpackBody(bytes: Uint8Array): Body {
  const end = bytes.length - suffix;
  const length = new DataView(bytes.buffer, bytes.byteOffset + end).getUint32(0, true);
  const others: Omit<Body, 'html'> = JSON.parse(decoder.decode(bytes.subarray(end - length, end)));
  return { html: bytes.subarray(0, end - length), ...others };
}
