import { onlyPlaceholders } from '#document/placeholders/placeholders.ts';

/** Who spoke and where, as a title such as `校长在开学典礼上的讲话` says it. */
export type SpeakerAndOccasion = Readonly<{ speaker: string | null; occasion: string | null }>;

const longestSpeaker = 24;

/** The kinds of what is spoken; a notice about something done 在…上 has no speaker. */
const spokenEnd =
  /(?:讲话|发言|致辞|致词|主持词|主持|演讲|讲稿|献词|贺词|祝词|报告|汇报|说明|述职|党课|宣讲|寄语|提纲|讲演|要点|稿|辞|词)/;

/**
 * Reads speaker and occasion from a title of the form `[speaker]在[occasion]上的[kind]`
 * (spec.md, "Collections, occasions"). Both are null where the title is of another form.
 */
export function speakerAndOccasion(title: string): SpeakerAndOccasion {
  const nothing = { speaker: null, occasion: null };
  const phrase = title.split(/——|--|—|：/).find((part) => /在.+的/.test(part));
  const end = phrase?.lastIndexOf('的') ?? -1;
  if (phrase === undefined || end === -1 || !spokenEnd.test(phrase.slice(end))) return nothing;
  const begin = phrase.indexOf('在');
  if (begin === -1 || begin > longestSpeaker || begin > end) return nothing;
  const where = phrase.slice(begin + 1, end).trim();
  const occasion =
    /^(.*?)(?:上|中|时|期间|之际)$/.exec(where)?.[1] ?? (/[会式礼]$/.test(where) ? where : null);
  if (occasion === null || occasion === '') return nothing;
  return { speaker: cleanSpeaker(phrase.slice(0, begin)), occasion };
}

/** `2024年县长` is 县长; a name of placeholders alone is no name. */
function cleanSpeaker(written: string): string | null {
  const speaker = written
    .replace(/^[（(【[][^）)】\]]*[）)】\]]/, '')
    .replace(/^\s*(?:\d{4}|[〇零一二三四五六七八九]{4})年度?(?:\d{1,2}月)?/, '')
    .replace(/同志$/, '')
    .trim();
  if (speaker === '' || /(?:关于|^论|^谈|，|,)/.test(speaker)) return null;
  return onlyPlaceholders(speaker) ? null : speaker;
}
