import type { MarkdownIt, StateInline } from 'markdown-it';

type Delimiter = StateInline['delimiters'][number];

const star = 0x2a;

/**
 * A star between two letters or figures of ASCII begins no emphasis: 31*22*5 is a product. It may end one that
 * began before a word, as CommonMark has it.
 */
export function formulaStars(markdown: MarkdownIt): void {
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
