import type { CheckRule } from '#check/rule.ts';
import { findBrokenFragments } from './broken-fragment.ts';
import { findEarlyDates, findFutureDates } from './dates.ts';
import { findNearIdentical } from './near-identical.ts';
import { noted } from './noted.ts';
import { findAbsentPopular } from './popular-absent.ts';
import { findSameTitles } from './same-title.ts';
import { told } from './told.ts';

/**
 * Everything that `guidang check` asks, the worst first. A rule is a line here, a name in
 * `site/check-rules.ts`, its words in each language (`diagnostics/`) and a row in `docs/checking.md`.
 */
export const checkRules: readonly CheckRule[] = [
  {
    name: 'unreadable',
    severity: 'error',
    find: told('unreadable'),
  },
  {
    name: 'front-matter',
    severity: 'error',
    find: told('front-matter'),
  },
  {
    name: 'classified',
    severity: 'error',
    find: told('classified'),
  },
  {
    name: 'address',
    severity: 'error',
    find: told('address'),
  },
  {
    name: 'vanished-address',
    severity: 'error',
    find: told('vanished-address'),
  },
  {
    name: 'read-otherwise',
    severity: 'warning',
    find: told('read-otherwise'),
  },
  {
    name: 'empty-text',
    severity: 'error',
    find: noted('empty-text'),
  },
  {
    name: 'broken-link',
    severity: 'error',
    find: (examined) =>
      told('broken-link')(examined).map((each) => ({ ...each, severity: 'error' })),
  },
  {
    name: 'privacy',
    severity: 'warning',
    find: told('privacy'),
  },
  {
    name: 'cut-off',
    severity: 'warning',
    find: noted('cut-off'),
  },
  {
    name: 'date-later-than-text',
    severity: 'warning',
    find: noted('date-later-than-text'),
  },
  {
    name: 'date-in-future',
    severity: 'warning',
    find: findFutureDates,
  },
  {
    name: 'date-before-1949',
    severity: 'warning',
    find: findEarlyDates,
  },
  {
    name: 'same-title',
    severity: 'warning',
    find: findSameTitles,
  },
  {
    name: 'near-identical',
    severity: 'warning',
    find: findNearIdentical,
  },
  {
    name: 'piece-count',
    severity: 'warning',
    find: told('piece-count'),
  },
  {
    name: 'quiz-answer',
    severity: 'warning',
    find: told('quiz-answer'),
  },
  {
    name: 'meeting-missing',
    severity: 'warning',
    find: told('meeting-missing'),
  },
  {
    name: 'meeting-field',
    severity: 'warning',
    find: told('meeting-field'),
  },
  {
    name: 'missing-alternative',
    severity: 'warning',
    find: noted('missing-alternative'),
  },
  {
    name: 'lost-image',
    severity: 'warning',
    find: told('lost-image'),
  },
  {
    name: 'office-file',
    severity: 'warning',
    find: told('office-file'),
  },
  {
    name: 'broken-fragment',
    severity: 'warning',
    find: findBrokenFragments,
  },
  {
    name: 'weekday',
    severity: 'warning',
    find: told('weekday'),
  },
  {
    name: 'document-number',
    severity: 'warning',
    find: told('document-number'),
  },
  {
    name: 'placeholder',
    severity: 'warning',
    find: noted('placeholder'),
  },
  {
    name: 'popular-absent',
    severity: 'warning',
    find: findAbsentPopular,
  },
  {
    name: 'unlinked-file',
    severity: 'warning',
    find: told('unlinked-file'),
  },
  {
    name: 'set-aside',
    severity: 'warning',
    find: told('set-aside'),
  },
  {
    name: 'other',
    severity: 'warning',
    find: told('other'),
  },
];
