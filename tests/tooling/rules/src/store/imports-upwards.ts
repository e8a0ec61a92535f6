import { openWriter } from '#output/publish.ts';

export const upwards = openWriter;
