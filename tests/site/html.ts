/** One start tag of a page. */
export type Tag = Readonly<{ name: string; attributes: ReadonlyMap<string, string> }>;

const startTag = /<([a-z][a-z0-9]*)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*\/?>/g;
const attribute = /([\w:-]+)(?:="([^"]*)")?/g;

/** The start tags of a page, in order. Guidang's pages quote every attribute with `"`. */
export function readTags(html: string): Tag[] {
  return [...html.matchAll(startTag)].map(([, name = '', written = '']) => ({
    name,
    attributes: new Map(
      [...written.matchAll(attribute)].map(([, key = '', value = '']) => [key, decodeText(value)]),
    ),
  }));
}

/** The values of all `id` attributes. */
export function readIds(html: string): string[] {
  return readTags(html).flatMap(({ attributes }) => attributes.get('id') ?? []);
}

/** What a piece of HTML says, with white space run together. */
export function textOf(html: string): string {
  return decodeText(html.replace(/<[^>]*>/g, ''))
    .replace(/\s+/g, ' ')
    .trim();
}

/** The part of a page between the first match of `from` and the next of `to`. */
export function between(html: string, from: string, to: string): string {
  const begin = html.indexOf(from);
  if (begin === -1) throw new Error(`the page has no ${from}`);
  const end = html.indexOf(to, begin);
  return html.slice(begin, end === -1 ? undefined : end);
}

export type PopularLine = Readonly<{
  datetime: string | null;
  time: string | null;
  title: string;
  badge: string | null;
  url: string | null;
  absent: boolean;
  text: string;
}>;

/** The lines of `[data-popular]`. */
export function readPopular(html: string): PopularLine[] {
  const list = between(html, 'data-popular', '</ol>');
  return list
    .split('<li')
    .slice(1)
    .map((written) => {
      const line = written.slice(written.indexOf('>') + 1);
      const time = /<time datetime="([^"]*)">([^<]*)<\/time>/.exec(line);
      const badge = /<span class="badge">([^<]*)<\/span>/.exec(line)?.[1] ?? null;
      const what = between(line, 'class="what"', '</li>').replace(/^[^>]*>/, '');
      const url = /<a href="([^"]*)"/.exec(what)?.[1] ?? null;
      const title = textOf(what.split(/ ?<span/)[0] ?? '');
      return {
        datetime: time?.[1] ?? null,
        time: time?.[2] ?? null,
        title,
        badge,
        url,
        absent: line.includes('未收录'),
        text: textOf(line),
      };
    });
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

function decodeText(text: string): string {
  return text.replace(/&(?:#(\d+)|(\w+));/g, (whole, code?: string, name?: string) =>
    code === undefined ? (named[name ?? ''] ?? whole) : String.fromCodePoint(Number(code)),
  );
}
