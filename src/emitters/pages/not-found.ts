import type { Emitter } from '#emitters/emitter.ts';
import { type Frame, frameOf, pageView, urlOf } from '#emitters/views/frame.ts';

const path = '404.html';

/**
 * What a web host shows for an address that leads nowhere. It is served at any depth, so its
 * links begin at the base path: the only ones of the site that are not relative.
 */
export const notFound: Emitter<Readonly<{ frame: Frame }>> = {
  name: 'not-found',
  templates: ['not-found.njk'],
  unlisted: 'It has no address of its own.',
  *plan(archive, site) {
    yield { path, input: () => ({ frame: frameOf(archive, site) }) };
  },
  produce({ frame }, { render }) {
    const title = frame.text.notFound;
    const page = pageView(frame, { path, title, root: frame.basePath });
    const links = frame.navigation.map((item) => ({
      title: item.title,
      url: urlOf(item.page, frame.basePath),
    }));
    return render('not-found.njk', { page, text: frame.text, heading: title, links });
  },
};
