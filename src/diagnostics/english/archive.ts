import type { AsideName, Owner, PrivateKind } from '#diagnostics/words.ts';
import { privateKinds } from './content.ts';

/** What can be wrong with documents beside each other. */
export const archive = {
  'same-address': ({ file, owner, id }: { file: string; owner: string; id: string }) => ({
    message: `${file} and ${owner} have one address: documents/${id}/`,
    hint: 'Give one of them an id of its own in its front matter, or rename the file.',
  }),
  'same-address/output': ({
    later,
    earlier,
    path,
  }: {
    later: Owner;
    earlier: Owner;
    path: string;
  }) => ({
    message: `${ownerOf(later)} and ${ownerOf(earlier)} have one address: ${path}`,
    hint: secondStands,
  }),
  'same-address/folder': ({
    later,
    earlier,
    path,
    other,
  }: {
    later: Owner;
    earlier: Owner;
    path: string;
    other: string;
  }) => ({
    message: `${ownerOf(later)} and ${ownerOf(earlier)} cannot both be there: ${path} and ${other}, of which one would be a folder`,
    hint: secondStands,
  }),
  alias: ({ found }: { found: string }) => ({
    message: `aliases: found ${found}, expected a former id or path`,
    hint: 'Write for instance aliases: [old-name, /2019/05/old-page.html]',
  }),
  'broken-link': ({ target, fault }: { target: string; fault: BrokenLink }) => ({
    message: `the link leads to content/${target}: ${brokenLinks[fault]}`,
  }),
  'broken-image': ({ target, fault }: { target: string; fault: BrokenLink }) => ({
    message: `the image leads to content/${target}: ${brokenLinks[fault]}`,
  }),
  'addresses-unreadable': ({ file, reason }: { file: string; reason: string }) => ({
    message: `${file} cannot be read: ${reason}`,
    hint: `Check that ${file} beside the configuration is a file that you may read.`,
  }),
  'addresses-unwritable': ({ file, reason }: { file: string; reason: string }) => ({
    message: `${file} was not written: ${reason}`,
    hint: 'Check the rights of the folder that the configuration lies in.',
  }),
  'read-otherwise': ({ before, now }: { before: string; now: string }) => ({
    message:
      before === now
        ? 'the text of its page is another one than was recorded, though its file is the same: fields beside it or the configuration have changed'
        : `the file is the same, but its text is another one than was recorded: then by ${before}, now by ${now}`,
    hint: 'Compare the page with its file, then record with guidang build --record-addresses.',
  }),
  'vanished-address': ({ address, alias }: { address: string; alias: string }) => ({
    message: `the address ${address} has vanished: expected a document, a piece of one, an alias or a withdrawn document there`,
    hint: `If the document has moved, write aliases: [${alias}] in its front matter; if it was taken back, put its file back with withdrawn: and the reason; to give the address up, delete this line.`,
  }),

  'set-aside': ({
    kind,
    of,
    words,
  }: {
    kind: AsideName;
    of: PrivateKind | null;
    words: string;
  }) => ({
    message: `${kind}: ${of === null ? '' : `${privateKinds[of]}: `}${words}`,
  }),
  'broken-fragment': ({
    name,
    target,
    heading,
  }: {
    name: string;
    target: string;
    heading: Readonly<{ anchor: string; text: string }> | null;
  }) => ({
    message: `no place #${name} in ${target}`,
    ...(heading === null
      ? {}
      : { hint: `Write #${heading.anchor}, where ${heading.text} stands.` }),
  }),
  'date-in-future': ({ date, today }: { date: string; today: string }) => ({
    message: `the date is ${date}, today is ${today}`,
  }),
  'date-in-future/updated': ({ date, today }: { date: string; today: string }) => ({
    message: `updated says ${date}, today is ${today}`,
  }),
  'date-before-1949': ({ date }: { date: string }) => ({
    message: `the date is ${date}, before 1949`,
  }),
  'same-title': ({ title, files }: { title: string; files: readonly string[] }) => ({
    message: `${title}: the title of ${files.join(', ')} too`,
  }),
  'near-identical': ({ files }: { files: readonly string[] }) => ({
    message: `nearly the same text as ${files.join(', ')}`,
  }),
  'popular-absent': ({ title }: { title: string }) => ({ message: `${title}: no such document` }),
};

type BrokenLink = 'document' | 'unpublished' | 'absent';

const secondStands =
  'The second is published. Change the id, the alias or the file name of the first.';

const brokenLinks: Readonly<Record<BrokenLink, string>> = {
  document: 'that is a document',
  unpublished: 'it is not published',
  absent: 'there is no such file',
};

/** Pages that no file is made of have the name of what makes them. */
function ownerOf(owner: Owner): string {
  return 'file' in owner ? owner.file : `the page made by ${owner.maker}`;
}
