import { judgeAll } from './judge.ts';

/** `npm run spec`: how much of each part is read as its cases say, with every miss. */
for (const { part, cases, misses } of judgeAll()) {
  const right = cases - misses.length;
  console.log(`${part.padEnd(12)} ${right}/${cases}  ${((100 * right) / cases).toFixed(1)} %`);
  for (const miss of misses) console.log(`  ${miss}`);
}
