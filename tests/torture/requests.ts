import { besiege, openBesieged } from '../preview/besiege.ts';

/**
 * `node tests/torture/requests.ts [COUNT [SEED]]`: sends hostile requests to the preview, beside which
 * secrets lie; each must get a correct status and never a byte of them.
 */
const count = Number(process.argv[2] ?? 10_000);
const seed = Number(process.argv[3] ?? Date.now() % 2 ** 31);
const { preview, close } = await openBesieged();
try {
  const { requests, statuses, faults } = await besiege(preview.url, count, seed);
  const told = Object.entries(statuses).map(([status, number]) => `${status}: ${number}`);
  console.log(`hostile requests: ${requests} (seed ${seed}), ${told.join(', ')}`);
  console.log(`faults: ${faults.length}; the server answers afterwards unless named`);
  for (const fault of faults.slice(0, 40)) console.log(`  ${fault}`);
  process.exitCode = faults.length > 0 ? 1 : 0;
} finally {
  await close();
}
