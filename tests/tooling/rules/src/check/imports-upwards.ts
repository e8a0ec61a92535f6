import { watch } from '#preview/preview.ts';

export const upwards = watch;
