/** Why a file below `content/` is not published. */
export const leftOut = {
  'left-out/hidden': () => ({ message: 'hidden or temporary file' }),
  'left-out/unreadable': () => ({ message: 'not published; see its problem' }),
  'left-out/draft': () => ({ message: 'draft' }),
  'left-out/later': ({ time }: { time: string }) => ({ message: `to be published ${time}` }),
  'left-out/expired': ({ time }: { time: string }) => ({ message: `expired ${time}` }),
  'left-out/withdrawn': ({ reason }: { reason: string }) => ({ message: `withdrawn: ${reason}` }),
  'left-out/address': ({ owner }: { owner: string }) => ({
    message: `its address belongs to ${owner}`,
  }),
  'left-out/displaced': () => ({ message: 'its address belongs to another file' }),
  'left-out/original': ({ document }: { document: string }) => ({
    message: `another form of ${document}, which is published`,
  }),
  'left-out/unlinked': () => ({ message: 'no published document shows or links it' }),
};
