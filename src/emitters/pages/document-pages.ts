import type { Archive } from '#archive/archive.ts';
import type { Summary, Term } from '#document/document.ts';
import { outlineOf } from '#document/outline/outline.ts';
import { namesOf } from '#document/terms.ts';
import type { Dependencies, Emitter } from '#emitters/emitter.ts';
import { type CitationsView, citationsView, pagesCited } from '#emitters/views/citations-view.ts';
import { contentResolver } from '#emitters/views/content-resolver.ts';
import { facetsOf } from '#emitters/views/facet-panel.ts';
import { noteOfFile, originalView } from '#emitters/views/file-views.ts';
import {
  type Frame,
  frameOf,
  type Link,
  pageView,
  rootFrom,
  urlOf,
} from '#emitters/views/frame.ts';
import {
  type DateView,
  dateView,
  documentPath,
  type LineView,
  lastChange,
  lineView,
  listedPopular,
  popularLineView,
} from '#emitters/views/lines.ts';
import { meetingView } from '#emitters/views/meeting-view.ts';
import { nestOutline } from '#emitters/views/outline-view.ts';
import type { PopularView } from '#emitters/views/page-views.ts';
import { durationView, sourceLine } from '#emitters/views/reading-view.ts';
import {
  type RelatedView,
  relatedView,
  type SeriesView,
  seriesView,
} from '#emitters/views/related-view.ts';
import { type RelationsView, relationsOf, relationsView } from '#emitters/views/relations.ts';
import { sameKindOf } from '#emitters/views/same-kind.ts';
import { renderBody } from '#render/body.ts';
import { piecePath } from './pieces.ts';

/** Of other documents a page knows what it shows of them, so that it is only made again for that. */
type Input = Readonly<{
  frame: Frame;
  document: Summary;
  terms: Terms;
  /** Where the document's content links lead, in their order. */
  destinations: readonly string[];
  newer: LineView | null;
  older: LineView | null;
  sameKind: readonly LineView[];
  related: readonly RelatedView[];
  series: SeriesView | null;
  relations: RelationsView;
  citations: CitationsView;
  /** What `partials/popular-list.njk` needs; the same for all documents. */
  popular: PopularView;
}>;

/** The document's terms with the addresses of their pages. */
type Terms = Readonly<{
  kind: Link;
  tags: readonly Link[];
  organisations: readonly Link[];
  speaker: Link | null;
}>;

/** All pages of documents lie equally deep. */
const root = rootFrom(documentPath('id'));

