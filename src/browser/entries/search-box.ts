import { isPlainKey } from '#browser/plain-key.ts';

/*
 * On every page of a site that can be searched: `/` goes to the search, filters of a list combine
 * with the list's own, and a page that was reached from a result shows what was found.
 */
const box = document.querySelector('[data-search-box]');
const input = document.querySelector('main [type=search]') ?? box;

document.addEventListener('keydown', (event) => {
  if (!(input instanceof HTMLInputElement)) return;
  if (event.key === 'Escape' && event.target === input && input === box) input.value = '';
  if (event.key !== '/' || !isPlainKey(event)) return;
  event.preventDefault();
  input.focus();
  input.select();
});

for (const panel of document.querySelectorAll<HTMLElement>('[data-combined]')) {
  for (const link of panel.querySelectorAll<HTMLAnchorElement>('a[data-filter]')) {
    link.href = `${panel.dataset.combined}&${link.dataset.filter}`;
  }
}

// Few pages are reached from a result: only they load what marks it
const own = document.currentScript;
if (new URLSearchParams(location.search).has('q') && document.querySelector('[data-body]')) {
  const script = document.createElement('script');
  script.src = new URL('hits.js', own instanceof HTMLScriptElement ? own.src : '').href;
  document.head.append(script);
}
