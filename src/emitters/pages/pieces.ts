import type { PieceEntry, Summary } from '#document/document.ts';
import { outlineOf } from '#document/outline/outline.ts';
import { bodyOfPiece } from '#document/piece-body.ts';
import { namesOf } from '#document/terms.ts';
import type { Emitter } from '#emitters/emitter.ts';
import { contentResolver } from '#emitters/views/content-resolver.ts';
import { type Frame, frameOf, pageView, urlOf } from '#emitters/views/frame.ts';
import { dateView, documentPath, lastChange } from '#emitters/views/lines.ts';
import { nestOutline } from '#emitters/views/outline-view.ts';
import { durationView, sourceLine } from '#emitters/views/reading-view.ts';
import { renderBody } from '#render/body.ts';

type Input = Readonly<{
  frame: Frame;
  document: Summary;
  piece: PieceEntry;
  destinations: readonly string[];
}>;

/** The page of a piece, below that of its collection. */
export function piecePath(id: string, number: number): string {
  return `documents/${id}/${number}/index.html`;
}

/** A page for each piece of a collection. */
export const pieces: Emitter<Input> = {
  name: 'pieces',
  templates: ['piece.njk'],
  *plan(archive, site, only) {
    const frame = frameOf(archive, site);
    const resolve = contentResolver(archive);
    const { documents } = archive;
    for (const number of only ?? documents.keys()) {
      const document = documents[number];
      if (document === undefined) continue;
      const destinations = document.links.map(resolve);
      for (const piece of document.pieces) {
        const input = () => ({ frame, document, piece, destinations });
        const path = piecePath(document.id, piece.number);
        const dependencies = () => ({
          documents: [document],
          shared: [frame],
          values: [piece.number, destinations],
        });
        const modified = lastChange(document);
        yield {
          path,
          input,
          dependencies,
          source: document.file,
          modified,
          documents: [document.id],
        };
      }
    }
  },
  produce({ frame, document, piece, destinations }, { render, body }) {
    const { text } = frame;
    const { id } = document;
    const path = piecePath(id, piece.number);
    const page = pageView(frame, {
      path,
      title: piece.title,
      description: `${document.title} · ${piece.title}`,
      section: 'documents/',
      breadcrumbs: [
        { title: text.documents, page: 'documents/' },
        { title: document.title, page: `documents/${id}/` },
      ],
    });
    const { root } = page;
    const { blocks, questions } = body(id);
    const own = bodyOfPiece(blocks, piece);
    const [, ...outline] = outlineOf(own);
    const addresses = destinations.map((to) => root + to);
    const at = document.pieces.findIndex(({ number }) => number === piece.number);
    const link = (other: PieceEntry | undefined) =>
      other === undefined
        ? null
        : { title: other.title, url: urlOf(piecePath(id, other.number), root) };
    return render('piece.njk', {
      page,
      text,
      collection: { title: document.title, url: urlOf(documentPath(id), root) },
      piece: {
        number: piece.number,
        count: document.pieces.length,
        title: piece.title,
        characters: piece.characters,
        words: piece.words,
        anchor: piece.anchor,
      },
      duration: durationView(piece, document.kind.slug, frame),
      tools: frame.tools,
      citation: sourceLine(
        {
          title: `${document.title}：${piece.title}`,
          organisation: namesOf(document.organisations),
          date: dateView(document.date)?.text ?? null,
        },
        frame,
      ),
      documentId: id,
      kindId: document.kind.slug,
      date: dateView(document.date),
      outline: nestOutline(outline.map((entry) => ({ ...entry, depth: entry.depth - 1 }))),
      body: renderBody(own, questions, {
        words: frame.words,
        addresses,
      }),
      previous: link(document.pieces[at - 1]),
      next: link(document.pieces[at + 1]),
    });
  },
};
