import { readDocument } from '#source/reading.ts';

export const read = readDocument;
