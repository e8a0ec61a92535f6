import type { Emitter } from './emitter.ts';
import { type Frame, frameOf } from './frame.ts';
import { type ListInput, produceList } from './list.ts';
import { paginate } from './pagination.ts';

/** All documents, newest first. */
export const documentList: Emitter<ListInput> = {
  name: 'document-list',
  *plan(archive, site) {
    const frame: Frame = frameOf(archive, site);
    const { documents: title } = frame.text;
    for (const page of paginate(archive.documents, 'documents/', site.pageSize)) {
      const input = { frame, page, title, section: 'documents/', parents: [] };
      yield { path: page.path, input };
    }
  },
  produce: produceList,
};
