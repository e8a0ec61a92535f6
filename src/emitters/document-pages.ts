import type { Archive } from '#archive/archive.ts';
import type { Summary, Term } from '#document/document.ts';
import { bodyMark, withBody } from './body.ts';
import { contentResolver } from './content-resolver.ts';
import type { Emitter } from './emitter.ts';
import { type Frame, frameOf, type Link, pageView, urlOf } from './frame.ts';
import { type Kinship, kinshipOf, kinshipView } from './kinship.ts';
import {
  dateView,
  documentPath,
  lineView,
  type PopularLineView,
  popularLineView,
} from './lines.ts';
import { meetingView } from './meeting-view.ts';
import { nestOutline } from './outline-view.ts';
import { piecePath } from './pieces.ts';
import type { Strings } from './strings.ts';

const sameKindCount = 5;

type Input = Readonly<{
  frame: Frame;
  document: Summary;
  newer: Summary | null;
  older: Summary | null;
  sameKind: readonly Summary[];
  /** What `partials/popular-list.njk` needs; the same for all documents. */
  popular: PopularView;
  /** Pages of the document's terms, by facet and name. */
  terms: TermPages;
  /** Where the document's content links lead, in their order. */
  destinations: readonly string[];
  kinship: Kinship;
}>;

type PopularView = Readonly<{ text: Strings; popular: readonly PopularLineView[] }>;

type TermPages = Readonly<
  Record<'kinds' | 'tags' | 'organisations' | 'speakers', ReadonlyMap<string, string>>
>;

/** One page for each document. */
export const documentPages: Emitter<Input> = {
  name: 'document-pages',
  *plan(archive, site) {
    const frame = frameOf(archive, site);
    const { documents } = archive;
    const popular: PopularView = {
      text: frame.text,
      popular: archive.popular.map((line) => popularLineView(line, '../../')),
    };
    const terms = termPages(archive);
    const resolve = contentResolver(archive);
    const ofKind = new Map(archive.kinds.map((group) => [group.name, group.documents]));
    const positions = new Map<Summary, number>();
    for (const { documents: members } of archive.kinds) {
      for (const [position, document] of members.entries()) positions.set(document, position);
    }
    const kin = kinshipOf(archive);
    for (const [index, document] of documents.entries()) {
      const input: Input = {
        frame,
        document,
        newer: documents[index - 1] ?? null,
        older: documents[index + 1] ?? null,
        sameKind: around(ofKind.get(document.kind.name) ?? [], positions.get(document) ?? 0),
        popular,
        terms,
        destinations: document.links.map(resolve),
        kinship: kin(document),
      };
      const { id, file: source } = document;
      yield { path: documentPath(id), input, source, bodies: [id] };
    }
  },
  produce(input, { render, renderShared, body }) {
    const { frame, document, newer, older, sameKind, popular, terms } = input;
    const { text } = frame;
    const page = pageView(frame, {
      path: documentPath(document.id),
      title: document.title,
      description: document.excerpt,
      section: 'documents/',
      breadcrumbs: [
        { title: text.documents, page: 'documents/' },
        { title: document.kind.name, page: terms.kinds.get(document.kind.name) ?? 'kinds/' },
      ],
    });
    const { root } = page;
    const link =
      (facet: keyof TermPages) =>
      (term: Term): Link => ({
        title: term.name,
        url: urlOf(terms[facet].get(term.name) ?? '', root),
      });
    const urls = input.destinations.map((to) => urlOf(to, root));
    const { title, statedPieces, occasion, place, source, views, characters, cutOff, fields } =
      document;
    const html = render('document.njk', {
      page,
      text,
      document: {
        id: document.id,
        kindId: document.kind.slug,
        kind: link('kinds')(document.kind),
        title,
        pieces: statedPieces,
        pieceList: document.pieces.map(({ number, title: name, characters: length }) => {
          return {
            title: name,
            characters: length,
            url: urlOf(piecePath(document.id, number), root),
          };
        }),
        documentNumber: document.documentNumber,
        meeting: document.meeting && meetingView(document.meeting, ''),
        quiz: document.quiz,
        placeholders: document.placeholders,
        ...kinshipView(input.kinship, root),
        date: dateView(document.date),
        updated: dateView(document.updated),
        tags: document.tags.map(link('tags')),
        organisation: document.organisation && link('organisations')(document.organisation),
        speaker: document.speaker && link('speakers')(document.speaker),
        occasion,
        place,
        source,
        views,
        characters,
        cutOff,
        fields,
        outline: nestOutline(document.outline),
        body: bodyMark,
      },
      newer: newer && lineView(newer, root),
      older: older && lineView(older, root),
      sameKind: sameKind.map((each) => lineView(each, root)),
      popular: renderShared('partials/popular-list.njk', popular),
    });
    return withBody(html, body(document.id), urls);
  },
};

function termPages(archive: Archive): TermPages {
  const pages = (facet: keyof TermPages) =>
    new Map(archive[facet].map(({ name, slug }) => [name, `${facet}/${slug}/`]));
  return {
    kinds: pages('kinds'),
    tags: pages('tags'),
    organisations: pages('organisations'),
    speakers: pages('speakers'),
  };
}

/** The documents of a list that stand nearest to one of them, without itself. */
function around(documents: readonly Summary[], position: number): Summary[] {
  const last = Math.max(0, documents.length - sameKindCount - 1);
  const first = Math.min(last, Math.max(0, position - Math.floor(sameKindCount / 2)));
  return documents
    .slice(first, first + sameKindCount + 1)
    .filter((_, index) => first + index !== position)
    .slice(0, sameKindCount);
}
