/** The package describes its functions only, not its tables. */
declare module 'pinyin-pro/dist/esm/data/dict1.mjs' {
  /** The readings of a character with spaces between, the usual one first; undefined where it has none. */
  const readings: Readonly<{ get: (character: string) => string | undefined }>;
  export default readings;
}

declare module 'pinyin-pro/dist/esm/data/patterns.mjs' {
  /** Words whose characters are read otherwise than alone, or could be. */
  export const PatternsNormal: readonly Readonly<{
    zh: string;
    /** A reading for each character. */
    pinyin: string;
    probability: number;
    /** 1 for words, 10 for surnames. */
    priority: number;
  }>[];
}
