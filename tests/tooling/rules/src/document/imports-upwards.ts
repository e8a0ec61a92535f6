import { collect } from '#archive/archive.ts';

export const upwards = collect;
