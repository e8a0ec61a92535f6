import type { Checked, Examined } from '#check/rule.ts';
import { type Diagnostic, warning } from '#diagnostics/diagnostic.ts';
import type { Summary } from '#document/document.ts';
import type { OutlineEntry } from '#document/outline/outline.ts';

/** Places that every page of a document may have: its own frame, and its footnotes. */
const ofEveryPage =
  /^(?:main|top|cut-off|same-kind|popular|related|timeline|shared|fn(?:ref)?\d.*)$/;

/** Links whose `#…` no place in the document answers: the page opens, and stays at its top. */
export function findBrokenFragments({ documents, outlineOf }: Examined): Diagnostic[] {
  const byFile = new Map(documents.map(({ summary }) => [summary.file, summary]));
  const opened = new Map<string, Places>();
  return documents.flatMap((document) =>
    fragmentsOf(document).flatMap(({ target, fragment, line }) => {
      const summary = byFile.get(target);
      if (summary === undefined) return [];
      const { outline, anchors } = opened.get(target) ?? placesOf(summary, outlineOf(summary.id));
      opened.set(target, { outline, anchors });
      const name = decode(fragment.slice(1));
      // What stands behind :~: is for the browser to find (WICG, Text Fragments)
      if (name === '' || name.includes(':~:') || anchors.has(name) || ofEveryPage.test(name)) {
        return [];
      }
      const place = { file: document.summary.file, line };
      const heading = outline.find(({ text }) => plain(text) === plain(name)) ?? null;
      return [warning({ says: 'broken-fragment', name, target, heading }, { place })];
    }),
  );
}

type Fragment = Readonly<{ target: string; fragment: string; line: number }>;

/** Of links to other documents, and to places in the same one. */
function fragmentsOf({ summary, checkNotes }: Checked): Fragment[] {
  const links = summary.links.filter(({ fragment, image }) => fragment !== '' && !image);
  return [...links, ...checkNotes.fragments.map((own) => ({ target: summary.file, ...own }))];
}

/** The places of a document that links can lead to. */
type Places = Readonly<{ outline: readonly OutlineEntry[]; anchors: ReadonlySet<string> }>;

function placesOf({ meetings, quiz }: Summary, outline: readonly OutlineEntry[]): Places {
  const resolutions = meetings.flatMap((meeting) =>
    meeting.resolutions.flatMap(({ anchor }) => anchor ?? []),
  );
  const questions = Array.from({ length: quiz?.questions ?? 0 }, (_, index) => `q${index + 1}`);
  const headings = outline.map(({ anchor }) => anchor);
  return { outline, anchors: new Set([...headings, ...resolutions, ...questions]) };
}

/** Other programs make names of places from headings: without punctuation, with hyphens for spaces. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function decode(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
