import { type Catalogue, sentenceOf } from '#diagnostics/catalogue.ts';

type Explained = Readonly<Record<string, unknown>>;

/** How the keepers of a document say otherwise: the fields that go before each thing that was understood. */
export function formatOverruling(explanation: object, catalogue: Catalogue): string {
  const known: Explained = { ...explanation };
  const lines = [...fieldLines(known), ...readingLines(known)];
  if (lines.length === 0) return '';
  const { message } = sentenceOf({ says: 'overrule' }, catalogue);
  return `${[message, ...lines.map((line) => `  ${line}`)].join('\n')}\n`;
}

const ownFields = ['title', 'date', 'kind', 'speaker', 'occasion', 'organisation'];

function fieldLines(known: Explained): string[] {
  return ownFields.flatMap((name) => {
    const value = known[name];
    const said = isRecord(value) ? (value.value ?? value.id) : value;
    return typeof said === 'string' ? [`${name}: ${quoted(said)}`] : [];
  });
}

function readingLines(known: Explained): string[] {
  const beginning = (name: string) => {
    const [first] = listOf(known[name]);
    return isRecord(first) && typeof first.text === 'string' ? first.text.slice(0, 12) : null;
  };
  const heading = beginning('outline');
  const aside = beginning('leftovers');
  const [piece] = listOf(known.pieces);
  const lines = [
    heading === null ? null : `paragraphs: [${quoted(heading)}]`,
    aside === null ? null : `keep: [${quoted(aside)}]`,
    isRecord(piece) ? `pieces: [${quoted(String(piece.title))}]` : null,
    isRecord(known.meeting) ? `meeting: {${meetingFields(known.meeting)}}` : null,
  ];
  const said = lines.filter((line) => line !== null);
  return said.length === 0 ? [] : ['reading:', ...said.map((line) => `  ${line}`)];
}

function meetingFields(meeting: Explained): string {
  const time = meeting.time;
  const start = isRecord(time) ? time.start : null;
  const fields = [
    ['time', start],
    ['place', meeting.place],
    ['chair', meeting.chair],
    ['recorder', meeting.recorder],
  ];
  const known = fields.flatMap(([name, value]) => {
    return typeof value === 'string' ? [`${name}: ${quoted(value)}`] : [];
  });
  return known.length === 0 ? 'place: …' : known.join(', ');
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** As YAML reads it: plain where it can be. */
function quoted(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return /^[\p{Script=Han}\w][^:#[\]{},"'：]*$/u.test(line) ? line : JSON.stringify(line);
}

function isRecord(value: unknown): value is Explained {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
