import { markHits } from '#browser/hits.ts';

/* Loaded by search-box.ts where a page was reached from a result. */
const body = document.querySelector('[data-body]');
const box = document.querySelector('[data-search-box]');
if (body instanceof HTMLElement && box instanceof HTMLElement) void markHits(body, box);
