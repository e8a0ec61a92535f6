import { UnreadableFile } from './container/unreadable.ts';
import { placedFormat } from './placed-format.ts';

/** OFD files, China's own fixed layout. Their seals are not verified. */
export const ofdFormat = placedFormat('OFD', ['ofd'], async (bytes) => {
  const [{ readOfdPages }, { readPlaced }] = await Promise.all([
    import('./ofd/pages.ts'),
    import('./placed/read.ts'),
  ]);
  try {
    const pages = readOfdPages(bytes);
    return { text: readPlaced(pages), pages: pages.length };
  } catch (problem) {
    if (!(problem instanceof UnreadableFile)) throw problem;
    const { is } = problem.fault;
    return { text: is === 'encrypted' || is === 'large' ? is : 'damaged', pages: 0 };
  }
});
