import { countCharacters } from '#document/text/blocks.ts';

export const count = countCharacters('');
