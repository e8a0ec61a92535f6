import { spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Hugo's version; null where it is not installed. */
export function hugoVersion(): string | null {
  const { stdout, status } = spawnSync('hugo', ['version'], { encoding: 'utf8' });
  return status === 0 ? (/v[\d.]+/.exec(stdout)?.[0] ?? 'unknown') : null;
}

const page = '<!doctype html><html lang="zh-CN"><head><title>{{ .Title }}</title></head><body>';
const lines =
  '{{ range .Paginator.Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ .Date.Format "2006-01-02" }}</li>{{ end }}';

/**
 * A site for Hugo that is comparable to ours: a page for each document with its outline, neighbours,
 * terms and ten popular ones; lists by category, tag and organisation; a feed and a sitemap.
 */
export function writeHugoSite(folder: string, content: string): void {
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  mkdirSync(join(folder, 'layouts/_default'), { recursive: true });
  mkdirSync(join(folder, 'content'), { recursive: true });
  symlinkSync(content, join(folder, 'content/documents'));
  write(
    'config.toml',
    `baseURL = "https://example.org/"
languageCode = "zh-CN"
title = "归档"
paginate = 50
hasCJKLanguage = true
[taxonomies]
tag = "tags"
category = "category"
organisation = "organisation"
[frontmatter]
date = ["date"]
`,
  );
  const popular =
    '<ol>{{ range first 10 (sort site.RegularPages "Params.views" "desc") }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ol>';
  mkdirSync(join(folder, 'layouts/partials'), { recursive: true });
  write('layouts/partials/popular.html', popular);
  write(
    'layouts/_default/single.html',
    `${page}<article><h1>{{ .Title }}</h1><time>{{ .Date.Format "2006-01-02 15:04:05" }}</time>
{{ range .Params.tags }}<a href="/tags/{{ . | urlize }}/">{{ . }}</a>{{ end }}
{{ .TableOfContents }}{{ .Content }}</article>
{{ with .PrevInSection }}<a rel="prev" href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
{{ with .NextInSection }}<a rel="next" href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
{{ partialCached "popular.html" . }}</body></html>`,
  );
  const list = `${page}<h1>{{ .Title }}</h1><ul>${lines}</ul>{{ template "_internal/pagination.html" . }}</body></html>`;
  write('layouts/_default/list.html', list);
  write(
    'layouts/index.html',
    list
      .replace('.Paginator.Pages', 'first 50 site.RegularPages')
      .replace('{{ template "_internal/pagination.html" . }}', ''),
  );
  write(
    'layouts/_default/terms.html',
    `${page}<h1>{{ .Title }}</h1>{{ range .Data.Terms.ByCount }}<a href="{{ .Page.RelPermalink }}">{{ .Page.Title }}</a> {{ .Count }}{{ end }}</body></html>`,
  );
}
