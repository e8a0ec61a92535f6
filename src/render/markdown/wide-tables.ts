import type { MarkdownIt, StateCore, Token } from 'markdown-it';

/** Keeps the cells of rows that have more of them than their header, which Markdown drops. */
export function wideTables(markdown: MarkdownIt): void {
  markdown.core.ruler.before('inline', 'wide_tables', (state) => {
    const { tokens } = state;
    if (!tokens.some(({ type }) => type === 'table_open')) return;
    const lines = state.src.split('\n');
    const widened: Token[] = [];
    for (let index = 0; index < tokens.length; index++) {
      const token = tokens[index];
      if (token === undefined) continue;
      const end = token.type === 'table_open' ? closingAt(tokens, index) : -1;
      // In a list or a quotation signs of other blocks stand before the cells
      if (end === -1 || token.level > 0 || token.map === null) {
        widened.push(token);
        continue;
      }
      const rows = lines.slice(token.map[0], token.map[1]);
      widened.push(...widen(tokens.slice(index, end + 1), rows, state));
      index = end;
    }
    state.tokens = widened;
  });
}

function closingAt(tokens: readonly Token[], from: number): number {
  return tokens.findIndex(({ type }, index) => index > from && type === 'table_close');
}

/** @param lines of the table: its header, the line of hyphens, its rows */
function widen(
  tokens: readonly Token[],
  lines: readonly string[],
  state: StateCore,
): readonly Token[] {
  const columns = tokens.filter(({ type }) => type === 'th_open').length;
  const cells = [lines[0] ?? '', ...lines.slice(2)].map(cellsOf);
  const widest = Math.max(...cells.map(({ length }) => length));
  if (widest <= columns) return tokens;
  let row = -1;
  return tokens.flatMap((token) => {
    if (token.type === 'tr_open') row++;
    if (token.type !== 'tr_close') return [token];
    const own = cells[row] ?? [];
    const tag = row === 0 ? 'th' : 'td';
    const more = Array.from({ length: widest - columns }, (_, index) => own[columns + index] ?? '');
    return [...more.flatMap((content) => cell(tag, content, state)), token];
  });
}

function cell(tag: 'th' | 'td', content: string, state: StateCore): Token[] {
  const inline = new state.Token('inline', '', 0);
  inline.content = content;
  inline.children = [];
  return [new state.Token(`${tag}_open`, tag, 1), inline, new state.Token(`${tag}_close`, tag, -1)];
}

/** The cells of a row, as GFM cuts it: at bars without a backslash before them. */
function cellsOf(line: string): string[] {
  const inner = line
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '');
  return inner.split(/(?<!\\)\|/).map((each) => each.trim().replaceAll('\\|', '|'));
}
