import type { Alignment, Cell, Flow, ListItem } from '#document/text/flow.ts';
import type { RichText } from '#document/text/rich-text.ts';
import type { Language } from '#languages/language.ts';
import { withCitations } from './citations.ts';
import { escapeHtml } from './html.ts';
import { renderText } from './inline.ts';

/** What a body needs of its page: the words of the site, and the addresses of the files that its links lead to. */
export type BodyPage = Readonly<{
  words: Language['body'];
  addresses: readonly string[];
  /** Pages of the documents that are cited, by their keys, with the number of their articles. */
  citations?: ReadonlyMap<string, Readonly<{ url: string; articles: number }>>;
}>;

/** The HTML of a passage. */
export function renderFlow(flow: Flow, page: BodyPage): string {
  switch (flow.is) {
    case 'paragraph':
      return flow.isTight ? renderWords(flow, page) : `<p>${renderWords(flow, page)}</p>\n`;
    case 'heading':
      return `<h${flow.level}>${renderWords(flow, page)}</h${flow.level}>\n`;
    case 'list':
      return renderList(flow, page);
    case 'table':
      return renderTable(flow, page);
    case 'quotation':
      return flow.flow.length === 0
        ? '<blockquote></blockquote>\n'
        : `<blockquote>\n${renderAll(flow.flow, page)}</blockquote>\n`;
    case 'code': {
      const language = flow.language === '' ? '' : ` class="language-${escapeHtml(flow.language)}"`;
      return `<pre><code${language}>${escapeHtml(flow.text)}</code></pre>\n`;
    }
    case 'rule':
      return '<hr>\n';
    case 'notes': {
      const notes = flow.notes.map(
        ({ note, flow: own }) =>
          `<li id="fn${note}" class="footnote-item">${renderAll(own, page)}</li>\n`,
      );
      return `<hr class="footnotes-sep">\n<section class="footnotes">\n<ol class="footnotes-list">\n${notes.join('')}</ol>\n</section>\n`;
    }
  }
}

function renderAll(flow: readonly Flow[], page: BodyPage): string {
  return flow.map((part) => renderFlow(part, page)).join('');
}

function renderList({ start, items }: Extract<Flow, { is: 'list' }>, page: BodyPage): string {
  const all = items.map((item) => renderItem(item, page)).join('');
  if (start === null) return `<ul>\n${all}</ul>\n`;
  return `<ol${start === 1 ? '' : ` start="${start}"`}>\n${all}</ol>\n`;
}

/** A task is a box, labelled by the words beside it. */
function renderItem({ task, number, flow }: ListItem, page: BodyPage): string {
  const [first, ...others] = flow;
  const value = number === undefined ? '' : ` value="${number}"`;
  const opening = task === null ? `<li${value}>` : `<li class="task"${value}>`;
  if (first === undefined) return `${opening}</li>\n`;
  let html = opening;
  if (first.is === 'paragraph') {
    const box = `<label><input type="checkbox" disabled${task === true ? ' checked' : ''}> `;
    const words = renderWords(first, page);
    const text = task === null ? words : `${box}${words}</label>`;
    html += first.isTight ? text : `\n<p>${text}</p>\n`;
  } else html += `\n${renderFlow(first, page)}`;
  let before = first;
  for (const part of others) {
    const isBelowTight = before.is === 'paragraph' && before.isTight;
    // Lines of Chinese that are paragraphs of their own stay lines
    if (isBelowTight) html += part.is === 'paragraph' ? '<br>\n' : '\n';
    html += renderFlow(part, page);
    before = part;
  }
  return `${html}</li>\n`;
}

const alignmentClasses: Readonly<Record<NonNullable<Alignment>, string>> = {
  left: ' class="align-left"',
  center: ' class="align-center"',
  right: ' class="align-right"',
};

/** Tables scroll in a frame of their own, which keys reach, and align by classes: the site's policy allows no styles. */
function renderTable(
  { alignments, head, rows }: Extract<Flow, { is: 'table' }>,
  page: BodyPage,
): string {
  const classes = alignments.map((side) => (side === null ? '' : alignmentClasses[side]));
  const own = (column: number) => classes[column] ?? '';
  const line = (cells: readonly Cell[], name: 'th' | 'td') => {
    const written = cells.map((cell, column) => {
      if (cell.isCovered) return '';
      const words = renderWords(cell, page);
      const scope = name === 'th' ? ' scope="col"' : '';
      return `<${name}${own(column)}${spansOf(cell)}${scope}>${words}</${name}>\n`;
    });
    return `<tr>\n${written.join('')}</tr>\n`;
  };
  const all = [head, ...rows];
  const top = rowsOfHead(all);
  const headings = all.slice(0, top).map((row) => line(row, 'th'));
  const others = all.slice(top).map((row) => line(row, row === head ? 'th' : 'td'));
  const lines = inGroup(headings, 'thead') + inGroup(others, 'tbody');
  return `<div class="table-frame" tabindex="0" role="group" aria-label="${page.words.table}"><table>\n${lines}</table></div>\n`;
}

function inGroup(rows: readonly string[], name: 'thead' | 'tbody'): string {
  return rows.length === 0 ? '' : `<${name}>\n${rows.join('')}</${name}>\n`;
}

/** A head has no more rows: what reaches further down is the table itself. */
const mostOfHead = 4;

/** How many rows the head of a table has, out of which no cell can reach; 0 where it can have none. */
function rowsOfHead(rows: readonly (readonly Cell[])[]): number {
  let count = 1;
  for (let at = 0; at < count; at++)
    for (const cell of rows[at] ?? []) count = Math.max(count, at + (cell.rows ?? 1));
  return count > mostOfHead ? 0 : count;
}

function spansOf({ rows, columns }: Cell): string {
  const down = rows === undefined ? '' : ` rowspan="${rows}"`;
  return columns === undefined ? down : `${down} colspan="${columns}"`;
}

/** The words of a passage, with links to what they cite. */
function renderWords(text: RichText, page: BodyPage): string {
  return renderText(text, withCitations(text, [], page), page.addresses);
}