/** One page for each document. */
export const documentPages: Emitter<Input> = {
  name: 'document-pages',
  templates: ['document.njk', 'partials/popular-list.njk'],
  *plan(archive, site, only) {
    const frame = frameOf(archive, site);
    const { documents } = archive;
    const lineOf = linesOf();
    const popular: PopularView = {
      isPrecise: false,
      text: frame.text,
      popular: archive.popular.map((line) => popularLineView(listedPopular(line), root)),
    };
    const termsOf = termPages(archive);
    const resolve = contentResolver(archive);
    const sameKind = sameKindOf(archive, only !== undefined);
    const kin = relationsOf(archive);
    const { slugs } = facetsOf(archive);
    const shared = [frame, popular, slugs];
    for (const number of only ?? documents.keys()) {
      const document = documents[number];
      if (document === undefined) continue;
      const { id, file: source } = document;
      const input = (): Input => ({
        frame,
        document,
        terms: termsOf(document),
        destinations: document.links.map(resolve),
        newer: lineOf(documents[number - 1]),
        older: lineOf(documents[number + 1]),
        sameKind: sameKind(document).flatMap((other) => lineOf(other) ?? []),
        related: relatedView(archive.related.get(id) ?? [], frame.text, root),
        series: seriesView(archive.series.get(id) ?? null, root),
        relations: relationsView(kin(document), root),
        popular,
        citations: citationsView(archive.citationsOf(document), root),
      });
      const dependencies = (): Dependencies => {
        const related = archive.related.get(id) ?? [];
        const { previous = null, next = null, ...place } = archive.series.get(id) ?? {};
        const { share, elsewhere, variants } = kin(document);
        const { cited, citing } = archive.citationsOf(document);
        const neighbours = [documents[number - 1], documents[number + 1], previous, next];
        const others = [sameKind(document), related.map(documentOf), elsewhere.map(documentOf)];
        const values = [
          document.links.map(resolve),
          // How many there are of each says which of the cards are whose
          others.map(({ length }) => length),
          related.map(({ reasons, tags }) => [reasons, tags]),
          place,
          share,
          elsewhere.map((each) => each.share),
          variants.map(({ differences }) => differences),
          cited.map(({ document: { id: target, articles }, keys }) => [target, articles, keys]),
          citing.length,
        ];
        const cards = [
          ...neighbours,
          ...others.flat(),
          ...variants.map(documentOf),
          ...cited.map(documentOf),
          ...citing,
        ];
        return { documents: [document], cards, shared, values };
      };
      const modified = lastChange(document);
      yield { path: documentPath(id), input, dependencies, source, modified, documents: [id] };
    }
  },
  produce(input, { render, renderShared, body }) {
    const { frame, document, terms, newer, older, sameKind, related, series, popular } = input;
    const { text } = frame;
    const { blocks, questions, asides } = body(document.id);
    const page = pageView(frame, {
      path: documentPath(document.id),
      title: document.title,
      description: document.excerpt,
      section: 'documents/',
      breadcrumbs: [
        { title: text.documents, page: 'documents/' },
        { title: document.kind.name, page: `kinds/${document.kind.slug}/` },
      ],
    });
    const meetings = document.meetings.map((meeting) => meetingView(meeting, ''));
    const addresses = input.destinations.map((to) => root + to);
    const {
      title,
      statedPieces,
      occasion,
      place,
      source,
      views,
      characters,
      words,
      cutOff,
      fields,
    } = document;
    return render('document.njk', {
      page,
      text,
      document: {
        id: document.id,
        kindId: document.kind.slug,
        kind: terms.kind,
        title,
        pieces: statedPieces,
        pieceList: document.pieces.map(
          ({ number, title: name, characters: length, words: own }) => {
            return {
              title: name,
              characters: length,
              words: own,
              url: urlOf(piecePath(document.id, number), root),
            };
          },
        ),
        documentNumber: document.documentNumber,
        meeting: meetings.length === 1 ? (meetings[0] ?? null) : null,
        meetings: meetings.length > 1 ? meetings : [],
        quiz: document.quiz,
        placeholders: document.placeholders,
        ...input.relations,
        date: dateView(document.date),
        held: heldView(document),
        updated: dateView(document.updated),
        otherDates: document.otherDates.map(({ date, act }) => ({ date: dateView(date), act })),
        tags: terms.tags,
        organisations: terms.organisations,
        speaker: terms.speaker,
        occasion,
        place,
        source,
        views,
        characters,
        words,
        cutOff,
        duration: durationView(document, document.kind.slug, frame),
        fields,
        sha256: document.sha256,
        originals: document.originals.map((original) => originalView(original, root)),
        readFrom: characters === 0 ? null : noteOfFile(document.file, frame.words),
        outline: nestOutline(outlineOf(blocks)),
        asides: asides.map(({ text: words }) => words),
        body: renderBody(blocks, questions, {
          words: frame.words,
          addresses,
          citations: pagesCited(input.citations),
        }),
      },
      related,
      cited: input.citations.cited.map(({ line }) => line),
      citing: input.citations.citing,
      series,
      tools: frame.tools,
      citation: sourceLine(
        {
          title,
          organisation: namesOf(document.organisations),
          date: dateView(document.date)?.text ?? null,
        },
        frame,
      ),
      newer,
      older,
      sameKind,
      popular:
        popular.popular.length === 0 ? '' : renderShared('partials/popular-list.njk', popular),
    });
  },
};

/** The day of a meeting, where its record is dated otherwise. */
function heldView({ meetings, date }: Summary): DateView | null {
  const [meeting] = meetings.length === 1 ? meetings : [];
  const day = meeting?.start?.slice(0, 'YYYY-MM-DD'.length) ?? '';
  if (date === null || day.startsWith('--') || day.length < 10) return null;
  return date.value.startsWith(day) || day.startsWith(date.value)
    ? null
    : dateView({ value: day, precision: 'day' });
}

function documentOf<Known>({ document }: Readonly<{ document: Known }>): Known {
  return document;
}

/** Lines that are at hand: neighbours are asked for one after the other. */
const mostLines = 2000;

/** Gives the line of each document, one object for the pages near it that show it. */
function linesOf(): (document: Summary | undefined) => LineView | null {
  const lines = new Map<Summary, LineView>();
  return (document) => {
    if (document === undefined) return null;
    const line = lines.get(document) ?? lineView(document, root);
    if (lines.size > mostLines) lines.clear();
    lines.set(document, line);
    return line;
  };
}

function termPages(archive: Archive): (document: Summary) => Terms {
  const linksTo = (facet: 'kinds' | 'tags' | 'organisations' | 'speakers') => {
    const links = new Map(
      archive[facet].map(({ name, slug }) => {
        return [name, { title: name, url: urlOf(`${facet}/${slug}/`, root) }];
      }),
    );
    return ({ name }: Term): Link => links.get(name) ?? { title: name, url: root };
  };
  const [kind, tag] = [linksTo('kinds'), linksTo('tags')];
  const [organisation, speaker] = [linksTo('organisations'), linksTo('speakers')];
  return (document) => ({
    kind: kind(document.kind),
    tags: document.tags.map(tag),
    organisations: document.organisations.map(organisation),
    speaker: document.speaker && speaker(document.speaker),
  });
}
