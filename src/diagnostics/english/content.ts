import type {
  FieldForm,
  MeetingFault,
  MeetingFieldName,
  PrivateKind,
  PrivatePlace,
  RequiredField,
} from '#diagnostics/words.ts';

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** What can be wrong with the fields and the texts of documents, by rule; behind a slash what of it. */
export const content = {
  'front-matter-language': ({ found }: { found: string }) => ({
    message: `found ${found}, expected ---`,
    hint: 'Write plain --- above and below the fields, and the fields as YAML.',
  }),
  'front-matter-open': () => ({
    message: 'the front matter that begins here has no closing ---',
    hint: 'Close the fields with a line ---, or put an empty line before a ruled line.',
  }),
  'front-matter-yaml/syntax': ({ language, reason }: { language: string; reason: string }) => ({
    message: `the front matter is not ${language}: ${reason}`,
    hint: 'Put a value that has a colon, a star, a bracket or a quotation mark in quotation marks; use spaces, not tabs.',
  }),
  'front-matter-yaml/long': ({
    language,
    found,
    most,
  }: {
    language: string;
    found: number;
    most: number;
  }) => ({
    message: `the front matter is not ${language}: found ${found} characters; expected at most ${most}, or short plain lines alone`,
  }),
  'front-matter-yaml/none': ({ language }: { language: string }) => ({
    message: `the front matter is not ${language}: found no fields; expected lines such as title: 讲话稿`,
  }),
  'front-matter-yaml/circle': ({ language }: { language: string }) => ({
    message: `the front matter is not ${language}: found an alias within the value that it names`,
  }),
  'front-matter-yaml/more': ({ count }: { count: number }) => ({
    message: `${count} more problems in the front matter`,
  }),
  'full-width-colon': ({ key }: { key: string }) => ({
    message: `found a full-width colon in «${key}：», expected an ASCII colon and a space`,
    hint: `Write ${key}: …`,
  }),
  field: ({ name, found, form }: { name: string; found: string; form: FieldForm }) => ({
    message: `${name}: found ${found}, expected ${fieldForms[form]}`,
  }),
  'field-id': ({
    found,
    most,
    suggestion,
  }: {
    found: string;
    most: number;
    suggestion: string;
  }) => ({
    message: `id: found ${found}, expected Latin letters, digits and - _ . of at most ${most} characters`,
    hint: `Write for instance id: ${suggestion}`,
  }),
  'field-id/reserved': ({ found, suggestion }: { found: string; suggestion: string }) => ({
    message: `id: found ${found}, which is reserved`,
    hint: `Write for instance id: ${suggestion}`,
  }),
  'field-name': ({ name, nearest }: { name: string; nearest: string }) => ({
    message: `${name}: no field of this name`,
    hint: `Did you mean ${nearest}? The field is kept as written.`,
  }),

  'unseen-fields': ({ words }: { words: string }) => ({
    message: `found ${words} where no fields are read: the document is not published`,
    hint: 'Put the fields between two lines --- at the beginning of the file. Where it is text, write draft: false there.',
  }),
  classified: ({ words }: { words: string }) => ({
    message: `the document is marked ${words}: it is not published`,
    hint: 'Take it out of the folder. If it may be published, write classification: allow in its fields.',
  }),
  privacy: ({ kind, masked }: { kind: PrivateKind; masked: string }) => ({
    message: `${privateKinds[kind]}: ${masked}`,
    hint: 'Take it out of the file, or let the build do so in what it publishes: privacy: redact',
  }),
  'privacy/more': ({ count }: { count: number }) => ({
    message: `${count} more numbers and addresses of persons`,
    hint: 'Take it out of the file, or let the build do so in what it publishes: privacy: redact',
  }),
  'privacy-address': ({
    kind,
    masked,
    place,
  }: {
    kind: PrivateKind;
    masked: string;
    place: PrivatePlace;
  }) => ({
    message: `${privateKinds[kind]} in ${privatePlaces[place]}: ${masked}`,
    hint: 'Rename the file, or give it an id without it: an address cannot be redacted.',
  }),
  'privacy-split': () => ({
    message: 'a number or an address of a person is written in parts and cannot be redacted',
    hint: 'Write it in one piece, or take it out: until then the document is not published.',
  }),

  'remote-image': ({ url }: { url: string }) => ({
    message: `an image on another host is not shown: ${url}`,
    hint: 'Put a copy of the image beside the document.',
  }),
  'dead-image': () => ({
    message: 'an image that was lost when the page was crawled is not shown',
    hint: 'Delete the line, or put the image beside the text and write it in Markdown.',
  }),
  'missing-alternative': () => ({ message: 'an image without words in place of it' }),
  overrule: () => ({
    message: 'To say otherwise, write in its front matter, or in a .yaml of its name beside it:',
  }),
  'meeting-field': ({ field, fault }: { field: MeetingFieldName; fault: MeetingFault }) => ({
    message: `${meetingFields[field]}: ${meetingFault(fault)}`,
    hint: 'Compare with the original.',
  }),
  'meeting-missing': ({ fields }: { fields: readonly RequiredField[] }) => ({
    message: `the record does not say: ${fields.map((field) => meetingFields[field]).join(', ')}`,
    hint: 'Add a line such as 主持人：, or leave it where nobody knows any more.',
  }),
  'piece-count': ({ stated, found }: { stated: number; found: number }) => ({
    message: `the title states ${stated} pieces, ${found} were found`,
    hint: 'Open each piece with a line such as 篇一 or 【篇1】, or state the number in pieces.',
  }),
  'quiz-answer': ({ answer, options }: { answer: string; options: string }) => ({
    message: `the answer is ${answer}, and the options are ${[...options].join(', ')}`,
    hint: 'An option or its letter is lost, or the answer is wrong: compare with the original.',
  }),
  'document-number': ({ found, expected }: { found: string; expected: string }) => ({
    message: `document number: found ${found}, expected ${expected}`,
    hint: 'GB/T 9704-2012, section 7.2.5: hexagonal brackets around the year, no 第, no leading zero.',
  }),
  weekday: ({ words }: { words: string }) => ({
    message: `${words}: the calendar has another day of the week`,
    hint: 'Compare with the original.',
  }),
  'numbering-begin': ({ number }: { number: number }) => ({
    message: `the numbers begin with ${number}`,
    hint: 'Compare with the original: a heading may be missing or misnumbered.',
  }),
  numbering: ({ number, before }: { number: number; before: number }) => ({
    message: `number ${number} follows ${before}`,
    hint: 'Compare with the original: a heading may be missing or misnumbered.',
  }),
  'date-later-than-text': ({
    date,
    textDate,
    line,
    words,
  }: {
    date: string;
    textDate: string;
    line: number | null;
    words: string;
  }) => ({
    message: `the date is ${date}, and the text itself says ${textDate}${line === null ? '' : ` in line ${line}`}: ${words}`,
  }),
  'empty-text': ({ title }: { title: string }) => ({ message: `there is no text under ${title}` }),
  'cut-off': ({ end }: { end: string }) => ({ message: `the text breaks off: …${end}` }),
  placeholder: ({
    first,
    count,
    lines,
  }: {
    first: string;
    count: number;
    lines: readonly number[];
  }) => ({
    message: `${count === 1 ? `a placeholder: ${first}` : `${plural(count, 'placeholder')}`}${lines.length < 2 ? '' : `, in lines ${lines.slice(0, 5).join(', ')}${lines.length > 5 ? ' …' : ''}`}`,
  }),
};

