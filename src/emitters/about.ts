import type { Summary } from '#document/document.ts';
import { bodyMark, withBody } from './body.ts';
import type { Emitter } from './emitter.ts';
import { type Frame, frameOf, pageView } from './frame.ts';
import { nestOutline } from './outline-view.ts';

const path = 'about/index.html';

/** The page about the site, from `content/about.md`. */
export const about: Emitter<Readonly<{ frame: Frame; document: Summary }>> = {
  name: 'about',
  *plan(archive, site) {
    const { about: document } = archive;
    if (document === null) return;
    yield { path, input: { frame: frameOf(archive, site), document }, source: document.file };
  },
  produce({ frame, document }, { render, body }) {
    const { title, excerpt, outline } = document;
    const page = pageView(frame, { path, title, description: excerpt, section: 'about/' });
    const html = render('about.njk', {
      page,
      text: frame.text,
      heading: title,
      outline: nestOutline(outline),
      body: bodyMark,
    });
    return withBody(html, body(document.id), []);
  },
};
