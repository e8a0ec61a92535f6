import { type Diagnostic, error, warning } from '#diagnostics/diagnostic.ts';
import { nearestName } from '#diagnostics/nearest.ts';
import type { FieldForm } from '#diagnostics/words.ts';
import { parseDate, type WrittenDate } from '#document/dates/dates.ts';
import { propertyOf } from '#document/meeting/label-words.ts';
import { nothingOverruled, type Overruling } from '#document/overruling.ts';
import type { FrontMatter } from '#formats/front-matter.ts';
import { areUnpublished, plainName, saysUnpublished } from '#formats/unpublished.ts';

/** Front matter as Guidang understands it; null where a field is absent. */
export type Fields = Readonly<{
  title: string | null;
  date: WrittenDate | null;
  updated: WrittenDate | null;
  kind: string | null;
  category: string | null;
  id: string | null;
  aliases: readonly string[] | null;
  tags: readonly string[] | null;
  /** Several where it was issued jointly. */
  organisation: readonly string[] | null;
  speaker: string | null;
  occasion: string | null;
  place: string | null;
  'document-number': string | null;
  source: string | null;
  views: number | null;
  popular: boolean | null;
  pieces: number | null;
  summary: string | null;
  draft: boolean | null;
  /** Whether readers get its originals, whatever the configuration says. */
  original: boolean | null;
  publish: WrittenDate | null;
  expires: WrittenDate | null;
  /** Why the document was taken back. */
  withdrawn: string | null;
  'withdrawn-date': WrittenDate | null;
  /** The file, or the identifier, of the document that stands in its place. */
  successor: string | null;
  /** How the text is to be read, where it would be read otherwise. */
  reading: Overruling | null;
}>;

/** Gives undefined where the value is not of the field's form. */
type FieldType<T> = Readonly<{ form: FieldForm; read: (value: unknown) => T | undefined }>;

const text: FieldType<string> = {
  form: 'text',
  read: (value) => {
    if (typeof value === 'number' || typeof value === 'boolean') return String(value);
    return typeof value === 'string' ? value.normalize('NFC').trim() : undefined;
  },
};

const date: FieldType<WrittenDate> = {
  form: 'date',
  read: (value) => {
    if (typeof value !== 'string' && typeof value !== 'number') return undefined;
    return parseDate(String(value)) ?? undefined;
  },
};

const count: FieldType<number> = {
  form: 'count',
  read: (value) => {
    const number = typeof value === 'string' ? Number(value.replaceAll(',', '')) : value;
    return Number.isSafeInteger(number) && Number(number) >= 0 ? Number(number) : undefined;
  },
};

/** In the spellings of several programs and people. */
const words: Readonly<Record<string, boolean>> = {
  ...Object.fromEntries(['true', 'yes', 'on', 'y', '1', '是', '对'].map((word) => [word, true])),
  ...Object.fromEntries(['false', 'no', 'off', 'n', '0', '否', '不'].map((word) => [word, false])),
};

const flag: FieldType<boolean> = {
  form: 'flag',
  read: (value) => (typeof value === 'object' ? undefined : words[`${value}`.trim().toLowerCase()]),
};

const list: FieldType<readonly string[]> = {
  form: 'list',
  read: (value) => {
    const items = typeof value === 'string' ? value.split(/[,，、;；]/) : value;
    if (!Array.isArray(items)) return undefined;
    const read = items.map((item: unknown) => text.read(item));
    if (!read.every((item) => item !== undefined)) return undefined;
    return [...new Set(read.filter((item) => item !== ''))];
  },
};

/** A word that ends the name of a body: 、 between two of them parts bodies, as in no 机关、事业单位工会. */
const bodyEnd =
  /(?:局|厅|部|委|委员会|办|办公室|室|院|校|大学|学院|中学|小学|府|司|处|科|所|站|中心|集团|公司|党组|支部|总支|党委|联合会|协会|学会|工会|社|团委|队|行|馆|会)$/u;

/** A list, or one text with signs between bodies. */
const bodies: FieldType<readonly string[]> = {
  form: 'list',
  read: (value) => {
    if (typeof value !== 'string') return typeof value === 'object' ? list.read(value) : undefined;
    const names = value.split(/[;；\n]/).flatMap((part) => {
      const listed = part.split('、').map((name) => name.trim());
      return listed.every((name) => name.length > 2 && bodyEnd.test(name)) ? listed : [part];
    });
    return list.read(names);
  },
};

/** A mere yes is no reason, and a no must not take a document back. */
const reason: FieldType<string> = {
  form: 'reason',
  read: (value) => {
    if (typeof value !== 'string' || value.trim().toLowerCase() in words) return undefined;
    return text.read(value);
  },
};

const lines = ['headings', 'paragraphs', 'keep', 'aside', 'pieces'] as const;

