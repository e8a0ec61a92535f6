import { escapeHtml } from '#render/html.ts';

export const beside = escapeHtml;
