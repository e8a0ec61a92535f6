import { expect, test } from 'vitest';
import { readPage } from '#formats/html/read.ts';
import { webPageFormat } from '#formats/web-page-format.ts';
import { reader } from '../spec/read.ts';

const text = '全县上下要坚定信心，狠抓落实，确保全年目标任务圆满完成，为高质量发展打下坚实基础。';

/** A page of an office, with what stands around its text. */
function page(content: string, head = ''): string {
  const around = '<nav>首页 政务公开</nav><div>2024-08-07 09:23 来源：青石日报</div>';
  return `<html><head><title>会议纪要_青石县人民政府</title>${head}</head><body>${around}${content}<footer>备案号</footer></body></html>`;
}

async function linesOf(html: string): Promise<string[]> {
  const read = await readPage(html, '网页/a.html');
  return (read?.content.blocks ?? []).map((block) => block.text);
}

test.each([
  'id="UCAP-CONTENT"',
  'id="zoom"',
  'id="vsb_content"',
  'id="js_content" style="visibility: hidden"',
  'class="TRS_Editor"',
  'class="v_news_content wide"',
])('the text of a page is what stands in %s', async (container) => {
  expect(await linesOf(page(`<div ${container}><p>${text}</p></div>`))).toEqual([text]);
});

test('an empty frame of a known name holds no text, and one within another says it once', async () => {
  const inner = `<div id="zoom"><div class="TRS_Editor"><p>${text}</p></div></div>`;
  expect(await linesOf(page(`<div class="pages_content"></div>${inner}`))).toEqual([text]);
});

test('the text of any other page is what looks like it', async () => {
  const paragraphs = `<p>${text}</p>`.repeat(6);
  const lists = '<ul><li><a href="/1">新闻一</a></li><li><a href="/2">新闻二</a></li></ul>';
  const lines = await linesOf(
    page(`<div class="side">${lists}</div><div class="main">${paragraphs}</div>`),
  );
  expect(lines).toEqual(Array.from({ length: 6 }, () => text));
});

const within = (content: string) => page(`<div id="zoom"><p>${text}</p>${content}</div>`);

test.each([
  ['lines are paragraphs', '甲<br>　　乙', ['甲', '乙']],
  [
    'a line of the file is no space between Chinese characters',
    '<p>第一\n  条 a\n  b</p>',
    ['第一条 a b'],
  ],
  [
    'numbers of lists are text',
    '<ol start="3"><li>甲</li><li>乙</li></ol><ul><li>丙</li></ul>',
    ['3. 甲', '4. 乙', '• 丙'],
  ],
  [
    'scripts and what is hidden are none',
    '<script>x</script><p style="display:none">甲</p><p hidden>乙</p><p>丙</p>',
    ['丙'],
  ],
  ['spaces that do not break are spaces', '<p>甲&nbsp;&nbsp;乙</p>', ['甲 乙']],
])('%s', async (_, content, expected) => {
  expect(await linesOf(within(content))).toEqual([text, ...expected]);
});

test('cells that reach over others have their words once', async () => {
  const table =
    '<table><tr><th rowspan="2">地区</th><th colspan="2">人数</th></tr><tr><td>男</td><td>女</td></tr><tr><td>东</td><td>1</td><td>2</td></tr></table>';
  const read = await readPage(within(table), 'a.html');
  const passage = read?.content.blocks.at(-1);
  expect(passage?.type === 'passage' && passage.units.map(({ cells }) => cells)).toEqual([
    ['地区', '人数', ''],
    ['', '男', '女'],
    ['东', '1', '2'],
  ]);
});

test('pictures beside the page are shown, those of other hosts are counted', async () => {
  const content =
    '<img src="./a_files/1.png"><img src="a_files/%E4%BA%8C.jpg?x=1"><img src="https://example.org/3.png"><img src="../../../4.png">';
  const read = await readPage(within(content), '网页/a.html');
  expect(read?.content.links.map(({ target }) => target)).toEqual([
    '网页/a_files/1.png',
    '网页/a_files/二.jpg',
  ]);
  expect(read?.content.diagnostics.map(({ message }) => message)).toEqual([
    { says: 'web-pictures', count: 2 },
  ]);
});

test.each([
  [
    'its head',
    '<meta name="ArticleTitle" content="关于开展检查的通知"><meta name="PubDate" content="2023-01-05 08:00"><meta name="ContentSource" content="来源：县政府办">',
    { title: '关于开展检查的通知', date: '2023-01-05 08:00', source: '县政府办' },
  ],
  [
    'what stands around its text',
    '',
    { title: '会议纪要', date: '2024-08-07 09:23', source: '青石日报' },
  ],
])('a page tells title, date and source in %s', async (_, head, expected) => {
  const read = await readPage(page(`<div id="zoom"><p>${text}</p></div>`, head), 'a.html');
  expect(read?.metadata).toEqual(expected);
});

test('links lead to the web and nowhere else', async () => {
  const content =
    '<p><a href="https://example.org/">甲</a><a href="javascript:x">乙</a><a href="b.html">丙</a></p>';
  const read = await readPage(within(content), 'a.html');
  const last = read?.content.blocks.at(-1);
  expect(last?.type === 'paragraph' && last.inline).toMatchObject([
    { is: 'link', href: 'https://example.org/' },
  ]);
});

async function readFile(bytes: Uint8Array, beside: string | null = null) {
  const fields = beside === null ? null : { file: 'a.yaml', bytes: Buffer.from(beside) };
  return await webPageFormat.read(bytes, {
    file: 'a.html',
    beside: fields,
    row: null,
    markdown: reader.markdown,
  });
}

test('a page that a browser saved in UTF-8 still says that it is in GB2312', async () => {
  const html = page(`<div id="zoom"><p>${text}</p></div>`, '<meta charset="gb2312">');
  const { content, encoding } = await readFile(Buffer.from(html));
  expect([content?.blocks[0]?.text, encoding]).toEqual([text, 'UTF-8']);
});

test('the fields beside a page go before what it says of itself', async () => {
  const html = page(`<div id="zoom"><p>${text}</p></div>`);
  const { frontMatter } = await readFile(Buffer.from(html), 'title: 另一个标题');
  expect(frontMatter.values).toEqual({
    title: '另一个标题',
    source: '青石日报',
  });
});

test.each([
  ['without a text', '<body><nav>首页</nav></body>', 'no-text-on-page'],
  ['deeper than any', '<div>'.repeat(100_000) + text, 'unreadable-format'],
])('a page %s is named', async (_, html, says) => {
  const { content, diagnostics } = await readFile(Buffer.from(html));
  expect(content).toBeNull();
  expect(diagnostics.map(({ message }) => message.says)).toEqual([says]);
});
