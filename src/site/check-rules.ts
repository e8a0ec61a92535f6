/**
 * The rules of `guidang check` by their names, the worst first. Names are permanent: `site.config.yaml`
 * switches them. What they look at is told in `docs/checking.md` and lies in `src/check/rules/`.
 */
export const checkRuleNames = [
  'unreadable',
  'front-matter',
  'classified',
  'address',
  'vanished-address',
  'read-otherwise',
  'empty-text',
  'broken-link',
  'privacy',
  'cut-off',
  'date-later-than-text',
  'date-in-future',
  'date-before-1949',
  'same-title',
  'near-identical',
  'piece-count',
  'quiz-answer',
  'meeting-missing',
  'meeting-field',
  'missing-alternative',
  'lost-image',
  'office-file',
  'broken-fragment',
  'weekday',
  'document-number',
  'placeholder',
  'popular-absent',
  'unlinked-file',
  'set-aside',
  'other',
] as const;

export type CheckRuleName = (typeof checkRuleNames)[number];

/** How much a rule's findings weigh; `off` for a rule that is not asked. */
type CheckLevel = 'off' | 'warning' | 'error';

/** What the configuration says of rules; the others weigh what they weigh by themselves. */
export type CheckLevels = Readonly<Partial<Record<CheckRuleName, CheckLevel | undefined>>>;
