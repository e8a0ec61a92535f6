/** Where the preview's own addresses begin; no output is called so. */
export const previewPath = '/__guidang/';

/**
 * The script that the preview adds to each page. It reloads after a build that changed something,
 * back to where the reader was, and lays the errors of the last build over the page. Styles are
 * set by the CSSOM, which the pages' policy allows.
 */
export const clientScript = `
const scrollKey = 'guidang-scroll ' + location.pathname;
const kept = sessionStorage.getItem(scrollKey);
if (kept !== null) {
  sessionStorage.removeItem(scrollKey);
  history.scrollRestoration = 'manual';
  const restore = () => scrollTo(0, Number(kept));
  restore();
  addEventListener('load', restore, { once: true });
}

// What the page was made of, by the server: changes before the events come are not missed
let shown = document.currentScript?.dataset.version;
new EventSource('/__guidang/events').addEventListener('state', ({ data }) => {
  const state = JSON.parse(data);
  const isNext = shown === state.previous && state.changed !== null;
  if (shown !== undefined && shown !== state.version && (!isNext || concerns(state.changed))) {
    sessionStorage.setItem(scrollKey, String(scrollY));
    location.reload();
    return;
  }
  shown = state.version;
  document.getElementById('guidang-overlay')?.remove();
  if (state.problems !== '') showOverlay(state);
});

/** Whether this page, or what it loads, is among the outputs that changed. */
function concerns(changed) {
  const path = decodeURI(location.pathname.slice(1)).replace(/(^|\\/)$/, '$1index.html');
  const isSearch = path === 'search/index.html';
  return changed.some(
    (output) =>
      output === path || output.startsWith('assets/') || (isSearch && output.startsWith('search/')),
  );
}

function showOverlay({ heading: told, problems }) {
  const host = document.createElement('div');
  host.id = 'guidang-overlay';
  const root = host.attachShadow({ mode: 'open' });
  const style = new CSSStyleSheet();
  style.replaceSync(
    'section{position:fixed;inset:auto 0 0;max-height:60vh;overflow:auto;z-index:9;' +
    'padding:1rem 1.5rem;background:#2a1513;color:#ffe9e4;border-top:4px solid #e5604a;' +
    'font:14px/1.6 ui-monospace,Menlo,Consolas,monospace}' +
    'h2{margin:0 0 .5rem;font-size:15px;color:#ff9d8a}pre{margin:0;white-space:pre-wrap;font:inherit}',
  );
  root.adoptedStyleSheets = [style];
  const section = document.createElement('section');
  section.setAttribute('role', 'alert');
  const heading = document.createElement('h2');
  heading.textContent = told;
  const text = document.createElement('pre');
  text.textContent = problems;
  section.append(heading, text);
  root.append(section);
  document.body.append(host);
}
`;
