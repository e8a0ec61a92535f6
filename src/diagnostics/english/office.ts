import type { FileFault, PlacedFileFault } from '#diagnostics/words.ts';

function counted(entries: readonly (readonly [count: number, noun: string])[]): string {
  return entries
    .filter(([count]) => count > 0)
    .map(([count, noun]) => `${count} ${noun}${count === 1 ? '' : 's'}`)
    .join(', ');
}

/** What keepers are told of the files of office programs. */
export const office = {
  'unreadable-format': ({ format, fault }: { format: string; fault: FileFault }) => ({
    message: `not read as ${format}: ${fileFault(fault)}`,
    hint:
      fault.is === 'encrypted'
        ? 'Take its password off, or save it in Word or WPS as .docx.'
        : 'Open it in the program that wrote it, and save it anew.',
  }),
  'no-converter': ({ outcome }: { outcome: 'absent' | 'confined' }) => ({
    message:
      outcome === 'absent'
        ? 'not read: LibreOffice, which reads such files, is not installed'
        : 'not read: a confined build starts no other program',
    hint:
      outcome === 'absent'
        ? 'Save it as .docx in Word or WPS, or install LibreOffice.'
        : 'Save it as .docx in Word or WPS, or build without --confined.',
  }),
  'not-converted': ({ outcome }: { outcome: 'slow' | 'refused' }) => ({
    message:
      outcome === 'slow'
        ? 'LibreOffice came to no end with it within a minute'
        : 'LibreOffice cannot read it',
    hint: 'Open it in the program that wrote it, and save it as .docx.',
  }),
  'no-text-on-page': () => ({
    message: 'no text was found on the saved page',
    hint: 'Copy its text into a .txt or .md file.',
  }),
  'web-pictures': ({ count }: { count: number }) => ({
    message: `pictures of the saved page that do not lie beside it are not shown: ${count}`,
    hint: 'Save the page with its pictures in a folder beside it.',
  }),
  'no-placed-text': ({ format, fault }: { format: string; fault: PlacedFileFault }) => ({
    message: `not read as ${format}: ${placedFaults[fault]}`,
    hint:
      fault === 'scan' || fault === 'no-characters'
        ? 'Put its text beside it, as a .txt, .md or .docx of the same name.'
        : 'Open it in the program that wrote it, and save it anew.',
  }),
  radicals: ({ count }: { count: number }) => ({
    message: `its font gives radicals for characters that look like them, as ⾏ for 行: ${count} were mended`,
    hint: 'Compare with the original.',
  }),
  'list-absent': ({ name }: { name: string }) => ({
    message: `the configuration names a list that is not there: ${name}`,
    hint: 'Write its path below the content folder, or take it out of lists:.',
  }),
  'part-unread': ({ path }: { path: string }) => ({
    message: `the picture ${path} cannot be made of its file`,
    hint: 'Open the file and save it anew; pages of a PDF need pdftoppm (poppler), and no --confined.',
  }),
  'list-head': () => ({
    message: 'the list has no column that names files',
    hint: 'Head one with file or 文件, and each other with the name of a field.',
  }),
  'list-row': ({ file }: { file: string }) => ({
    message: `the list names a file that is no document: ${file}`,
    hint: 'Write its path from the folder of the list, with its ending.',
  }),
  'original-held': () => ({
    message: 'readers do not get the original: it holds more than its page',
    hint: 'Take out changes, comments and numbers of persons, or write original: true in its fields.',
  }),
  'authority-head': () => ({
    message: 'the list of names lacks a column: one for the preferred name, one for the others',
    hint: 'Head them with name and others, or 名称 and 别名.',
  }),
  'adopt-unread': ({ file }: { file: string }) => ({
    message: `${file} is no file below the content folder whose text could be taken over`,
    hint: 'Name a Word, PDF, OFD, HTML or text file below content/; put it there first.',
  }),
  'adopt-edited': () => ({
    message: 'it was edited, or is not from adopt: it is not replaced',
    hint: 'Rename it or take it away, then adopt again, and bring the edits over.',
  }),
  'adopt-other-form': ({ text }: { text: string }) => ({
    message: `it is not the text of its page: that is ${text}`,
    hint: `Edit ${text}, or take it away first.`,
  }),
  'adopt-attached': ({ document }: { document: string }) => ({
    message: `${document} names it: it is published with that, and would become a page of its own`,
    hint: 'Take its name out of that document first, or leave it as it is.',
  }),
  'adopt-merged': ({ tables }: { tables: number }) => ({
    message: `Markdown has no merged cells: those of ${tables} tables stand apart`,
    hint: 'Compare the tables with the original.',
  }),
  'adopt-differs': ({ count, first }: { count: number; first: string }) => ({
    message: `lines that are read otherwise than from the original: ${count}, the first: ${first}`,
    hint: 'Compare the page with the original.',
  }),
  'original-changed': ({ original }: { original: string }) => ({
    message: `${original} has changed since its text was taken over`,
    hint: `Bring the change over; or, if the text was not edited, run guidang adopt on ${original} again.`,
  }),
  'original-missing': ({ original }: { original: string }) => ({
    message: `${original}, from which the text was taken over, is not there`,
    hint: 'Put it back: it is what the text can be proved by.',
  }),
  'names-keys': () => ({
    message: 'expected keys of proposals, such as 3fa2,91bc, or all',
    hint: 'guidang names lists the proposals with their keys.',
  }),
  unexamined: () => ({
    message: 'an attachment that could not be looked into: it is damaged or locked',
    hint: 'See that readers may have it, and that it can be opened.',
  }),
  'list-quote': () => ({
    message: 'a quote is opened in this row and never closed',
    hint: 'Close it, or leave it out: until then no document below this folder is published.',
  }),
  'word-changes': (counts: {
    insertions: number;
    deletions: number;
    hidden: number;
    comments: number;
  }) => ({
    message: `published without what is not printed: ${counted([
      [counts.insertions, 'tracked insertion'],
      [counts.deletions, 'tracked deletion'],
      [counts.hidden, 'hidden passage'],
      [counts.comments, 'comment'],
    ])}`,
    hint: 'Insertions are part of the page, all others are not. Accept or reject the changes in Word.',
  }),
  'word-absent': (counts: {
    unknownSymbols: number;
    absentPictures: number;
    embedded: number;
  }) => ({
    message: `not on the page: ${counted([
      [counts.unknownSymbols, 'unknown sign'],
      [counts.absentPictures, 'picture'],
      [counts.embedded, 'embedded object'],
    ])}`,
    hint: 'Save the file as .docx and its pictures as PNG, or write what they say.',
  }),
  'word-numbers': ({ formats }: { formats: readonly string[] }) => ({
    message: `numbers of an unknown form are written in digits: ${formats.join(', ')}`,
    hint: 'Compare with the original.',
  }),
};

const placedFaults: Readonly<Record<PlacedFileFault, string>> = {
  scan: 'it holds pictures and no text',
  'no-characters': 'its fonts do not tell which characters they draw',
  encrypted: 'it is locked with a password',
  damaged: 'it is damaged',
  large: 'it is larger than any document',
  slow: 'it came to no end in time',
};

function fileFault({ is, part }: FileFault): string {
  const within = part === undefined ? '' : ` (${part})`;
  switch (is) {
    case 'no-package':
      return 'it is no such file, whatever its name says';
    case 'encrypted':
      return 'it is locked with a password, or of an older program';
    case 'damaged':
      return `it is damaged${within}`;
    case 'large':
      return `it unpacks to more than any document has${within}`;
    case 'document-type':
      return `it declares a document type, as only attacks do${within}`;
    case 'other-format':
      return 'it is a file of another program';
  }
}
