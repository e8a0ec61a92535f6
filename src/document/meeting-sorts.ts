/** Sorts of meetings, as they are called; the first whose words a title holds is the meeting's. */
const sorts: readonly (readonly [chinese: string, english: string, RegExp])[] = [
  ['支委会', 'Branch committee', /支委(?:扩大)?会|支部委员会/],
  ['党小组会', 'Party group', /党小组会?/],
  ['党员大会', 'Assembly of party members', /党员(?:代表)?大会|支部大会/],
  ['党课', 'Party lecture', /党课/],
  ['组织生活会', 'Organisational life', /组织生活会/],
  ['民主生活会', 'Democratic life', /民主生活会/],
  ['主题党日', 'Party day', /主题党日|党日活动/],
  ['中心组学习', 'Study of the leading group', /中心组/],
  ['党组会', 'Party leading group', /党组(?:扩大)?会/],
  ['党委会', 'Party committee', /党委(?:扩大|常委)?会|常委会/],
  ['常务会议', 'Executive meeting', /常务会/],
  ['办公会', 'Office meeting', /办公会/],
  ['职代会', 'Staff assembly', /职代会|职工(?:代表)?大会|教代会|教(?:职工)?代(?:表)?大会/],
  [
    '村民会议',
    'Villagers’ assembly',
    /村民(?:代表)?(?:会议|大会)|居民(?:代表)?(?:会议|大会)|村两委|两委会/,
  ],
  ['班子会', 'Leadership meeting', /班子(?:成员)?会/],
  ['理事会', 'Board', /理事会|董事会|监事会/],
  ['座谈会', 'Round table', /座谈会/],
  ['例会', 'Regular meeting', /例会/],
  ['调度会', 'Coordination meeting', /调度会|推进会|部署会/],
  ['专题会议', 'Meeting on one subject', /专题会/],
  ['家长会', 'Parents’ meeting', /家长会/],
  ['班会', 'Class meeting', /班会/],
  ['教研会', 'Teaching and research', /教研(?:组)?(?:活动|会)/],
];

/** What a sort is called in the languages of the interface. */
export type MeetingSort = Readonly<{ chinese: string; english: string }>;

/** The sort of meeting that a title or the name of a meeting tells; null where neither does. */
export function meetingSort(title: string, name: string | null): MeetingSort | null {
  const find = (text: string) => sorts.find(([, , pattern]) => pattern.test(text));
  const found = find(title) ?? find(name ?? '');
  return found === undefined ? null : { chinese: found[0], english: found[1] };
}
