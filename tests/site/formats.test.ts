import { mkdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { pdfFile } from '../fixtures/office/pdf-file.ts';
import {
  type Files,
  listFiles,
  readPage,
  type TestSite,
  useFolders,
  writeSite,
} from './harness.ts';
import { buildHere, reportOf } from './here.ts';
import { between, readPopular, readTags, textOf } from './html.ts';

const newFolder = useFolders();

const text =
  '---\ntitle: 编码的试验\ndate: 2024-08-07 09:23:21\n---\n第一段：镕喆旸。\n\n第二段。\n';

async function build(files: Files, args: readonly string[] = []) {
  const site = writeSite(newFolder('formats'), files);
  return { site, ...(await reportOf(site, args)) };
}

/** The page of a document and its body's text. */
function bodyOf(site: TestSite, id: string): string {
  const page = readPage(site.output, `documents/${id}/index.html`);
  return textOf(between(page, 'data-body', '</article>').replace(/^[^>]*>/, ''));
}

function pagesOf(site: TestSite): string[] {
  return listFiles(site.output).flatMap(
    (path) => /^documents\/(.+)\/index\.html$/.exec(path)?.[1] ?? [],
  );
}

describe('encodings', () => {
  const utf16be = Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
  const gbk = Buffer.concat([
    Buffer.from('---\ntitle: '),
    Buffer.from([0xb1, 0xe0, 0xc2, 0xeb]), // 编码
    Buffer.from('\n---\n'),
    Buffer.from([0xb5, 0xda, 0xd2, 0xbb, 0xb6, 0xce, 0xa1, 0xa3]), // 第一段。
    Buffer.from('\n'),
  ]);
  // U+20BB7 𠮷 takes four bytes, which GBK does not have
  const gb18030 = Buffer.concat([gbk, Buffer.from([0x95, 0x34, 0xb2, 0x35]), Buffer.from('\n')]);

  test.each<[string, string | Uint8Array, string, string]>([
    ['UTF-8', text, 'UTF-8', '第一段：镕喆旸。 第二段。'],
    ['UTF-8 with BOM', `\ufeff${text}`, 'UTF-8 with BOM', '第一段：镕喆旸。 第二段。'],
    [
      'UTF-16LE with mark',
      Buffer.from(`\ufeff${text}`, 'utf16le'),
      'UTF-16LE',
      '第一段：镕喆旸。 第二段。',
    ],
    ['UTF-16BE with mark', utf16be, 'UTF-16BE', '第一段：镕喆旸。 第二段。'],
    [
      'UTF-16LE without mark',
      Buffer.from(text, 'utf16le'),
      'UTF-16LE',
      '第一段：镕喆旸。 第二段。',
    ],
    ['GBK', gbk, 'GB18030', '第一段。'],
    ['GB18030', gb18030, 'GB18030', '第一段。𠮷'],
    ['CRLF', text.replaceAll('\n', '\r\n'), 'UTF-8', '第一段：镕喆旸。 第二段。'],
    ['CR', text.replaceAll('\n', '\r'), 'UTF-8', '第一段：镕喆旸。 第二段。'],
  ])('%s', async (_, bytes, encoding, body) => {
    const { site, status, report } = await build({ 'content/a.md': bytes });
    expect([status, report.problems]).toEqual([0, []]);
    expect(bodyOf(site, 'a')).toBe(body);
    const { stdout } = await buildHere(['--content', site.content, '--verbose']);
    expect(stdout).toContain(`read a.md: ${encoding}\n`);
  });

  test('line ends and a BOM make no difference to the page', async () => {
    const { site } = await build({ 'content/a.md': text });
    const pageOf = ({ output }: TestSite) =>
      readPage(output, 'documents/a/index.html').replace(/<p class="fixity">.*<\/p>/, '');
    const page = pageOf(site);
    for (const bytes of [
      `\ufeff${text}`,
      text.replaceAll('\n', '\r\n'),
      Buffer.from(`\ufeff${text}`, 'utf16le'),
    ]) {
      const { site: other } = await build({ 'content/a.md': bytes });
      expect(pageOf(other)).toBe(page);
    }
  });

  test('fields beside a plain text may be in another encoding than it', async () => {
    const { site, report } = await build({
      'content/a.txt': Buffer.from([0xb5, 0xda, 0xd2, 0xbb, 0x0a, 0xb6, 0xce, 0xa1, 0xa3]),
      'content/a.yaml': '\ufeffkind: 通知\r\ndate: 2024-08-07\r\n',
    });
    expect(report.problems).toEqual([]);
    const page = readPage(site.output, 'documents/a/index.html');
    expect(page).toContain('data-kind="notice"');
    expect(textOf(between(page, '<h1', '</h1>'))).toBe('第一');
  });
});

describe('addresses', () => {
  test.each([
    ['Speech-2024.md', 'speech-2024'],
    ['县长讲话.md', 'xian-zhang-jiang-hua'],
    ['2024年8月会议记录.txt', '2024-nian-8-yue-hui-yi-ji-lu'],
    ['（3篇）研讨 材料.md', '3-pian-yan-tao-cai-liao'],
    ['sub/folder/index.md', 'folder'],
    ['Über den Plan.md', 'uber-den-plan'],
    ['con.md', 'con-x'],
  ])('%s stands at documents/%s/', async (name, id) => {
    const { site, report } = await build({ [`content/${name}`]: '标题\n\n正文。\n' });
    expect(report.problems).toEqual([]);
    expect(pagesOf(site)).toEqual([id]);
  });

  test('a file name in NFD and one in NFC stand at the same address', async () => {
    for (const form of ['NFC', 'NFD']) {
      const name = 'Résumé ガ.md'.normalize(form);
      const { site, report } = await build({ [`content/${name}`]: '正文。\n' });
      expect(report.problems).toEqual([]);
      expect(pagesOf(site)).toHaveLength(1);
      expect(pagesOf(site)[0]).toMatch(/^resume/);
    }
  });

  test('of two folders in NFC and NFD, links lead to the right file', async () => {
    const { site, report } = await build({
      [`content/${'é'.normalize('NFD')}/图.png`]: 'x',
      'content/a.md': `![图](${'é'.normalize('NFC')}/图.png)\n`,
    });
    expect(report.problems).toEqual([]);
    const src = readTags(readPage(site.output, 'documents/a/index.html')).find(
      ({ name }) => name === 'img',
    );
    const path = decodeURIComponent(src?.attributes.get('src') ?? '').replace('../../', '');
    expect(listFiles(site.output)).toContain(path);
  });

  test('stay when the title changes, and are never longer than 80 characters', async () => {
    const name = '关于进一步做好今年汛期值班值守和信息报送工作有关事项的紧急通知及其附件材料汇总';
    const { site } = await build({ [`content/${name}.md`]: '---\ntitle: 一\n---\n正文。\n' });
    const before = pagesOf(site);
    expect(before[0]?.length).toBeLessThanOrEqual(80);
    writeSite(site.folder, { [`content/${name}.md`]: '---\ntitle: 以后\n---\n正文。\n' });
    const { report } = await reportOf(site);
    expect(pagesOf(site)).toEqual(before);
    expect(report.removed).toBe(0);
  });

  test('aliases are pages that lead on', async () => {
    const { site, report } = await build({
      'content/a.md':
        '---\ntitle: 新名\naliases: [old-name, /2019/05/Old.html, /former/, 旧名]\n---\n正文。\n',
    });
    expect(report.problems).toEqual([]);
    for (const [path, url] of [
      ['documents/old-name/index.html', '../../documents/a/index.html'],
      ['2019/05/Old.html', '../../documents/a/index.html'],
      ['former/index.html', '../documents/a/index.html'],
      ['documents/旧名/index.html', '../../documents/a/index.html'],
    ] as const) {
      const page = readPage(site.output, path);
      expect(page).toContain(`content="0; url=${url}"`);
      expect(page).toContain(`<a href="${url}">新名</a>`);
      expect(page).toContain('noindex');
    }
    expect(readPage(site.output, 'sitemap.xml')).not.toContain('old-name');
  });
});

describe('publication', () => {
  const files = {
    'content/shown.md': '正文。\n',
    'content/draft.md': '---\ndraft: true\n---\n草稿。\n',
    'content/later.md': '---\npublish: 2024-08-07 09:00\n---\n以后。\n',
    'content/former.md': '---\nexpires: 2024-06-01\n---\n以前。\n',
  };

  test.each([
    ['2024-05-31', ['former', 'shown'], ['draft', 'later']],
    ['2024-06-01', ['shown'], ['draft', 'former', 'later']],
    ['2024-08-07T08:59:59', ['shown'], ['draft', 'former', 'later']],
    ['2024-08-07T09:00:00', ['later', 'shown'], ['draft', 'former']],
    ['2024-08-07T01:00:00Z', ['later', 'shown'], ['draft', 'former']],
    ['2024-08-07T00:59:59Z', ['shown'], ['draft', 'former', 'later']],
  ])('at %s shows %j', async (time, shown, skipped) => {
    const { site, report } = await build(files, ['--now', time]);
    expect(pagesOf(site)).toEqual(shown);
    expect(report.documents).toBe(shown.length);
    expect(report.skipped.map(({ file }) => file.replace('.md', ''))).toEqual(skipped);
  });

  test('names what is left out and why', async () => {
    const site = writeSite(newFolder('formats'), files);
    const { stdout } = await buildHere(['--content', site.content, '--now', '2024-07-01']);
    expect(stdout).toContain('left out: draft.md: draft\n');
    expect(stdout).toContain('left out: former.md: expired 2024-06-01 00:00:00\n');
    expect(stdout).toContain('left out: later.md: to be published 2024-08-07 09:00:00\n');
    expect(stdout).toMatch(/^1 document, .* 3 left out, /m);
  });

  test('--drafts shows all', async () => {
    const { site, report } = await build(files, ['--drafts']);
    expect(pagesOf(site)).toEqual(['draft', 'former', 'later', 'shown']);
    expect(report.skipped).toEqual([]);
  });

  test('nothing of what is left out is in any page', async () => {
    const { site } = await build(files, ['--now', '2024-07-01']);
    for (const path of listFiles(site.output)) {
      expect(readPage(site.output, path), path).not.toMatch(/草稿|以后|以前|draft|later|former/);
    }
  });

  test('the time may stand in the configuration', async () => {
    const site = writeSite(newFolder('formats'), {
      ...files,
      'site.config.yaml': 'now: 2024-05-31\n',
    });
    await buildHere(['--content', site.content]);
    expect(pagesOf(site)).toEqual(['former', 'shown']);
  });
});

describe('content is data', () => {
  test('a template in a document is shown as written', async () => {
    const body = '{{ 7*7 }}和{% raw %}、{# 注 #}、{{ page.title }}、{0}、&lt;!--body-->。';
    const { site, report } = await build({
      'content/a.md': `---\ntitle: "{{ 6*7 }}"\ntags: ["{{ 5*5 }}"]\n---\n${body}\n`,
      'content/b.txt': `标题\n${body.replace('&lt;', '<')}\n`,
    });
    expect(report.problems).toEqual([]);
    for (const id of ['a', 'b']) expect(bodyOf(site, id)).toBe(body.replace('&lt;', '<'));
    const page = readPage(site.output, 'documents/a/index.html');
    expect(textOf(between(page, '<h1', '</h1>'))).toBe('{{ 6*7 }}');
    for (const path of listFiles(site.output)) {
      expect(readPage(site.output, path), path).not.toMatch(/>49|\b42\b/);
    }
  });

  test('HTML in a document, its title and its fields is inert', async () => {
    const bad = '<script>alert(1)</script><img src=x onerror=alert(1)>';
    const { site } = await build({
      'content/a.md': `---\ntitle: ${JSON.stringify(bad)}\nspeaker: ${JSON.stringify(bad)}\n---\n${bad}\n\n[a](javascript:alert(1))\n`,
      'content/b.txt': `${bad}\n${bad}。\n`,
    });
    for (const path of listFiles(site.output)) {
      const page = readPage(site.output, path);
      expect(page, path).not.toMatch(/<script(?! src="[./]*assets\/)|<img|href="javascript:/);
    }
    expect(textOf(between(readPage(site.output, 'documents/a/index.html'), '<h1', '</h1>'))).toBe(
      bad,
    );
  });
});

describe('templates of the site', () => {
  test('stand in place of those of the same name, one by one', async () => {
    const { site, report } = await build({
      'content/a.md': '---\ntitle: 题\narchivist: 王 & 李\n---\n正文。\n',
      'templates/document.njk':
        '{% extends "layout.njk" %}\n{% block main %}\n<main id="main"><h1>{{ document.title }}</h1>\n' +
        '<p>{{ document.fields | field("archivist") }}，{{ document.fields | field("box", "无") }}</p>\n' +
        '{{ document.body | safe }}</main>\n{% endblock %}\n',
      'templates/partials/breadcrumbs.njk': '<nav>自己的</nav>\n',
      'templates/assets/style.css': 'body { color: #123456 }\n',
      'templates/assets/own.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>\n',
    });
    expect(report.problems).toEqual([]);
    const page = readPage(site.output, 'documents/a/index.html');
    expect(page).toContain('<p>王 &amp; 李，无</p>');
    expect(page).toContain('<p>正文。</p>');
    expect(readPage(site.output, 'popular/index.html')).toContain('自己的');
    expect(readPage(site.output, 'assets/style.css')).toBe('body { color: #123456 }\n');
    expect(listFiles(site.output)).toEqual(
      expect.arrayContaining(['assets/own.svg', 'assets/icon.svg']),
    );
  });

  test('may stand in another folder', async () => {
    const folder = newFolder('look');
    writeSite(folder, { 'partials/breadcrumbs.njk': '<nav>别处的</nav>\n' });
    const { site } = await build({ 'content/a.md': '正文。\n' }, ['--templates', folder]);
    expect(readPage(site.output, 'popular/index.html')).toContain('别处的');
  });
});

describe('kinds', () => {
  test.each([
    ['kind: speech', 'speech', '讲话稿'],
    ['kind: Speech', 'speech', '讲话稿'],
    ['kind: 讲话', 'speech', '讲话稿'],
    ['category: 会议记录', 'meeting-record', '会议记录'],
    ['kind: 快板书', 'kuai-ban-shu', '快板书'],
    ['kind: Haiku', 'haiku', 'Haiku'],
    ['tags: [a]', 'document', '其他'],
  ])('%s is %s', async (line, id, name) => {
    const { site, report } = await build({ 'content/a.md': `---\n${line}\n---\n正文。\n` });
    expect(report.problems).toEqual([]);
    const page = readPage(site.output, 'documents/a/index.html');
    expect(page).toContain(`<article data-document="a" data-kind="${id}">`);
    expect(textOf(between(readPage(site.output, `kinds/${id}/index.html`), '<h1', '<span'))).toBe(
      name,
    );
  });

  test('of the same identifier are one list', async () => {
    const { site } = await build({
      'content/a.md': '---\nkind: speech\n---\n一。\n',
      'content/b.md': '---\ncategory: 讲话稿\n---\n二。\n',
      'content/c.md': '---\nkind: 讲话\n---\n三。\n',
    });
    expect(listFiles(site.output).filter((path) => path.startsWith('kinds/'))).toEqual([
      'kinds/index.html',
      'kinds/speech/index.html',
    ]);
    expect(readPage(site.output, 'kinds/speech/index.html')).toContain('3篇');
  });
});

describe('what lies beside documents', () => {
  test('is copied and linked', async () => {
    const { site, report } = await build({
      'content/talks/a.md':
        '![照片](<图 片/会场 1.png>)，[附件](../附件.pdf)，[下一篇](b.md#s1)。\n',
      'content/talks/b.md': '# 题\n\n## 一节\n\n回到[前一篇](/talks/a.md)。\n',
      'content/talks/图 片/会场 1.png': Buffer.from([0x89, 0x50, 0, 1]),
      'content/附件.pdf': pdfFile([[{ text: '各位代表，现在报告工作', x: 80, y: 700 }]]),
    });
    expect(report.problems).toEqual([]);
    const page = readPage(site.output, 'documents/a/index.html');
    const urls = readTags(between(page, 'data-body', '</article>')).flatMap(
      ({ attributes }) => attributes.get('src') ?? attributes.get('href') ?? [],
    );
    expect(urls.map(decodeURIComponent)).toEqual([
      '../../files/talks/图 片/会场 1.png',
      '../../files/附件.pdf',
      '../../documents/b/index.html#s1',
    ]);
    expect(readPage(site.output, 'documents/b/index.html')).toContain(
      'href="../../documents/a/index.html"',
    );
    expect(readPage(site.output, 'files/附件.pdf')).toContain('%PDF');
  });

  test('is copied with one warning a kind where it is unknown; pages and scripts are not', async () => {
    const { site, report } = await build({
      'content/a.md': '正文，见[一](data/one.xyz)、[二](data/two.xyz)。\n',
      'content/data/one.xyz': '1',
      'content/data/two.xyz': '2',
      'content/page.php': '<script>alert(1)</script>',
      'content/~$a.docx': 'lock',
      'content/.hidden': 'x',
      'content/lone.yaml': 'title: 题\n',
    });
    expect(listFiles(site.output).filter((path) => path.startsWith('files/'))).toEqual([
      'files/data/one.xyz',
      'files/data/two.xyz',
    ]);
    expect(report.problems.map(({ severity, rule, file }) => [severity, rule, file])).toEqual([
      ['warning', 'lone-fields', 'lone.yaml'],
      ['warning', 'active-file', 'page.php'],
      ['warning', 'unknown-file', 'data/one.xyz'],
    ]);
    expect(report.skipped.map(({ file }) => file).toSorted()).toEqual(
      ['.hidden', 'lone.yaml', 'page.php', '~$a.docx'].toSorted(),
    );
  });

  test('links of the page about the site lead where they should', async () => {
    const { site, report } = await build({
      'content/about.md':
        '# 关于\n\n先看[一篇](talks/a.md)和[全部](https://example.org/)，图：![图](logo.png)\n',
      'content/talks/a.md': '回到[关于](../about.md)。\n',
      'content/logo.png': 'x',
    });
    expect(report.problems).toEqual([]);
    expect(report.documents).toBe(1);
    const about = readPage(site.output, 'about/index.html');
    expect(about).toContain('href="../documents/a/index.html"');
    expect(about).toContain('src="../files/logo.png"');
    expect(readPage(site.output, 'documents/a/index.html')).toContain(
      'href="../../about/index.html"',
    );
  });
});

describe('Markdown of Chinese documents', () => {
  const inner = async (body: string) => {
    const { site, report } = await build({ 'content/a.md': `---\ntitle: 题\n---\n${body}\n` });
    expect(report.problems).toEqual([]);
    const page = readPage(site.output, 'documents/a/index.html');
    return between(page, 'data-body', '</article>').replace(/^[^>]*>/, '');
  };

  test('emphasis beside Chinese punctuation', async () => {
    expect(await inner('**重点：**各乡镇')).toContain('<strong>重点：</strong>各乡镇');
  });

  test('numbered lines that follow each other are paragraphs of their own', async () => {
    const html = await inner(
      '（一）抓好落实，责任到人，不留死角。\n（二）加强督查，每周通报，\n（三）严肃问责。',
    );
    for (const number of ['（一）', '（二）', '（三）'])
      expect(html).toMatch(new RegExp(`<(?:p|h\\d)[^>]*>${number}`));
  });

  test('a line that begins with a year is no list', async () => {
    const html = await inner('2024. 年度工作要点如下，请认真落实。');
    expect(html).not.toContain('<ol');
    expect(textOf(html)).toContain('2024. 年度工作要点');
  });

  test.each(['　　', '    '])('an indent of %j is a paragraph, no code', async (indent) => {
    const html = await inner(`${indent}同志们，现在开会。\n\n${indent}下面讲三点意见。`);
    expect(html).not.toMatch(/<pre|<code/);
    expect(html.match(/<p>/g)).toHaveLength(2);
  });

  test('fenced code, tables, footnotes and task lists', async () => {
    const html = await inner(
      '```\nlet a;\n```\n\n| 甲 | 乙 |\n|---|--:|\n| 1 | 2 |\n\n注[^1]。\n\n- [x] 完成\n- [ ] 未完\n\n[^1]: 注文。',
    );
    expect(html).toContain('<pre><code>let a;\n</code></pre>');
    expect(html).toContain('<td class="align-right">2</td>');
    expect(html).toContain('注文。');
    expect(html.match(/<input type="checkbox" disabled/g)).toHaveLength(2);
  });
});

describe('a site', () => {
  test('of an empty content folder', async () => {
    const site = writeSite(newFolder('formats'), {});
    mkdirSync(site.content, { recursive: true });
    const { status, report } = await reportOf(site);
    expect([status, report.documents, report.problems]).toEqual([0, 0, []]);
    expect(listFiles(site.output)).toEqual(
      expect.arrayContaining([
        'index.html',
        'popular/index.html',
        'documents/index.html',
        '404.html',
        'feed.xml',
      ]),
    );
    expect(readPage(site.output, 'documents/index.html')).toContain('还没有文档。');
  });

  test.each(['', '# nothing set\n', '---\n'])('with the configuration %j', async (config) => {
    const { site, status, report } = await build({
      'content/a.md': '正文。\n',
      'site.config.yaml': config,
    });
    expect([status, report.problems]).toEqual([0, []]);
    const { site: bare } = await build({ 'content/a.md': '正文。\n' });
    expect(readPage(site.output, 'index.html')).toBe(readPage(bare.output, 'index.html'));
  });

  test('in English', async () => {
    const { site, report } = await build({
      'content/a.md': '---\ntitle: 题\nkind: speech\n---\n正文。\n',
      'site.config.yaml': 'locale: en\ntitle: Archive\n',
    });
    expect(report.problems).toEqual([]);
    const page = readPage(site.output, 'documents/a/index.html');
    expect(page).toContain('<html lang="en">');
    expect(page).toContain('Date unknown');
    expect(page).toContain('>Speech</a>');
    expect(readPage(site.output, 'index.html')).toContain('Search');
  });

  test('in English marks its Chinese texts as Chinese, for those who hear them', async () => {
    const { site } = await build({
      'content/a.md': '正文。\n',
      'site.config.yaml': 'locale: en\n',
    });
    const page = readPage(site.output, 'documents/a/index.html');
    const body = readTags(page).find(({ attributes }) => attributes.has('data-body'));
    const article = readTags(page).find(({ name }) => name === 'article');
    const language = body?.attributes.get('lang') ?? article?.attributes.get('lang');
    expect(language).toMatch(/^zh/);
  });

  test('below a base path states it in canonical addresses and 404.html alone', async () => {
    const { site } = await build({ 'content/a.md': '---\ndate: 2024-01-01\n---\n正文。\n' }, [
      '--site-url',
      'https://records.example/x/',
      '--base-path',
      '/sub/path',
    ]);
    const page = readPage(site.output, 'documents/a/index.html');
    expect(page).toContain(
      '<link rel="canonical" href="https://records.example/sub/path/documents/a/">',
    );
    // The second is the address that is printed under the text
    expect(page.match(/sub\/path/g)).toHaveLength(2);
    expect(readPage(site.output, '404.html')).toContain('href="/sub/path/assets/style.css"');
    expect(readPage(site.output, 'sitemap.xml')).toContain(
      'https://records.example/sub/path/documents/a/',
    );
    expect(readPage(site.output, 'feed.xml')).toContain(
      'https://records.example/sub/path/documents/a/',
    );
    expect(readPage(site.output, 'robots.txt')).toContain(
      'https://records.example/sub/path/sitemap.xml',
    );
  });

  test('of many documents has pages of lists', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 120 }, (_, index) => [
        `content/d${String(index).padStart(3, '0')}.md`,
        `---\ntitle: 第${index}篇\ndate: 2024-01-01 00:${String(index % 60).padStart(2, '0')}\nkind: 通知\nviews: ${index}\n---\n正文。\n`,
      ]),
    );
    const { site, report } = await build(files);
    expect(report.documents).toBe(120);
    const paths = [
      'documents/index.html',
      'documents/page/2/index.html',
      'documents/page/3/index.html',
    ];
    const counts = paths.map(
      (path) => readPage(site.output, path).match(/<li>\s*<span class="when">/g)?.length,
    );
    expect(counts).toEqual([50, 50, 20]);
    expect(listFiles(site.output)).toContain('kinds/notice/page/3/index.html');
    expect(listFiles(site.output)).not.toContain('documents/page/4/index.html');
    const popular = readPopular(readPage(site.output, 'popular/index.html'));
    expect(popular).toHaveLength(12);
    expect(popular.map(({ title }) => title)).toContain('第119篇');
    expect(readPage(site.output, 'feed.xml').match(/<entry>/g)).toHaveLength(50);
  });
});

describe('dates', () => {
  test.each([
    ['2024-08-07 09:23:21', '2024-08-07 09:23:21', '2024-08-07T09:23:21'],
    ['"2024-08-07 09:23:21"', '2024-08-07 09:23:21', '2024-08-07T09:23:21'],
    ['2024-08-07', '2024-08-07', '2024-08-07'],
    ['2024-08', '2024-08', '2024-08'],
    ['2024年8月7日', '2024-08-07', '2024-08-07'],
    ['2024年8月', '2024-08', '2024-08'],
    ['2024', '2024', '2024'],
    ['2024-08-07T01:23:21Z', '2024-08-07 09:23:21', '2024-08-07T09:23:21'],
  ])('%s is shown as %s', async (written, shown, iso) => {
    const { site, report } = await build({
      'content/a.md': `---\ndate: ${written}\n---\n正文。\n`,
    });
    expect(report.problems).toEqual([]);
    const page = readPage(site.output, 'documents/a/index.html');
    expect(between(page, '<dl', '</dl>')).toContain(`<time datetime="${iso}">${shown}</time>`);
  });
});
