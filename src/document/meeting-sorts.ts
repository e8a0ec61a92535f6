/** Sorts of meetings, as they are called; the first whose words a title holds is the meeting's. */
const sorts: readonly (readonly [string, RegExp])[] = [
  ['支委会', /支委(?:扩大)?会|支部委员会/],
  ['党小组会', /党小组会?/],
  ['党员大会', /党员(?:代表)?大会|支部大会/],
  ['党课', /党课/],
  ['组织生活会', /组织生活会/],
  ['民主生活会', /民主生活会/],
  ['主题党日', /主题党日|党日活动/],
  ['中心组学习', /中心组/],
  ['党组会', /党组(?:扩大)?会/],
  ['党委会', /党委(?:扩大|常委)?会|常委会/],
  ['常务会议', /常务会/],
  ['办公会', /办公会/],
  ['职代会', /职代会|职工(?:代表)?大会|教代会|教(?:职工)?代(?:表)?大会/],
  ['村民会议', /村民(?:代表)?(?:会议|大会)|居民(?:代表)?(?:会议|大会)|村两委|两委会/],
  ['班子会', /班子(?:成员)?会/],
  ['理事会', /理事会|董事会|监事会/],
  ['座谈会', /座谈会/],
  ['例会', /例会/],
  ['调度会', /调度会|推进会|部署会/],
  ['专题会议', /专题会/],
  ['家长会', /家长会/],
  ['班会', /班会/],
  ['教研会', /教研(?:组)?(?:活动|会)/],
];

/** The sort of meeting that a title or the name of a meeting tells; null where neither does. */
export function meetingSort(title: string, name: string | null): string | null {
  const find = (text: string) => sorts.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
  return find(title) ?? find(name ?? '');
}
