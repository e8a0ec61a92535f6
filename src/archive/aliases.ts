/**
 * Where the redirect of an alias stands below `public/`: a bare name is a former identifier, a path
 * a former address. null for what lies in .git and its like, for what leaves the site or names no page, and for what no disk can hold as it
 * is written: half a surrogate pair would come back as another name.
 */
export function aliasPath(alias: string): string | null {
  const path = alias.normalize('NFC').split(/[?#]/, 1)[0] ?? '';
  if (!path.isWellFormed() || /[\\:*"<>|\p{Cc}]/u.test(path)) return null;
  const parts = path.split('/').filter((part) => part !== '');
  if (parts.length === 0 || parts.some((part) => isReserved.test(part))) return null;
  const isFile = /\.html?$/i.test(parts.at(-1) ?? '');
  if (!path.includes('/') && !isFile) return `documents/${parts[0]}/index.html`;
  return isFile ? parts.join('/') : `${parts.join('/')}/index.html`;
}

/** Parent folders, and those of a repository and of the program itself. */
const isReserved = /^(?:\.+$|\.(?:git|guidang))/;
