import { archive } from './archive.ts';
import { content } from './content.ts';
import { files } from './files.ts';
import { leftOut } from './left-out.ts';
import { office } from './office.ts';
import { report } from './report.ts';
import { rules } from './rules.ts';
import { site } from './site.ts';

/** All that Guidang says to the keepers of an archive, in English. Other languages have the same entries. */
export const english = {
  sentences: { ...files, ...content, ...site, ...archive, ...leftOut, ...office },
  rules,
  report,
};
