import type { MarkdownIt, Token } from 'markdown-it';

const chinese = /[\u2e80-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef\u{20000}-\u{3fffd}]/u;

/** A line break within a paragraph is a space only between words that need one. */
export function softBreaks(markdown: MarkdownIt): void {
  markdown.renderer.rules.softbreak = (tokens, index) => {
    const before = lastCharacter(tokens.slice(0, index));
    const after = tokens.slice(index + 1).find((token) => token.content !== '')?.content ?? '';
    return chinese.test(before) || chinese.test(after.slice(0, 1)) ? '' : '\n';
  };
}

function lastCharacter(tokens: readonly Token[]): string {
  return tokens.findLast((token) => token.content !== '')?.content.slice(-1) ?? '';
}
