import { expect, test } from 'vitest';
import { useFolders } from '../site/harness.ts';
import { accountForMixed, mixedFiles } from './mixed.ts';

const newFolder = useFolders();

test('of what an office has each file is a page, an attachment, fields or a named line, and no secret is out', () => {
  const { fates, lost, leaked } = accountForMixed(newFolder('mixed'), mixedFiles(120));
  expect(lost).toEqual([]);
  expect(leaked).toEqual([]);
  const became = Object.fromEntries(
    [...fates].map(([kind, own]) => [kind, [...own.keys()].toSorted()]),
  );
  expect(became).toEqual({
    list: ['fields'],
    Word: ['document'],
    PDF: ['document'],
    OFD: ['document'],
    'saved page': ['document'],
    text: ['document'],
    'Markdown with attachments': ['copy', 'document'],
    'draft with attachment': ['left-out/draft', 'left-out/unlinked'],
    secret: ['left-out/unreadable'],
    'text and its original': ['document', 'left-out/original'],
    scan: ['left-out/unreadable'],
    locked: ['left-out/unreadable'],
    damaged: ['left-out/unreadable'],
    other: ['left-out/unlinked'],
    rubbish: ['left-out/hidden'],
  });
});
