import type { Catalogue } from '#diagnostics/catalogue.ts';
import { archive } from './archive.ts';
import { content } from './content.ts';
import { files } from './files.ts';
import { leftOut } from './left-out.ts';
import { office } from './office.ts';
import { report } from './report.ts';
import { rules } from './rules.ts';
import { site } from './site.ts';

/** 归档对档案管理者说的话。 */
export const chinese: Catalogue = {
  sentences: { ...files, ...content, ...site, ...archive, ...leftOut, ...office },
  rules,
  report,
};
