/** Files whose front matter tries to run, to change the program, or to change other documents. */
const run = 'globalThis.__pwned=1';

export const hostileFiles: Readonly<Record<string, string>> = {
  'js.md': `---js\n({ title: (${run}, 'x') })\n---\n正文。\n`,
  'javascript.md': `---javascript\n({ title: (${run}, 'x') })\n---\n正文。\n`,
  'coffee.md': `---coffee\ntitle: process.exit 7\n---\n正文。\n`,
  'json.md': `---json\n{"title": "x", "__proto__": {"popular": true}}\n---\n正文。\n`,
  'toml.md': `---toml\ntitle = "x"\n---\n正文。\n`,
  'function.md': `---\ntitle: !!js/function 'function () { process.exit(7) }'\n---\n正文。\n`,
  'regexp.md': `---\ntitle: !!js/regexp /(a+)+$/\n---\n正文。\n`,
  'undefined.md': `---\ntitle: !!js/undefined ''\n---\n正文。\n`,
  'python.md': `---\ntitle: !!python/object/apply:os.system ['exit 7']\n---\n正文。\n`,
  'binary.md': `---\ntitle: !!binary PHNjcmlwdD4=\n---\n正文。\n`,
  'own-tag.md': `---\n%TAG ! tag:evil.example,2024:\ntitle: !x y\n---\n正文。\n`,
  'prototype.md': '---\ntitle: 一\n__proto__:\n  polluted: yes\n  draft: true\n---\n正文。\n',
  'constructor.md': '---\ntitle: 二\nconstructor:\n  prototype:\n    polluted: yes\n---\n正文。\n',
  'prototype-key.md':
    '---\ntitle: 三\nprototype: {polluted: yes}\ntoString: x\nhasOwnProperty: y\nvalueOf: 1\n---\n正文。\n',
  'quoted.md': '---\n"__proto__": {"polluted": "yes"}\ntitle: 四\n---\n正文。\n',
  'merge.md':
    '---\nbase: &b {draft: true, __proto__: {polluted: yes}}\n<<: *b\ntitle: 五\n---\n正文。\n',
  'names.md':
    '---\ntitle: 六\ntags: [__proto__, constructor, prototype, toString, hasOwnProperty]\nspeaker: __proto__\norganisation: constructor\nkind: prototype\nid: __proto__\n---\n正文。\n',
  'aliases.md':
    '---\ntitle: 七\naliases: [constructor, /documents/__proto__/, toString, valueOf]\n---\n正文。\n',
  'bomb.md': `---\na: &a [x,x,x,x,x,x,x,x,x]\n${[...'bcdefgh']
    .map((name, at) => {
      const before = 'abcdefgh'[at] ?? 'a';
      return `${name}: &${name} [${Array.from({ length: 9 }, () => `*${before}`).join(',')}]`;
    })
    .join('\n')}\ntitle: 八\n---\n正文。\n`,
  'self.md': '---\ntitle: &t [*t]\n---\n正文。\n',
  'deep.md': `---\ntitle: ${'['.repeat(2000)}${']'.repeat(2000)}\n---\n正文。\n`,
};

/** Fields of front matter that stand in pages as text. */
export const textFields = [
  'title',
  'speaker',
  'organisation',
  'occasion',
  'place',
  'document-number',
  'source',
  'summary',
  'category',
  'kind',
  'id',
  'tags',
  'aliases',
  'unheard-of',
] as const;
