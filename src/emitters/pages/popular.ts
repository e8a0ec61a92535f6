import type { Emitter } from '#emitters/emitter.ts';
import { type Frame, frameOf, pageView } from '#emitters/views/frame.ts';
import { type ListedPopular, listedPopular, popularLineView } from '#emitters/views/lines.ts';

const path = 'popular/index.html';

/** The popular documents 热门文档, newest first. */
export const popular: Emitter<Readonly<{ frame: Frame; lines: readonly ListedPopular[] }>> = {
  name: 'popular',
  templates: ['popular.njk'],
  *plan(archive, site) {
    yield {
      path,
      input: () => ({ frame: frameOf(archive, site), lines: archive.popular.map(listedPopular) }),
    };
  },
  produce({ frame, lines }, { render }) {
    const title = frame.text.popular;
    const page = pageView(frame, { path, title, section: 'popular/' });
    return render('popular.njk', {
      page,
      text: frame.text,
      heading: title,
      popular: lines.map((line) => popularLineView(line, page.root)),
    });
  },
};
