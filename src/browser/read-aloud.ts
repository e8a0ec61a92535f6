import { element } from './elements.ts';
import type { Words } from './reading-tools.ts';

/** Parts of a text that are read one after the other. */
const parts = 'p, li, h2, h3, h4, h5, h6, td, th, dt, dd, blockquote';
/** What the page added to them. */
const added = '.section-tools, .permalink, .footnote-ref, .footnote-backref, button, select';

/**
 * A button that has a text read aloud by the browser, from where the reader is, part by part; the part that is read is
 * marked and kept in view. Null where the browser cannot speak.
 */
export function readAloudButton(text: HTMLElement, words: Words): HTMLButtonElement | null {
  if (!('speechSynthesis' in window)) return null;
  const button = element('button', { type: 'button', textContent: words.readAloud ?? '' });
  let reading: { stop: () => void } | null = null;
  const show = () => {
    button.textContent = (reading === null ? words.readAloud : words.stopReading) ?? '';
    button.setAttribute('aria-pressed', String(reading !== null));
  };
  button.addEventListener('click', () => {
    if (reading === null) {
      reading = readFrom(text, () => {
        reading = null;
        show();
      });
    } else reading.stop();
    show();
  });
  addEventListener('pagehide', () => reading?.stop());
  return button;
}

function readFrom(text: HTMLElement, done: () => void): { stop: () => void } {
  const all = [...text.querySelectorAll<HTMLElement>(parts)].filter(
    (part) => part.querySelector(parts) === null && wordsOf(part) !== '',
  );
  const first = all.findIndex((part) => part.getBoundingClientRect().bottom > 80);
  const speech = window.speechSynthesis;
  let at = Math.max(first, 0) - 1;
  let isStopped = false;
  const end = () => {
    isStopped = true;
    all[at]?.classList.remove('is-read');
    done();
  };
  const next = () => {
    if (isStopped) return;
    all[at]?.classList.remove('is-read');
    const part = all[++at];
    if (part === undefined) return end();
    part.classList.add('is-read');
    part.scrollIntoView({ block: 'center' });
    const utterance = new SpeechSynthesisUtterance(wordsOf(part));
    utterance.lang = text.lang;
    utterance.addEventListener('end', next);
    utterance.addEventListener('error', next);
    speech.speak(utterance);
  };
  speech.cancel();
  next();
  return {
    stop: () => {
      end();
      speech.cancel();
    },
  };
}

function wordsOf(part: HTMLElement): string {
  const copy = part.cloneNode(true);
  if (!(copy instanceof HTMLElement)) return '';
  for (const each of copy.querySelectorAll(added)) each.remove();
  return copy.textContent?.trim() ?? '';
}
