import { applyPreferences } from '#browser/preferences.ts';

/* The one script that runs before the page is shown: else it would flash in the wrong colours. */
document.documentElement.dataset.scripted = '';
applyPreferences();
window.addEventListener('storage', applyPreferences);
