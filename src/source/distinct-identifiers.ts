import { compareCodePoints } from '#document/text/order.ts';
import { hashOf, toIdentifier } from './identifier.ts';
import { nameOf } from './identity.ts';

/** A document with the identifier that it asks for. */
export type Named = Readonly<{
  file: string;
  id: string;
  /** Whether its front matter says the identifier: then it is not changed. */
  isOwn: boolean;
  /** Whether it is to be seen, so that an address can lead to it. */
  isShown: boolean;
}>;

/** What documents are called, by their files. */
export type Identifiers = Readonly<{
  ids: ReadonlyMap<string, string>;
  /** By file: an identifier that is nobody's, and leads to the first of those that ask for it. */
  aliases: ReadonlyMap<string, string>;
  /** By identifier that another document asks for: the file that was recorded with it, and keeps it. */
  holders: ReadonlyMap<string, string>;
}>;

/** Which file has an identifier, as the recorded addresses tell; null where they name none. */
export type RecordedIdentifiers = ReadonlyMap<string, string | null>;

/**
 * Gives each document an identifier of its own. A document goes by the name of its file; where names
 * collide, as written or in pinyin, all of them go by their folders too, in whatever order they were
 * added. What was recorded stays.
 */
export function distinguish(named: readonly Named[], recorded: RecordedIdentifiers): Identifiers {
  const ids = new Map<string, string>();
  const taken = new Set<string>();
  const give = (file: string, id: string) => {
    ids.set(file, id);
    taken.add(id);
  };
  const holders = findHolders(named, recorded);
  for (const { file, id, isOwn } of named) {
    if (isOwn && holders.has(id)) ids.set(file, id);
    else if (isOwn) give(file, id);
  }
  const groups = [...groupByPlain(named)];
  if (recorded.size > 0) {
    for (const [plain, own] of groups) {
      for (const { file } of own) {
        const id = recordedFor(file, plain, own[0]?.file === file, recorded);
        if (id !== null && !taken.has(id)) give(file, id);
      }
    }
  }
  for (const [plain, [first, ...others]] of groups) {
    if (first === undefined || others.length > 0 || ids.has(first.file)) continue;
    if (!taken.has(plain)) give(first.file, plain);
  }
  const nameless = named.map(({ file }) => file).filter((file) => !ids.has(file));
  giveFolders(nameless, taken, give);
  const aliases = new Map<string, string>();
  for (const [plain, own] of groups) {
    if (taken.has(plain)) continue;
    const shown = own.filter(({ isShown }) => isShown);
    const first = shown.find(({ file }) => recorded.get(plain) === file) ?? shown[0];
    if (first !== undefined) aliases.set(first.file, plain);
  }
  return { ids, aliases, holders };
}

/** Identifiers that front matter asks for and that were recorded with a file that may still have them. */
function findHolders(
  named: readonly Named[],
  recorded: RecordedIdentifiers,
): ReadonlyMap<string, string> {
  const holders = new Map<string, string>();
  if (recorded.size === 0) return holders;
  const byFile = new Map(named.map((each) => [each.file, each]));
  for (const { file, id, isOwn } of named) {
    const holder = byFile.get(recorded.get(id) ?? file);
    if (!isOwn || holder === undefined || holder.file === file) continue;
    const could = holder.isOwn
      ? [holder.id]
      : [holder.id, withFolders(holder.file), withHash(holder.file)];
    if (could.includes(id)) holders.set(id, holder.file);
  }
  return holders;
}

/** Documents that go by the names of their files, by their identifiers; the first by path first. */
function groupByPlain(named: readonly Named[]): Map<string, Named[]> {
  const groups = Map.groupBy(
    named.filter(({ isOwn }) => !isOwn),
    ({ id }) => id,
  );
  for (const own of groups.values()) {
    if (own.length > 1) own.sort((a, b) => compareCodePoints(a.file, b.file));
  }
  return groups;
}

/** The identifier that a file has had, where it is one that it could have now. */
function recordedFor(
  file: string,
  plain: string,
  isFirst: boolean,
  recorded: RecordedIdentifiers,
): string | null {
  const longer = [withFolders(file), withHash(file)].filter((id) => id !== plain);
  // First, since its plain name may lead to it as well
  for (const id of [...longer, plain]) if (recorded.get(id) === file) return id;
  // Earlier versions recorded no files
  for (const id of longer) if (recorded.get(id) === null) return id;
  return recorded.get(plain) === null && isFirst ? plain : null;
}

/** Names files by their folders, and where that is no name of their own by a hash too. */
function giveFolders(
  files: readonly string[],
  taken: ReadonlySet<string>,
  give: (file: string, id: string) => void,
): void {
  const before = new Set(files.length === 0 ? [] : taken);
  for (const [id, alike] of Map.groupBy(files, withFolders)) {
    const isFree = alike.length === 1 && !before.has(id);
    for (const file of alike) give(file, isFree ? id : withHash(file));
  }
}

function withFolders(file: string): string {
  const folders = file.split('/');
  const name = folders.pop() ?? '';
  // A file named `index` goes by its folder already
  if (/^index\.[^.]+$/.test(name)) folders.pop();
  return toIdentifier([...folders, nameOf(file)].join('-'));
}

function withHash(file: string): string {
  return toIdentifier(`${withFolders(file)}-x${hashOf(file)}`);
}
