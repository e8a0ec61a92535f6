/** Elements that say where or how words are to look, and nothing of what they are. */
const block = 'div|p|center|section|article|aside|figure|figcaption|details|summary|font|span';
const running = 'font|span|center|big|small|nobr';

/** A line of nothing but such tags. */
const tagsAlone = new RegExp(`^\\s*(?:</?(?:${block})(?:\\s[^<>]*)?>\\s*)+$`, 'i');
/** A line that one of them holds. */
const held = new RegExp(`^(\\s*)<(${block})(?:\\s[^<>]*)?>(.*)</\\2>\\s*$`, 'i');
/** Words within a line that one of them holds. */
const within = new RegExp(`<(${running})(?:\\s[^<>]*)?>([^<>]+)</\\1>`, 'gi');
const heading = /^\s*<h([1-6])(?:\s[^<>]*)?>([^<>]+)<\/h\1>\s*$/i;
/** So many of them hold one line. */
const deepest = 20;
/** Of plain words and addresses: all else stays as it is written. */
const picture = /<img\s([^<>]*?)\/?>/gi;
const link = /<a\s([^<>]*)>([^<>[\]]+)<\/a>/gi;

/** A line of Markdown with what tags of HTML hold in place of them; pictures and links in Markdown's own way. */
export function withoutTags(written: string, mayBeHeld = true): string {
  if (!/<[a-z/]/i.test(written)) return written;
  if (tagsAlone.test(written)) return '';
  const titled = written.replace(
    heading,
    (_, level: string, words: string) => `${'#'.repeat(Number(level))} ${words.trim()}`,
  );
  const linked = titled
    .replace(picture, (whole, own: string) => pictureOf(own) ?? whole)
    .replace(link, (whole, own: string, words: string) => {
      const address = attribute(own, 'href');
      return address === null ? whole : `[${words}](<${address}>)`;
    });
  if (!mayBeHeld) return linked.replace(within, '$2');
  let inner = linked;
  for (let depth = 0; depth < deepest; depth++) {
    const next = inner.replace(held, '$1$3');
    if (next === inner) break;
    inner = next;
  }
  return inner === linked ? inner.replace(within, '$2') : withoutTags(inner, false);
}

function pictureOf(attributes: string): string | null {
  const source = attribute(attributes, 'src');
  const words = attribute(attributes, 'alt') ?? '';
  return source === null || /[[\]]/.test(words) ? null : `![${words}](<${source}>)`;
}

/** What an attribute says, where it is written in quotes. */
function attribute(attributes: string, name: string): string | null {
  const written = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'i');
  const [, double, single] = written.exec(attributes) ?? [];
  return double ?? single ?? null;
}
