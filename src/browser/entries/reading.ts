import { copyButton, textOfSection } from '#browser/copying.ts';
import { element } from '#browser/elements.ts';
import { listenToKeys } from '#browser/keys.ts';
import { pageAddress } from '#browser/page-address.ts';
import { followScrolling } from '#browser/reading-bar.ts';
import { addTools, type Words, withSource } from '#browser/reading-tools.ts';
import { followReading, headingsOf, walkSections } from '#browser/sections.ts';
import { addSpeakerFilter } from '#browser/speaker-filter.ts';

/*
 * Adds to a text what needs a script: how it looks, copying, printing, keys, an outline that follows
 * the reader, a filter of a meeting's speakers. Its words stand at [data-body]. Without it nothing
 * of the text is missing.
 */
const body = document.querySelector<HTMLElement>('[data-body]');
if (body !== null) begin(body);

function begin(text: HTMLElement): void {
  const words: Words = JSON.parse(text.dataset.words ?? '{}');
  const headings = headingsOf(text);
  const outline = document.querySelector<HTMLElement>('nav.outline');
  for (const heading of headings) addSectionTools(heading, text, words);
  if (outline !== null) followReading(outline, headings);
  const bar = document.querySelector<HTMLElement>('[data-reading-bar]');
  if (bar !== null) followScrolling(bar);
  const speakers = document.querySelector<HTMLElement>('[data-speakers]');
  if (speakers !== null) addSpeakerFilter(speakers, text);
  addTools(
    text,
    words,
    listenToKeys(keysOf(headings, outline, words), words.keys ?? '', words.close ?? ''),
  );
}

function keysOf(headings: readonly HTMLElement[], outline: HTMLElement | null, words: Words) {
  const keys = [];
  if (headings.length > 0) {
    const walk = walkSections(headings);
    keys.push(
      { key: 'j', label: words.nextSection ?? '', act: () => walk(1) },
      { key: 'k', label: words.previousSection ?? '', act: () => walk(-1) },
    );
  }
  if (outline !== null) {
    keys.push({ key: 't', label: words.outline ?? '', act: () => showOutline(outline) });
  }
  if (document.querySelector('[data-search-box]') !== null) {
    // The search's own script listens to this one
    keys.push({ key: '/', label: words.search ?? '', act: () => {} });
  }
  return keys;
}

function showOutline(outline: HTMLElement): void {
  const details = outline.querySelector('details');
  if (details !== null) details.open = true;
  outline.scrollIntoView({ block: 'nearest' });
  (outline.querySelector<HTMLElement>('[aria-current]') ?? outline.querySelector('a'))?.focus();
}

/** The heading keeps its own words as its name: the tools' are none of them. */
function addSectionTools(heading: HTMLElement, text: HTMLElement, words: Words): void {
  heading.setAttribute('aria-label', heading.textContent?.trim() ?? '');
  const done = words.copied ?? '';
  heading.append(
    element(
      'span',
      { className: 'section-tools' },
      copyButton(words.copySection ?? '', done, () =>
        withSource(textOfSection(heading), text.dataset.source ?? ''),
      ),
      copyButton(words.copyLink ?? '', done, () => `${pageAddress()}#${heading.id}`),
    ),
  );
}
