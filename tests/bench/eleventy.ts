import { spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** How to run Eleventy; null where it is not installed (`npm install --global @11ty/eleventy`). */
export function eleventyCommand(): string[] | null {
  return spawnSync('eleventy', ['--version']).status === 0 ? ['eleventy'] : null;
}

/**
 * A site for Eleventy that is comparable to ours: a page for each document with its neighbours, terms
 * and ten popular ones, and a list of all by pages of fifty.
 */
export function writeEleventySite(folder: string, content: string): void {
  mkdirSync(join(folder, '_includes'), { recursive: true });
  symlinkSync(content, join(folder, 'documents'));
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  write(
    'eleventy.config.mjs',
    `export default function (config) {
  config.addGlobalData('layout', 'document.njk');
  config.addCollection('all-documents', (api) =>
    api.getFilteredByGlob('documents/*.md').sort((a, b) => b.date - a.date));
  config.addCollection('popular', (api) =>
    api.getFilteredByGlob('documents/*.md').sort((a, b) => b.data.views - a.data.views).slice(0, 10));
}
`,
  );
  const head = '<!doctype html><html lang="zh-CN"><head><title>{{ title }}</title></head><body>';
  write(
    '_includes/document.njk',
    `${head}<article><h1>{{ title }}</h1><time>{{ date }}</time>
{% for tag in tags %}<a href="/tags/{{ tag }}/">{{ tag }}</a>{% endfor %}
{{ content | safe }}</article>
{% set newer = collections["all-documents"] | getPreviousCollectionItem %}
{% set older = collections["all-documents"] | getNextCollectionItem %}
{% if newer %}<a rel="next" href="{{ newer.url }}">{{ newer.data.title }}</a>{% endif %}
{% if older %}<a rel="prev" href="{{ older.url }}">{{ older.data.title }}</a>{% endif %}
<ol>{% for item in collections.popular %}<li><a href="{{ item.url }}">{{ item.data.title }}</a></li>{% endfor %}</ol></body></html>`,
  );
  write(
    'list.njk',
    `---
layout: null
pagination: { data: collections.all-documents, size: 50 }
permalink: "list/{{ pagination.pageNumber }}/index.html"
---
<ul>{% for item in pagination.items %}<li><a href="{{ item.url }}">{{ item.data.title }}</a></li>{% endfor %}</ul>`,
  );
}