const reading: FieldType<Overruling> = {
  form: 'reading',
  read: (value) => {
    if (!isMap(value)) return undefined;
    const { meeting = {}, ...others } = value;
    const said: { -readonly [Name in keyof Overruling]: Overruling[Name] } = {
      ...nothingOverruled,
    };
    for (const [name, given] of Object.entries(others)) {
      const known = lines.find((line) => line === name);
      const read = readLines(given);
      if (known === undefined || read === undefined) return undefined;
      said[known] = read;
    }
    if (flag.read(meeting) === false) return { ...said, meeting: false };
    const fields = isMap(meeting) ? readMeetingFields(meeting) : undefined;
    return fields && { ...said, meeting: fields };
  },
};

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Lines hold commas, so one is a text and several are a list. */
function readLines(value: unknown): readonly string[] | undefined {
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  const read = items.map((item) => text.read(item));
  return read.every((item) => item !== undefined && item !== '')
    ? read.flatMap((item) => item ?? [])
    : undefined;
}

function readMeetingFields(
  value: Readonly<Record<string, unknown>>,
): Record<string, string> | undefined {
  const entries = Object.entries(value).map(([name, given]): [string, string | undefined] => {
    return [name, Array.isArray(given) ? readLines(given)?.join('、') : text.read(given)];
  });
  const isKnown = entries.every(
    ([name, given]) => given !== undefined && propertyOf(name) !== null,
  );
  return isKnown
    ? Object.fromEntries(entries.map(([name, given]) => [name, given ?? '']))
    : undefined;
}

const fieldTypes: { readonly [Name in keyof Fields]: FieldType<NonNullable<Fields[Name]>> } = {
  title: text,
  date,
  updated: date,
  kind: text,
  category: text,
  id: text,
  aliases: list,
  tags: list,
  organisation: bodies,
  speaker: text,
  occasion: text,
  place: text,
  'document-number': text,
  source: text,
  views: count,
  popular: flag,
  pieces: count,
  summary: text,
  draft: flag,
  original: flag,
  publish: date,
  expires: date,
  withdrawn: reason,
  'withdrawn-date': date,
  successor: text,
  reading,
};

const fieldNames: readonly string[] = Object.keys(fieldTypes);

/** Names that Hugo has for times from which and until which a document is shown. */
const otherNames: Readonly<Record<string, 'publish' | 'expires'>> = {
  publishdate: 'publish',
  expirydate: 'expires',
  unpublishdate: 'expires',
};

export type ReadFields = {
  fields: Fields;
  /** Fields of other names, as written. */
  unknown: Readonly<Record<string, unknown>>;
  diagnostics: Diagnostic[];
};

/** Checks front matter field by field. A field of the wrong form is an error and counts as absent. */
export function readFields(frontMatter: FrontMatter, file: string): ReadFields {
  const diagnostics: Diagnostic[] = [];
  const unknown: Record<string, unknown> = {};
  const place = (name: string) => ({ file, line: frontMatter.lines.get(name) ?? 1 });
  const read = <Name extends keyof Fields>(name: Name): NonNullable<Fields[Name]> | null => {
    const value = frontMatter.values[name];
    if (value === undefined || value === null || value === '') return null;
    const type = fieldTypes[name];
    const result = type.read(value);
    if (result !== undefined) return result;
    const message = { says: 'field', name, found: JSON.stringify(value), form: type.form } as const;
    diagnostics.push(error(message, { place: place(name), rule: `field-${name}` }));
    return null;
  };
  const readOther = (name: 'publish' | 'expires') => {
    const entries = Object.entries(frontMatter.values);
    const own = entries.find(([other]) => otherNames[plainName(other)] === name);
    return own === undefined ? null : (fieldTypes[name].read(own[1]) ?? null);
  };
  for (const [name, value] of Object.entries(frontMatter.values)) {
    if (name in fieldTypes) continue;
    unknown[name] = value;
    // Fields of other programs that are understood: published, status …
    const isUnderstood = saysUnpublished(name, 'x') !== null || plainName(name) in otherNames;
    const nearest = isUnderstood ? undefined : nearestName(name, fieldNames);
    if (nearest === undefined) continue;
    diagnostics.push(warning({ says: 'field-name', name, nearest }, { place: place(name) }));
  }
  const fields: Fields = {
    title: read('title'),
    date: read('date'),
    updated: read('updated'),
    kind: read('kind'),
    category: read('category'),
    id: read('id'),
    aliases: read('aliases'),
    tags: read('tags'),
    organisation: read('organisation'),
    speaker: read('speaker'),
    occasion: read('occasion'),
    place: read('place'),
    'document-number': read('document-number'),
    source: read('source'),
    views: read('views'),
    popular: read('popular'),
    pieces: read('pieces'),
    summary: read('summary'),
    // Where two fields differ, it is not seen
    draft: areUnpublished({ ...unknown, tags: frontMatter.values.tags }) || read('draft'),
    original: read('original'),
    publish: read('publish') ?? readOther('publish'),
    expires: read('expires') ?? readOther('expires'),
    withdrawn: read('withdrawn'),
    'withdrawn-date': read('withdrawn-date'),
    successor: read('successor'),
    reading: read('reading'),
  };
  return { fields, unknown, diagnostics };
}
