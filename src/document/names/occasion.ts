import { onlyPlaceholders } from '#document/placeholders/placeholders.ts';
import { surnames } from './surnames.ts';

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
  // 把论文写在祖国大地上
  if (/^(?:把|将)/.test(phrase)) return nothing;
  return { speaker: cleanSpeaker(phrase.slice(0, begin)), occasion };
}

/** `2024年县长` is 县长; a name of placeholders alone is no name. */
function cleanSpeaker(written: string): string | null {
  const speaker = written
    .replace(/^[（(【[][^）)】\]]*[）)】\]]/, '')
    .trim()
    .replace(time, '')
    .replace(/同志$/, '')
    .trim();
  if (/(?:关于|^论|^谈|，|,)/.test(speaker) || onlyPlaceholders(speaker)) return null;
  return isSomebody(speaker) ? speaker : null;
}

/** When it was, before who spoke: 2024年6月3日, 2023年底, 春节前夕. */
const numeral = '[\\d〇○零一二三四五六七八九十]';
const time = new RegExp(
  `^(?:${numeral}{4}年度?)?(?:${numeral}{1,3}月)?(?:${numeral}{1,3}[日号])?(?:[上下]半年|[年月季][初中底末]|[初中底末]|[一二三四]季度|[上中下]旬|(?:春节|元旦|国庆|中秋|清明|五一|端午)节?(?:前夕|前|后|期间)?|近日|日前|今天|[上下]午)?`,
);

/** Who bears a name, an office or a calling, alone or behind a body. */
function isSomebody(written: string): boolean {
  return (
    /(?:书记|主席|主任|代表|委员|教授|院士|先生|女士|同学|老师|教师|学生|家长|经理|总裁|总监|秘书|干事|干部|党员|医生|护士|律师|法官|检察官|理事|校友|嘉宾|领导|主官|指导员|司令员?|政委|参谋长|大使|部长|[\p{Script=Han}]长|[\p{Script=Han}]员|[\p{Script=Han}]者)$/u.test(
      written,
    ) ||
    /[×✕XxＸ○某]{1,3}$/.test(written) ||
    new RegExp(`(?:^|[长记任席员授师、 　])[${surnames}][\\p{Script=Han}]{1,2}$`, 'u').test(written)
  );
}
