import type { MarkdownIt, StateInline } from 'markdown-it';

type Delimiter = StateInline['delimiters'][number];

const star = 0x2a;

/**
 * A star between two letters or figures of ASCII begins no emphasis, and two begin no bold words: 31*22*5 is a
 * product, 2**10 a power. They may end what began before a word, as CommonMark has it. In a clause that is a formula
 * (面积=长*宽) stars are signs of it, and `__init__` is a name.
 */
export function formulaStars(markdown: MarkdownIt): void {
  markdown.inline.ruler.before('emphasis', 'formula_signs', (state, isSilent) => {
    const length = signsAt(state);
    if (length === 0) return false;
    if (!isSilent) state.pending += state.src.slice(state.pos, state.pos + length);
    state.pos += length;
    return true;
  });
  markdown.inline.ruler2.before('balance_pairs', 'formula_stars', (state) => {
    close(state, state.delimiters);
    for (const meta of state.tokens_meta) close(state, meta?.delimiters ?? []);
    return false;
  });
}

function close({ tokens }: StateInline, delimiters: readonly Delimiter[]): void {
  for (const delimiter of delimiters) {
    if (delimiter.marker !== star || delimiter.length !== 1) continue;
    const before = tokens[delimiter.token - 1]?.content ?? '';
    const behind = tokens[delimiter.token + 1]?.content ?? '';
    if (/[a-z\d]$/i.test(before) && /^[a-z\d]/i.test(behind)) delimiter.open = false;
  }
}

const identifier = /__[a-z]\w{0,60}?__(?!\w)/iy;
/** What parts clauses; a formula has none of it. */
const clauseEnd = /[，。；、！？,;!?\n]/;
/** Words with a star between two of them, and an equals sign, another operator, or a number beside a star. */
const formula = /[=＝≈]|[^\s*][+＋×÷][^\s*]|[^\s*]\*\d|\d\*[^\s*]/;
/** *13812*345: what began before a word. */
const opensEmphasis = /(?:^|[\s（(：:“])\*[^\s*]/;
const longestClause = 120;

/** The length of what begins here and is a sign of a formula or a name; 0 for all else. */
function signsAt({ src, pos }: StateInline): number {
  const sign = src.charAt(pos);
  if (sign === '_') {
    if (/\w/.test(src.charAt(pos - 1))) return 0;
    identifier.lastIndex = pos;
    return identifier.exec(src)?.[0].length ?? 0;
  }
  if (isPower(src, pos)) return 2;
  const isOne = sign === '*' && src.charAt(pos + 1) !== '*' && src.charAt(pos - 1) !== '*';
  if (!isOne || !/[^\s*]\*[^\s*]/.test(src.slice(Math.max(0, pos - 1), pos + 2))) return 0;
  const clause = clauseAt(src, pos);
  return formula.test(clause) && !opensEmphasis.test(clause) ? 1 : 0;
}

/** 2**10, where nothing before it waits for stars that close it. */
function isPower(src: string, pos: number): boolean {
  power.lastIndex = pos;
  if (!power.test(src)) return false;
  const bold = src.slice(Math.max(0, pos - longestBold), pos).match(boldSigns)?.length ?? 0;
  return bold % 2 === 0;
}

/** So far back it is looked for what stars may close. */
const longestBold = 1000;

const power = /(?<=[a-z\d)])\*\*(?=[a-z\d]{1,3}(?![a-z\d*])|\()/iy;
/** Two stars with no letter or figure of ASCII on one of their sides. */
const boldSigns = /(?<![a-z\d)*])\*\*(?!\*)|(?<!\*)\*\*(?![a-z\d(*])/gi;

function clauseAt(src: string, pos: number): string {
  let from = pos;
  let to = pos;
  while (from > 0 && pos - from < longestClause && !clauseEnd.test(src.charAt(from - 1))) from--;
  while (to < src.length && to - pos < longestClause && !clauseEnd.test(src.charAt(to))) to++;
  return src.slice(from, to);
}
