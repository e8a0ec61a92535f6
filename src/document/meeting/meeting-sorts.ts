import { simplified } from '#document/text/simplified.ts';

/** Sorts of meetings by their identifiers; the first whose words a title holds is the meeting's. */
const sorts: readonly (readonly [id: string, pattern: RegExp])[] = [
  ['branch-committee', /支委(?:扩大)?会|支部委员会/],
  ['party-group', /党小组会?/],
  ['assembly-of-party-members', /党员(?:代表)?大会|支部大会/],
  ['party-lecture', /党课/],
  ['organisational-life', /组织生活会/],
  ['democratic-life', /民主生活会/],
  ['party-day', /主题党日|党日活动/],
  ['study-of-the-leading-group', /中心组/],
  ['party-leading-group', /党组(?:扩大)?会/],
  ['party-committee', /党委(?:扩大|常委)?会|常委会/],
  ['executive-meeting', /常务会/],
  ['office-meeting', /办公会/],
  ['staff-assembly', /职代会|职工(?:代表)?大会|教代会|教(?:职工)?代(?:表)?大会/],
  ['villagers-assembly', /村民(?:代表)?(?:会议|大会)|居民(?:代表)?(?:会议|大会)|村两委|两委会/],
  ['leadership-meeting', /班子(?:成员)?会/],
  ['board', /理事会|董事会|监事会/],
  ['round-table', /座谈会/],
  ['regular-meeting', /例会|例行会/],
  ['coordination-meeting', /调度会|推进会|部署会/],
  ['meeting-on-one-subject', /专题会/],
  ['parents-meeting', /家长会/],
  ['class-meeting', /班会/],
  ['teaching-and-research', /教研(?:组)?(?:活动|会)/],
];

/** The sort of meeting that a title or the name of a meeting tells; null where neither does. */
export function meetingSort(title: string, name: string | null): string | null {
  const find = (text: string) =>
    sorts.find(([, pattern]) => pattern.test(simplified(text)))?.[0] ?? null;
  return find(title) ?? find(name ?? '');
}
