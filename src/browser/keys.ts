import { element } from './elements.ts';
import { isPlainKey } from './plain-key.ts';

/** A key of a page: what it does, and the word for that. */
export type Key = Readonly<{ key: string; label: string; act: () => void }>;

/** Lets keys act, unless the reader is writing or holds another key down; `?` tells them. */
export function listenToKeys(keys: readonly Key[], title: string, close: string): () => void {
  const list = element('dl', {});
  for (const { key, label } of keys) {
    list.append(
      element(
        'div',
        {},
        element('dt', {}, element('kbd', { textContent: key })),
        element('dd', { textContent: label }),
      ),
    );
  }
  const dialog = element(
    'dialog',
    { className: 'keys' },
    element('h2', { textContent: title }),
    list,
    element('form', { method: 'dialog' }, element('button', { textContent: close })),
  );
  dialog.setAttribute('aria-label', title);
  document.body.append(dialog);
  const show = () => dialog.showModal();
  document.addEventListener('keydown', (event) => {
    if (!isPlainKey(event) || dialog.open) return;
    if (event.key === '?') {
      show();
      return;
    }
    const found = keys.find(({ key }) => key === event.key);
    if (found === undefined) return;
    event.preventDefault();
    found.act();
  });
  return show;
}
