import { startOf, type WallClock } from '#document/dates/dates.ts';
import type { Summary } from '#document/document.ts';
import type { Emitter } from '#emitters/emitter.ts';
import { addressPath, type Frame, frameOf } from '#emitters/views/frame.ts';
import { documentPath } from '#emitters/views/lines.ts';
import { escapeXml } from '#render/html.ts';
import type { Site } from '#site/site.ts';
import { formatOffset } from '#site/zone.ts';

type Entry = Readonly<{
  title: string;
  address: string;
  published: string;
  updated: string;
  excerpt: string;
  kind: string;
}>;

/** RFC 4287 wants a time of every feed; an archive without dated documents has none to give. */
const noTime = '1970-01-01T00:00:00Z';

/** The latest dated documents as an Atom feed (RFC 4287). */
export const feed: Emitter<Readonly<{ frame: Frame; entries: readonly Entry[] }>> = {
  name: 'feed',
  templates: [],
  *plan(archive, site) {
    const frame = frameOf(archive, site);
    const dated = archive.documents.filter((document) => document.date !== null);
    const entries = dated
      .slice(0, site.feed.count)
      .map((document) => toEntry(document, frame.address, site));
    yield { path: 'feed.xml', input: () => ({ frame, entries }) };
  },
  produce({ frame, entries }) {
    const updated = entries.map((entry) => entry.updated).reduce(latest, noTime);
    return [
      '<?xml version="1.0" encoding="utf-8"?>',
      `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${frame.language}">`,
      `<title>${escapeXml(frame.title)}</title>`,
      `<id>${escapeXml(frame.address)}</id>`,
      `<link rel="alternate" type="text/html" href="${escapeXml(frame.address)}"/>`,
      `<link rel="self" type="application/atom+xml" href="${escapeXml(frame.address)}feed.xml"/>`,
      `<updated>${updated}</updated>`,
      `<author><name>${escapeXml(frame.title)}</name></author>`,
      ...entries.map(formatEntry),
      '</feed>',
      '',
    ].join('\n');
  },
};

function toEntry(document: Summary, address: string, site: Site): Entry {
  const published = instant(document.date, site);
  const updated = document.updated === null ? published : instant(document.updated, site);
  return {
    title: document.title,
    address: address + addressPath(documentPath(document.id)),
    published,
    updated: latest(published, updated),
    excerpt: document.excerpt,
    kind: document.kind.name,
  };
}

/** The beginning of a date as RFC 3339 has it, with the offset of the site's zone. */
function instant(date: WallClock | null, { zone }: Site): string {
  if (date === null) return noTime;
  const start = startOf(date);
  return start + formatOffset(zone.offsetAt(start));
}

/** Of two times of one zone, the one whose clock shows more. */
function latest(a: string, b: string): string {
  return a.slice(0, 19) >= b.slice(0, 19) ? a : b;
}

function formatEntry({ title, address, published, updated, excerpt, kind }: Entry): string {
  return [
    '<entry>',
    `<title>${escapeXml(title)}</title>`,
    `<id>${escapeXml(address)}</id>`,
    `<link rel="alternate" type="text/html" href="${escapeXml(address)}"/>`,
    `<published>${published}</published>`,
    `<updated>${updated}</updated>`,
    `<category term="${escapeXml(kind)}"/>`,
    `<summary>${escapeXml(excerpt)}</summary>`,
    '</entry>',
  ].join('\n');
}
