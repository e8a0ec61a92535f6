import { copyButton, textOfBody } from './copying.ts';
import { element } from './elements.ts';
import { pageAddress } from './page-address.ts';
import {
  choices,
  type Preference,
  prefer,
  preferenceNames,
  preferenceOf,
  readSetting,
  writeSetting,
} from './preferences.ts';
import { readAloudButton } from './read-aloud.ts';

/** Words of the page, by name. */
export type Words = Readonly<Record<string, string>>;

/** Whether what is copied bears its source. */
const sourceSetting = 'source';

function wantsSource(): boolean {
  return readSetting(sourceSetting) === 'yes';
}

/** A text with the line that says where it is from, if the reader wants that. */
export function withSource(text: string, source: string): string {
  if (!wantsSource()) return text;
  return `${text}\n${source}\n${pageAddress()}\n`;
}

/** The bar above a text: how it looks, copying, printing, keys. */
export function addTools(body: HTMLElement, words: Words, showKeys: () => void): void {
  // The page keeps room for them, so that the text does not move when they come
  const bar = document.querySelector('[data-tools]');
  if (bar === null) return;
  const { source = '' } = body.dataset;
  const print = element('button', { type: 'button', textContent: words.print ?? '' });
  print.addEventListener('click', () => window.print());
  const keys = element('button', { type: 'button', textContent: '?' });
  keys.setAttribute('aria-label', words.keys ?? '');
  keys.addEventListener('click', showKeys);
  const copy = copyButton(words.copyAll ?? '', words.copied ?? '', () => {
    const title = document.querySelector('h1')?.textContent?.trim() ?? '';
    return withSource(`${title}\n${textOfBody(body)}`, source);
  });
  const aloud = readAloudButton(body, words);
  bar.append(
    element(
      'details',
      { open: matchMedia('(max-width: 40rem)').matches },
      element('summary', { textContent: words.appearance ?? '' }),
      element(
        'div',
        { className: 'choices' },
        ...preferenceNames.map((name) => choiceOf(name, words)),
      ),
    ),
    ...(aloud === null ? [] : [aloud]),
    copy,
    sourceChoice(words),
    print,
    keys,
  );
}

function choiceOf(name: Preference, words: Words): HTMLElement {
  const current = preferenceOf(name);
  const radios = choices[name].map((choice) => {
    const input = element('input', {
      type: 'radio',
      name,
      value: choice,
      checked: choice === current,
    });
    input.addEventListener('change', () => prefer(name, choice));
    return element('label', {}, input, ` ${words[`${name}-${choice}`] ?? choice}`);
  });
  return element(
    'fieldset',
    {},
    element('legend', { textContent: words[name] ?? name }),
    ...radios,
  );
}

function sourceChoice(words: Words): HTMLElement {
  const input = element('input', { type: 'checkbox', checked: wantsSource() });
  input.addEventListener('change', () => writeSetting(sourceSetting, input.checked ? 'yes' : 'no'));
  return element('label', {}, input, ` ${words.withSource ?? ''}`);
}
