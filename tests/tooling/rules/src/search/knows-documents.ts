import { countCharacters } from '#document/blocks.ts';

export const count = countCharacters('');
