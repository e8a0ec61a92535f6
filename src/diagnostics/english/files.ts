import type { EncodingFault, UnreadSort } from '#diagnostics/words.ts';

const saveAsUtf8 = 'Open it in the program that wrote it and save it as UTF-8.';

/** ` (甲.zip, 乙.zip and 3 more)` */
function listed(names: readonly string[], count: number): string {
  const others = count > names.length ? ` and ${count - names.length} more` : '';
  return names.length === 0 ? '' : ` (${names.join(', ')}${others})`;
}

/** `, and 3 more`, where there are more. */
function more(count: number): string {
  return count === 0 ? '' : ` (and ${count} more)`;
}

/** What can be wrong with files below `content/`, by rule; behind a slash what of it. */
export const files = {
  'content-folder': ({ folder }: { folder: string }) => ({
    message: `no such folder: ${folder}`,
    hint: 'Make the folder, or name another with --content.',
  }),
  'special-file': () => ({
    message: 'symbolic links, sockets and devices are not followed',
    hint: 'Put a copy of the file in its place, or take it out of the content folder.',
  }),
  'file-name/control': ({ name }: { name: string }) => ({
    message: `control characters stand in its name: found ${name}, expected a name of visible characters`,
    hint: 'Rename it: until then it is not published.',
  }),
  'file-name/bytes': ({ name }: { name: string }) => ({
    message: `its name is not in UTF-8: found ${name}, expected a name of visible characters`,
    hint: 'Rename it: until then it is not published.',
  }),
  'unreadable/file': ({ reason }: { reason: string }) => ({
    message: `the file cannot be read: ${reason}`,
    hint: 'Check that the file is still there and that you may read it.',
  }),
  'unreadable/growing': () => ({
    message: 'the file grows while it is read',
    hint: 'Build again when the program that writes it is done.',
  }),
  'unreadable/look': ({ reason }: { reason: string }) => ({
    message: `the file cannot be looked at: ${reason}`,
    hint: 'Check that you may enter its folder; nothing was changed.',
  }),
  'unreadable/folder': ({ reason }: { reason: string }) => ({
    message: `the folder cannot be read: ${reason}`,
    hint: 'Check that the folder is there and that you may list it; nothing was changed.',
  }),
  'reader-fault': ({ problem }: { problem: string }) => ({
    message: `a fault of Guidang: ${problem}`,
    hint: 'The other files are read. Please report it, with this file.',
  }),
  encoding: ({ fault, offset }: { fault: EncodingFault; offset: number }) => ({
    message: `the file ${encodingFault(fault)} at byte ${offset}`,
    hint: saveAsUtf8,
  }),
  'lone-fields': () => ({
    message: 'fields without a text of the same name beside them',
    hint: 'Give it the name of its text, or take it out of the folder.',
  }),
  'active-file': () => ({
    message: 'pages and scripts are not published',
    hint: 'Keep its text as Markdown or plain text, or take it out of the folder.',
  }),
  'unknown-file': ({ ending, others }: { ending: string; others: number }) => ({
    message: `copied as it is: Guidang does not know files ending in ${ending || '(none)'}${more(others)}`,
  }),
  'publish-absent': ({ name }: { name: string }) => ({
    message: `publish: found ${name}, expected a file below content/ or a folder ending in /`,
    hint: 'Put it there, or take the line out.',
  }),
  'unlinked-file': () => ({
    message: 'nothing that is published leads to it',
  }),
  'unlinked-file/unread': ({
    sort,
    names,
    count,
  }: {
    sort: UnreadSort;
    names: readonly string[];
    count: number;
  }) => ({
    message: `not read, and nothing that is published leads there: ${unreadSorts[sort].what}${listed(names, count)}`,
    hint: unreadSorts[sort].mend,
  }),
  'unlinked-file/all': ({ names, count }: { names: readonly string[]; count: number }) => ({
    message: `${count === 1 ? '1 file is' : `${count} files are`} not published, for no published document shows or links it: ${names.join(', ')}${count > names.length ? ` and ${count - names.length} more` : ''}`,
    hint: 'Link them, or name them in publish: of the configuration; guidang check names all.',
  }),
};

export function encodingFault({ is, name = '', byte }: EncodingFault): string {
  const found = byte === undefined ? '' : ` (byte 0x${byte})`;
  if (is === 'nul') return 'holds a NUL byte, which no text has';
  if (is === 'mark') return `begins with the mark of ${name} but is not ${name}${found}`;
  return `is neither UTF-8 nor GB18030 nor UTF-16${found}`;
}

/** Files that are not read, and what their keepers can do. */
const unreadSorts: Readonly<Record<UnreadSort, Readonly<{ what: string; mend: string }>>> = {
  slides: { what: 'slides', mend: 'Save them as PDF, or link them in a document.' },
  packed: { what: 'packed files', mend: 'Unpack them here, or link them in a document.' },
  'web-archive': {
    what: 'pages saved as one file',
    mend: 'Open them in a browser, and save them as complete web pages (.html).',
  },
  sheet: {
    what: 'tables',
    mend: 'Link them in a document; a list of files is called metadata.xlsx, or named in lists: of the configuration.',
  },
  reader: {
    what: 'files of a reading program',
    mend: 'Print them from that program to PDF, or copy their text to .txt files.',
  },
};
