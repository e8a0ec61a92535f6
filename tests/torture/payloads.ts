import { attack, bounded, everything } from '../browser/hostile/attack.ts';
import { launch } from '../browser/launch.ts';

/**
 * `node tests/torture/payloads.ts [--bounded]`: builds an archive of hostile content and loads every
 * page of it in a real browser, with the pages' policy and without.
 */
const isBounded = process.argv.includes('--bounded');
const browser = await launch();
try {
  const tried = await attack(browser, isBounded ? bounded : everything);
  const { files, payloads, documents, skipped, pages, queries, fragments, faults, told } = tried;
  console.log(`payloads tried: ${payloads}, in ${files} files`);
  console.log(`published: ${documents}, left out with a reason: ${skipped}`);
  console.log(`pages loaded: ${pages} (half of them without the pages' policy)`);
  console.log(`queries: ${queries}, fragments: ${fragments}`);
  console.log(`faults: ${faults.length}`);
  for (const fault of faults.slice(0, 60)) console.log(`  ${fault}`);
  if (told !== '') console.log(told.slice(0, 4000));
  process.exitCode = faults.length > 0 || told !== '' || documents + skipped !== files ? 1 : 0;
} finally {
  await browser.close();
}
