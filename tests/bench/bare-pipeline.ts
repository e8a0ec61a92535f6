import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import matter from 'gray-matter';
import markdownIt from 'markdown-it';
import nunjucks from 'nunjucks';
import { printUsage } from './usage.ts';

/** The least that a generator made of these packages does: no lists, no order, no checks. */
const [content = '', output = ''] = process.argv.slice(2);
const markdown = markdownIt();
const page = nunjucks.compile(
  '<!doctype html><title>{{ title }}</title><h1>{{ title }}</h1><time>{{ date }}</time>{{ body | safe }}',
  new nunjucks.Environment(null, { autoescape: true }),
);
for (const name of readdirSync(content)) {
  const { data, content: text } = matter(readFileSync(join(content, name), 'utf8'), {});
  const html = page.render({ title: data.title, date: data.date, body: markdown.render(text, {}) });
  const folder = join(output, 'documents', name.replace(/\.\w+$/, ''));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'index.html'), html);
}
printUsage();
