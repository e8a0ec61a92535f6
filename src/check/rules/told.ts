import type { Examined } from '#check/rule.ts';
import type { Diagnostic } from '#diagnostics/diagnostic.ts';

/** Names of the diagnostics that reading and selecting give, by the rule that tells them. */
const namesOf = {
  unreadable: [
    'unreadable',
    'encoding',
    'reader-fault',
    'file-name',
    'special-file',
    'unreadable-format',
    'no-converter',
    'not-converted',
    'no-text-on-page',
    'no-placed-text',
  ],
  'front-matter': [
    'full-width-colon',
    'lone-fields',
    'unseen-fields',
    'list-absent',
    'list-head',
    'list-quote',
    'authority-head',
    'list-row',
  ],
  classified: ['classified'],
  address: ['same-address', 'alias'],
  'unlinked-file': ['unlinked-file'],
  'set-aside': ['set-aside'],
  'vanished-address': ['vanished-address'],
  'read-otherwise': ['read-otherwise'],
  'broken-link': ['broken-link', 'broken-image'],
  privacy: ['privacy', 'privacy-address', 'privacy-split'],
  'piece-count': ['piece-count'],
  'quiz-answer': ['quiz-answer'],
  'meeting-missing': ['meeting-missing'],
  'meeting-field': ['meeting-field'],
  'lost-image': ['dead-image', 'remote-image', 'web-pictures', 'word-absent'],
  'office-file': [
    'original-changed',
    'original-missing',
    'unexamined',
    'original-held',
    'word-changes',
    'word-numbers',
    'radicals',
  ],
  weekday: ['weekday'],
  'document-number': ['document-number'],
} as const;

type Told = keyof typeof namesOf;

/** Front matter has a name for each of its fields: field-date, field-kind, front-matter-yaml … */
const ofFrontMatter = /^(?:field|front-matter)-/;

const ruleOf: ReadonlyMap<string, Told> = new Map(
  Object.entries(namesOf).flatMap(([rule, names]) =>
    names.flatMap((name): [string, Told][] => (isTold(rule) ? [[name, rule]] : [])),
  ),
);

function isTold(rule: string): rule is Told {
  return rule in namesOf;
}

/** Whether a rule was chosen for what reading tells under a name. */
export function isChosen(name: string): boolean {
  return ofFrontMatter.test(name) || ruleOf.has(name);
}

/** What reading has told already, under the name of one rule. Whatever has no rule is `other`. */
export function told(rule: Told | 'other'): (examined: Examined) => Diagnostic[] {
  return ({ diagnostics }) => diagnostics.filter((diagnostic) => ruleFor(diagnostic) === rule);
}

function ruleFor({ rule }: Diagnostic): Told | 'other' {
  return ofFrontMatter.test(rule) ? 'front-matter' : (ruleOf.get(rule) ?? 'other');
}
