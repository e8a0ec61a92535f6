/** The package describes its converters only, not its tables: `萬 万|與 与|…`. */
declare module 'opencc-js/dict/TSCharacters' {
  const entries: string;
  export default entries;
}
