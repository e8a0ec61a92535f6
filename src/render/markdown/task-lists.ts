import type { MarkdownIt, StateCore, Token } from 'markdown-it';

const box = /^\[([ xX])\][ 　]+/;

/** `- [ ]` and `- [x]` become boxes, each labelled by the words beside it. */
export function taskLists(markdown: MarkdownIt): void {
  markdown.core.ruler.after('inline', 'task_lists', (state) => {
    for (const [index, token] of state.tokens.entries()) {
      if (token.type !== 'inline') continue;
      const item = state.tokens[index - 2];
      if (item?.type === 'list_item_open') markTask(state, item, token);
    }
  });
}

function markTask(state: StateCore, item: Token, inline: Token): void {
  const children = inline.children ?? [];
  const [first] = children;
  const match = first?.type === 'text' ? box.exec(first.content) : null;
  if (first === undefined || match === null) return;
  const checked = match[1] === ' ' ? '' : ' checked';
  const open = new state.Token('html_inline', '', 0);
  open.content = `<label><input type="checkbox" disabled${checked}> `;
  const close = new state.Token('html_inline', '', 0);
  close.content = '</label>';
  first.content = first.content.slice(match[0].length);
  item.attrJoin('class', 'task');
  inline.children = [open, ...children, close];
}
