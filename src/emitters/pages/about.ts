import type { Summary } from '#document/document.ts';
import { outlineOf } from '#document/outline/outline.ts';
import type { Emitter } from '#emitters/emitter.ts';
import { aboutPath, contentResolver } from '#emitters/views/content-resolver.ts';
import { type Frame, frameOf, pageView } from '#emitters/views/frame.ts';
import { nestOutline } from '#emitters/views/outline-view.ts';
import { renderBody } from '#render/body.ts';

type Input = Readonly<{ frame: Frame; document: Summary; destinations: readonly string[] }>;

const path = aboutPath;

/** The page about the site, from `content/about.md`. */
export const about: Emitter<Input> = {
  name: 'about',
  templates: ['about.njk'],
  *plan(archive, site) {
    const { about: document } = archive;
    if (document === null) return;
    const destinations = document.links.map(contentResolver(archive));
    const input = () => ({ frame: frameOf(archive, site), document, destinations });
    yield { path, input, source: document.file, documents: [document.id] };
  },
  produce({ frame, document, destinations }, { render, body }) {
    const { title, excerpt } = document;
    const { blocks, questions } = body(document.id);
    const page = pageView(frame, { path, title, description: excerpt, section: 'about/' });
    const addresses = destinations.map((to) => page.root + to);
    return render('about.njk', {
      page,
      text: frame.text,
      heading: title,
      outline: nestOutline(outlineOf(blocks)),
      body: renderBody(blocks, questions, { words: frame.words, addresses }),
    });
  },
};
