/** Numbers that look like chance, the same each time. */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Some bytes changed, a piece cut out, moved or written twice. */
export function damage(file: Uint8Array, next: () => number): Buffer {
  const bytes = Buffer.from(file);
  const at = Math.floor(next() * bytes.length);
  const length = Math.floor(next() * 40) + 1;
  const way = next();
  if (way < 0.5) {
    for (let index = 0; index < length; index++)
      bytes[Math.floor(next() * bytes.length)] = Math.floor(next() * 256);
    return bytes;
  }
  const [before, piece, behind] = [
    bytes.subarray(0, at),
    bytes.subarray(at, at + length),
    bytes.subarray(at + length),
  ];
  if (way < 0.65) return before;
  if (way < 0.8) return Buffer.concat([before, behind]);
  return Buffer.concat(way < 0.9 ? [before, piece, piece, behind] : [before, behind, piece]);
}
