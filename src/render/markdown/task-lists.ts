import type { MarkdownIt, Token } from 'markdown-it';

const box = /^\[([ xX])\][ 　]+/;

/** `- [ ]` and `- [x]` are tasks: an item is told whether it is ticked. */
export function taskLists(markdown: MarkdownIt): void {
  markdown.core.ruler.after('inline', 'task_lists', (state) => {
    for (const [index, token] of state.tokens.entries()) {
      if (token.type !== 'inline') continue;
      const item = state.tokens[index - 2];
      if (item?.type === 'list_item_open') markTask(item, token);
    }
  });
}

function markTask(item: Token, inline: Token): void {
  const children = inline.children ?? [];
  const [first] = children;
  const match = first?.type === 'text' ? box.exec(first.content) : null;
  if (first === undefined || match === null) return;
  first.content = first.content.slice(match[0].length);
  item.meta = { task: match[1] !== ' ' };
}
