import type { Emitter } from '#emitters/emitter.ts';
import { facetsOf } from '#emitters/views/facet-panel.ts';
import { type Frame, frameOf } from '#emitters/views/frame.ts';
import { type ListInput, planList, produceList } from './list.ts';

/** All documents, newest first. */
export const documentList: Emitter<ListInput> = {
  name: 'document-list',
  templates: ['list.njk'],
  *plan(archive, site) {
    const frame: Frame = frameOf(archive, site);
    const { documents: title } = frame.text;
    const { documents } = archive;
    yield* planList(
      { documents, folder: 'documents/', size: site.pageSize },
      { frame, title, section: 'documents/', parents: [] },
      facetsOf(archive),
      '',
    );
  },
  produce: produceList,
};
