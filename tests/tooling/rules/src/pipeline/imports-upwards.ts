import { check } from '#check/check.ts';

export const upwards = check;
