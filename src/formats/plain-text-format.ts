import { readPlainText } from './plain-text.ts';
import { textFormat } from './text-format.ts';

/** Text without markup, one paragraph a line; its fields may stand beside it. */
export const plainTextFormat = textFormat({
  name: 'plain text',
  endings: ['txt'],
  readBody({ body, bodyLine }) {
    const blocks = readPlainText(body, bodyLine - 1);
    return { blocks, links: [], isMarkdown: false, asides: [], diagnostics: [] };
  },
});
