import type { CheckRule } from '#check/rule.ts';
import { findBrokenFragments } from './broken-fragment.ts';
import { findEarlyDates, findFutureDates } from './dates.ts';
import { findNearIdentical } from './near-identical.ts';
import { findAbsentPopular } from './popular-absent.ts';
import { remarked } from './remarked.ts';
import { findSameTitles } from './same-title.ts';
import { told } from './told.ts';

/**
 * Everything that `guidang check` asks, the worst first. A rule is a line here, a name in
 * `site/check-rules.ts` and a row in `docs/checking.md`.
 */
export const checkRules: readonly CheckRule[] = [
  {
    name: 'unreadable',
    severity: 'error',
    why: 'The document is not published at all.',
    mend: 'See that the file can be read, and save it as UTF-8.',
    find: told('unreadable'),
  },
  {
    name: 'front-matter',
    severity: 'error',
    why: 'A field that is not understood is lost, and with it the place of the document in lists.',
    mend: 'Write the field as docs/content.md has it.',
    find: told('front-matter'),
  },
  {
    name: 'classified',
    severity: 'error',
    why: 'The document says itself that it is not for everybody, and is not published.',
    mend: 'Take it out of the folder; if it may be published, write classification: allow in its fields.',
    find: told('classified'),
  },
  {
    name: 'address',
    severity: 'error',
    why: 'One address can show one document: the other is not published.',
    mend: 'Give the document an id of its own.',
    find: told('address'),
  },
  {
    name: 'vanished-address',
    severity: 'error',
    why: 'Who has cited or kept the address finds nothing there any more.',
    mend: 'Write the former id among the aliases of the document, or withdraw it.',
    find: told('vanished-address'),
  },
  {
    name: 'empty-text',
    severity: 'error',
    why: 'Readers find a page without a text.',
    mend: 'Put the text in, or set draft: true until it is there.',
    find: remarked('empty-text'),
  },
  {
    name: 'broken-link',
    severity: 'error',
    why: 'Readers are led to nothing.',
    mend: 'Correct the path, or put the file where it leads.',
    find: (examined) =>
      told('broken-link')(examined).map((each) => ({ ...each, severity: 'error' })),
  },
  {
    name: 'privacy',
    severity: 'warning',
    why: 'What is published of a person cannot be called back (个人信息保护法).',
    mend: 'Take it out of the file, or set privacy: redact.',
    find: told('privacy'),
  },
  {
    name: 'cut-off',
    severity: 'warning',
    why: 'The end of the text may be lost.',
    mend: 'Compare with the original, and complete the text.',
    find: remarked('cut-off'),
  },
  {
    name: 'date-later-than-text',
    severity: 'warning',
    why: 'The document stands at the wrong place in lists, and is cited with the wrong date.',
    mend: 'Give the date on which it was spoken, held or signed; that of publication is no date of it.',
    find: remarked('date-later-than-text'),
  },
  {
    name: 'date-in-future',
    severity: 'warning',
    why: 'The document stands above all others until then.',
    mend: 'Correct the date, or set publish: where it shall appear later.',
    find: findFutureDates,
  },
  {
    name: 'date-before-1949',
    severity: 'warning',
    why: 'Such a year is a slip more often than a date.',
    mend: 'Correct the date; where the archive is that old, set the rule to off.',
    find: findEarlyDates,
  },
  {
    name: 'same-title',
    severity: 'warning',
    why: 'Readers of lists and searches cannot tell the documents apart.',
    mend: 'Add to one title what tells them apart: the year, the place, the occasion.',
    find: findSameTitles,
  },
  {
    name: 'near-identical',
    severity: 'warning',
    why: 'Two versions of one text: a reader may cite the one that does not hold.',
    mend: 'Keep the final one, or set draft: true in the others; their page of differences shows which is which.',
    find: findNearIdentical,
  },
  {
    name: 'piece-count',
    severity: 'warning',
    why: 'A text of the collection is missing, or was not told apart from its neighbour.',
    mend: 'Open each piece with a line such as 篇一.',
    find: told('piece-count'),
  },
  {
    name: 'meeting-missing',
    severity: 'warning',
    why: 'A record must say when, where, who led, who was there and who wrote.',
    mend: 'Add the line, or leave it where nobody knows any more.',
    find: told('meeting-missing'),
  },
  {
    name: 'meeting-field',
    severity: 'warning',
    why: 'A field that a record must have is empty, or tells a time that there is not.',
    mend: 'Compare with the original.',
    find: told('meeting-field'),
  },
  {
    name: 'missing-alternative',
    severity: 'warning',
    why: 'Who cannot see the image does not learn what it shows (WCAG 2.2, 1.1.1).',
    mend: 'Write what it shows between the brackets: ![会场](hall.jpg)',
    find: remarked('missing-alternative'),
  },
  {
    name: 'lost-image',
    severity: 'warning',
    why: 'The image is not shown.',
    mend: 'Put a copy of it beside the document.',
    find: told('lost-image'),
  },
  {
    name: 'broken-fragment',
    severity: 'warning',
    why: 'The link opens the page at its top, not at the place that is meant.',
    mend: 'Open the page, go to the place in its outline, and copy what stands behind # in its address.',
    find: findBrokenFragments,
  },
  {
    name: 'weekday',
    severity: 'warning',
    why: 'The date or the day of the week is wrong.',
    mend: 'Compare with the original.',
    find: told('weekday'),
  },
  {
    name: 'document-number',
    severity: 'warning',
    why: 'The number is cited in a form that GB/T 9704-2012 does not know.',
    mend: 'Write it as 国发〔2024〕7号.',
    find: told('document-number'),
  },
  {
    name: 'placeholder',
    severity: 'warning',
    why: 'A name or number was to be filled in and was not.',
    mend: 'Fill it in; where it was left out on purpose, set the rule to off.',
    find: remarked('placeholder'),
  },
  {
    name: 'popular-absent',
    severity: 'warning',
    why: 'The list of popular documents names a text that nobody can open.',
    mend: 'Add the document, or take the line out of the crawled list.',
    find: findAbsentPopular,
  },
  {
    name: 'unlinked-file',
    severity: 'warning',
    why: 'The file is not published: no published document shows or links it.',
    mend: 'Link it in a document, name it in publish: of the configuration, or take it out of the folder.',
    find: told('unlinked-file'),
  },
  {
    name: 'set-aside',
    severity: 'warning',
    why: 'Words of the source do not stand among the text of its page.',
    mend: 'See that they are no part of the text; switch understand.leftovers off, or delete what is not wanted.',
    find: told('set-aside'),
  },
  {
    name: 'other',
    severity: 'warning',
    why: 'A build tells it as well.',
    mend: 'See the message.',
    find: told('other'),
  },
];
