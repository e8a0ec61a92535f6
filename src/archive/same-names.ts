import { compareCodePoints } from '#document/text/order.ts';

/** A name of bodies or people, and how many documents have it. */
export type CountedName = Readonly<{
  name: string;
  documents: number;
  /** Whether the archive's keepers have said that this is how it is written. */
  isPreferred?: boolean;
}>;

/** Two names that may be one. */
export type Proposal = Readonly<{
  preferred: CountedName;
  other: CountedName;
  why: 'spelling' | 'within-place' | 'short-form' | 'post';
}>;

/** Names however they are spaced, whatever their width and their brackets. */
function plain(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[\s·•・\p{Cf}]+/gu, '')
    .replaceAll('(', '（')
    .replaceAll(')', '）');
}

/** 青石县, 云溪市东河区, 石桥镇: where a body is. */
const place = /^(?:[\p{Script=Han}]{1,6}?(?:省|自治区|自治州|市|区|县|旗|乡|镇|街道|村|社区))+/u;

/** What official names have in full and daily ones leave out, besides characters between others. */
const fullForms: readonly (readonly [full: RegExp, short: string])[] = [
  [/人民代表大会常务委员会/, '人大常委会'],
  [/人民代表大会/, '人大'],
  [/^(?:中国人民政治协商会议|政协)(.*?)委员会/, '$1政协'],
  [/中国共产党|中共/, ''],
  [/共产主义青年团/, '共青团'],
  [/委员会/, '委'],
];

function daily(name: string): string {
  return fullForms.reduce((short, [full, by]) => short.replace(full, by), plain(name));
}

/** Posts before or behind a name, with the body that they are in; 同志 and the like are none, but stand there too. */
const body =
  '[\\p{Script=Han}]{0,12}(?:省|市|县|区|乡|镇|村|局|厅|部|院|校|所|站|委|组|支部|政协|人大|政府|工会|妇联|团委|办|公司|集团|中心|学|科|处|司)';
const rank =
  '书记|主任|主席|总理|部长|省长|市长|县长|区长|州长|镇长|乡长|村长|厅长|局长|处长|科长|司长|校长|院长|所长|站长|馆长|社长|会长|委员长|秘书长|队长|组长|行长|经理|董事长|总裁|委员|常委|代表|教授|研究员|工程师|院士|主编|记者|秘书|老师|同志|先生|女士';
const isPost = new RegExp(
  `^[（]?(?:${body})?(?:副|代|常务副|原|第一|党委|党组|总)?(?:${rank})[）]?$`,
  'u',
);

/**
 * Proposes which bodies are one: spelt alike but for signs; with the place and without (财政局, 青石县财政局), where
 * one body alone has that; and in short, at the same place (青石县人民政府, 青石县政府).
 */
export function proposeBodies(names: readonly CountedName[]): Proposal[] {
  return propose(names, (long, short) => {
    if (plain(long.name) === plain(short.name)) return 'spelling';
    const [one, other] = [daily(long.name), daily(short.name)];
    if (one === other) return 'short-form';
    if (isWithoutPlace(one, other)) {
      const others = names.filter(({ name }) => isWithoutPlace(daily(name), other));
      return others.length === 1 ? 'within-place' : null;
    }
    const at = place.exec(one)?.[0] ?? '';
    const isAtOnePlace = at !== '' && other.startsWith(at);
    if (isAtOnePlace && isShortOf(one.slice(at.length), other.slice(at.length)))
      return 'short-form';
    return null;
  });
}

/** Proposes which people are one: spelt alike but for signs, and with a post before or behind the name. */
export function proposePeople(names: readonly CountedName[]): Proposal[] {
  return propose(names, (long, short) => {
    const [one, other] = [plain(long.name), plain(short.name)];
    if (one === other) return 'spelling';
    const isBefore = one.endsWith(other) && isPost.test(one.slice(0, -other.length));
    const isBehind = one.startsWith(other) && isPost.test(one.slice(other.length));
    return isBefore || isBehind ? 'post' : null;
  });
}

/** Whether a name is another one behind the name of a place. */
function isWithoutPlace(long: string, short: string): boolean {
  if (long.length <= short.length || !long.endsWith(short)) return false;
  const at = long.slice(0, long.length - short.length);
  return place.exec(at)?.[0] === at;
}

/** Whether a name has characters of another one alone, in their order, with its first and last. */
function isShortOf(long: string, short: string): boolean {
  if (short.length < 2 || short.length >= long.length || long.at(-1) !== short.at(-1)) return false;
  let at = 0;
  for (const character of short) {
    at = long.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** Asks of each two names, the longer first, and says which of them is preferred. */
function propose(
  names: readonly CountedName[],
  ask: (long: CountedName, short: CountedName) => Proposal['why'] | null,
): Proposal[] {
  const sorted = names.toSorted(
    (a, b) => b.name.length - a.name.length || compareCodePoints(a.name, b.name),
  );
  const proposals = sorted.flatMap((long, index) =>
    sorted.slice(index + 1).flatMap((short): Proposal[] => {
      const why = ask(long, short);
      if (why === null) return [];
      // People are called by their names, bodies by their names in full, and whatever is spelt alike as most do
      const prefersShort = isRather(short, long, why);
      const [preferred, other] = prefersShort ? [short, long] : [long, short];
      return [{ preferred, other, why }];
    }),
  );
  // A short name of several is of none of them
  const uses = Map.groupBy(proposals, ({ other }) => other.name);
  const isSure = ({ other, why }: Proposal) =>
    why !== 'short-form' || (uses.get(other.name)?.length ?? 0) === 1;
  return proposals
    .filter(isSure)
    .sort(
      (a, b) =>
        b.other.documents - a.other.documents || compareCodePoints(a.other.name, b.other.name),
    );
}

/** Whether the shorter of two names is the preferred one. */
function isRather(short: CountedName, long: CountedName, why: Proposal['why']): boolean {
  if (short.isPreferred !== long.isPreferred) return short.isPreferred === true;
  if (why === 'post') return true;
  if (why !== 'spelling') return false;
  // Without white space and with the brackets of Chinese, or else as most write it
  const [isPlain, isOtherPlain] = [
    plain(short.name) === short.name,
    plain(long.name) === long.name,
  ];
  return isPlain === isOtherPlain ? short.documents > long.documents : isPlain;
}
