import type { MarkdownIt } from 'markdown-it';
import { tableClosing, tableOpening } from '#render/html.ts';

const alignments: Readonly<Record<string, string>> = {
  'text-align:left': 'align-left',
  'text-align:center': 'align-center',
  'text-align:right': 'align-right',
};

/** Tables scroll in a frame of their own, and align by classes: the site's policy allows no styles. */
export function tables(markdown: MarkdownIt): void {
  const { rules } = markdown.renderer;
  rules.table_open = () => tableOpening;
  rules.table_close = () => tableClosing;
  for (const name of ['th_open', 'td_open'] as const) {
    rules[name] = (tokens, index, options, _env, renderer) => {
      const token = tokens[index];
      if (token === undefined) return '';
      const alignment = alignments[token.attrGet('style') ?? ''];
      token.attrs = alignment === undefined ? null : [['class', alignment]];
      if (name === 'th_open') token.attrPush(['scope', 'col']);
      return renderer.renderToken(tokens, index, options);
    };
  }
}