const fieldForms: Readonly<Record<FieldForm, string>> = {
  text: 'a text',
  date: 'a date such as 2024-08-07, 2024-08-07 09:23:21, 2024-08 or 2024年8月7日',
  count: 'a whole number, 0 or more',
  flag: 'true or false',
  list: 'a list of texts',
  reason: 'the reason as a text',
  reading:
    'a map of headings, paragraphs, keep, aside and pieces (lists of lines) and meeting (false, or a map of its fields)',
};

export const privateKinds: Readonly<Record<PrivateKind, string>> = {
  'resident-id': 'a resident identity number',
  mobile: 'a mobile number',
  'bank-card': 'the number of a bank card',
  'e-mail': 'an e-mail address',
  passport: 'a passport number',
};

const privatePlaces: Readonly<Record<PrivatePlace, string>> = {
  name: 'the name of the file',
  address: 'its address',
  link: 'a file it links',
};

const meetingFields: Readonly<Record<MeetingFieldName, string>> = {
  time: 'time',
  place: 'place',
  chair: 'chair',
  recorder: 'recorder',
  attended: 'attended',
  present: 'present',
};

function meetingFault(fault: MeetingFault): string {
  if (fault.is === 'more-present')
    return `${fault.present} came where ${fault.expected} should have`;
  if (fault.is === 'empty') return 'empty';
  if (fault.is === 'no-day') return 'no such day';
  return `${fault.day} is a ${weekdays[fault.weekday] ?? ''}`;
}

const weekdays = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
