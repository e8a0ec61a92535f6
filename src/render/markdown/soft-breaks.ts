import type { MarkdownIt, Token } from 'markdown-it';

const chinese = /[\u2e80-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef\u{20000}-\u{3fffd}]/u;

/** A line break within a paragraph is a space only between words that need one. */
export function softBreaks(markdown: MarkdownIt): void {
  markdown.renderer.rules.softbreak = (tokens, index) => {
    const before = wordsBeside(tokens, index, -1).slice(-1);
    const after = wordsBeside(tokens, index, 1).slice(0, 1);
    return chinese.test(before) || chinese.test(after) ? '' : '\n';
  };
}

/** The nearest words on one side of a token. Nothing is copied: a paragraph may have 100,000 breaks. */
function wordsBeside(tokens: readonly Token[], index: number, step: 1 | -1): string {
  for (let at = index + step; at >= 0 && at < tokens.length; at += step) {
    const content = tokens[at]?.content ?? '';
    if (content !== '') return content;
  }
  return '';
}
