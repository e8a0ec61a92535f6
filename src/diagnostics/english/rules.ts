/** Why what `guidang check` looks for matters, and how to mend it, by its rules. */
export const rules = {
  unreadable: {
    why: 'The document is not published at all.',
    mend: 'See that the file can be read, and save it as UTF-8.',
  },
  'front-matter': {
    why: 'A field that is not understood is lost, and with it the place of the document in lists.',
    mend: 'Write the field as docs/content.md has it.',
  },
  classified: {
    why: 'The document says itself that it is not for everybody, and is not published.',
    mend: 'Take it out of the folder; if it may be published, write classification: allow in its fields.',
  },
  address: {
    why: 'One address can show one document: the other is not published.',
    mend: 'Give the document an id of its own.',
  },
  'vanished-address': {
    why: 'Who has cited or kept the address finds nothing there any more.',
    mend: 'Write the former id among the aliases of the document, or withdraw it.',
  },
  'read-otherwise': {
    why: 'A published text has changed though nobody has edited its file.',
    mend: 'Compare the page with its file, then record the texts anew.',
  },
  'empty-text': {
    why: 'Readers find a page without a text.',
    mend: 'Put the text in, or set draft: true until it is there.',
  },
  'broken-link': {
    why: 'Readers are led to nothing.',
    mend: 'Correct the path, or put the file where it leads.',
  },
  privacy: {
    why: 'What is published of a person cannot be called back (个人信息保护法).',
    mend: 'Take it out of the file, or set privacy: redact.',
  },
  'cut-off': {
    why: 'The end of the text may be lost.',
    mend: 'Compare with the original, and complete the text.',
  },
  'date-later-than-text': {
    why: 'The document stands at the wrong place in lists, and is cited with the wrong date.',
    mend: 'Give the date on which it was spoken, held or signed; that of publication is no date of it.',
  },
  'date-in-future': {
    why: 'The document stands above all others until then.',
    mend: 'Correct the date, or set publish: where it shall appear later.',
  },
  'date-before-1949': {
    why: 'Such a year is a slip more often than a date.',
    mend: 'Correct the date; where the archive is that old, set the rule to off.',
  },
  'same-title': {
    why: 'Readers of lists and searches cannot tell the documents apart.',
    mend: 'Add to one title what tells them apart: the year, the place, the occasion.',
  },
  'near-identical': {
    why: 'Two versions of one text: a reader may cite the one that does not hold.',
    mend: 'Keep the final one, or set draft: true in the others; their page of differences shows which is which.',
  },
  'piece-count': {
    why: 'A text of the collection is missing, or was not told apart from its neighbour.',
    mend: 'Open each piece with a line such as 篇一.',
  },
  'quiz-answer': {
    why: 'Readers who test themselves are told that the right option is one that there is not.',
    mend: 'Compare options and answer with the original.',
  },
  'meeting-missing': {
    why: 'A record must say when, where, who led, who was there and who wrote.',
    mend: 'Add the line, or leave it where nobody knows any more.',
  },
  'meeting-field': {
    why: 'A field that a record must have is empty, or tells a time that there is not.',
    mend: 'Compare with the original.',
  },
  'missing-alternative': {
    why: 'Who cannot see the image does not learn what it shows (WCAG 2.2, 1.1.1).',
    mend: 'Write what it shows between the brackets: ![会场](hall.jpg)',
  },
  'lost-image': {
    why: 'The image is not shown.',
    mend: 'Put a copy of it beside the document.',
  },
  'broken-fragment': {
    why: 'The link opens the page at its top, not at the place that is meant.',
    mend: 'Open the page, go to the place in its outline, and copy what stands behind # in its address.',
  },
  weekday: {
    why: 'The date or the day of the week is wrong.',
    mend: 'Compare with the original.',
  },
  'document-number': {
    why: 'The number is cited in a form that GB/T 9704-2012 does not know.',
    mend: 'Write it as 国发〔2024〕7号.',
  },
  placeholder: {
    why: 'A name or number was to be filled in and was not.',
    mend: 'Fill it in; where it was left out on purpose, set the rule to off.',
  },
  'popular-absent': {
    why: 'The list of popular documents names a text that nobody can open.',
    mend: 'Add the document, or take the line out of the crawled list.',
  },
  'unlinked-file': {
    why: 'The file is not published: no published document shows or links it.',
    mend: 'Link it in a document, name it in publish: of the configuration, or take it out of the folder.',
  },
  'office-file': {
    why: 'The page is not what the author sees on the screen.',
    mend: 'Compare the page with the original.',
  },
  'set-aside': {
    why: 'Words of the source do not stand among the text of its page.',
    mend: 'See that they are no part of the text; switch understand.leftovers off, or delete what is not wanted.',
  },
  other: {
    why: 'A build tells it as well.',
    mend: 'See the message.',
  },
};
