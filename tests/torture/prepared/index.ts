import { preparedOfd } from './ofd.ts';
import { preparedPdf } from './pdf.ts';
import type { Prepared } from './prepared.ts';
import { preparedPages } from './web-page.ts';
import { preparedWord } from './word.ts';

/** What was made to take time, memory or more than is there: thirty files and more of each format. */
export const prepared: readonly Prepared[] = [
  ...preparedWord,
  ...preparedPages,
  ...preparedPdf,
  ...preparedOfd,
];
