import { compareTexts } from '#archive/compare/differences.ts';
import type { BodyBlock, Summary } from '#document/document.ts';
import { namesOf } from '#document/terms.ts';
import { linesOfFlow } from '#document/text/flow.ts';
import type { Emitter } from '#emitters/emitter.ts';
import { type Frame, frameOf, pageView, urlOf } from '#emitters/views/frame.ts';
import { dateView, documentPath } from '#emitters/views/lines.ts';

/** In a group of near-identical documents so many are set against the oldest. */
const mostCompared = 20;

/** What is shown of each side beside its text. */
type Side = Pick<Summary, 'id' | 'title' | 'date' | 'organisations'>;

type Input = Readonly<{ frame: Frame; older: Side; newer: Side }>;

/** The page that shows what differs between two near-identical documents. */
export function differencesPath(newer: string, older: string): string {
  return `documents/${newer}/differences/${older}/index.html`;
}

/**
 * The pairs of a group of near-identical documents that have a page of differences: each against
 * the oldest, which may be the original.
 */
export function comparedPairs(group: readonly Summary[]): { newer: Summary; older: Summary }[] {
  const older = group.at(-1);
  if (older === undefined) return [];
  return group
    .slice(0, -1)
    .slice(-mostCompared)
    .map((newer) => ({ newer, older }));
}

/** Near-identical documents side by side. */
export const differences: Emitter<Input> = {
  name: 'differences',
  templates: ['differences.njk'],
  *plan(archive, site) {
    const frame = frameOf(archive, site);
    for (const { newer, older } of archive.variants.flatMap(comparedPairs)) {
      const path = differencesPath(newer.id, older.id);
      const input = () => ({ frame, newer: sideOf(newer), older: sideOf(older) });
      yield { path, input, documents: [newer.id, older.id] };
    }
  },
  produce({ frame, newer, older }, { render, body }) {
    const { text } = frame;
    const page = pageView(frame, {
      path: differencesPath(newer.id, older.id),
      title: `${text.differences}: ${newer.title}`,
      section: 'documents/',
      breadcrumbs: [
        { title: text.documents, page: 'documents/' },
        { title: newer.title, page: `documents/${newer.id}/` },
      ],
    });
    const side = (document: Side) => ({
      title: document.title,
      url: urlOf(documentPath(document.id), page.root),
      date: dateView(document.date),
      organisation: namesOf(document.organisations),
    });
    const rows = compareTexts(linesOf(body(older.id).blocks), linesOf(body(newer.id).blocks));
    return render('differences.njk', {
      page,
      text,
      heading: text.differences,
      older: side(older),
      newer: side(newer),
      changed: rows.filter(({ same }) => !same).length,
      rows,
    });
  },
};

function sideOf({ id, title, date, organisations }: Summary): Side {
  return { id, title, date, organisations };
}

/** The lines of a body: its paragraphs, headings, items and rows, in its order. */
function linesOf(blocks: readonly BodyBlock[]): string[] {
  return blocks
    .flatMap((block) =>
      block.type === 'passage' ? linesOfFlow(block.flow) : block.text.split('\n'),
    )
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
