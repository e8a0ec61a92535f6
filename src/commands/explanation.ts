import { type Catalogue, sentenceOf } from '#diagnostics/catalogue.ts';
import { findDate, type WallClock } from '#document/dates/dates.ts';
import type { Inferred } from '#document/evidence.ts';
import type { Meeting } from '#document/meeting/meeting.ts';
import { planRows } from '#document/meeting/plan-rows.ts';
import { levelsOfForms, placeHeadings, shownText } from '#document/outline/outline.ts';
import type { Heading } from '#document/text/blocks.ts';
import type { Understanding } from '#document/understand.ts';
import type { Explanation } from '#source/reader.ts';

/**
 * What `guidang explain --json` prints of a file. The shape is that of docs/explain.schema.json;
 * parts that the document has not are left out.
 */
export function toExplanation(file: string, explained: Explanation, catalogue: Catalogue): object {
  const { parsed, fields, understood, diagnostics, asides } = explained;
  const dated = explained.date;
  const problems = diagnostics.map(({ severity, rule, message, place }) => {
    return {
      severity,
      rule,
      line: place?.line ?? 1,
      message: sentenceOf(message, catalogue).message,
    };
  });
  const { encoding } = parsed;
  if (understood === null) return { file, encoding, problems };
  const { date, kind, names, meetings, quiz, documentNumber } = understood;
  const [meeting] = meetings.length === 1 ? meetings : [];
  const word = fields.kind ?? fields.category;
  const ofFrontMatter = (field: string, words: string) => ({
    rule: 'front-matter',
    line: parsed.frontMatter.lines.get(field) ?? null,
    words,
  });
  const known = {
    file,
    encoding,
    title: understood.title,
    date:
      dated === null
        ? date && { ...date.value, confidence: date.confidence, evidence: date.evidence }
        : {
            value: dated.value,
            precision: dated.precision,
            confidence: 1,
            evidence: ofFrontMatter('date', dated.value),
          },
    kind:
      understood.knownKind === null && word === null
        ? { id: 'document', confidence: 0, evidence: { rule: 'none', line: null, words: '' } }
        : word === null
          ? kind && { id: kind.value.id, confidence: kind.confidence, evidence: kind.evidence }
          : {
              id: understood.knownKind?.id ?? word,
              confidence: 1,
              evidence: ofFrontMatter('kind', word),
            },
    otherDates: understood.otherDates.map(({ date: { value, precision }, act }) =>
      present({ value, precision, act: act === '' ? null : act }),
    ),
    speaker: fields.speaker ?? names.speaker?.value ?? null,
    occasion: fields.occasion ?? names.occasion?.value ?? null,
    organisation: fields.organisation?.join('、') ?? names.organisation?.value ?? null,
    documentNumber: documentNumber?.text ?? null,
    evidence: namesEvidence({ ...names }),
    outline: outlineOf(understood),
    enumerations: understood.enumerations.map(({ form, items }) => ({
      form,
      line: items[0]?.line ?? 1,
      items: items.map(({ lead, number, line }) => ({ lead, number, line })),
    })),
    pieces: understood.pieces.map(({ title, line, number }) => ({ title, line, number })),
    statedPieces: understood.statedPieces,
    meeting: meeting === undefined ? null : meetingOf(meeting, catalogue),
    meetings: meetings.length < 2 ? [] : meetings.map((each) => meetingOf(each, catalogue)),
    quiz: quiz && {
      questions: quiz.questions.map(({ type, number, line, stem, options, answer }) =>
        present({
          type,
          number,
          line,
          stem,
          options: options.map(({ letter, text }) => ({ letter, text })),
          answer,
        }),
      ),
    },
    plan: planRows(understood.blocks, yearOf(understood, dated)).map(present),
    placeholders: understood.placeholders,
    cutOff: understood.cutOff ? true : null,
    leftovers: asides
      .filter(({ kind }) => kind !== 'catalogue' && kind !== 'redaction')
      .map(({ line, kind, text }) => ({ line, kind, text })),
    catalogue: understood.catalogue.map(({ title, date: time, pieces, line }) =>
      present({ time: time.value, title, pieces, line }),
    ),
    roles: rolesOf(understood),
    findings: understood.findings.map(({ rule, line, message }) => {
      return { rule, line, ...sentenceOf(message, catalogue) };
    }),
    problems,
  };
  return present(known);
}

/** The year that the title states, else that of the document's date. */
function yearOf({ title, date }: Understanding, known: WallClock | null): string | null {
  const stated = findDate(title) ?? known ?? date?.value;
  return /^\d{4}/.exec(stated?.value ?? '')?.[0] ?? null;
}

/** Leaves out what is null or empty. */
function present(record: Readonly<Record<string, unknown>>): object {
  const entries = Object.entries(record).filter(([, value]) => {
    return value !== null && !(Array.isArray(value) && value.length === 0);
  });
  return Object.fromEntries(entries);
}

function namesEvidence(names: Readonly<Record<string, Inferred<string> | null>>): object | null {
  const entries = Object.entries(names).flatMap(([name, inferred]) =>
    inferred === null ? [] : [[name, { confidence: inferred.confidence, ...inferred.evidence }]],
  );
  return entries.length === 0 ? null : Object.fromEntries(entries);
}

function outlineOf({ blocks }: Understanding): object[] {
  const headings = blocks.filter((block): block is Heading => block.type === 'heading');
  const levelOf = levelsOfForms(headings);
  // Where an author has given levels, they count
  const hasLevels = headings.some(({ level }) => level > 0);
  return placeHeadings(blocks).flatMap((block) => {
    if (block.type !== 'heading' || block.piece !== null) return [];
    const { numbering, text, line, runIn, depth, anchor } = block;
    const words = shownText(text.slice(numbering?.length ?? 0)).trim();
    const level = numbering === null || hasLevels ? depth : levelOf(numbering.form);
    return [
      present({ level, number: numbering?.number ?? null, text: words, line, runIn, anchor }),
    ];
  });
}

function meetingOf(meeting: Meeting, catalogue: Catalogue): object {
  const { fields, stated, turns, resolutions, time, absent, problems, ...rest } = meeting;
  return {
    ...present(rest),
    ...(time === null ? {} : { time: present(time) }),
    ...(stated.includes('absent') || absent.length > 0 ? { absent: absent.map(present) } : {}),
    ...present({
      problems: problems.map(({ line, field, fault }) => {
        const { message } = sentenceOf({ says: 'meeting-field', field, fault }, catalogue);
        return { line, message };
      }),
      turns: turns.map(({ speaker, line }) => ({ speaker, line })),
      resolutions: resolutions.map(({ text, line }) => ({ text, line })),
    }),
  };
}

/** The lines that are something else than running text or headings. */
function rolesOf({ blocks }: Understanding): object[] {
  return blocks.flatMap((block) =>
    block.type === 'paragraph' && block.role !== 'paragraph'
      ? [{ line: block.line, role: block.role }]
      : [],
  );
}
