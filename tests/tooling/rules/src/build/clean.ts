import { startOf } from '#document/dates/dates.ts';

export const clean = startOf({ value: '2024', precision: 'year' });
