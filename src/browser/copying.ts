import { element } from './elements.ts';

/** Copies text; says whether that worked. */
async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Pages opened as files may not use the clipboard; what is selected can be copied all the same
    const { activeElement } = document;
    const area = element('textarea', { value: text, readOnly: true });
    document.body.append(area);
    area.select();
    document.execCommand('copy');
    area.remove();
    if (activeElement instanceof HTMLElement) activeElement.focus({ preventScroll: true });
  }
}

/** A button that copies, and says for a while that it did. */
export function copyButton(label: string, done: string, text: () => string): HTMLButtonElement {
  const button = element('button', { type: 'button', textContent: label });
  button.addEventListener('click', async () => {
    await copyText(text());
    button.textContent = done;
    setTimeout(() => {
      button.textContent = label;
    }, 1500);
  });
  return button;
}

/** What the page and its scripts added to a text, and the signs of footnotes, which lead nowhere outside. */
const added =
  '.section-tools, .self-test-choices, .self-test-result, .permalink, .footnote-ref, .footnote-backref, summary';

/** The words of an element: items with their signs, rows a line each with tabs between their cells. */
function wordsOf(part: Element): string {
  return textOf(part)
    .replace(/ *\n\s*/g, '\n')
    .trim();
}

function textOf(part: Element): string {
  if (part.matches(added)) return '';
  if (part instanceof HTMLTableElement) {
    return [...part.rows].map((row) => [...row.cells].map(wordsOf).join('\t')).join('\n');
  }
  if (part instanceof HTMLOListElement || part instanceof HTMLUListElement) {
    const first = part instanceof HTMLOListElement ? part.start : null;
    return [...part.children]
      .map((item, index) => `${first === null ? '·' : `${first + index}.`} ${wordsOf(item)}`)
      .join('\n');
  }
  const isKept = part.localName === 'pre';
  const pieces = [...part.childNodes].map((node) => {
    if (node instanceof Text) return isKept ? node.data : plain(node.data);
    if (node instanceof HTMLBRElement) return '\n';
    if (!(node instanceof Element)) return '';
    return isBlock(node) ? `\n${textOf(node)}\n` : textOf(node);
  });
  return pieces.join('');
}

/** Lines of the source are no lines of the text. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ');
}

function isBlock(node: Element): boolean {
  return /^(?:p|div|ul|ol|li|table|blockquote|pre|details|section|figure|h[1-6]|dl|dt|dd)$/.test(
    node.localName,
  );
}

/** A whole text, a paragraph a line. */
export function textOfBody(body: Element): string {
  return `${[...body.children].map(wordsOf).filter(Boolean).join('\n')}\n`;
}

/** A heading and what stands under it, up to the next heading of its level or above. */
export function textOfSection(heading: Element): string {
  const level = Number(heading.localName.slice(1));
  const lines = [wordsOf(heading)];
  for (let next = heading.nextElementSibling; next !== null; next = next.nextElementSibling) {
    const isHeading = /^h[2-6]$/.test(next.localName);
    if (isHeading && Number(next.localName.slice(1)) <= level) break;
    lines.push(wordsOf(next));
  }
  return `${lines.join('\n')}\n`;
}
