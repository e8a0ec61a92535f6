import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findCitations, titleKey } from '#document/citations/citations.ts';

/*
 * `node tests/proof/citations.ts OUTPUT`: of a site that was built, the references that became links, and those to
 * documents of the archive by their whole titles that did not, to be judged.
 */

const [output = ''] = process.argv.slice(2);
const folder = join(output, 'documents');
const pages = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, 'index.html')))
  .map(({ name }) => ({ name, html: readFileSync(join(folder, name, 'index.html'), 'utf8') }));
const titles = new Map<string, string[]>();
for (const { name, html } of pages) {
  const title = /<h1[^>]*>([\s\S]*?)<\/h1>/.exec(html)?.[1] ?? '';
  const key = titleKey(title);
  if (key !== null) titles.set(key, [...(titles.get(key) ?? []), name]);
}
let linked = 0;
const missed: string[] = [];
for (const { name, html } of pages) {
  const body = /data-body[^>]*>([\s\S]*?)<\/article>/.exec(html)?.[1] ?? '';
  const links = body.match(/<a class="citation" href="[^"]*">[^<]*/g) ?? [];
  for (const link of links)
    console.log(`${name}: ${link.replace(/<a class="citation" href="|">/g, ' ')}`);
  linked += links.length;
  const rest = body.replace(/<a [\s\S]*?<\/a>/g, '').replace(/<[^>]+>/g, '');
  for (const { to, readings } of findCitations(rest)) {
    const [{ from, key } = { from: to, key: '' }] = readings;
    const others = (titles.get(key) ?? titles.get(`中华人民共和国${key}`) ?? []).filter(
      (other) => other !== name,
    );
    if (others.length > 0) missed.push(`${name}: ${rest.slice(from, to)} (${others.length})`);
  }
}
for (const each of missed) console.log(`no link: ${each}`);
console.log(
  `${pages.length} documents: ${linked} references are links, ${missed.length} to titles of the archive are none`,
);
