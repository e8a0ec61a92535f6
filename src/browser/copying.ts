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

/** The words of an element; what the page and its scripts added is none of them. */
function wordsOf(part: Element): string {
  const bare = part.cloneNode(true);
  if (!(bare instanceof Element)) return '';
  const added = '.section-tools, .self-test-choices, .self-test-result, summary';
  for (const tool of bare.querySelectorAll(added)) tool.remove();
  return (bare.textContent ?? '').trim();
}

/** A whole text, a paragraph a line. */
export function textOfBody(body: Element): string {
  return `${[...body.children].map(wordsOf).join('\n')}\n`;
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
