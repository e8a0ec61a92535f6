import type { Emitter } from './emitter.ts';
import { facetsOf } from './facet-panel.ts';
import { type Frame, frameOf } from './frame.ts';
import { listed } from './lines.ts';
import { type ListInput, produceList } from './list.ts';
import { paginate } from './pagination.ts';

/** All documents, newest first. */
export const documentList: Emitter<ListInput> = {
  name: 'document-list',
  templates: ['list.njk'],
  *plan(archive, site) {
    const frame: Frame = frameOf(archive, site);
    const { documents: title } = frame.text;
    const facets = facetsOf(archive)(archive.documents, '');
    for (const page of paginate(archive.documents.map(listed), 'documents/', site.pageSize)) {
      const input = { frame, page, title, section: 'documents/', parents: [], facets };
      yield { path: page.path, input };
    }
  },
  produce: produceList,
};
