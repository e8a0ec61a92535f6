import { parse } from 'yaml';

export const foreign = parse;
