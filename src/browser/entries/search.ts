import { openSearchPage } from '#browser/search-page.ts';
import { openSearchWorker } from '#browser/search-worker.ts';

/*
 * The search page's script is the script of its worker too: what they share is loaded once.
 */
if (typeof document === 'undefined') openSearchWorker();
else {
  const script =
    document.currentScript instanceof HTMLScriptElement ? document.currentScript : null;
  const page = document.querySelector('[data-search]');
  if (page instanceof HTMLElement) openSearchPage(page, script?.src ?? '');
}
