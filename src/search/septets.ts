/*
 * Bytes as text. The files of the index are scripts, since pages opened as files may load nothing
 * else, and base64 would make them a third larger. Here each character bears seven bits: the 128 of
 * ASCII, save five that a string literal cannot hold or a tool might not, which are written as
 * U+0080 to U+0084. That is 19 % more than the bytes, and after compression hardly anything.
 */
const replaced = [0x00, 0x0a, 0x0d, 0x22, 0x5c];
const firstReplacement = 0x80;

/** For each value the second byte of its two in UTF-8, or 0 where it stands for itself. */
const secondBytes = new Uint8Array(128);
for (const [index, value] of replaced.entries()) secondBytes[value] = firstReplacement + index;

/** Gives the text in UTF-8. */
export function encodeSeptets(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const encoded = new Uint8Array(Math.ceil((bytes.length * 8) / 7) * 2);
  let length = 0;
  let held = 0;
  let count = 0;
  const write = (value: number) => {
    const second = secondBytes[value] ?? 0;
    if (second > 0) encoded[length++] = 0xc2;
    encoded[length++] = second > 0 ? second : value;
  };
  for (const byte of bytes) {
    held = (held << 8) | byte;
    count += 8;
    while (count >= 7) {
      count -= 7;
      write((held >>> count) & 127);
    }
    held &= 127;
  }
  if (count > 0) write((held << (7 - count)) & 127);
  return encoded.slice(0, length);
}

export function decodeSeptets(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(Math.floor((text.length * 7) / 8));
  let length = 0;
  let held = 0;
  let count = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    const value = unit < firstReplacement ? unit : (replaced[unit - firstReplacement] ?? 0);
    held = (held << 7) | value;
    count += 7;
    if (count >= 8) {
      count -= 8;
      bytes[length++] = held >>> count;
      held &= 255;
    }
  }
  return bytes;
}
