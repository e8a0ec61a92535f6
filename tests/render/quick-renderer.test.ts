import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createQuickRenderer } from '#render/quick-renderer.ts';
import { readTree } from '#render/template-tree.ts';
import { createNunjucksRenderer } from '#render/templates.ts';
import { root } from '../site/harness.ts';

const options = { trimBlocks: true, lstripBlocks: true };

function renderersOf(templates: Readonly<Record<string, string>>) {
  const sources = new Map(
    Object.entries(templates).map(([name, text]) => [name, { file: name, text }] as const),
  );
  return {
    quick: createQuickRenderer(sources, options),
    full: createNunjucksRenderer(sources),
  };
}

const view = {
  page: { title: '甲 & "乙"', root: '../', n: 3, yes: true, nil: null, empty: '' },
  list: [
    { name: 'a<b>', items: ['x', 'y'] },
    { name: "c'd\\", items: [] },
  ],
  nested: [
    {
      n: 1,
      inner: [
        { n: 2, inner: [] },
        { n: 3, inner: [{ n: 4, inner: [] }] },
      ],
    },
  ],
  empty: [],
  a: '1',
  html: '<i>一</i>',
};

test.each([
  ['text and values', 'a {{ page.title }}\n{{ page.n }}{{ page.yes }}\n'],
  ['what is safe', '{{ html | safe }}{{ html }}'],
  [
    'conditions',
    '{% if page.nil or not page.empty and page.n > 2 %}a{% elif a %}b{% else %}c{% endif %}',
  ],
  [
    'loops',
    '{% for x in list %}{{ loop.index }}/{{ loop.length }}{{ x.name }}{% if not loop.last %}, {% endif %}{% endfor %}',
  ],
  [
    'loops within loops',
    '{% for x in list %}{% for y in x.items %}{{ y }}{{ loop.revindex }}{% else %}-{% endfor %}{{ loop.index0 }}{% endfor %}',
  ],
  [
    'no turn',
    '{% for x in empty %}{{ x }}{% else %}none{% endfor %}{% for x in page.nil %}a{% else %}b{% endfor %}',
  ],
  [
    'assignments',
    '{% set x = page.n + 1 %}{{ x }}{% for y in list %}{% set x = y.name %}{{ x }}{% endfor %}{{ x }}',
  ],
  ['an assignment within a loop', '{% for y in list %}{% set z = y.name %}{{ z }}{% endfor %}'],
  [
    'includes',
    '{% set x = a %}{% include "part" %}{% for a in list %}{% include "part2" %}{% endfor %}',
  ],
  [
    'blocks',
    '{% extends "layout" %}ignored{% block main %}{{ page.title }}{% include "tree" %}{% endblock %}',
  ],
])('%s', (_name, page) => {
  const templates = {
    page,
    part: '[{{ x }}{{ a }}]',
    part2: '({{ a.name }})',
    layout: 'top{% block main %}default{% endblock %}{% block end %}{{ a }}{% endblock %}',
    tree: '{% set nodes = nested %}{% include "branch" %}',
    branch:
      '<ul>{% for node in nodes %}<li>{{ node.n }}{% if node.inner.length %}{% set nodes = node.inner %}{% include "branch" %}{% endif %}</li>{% endfor %}</ul>',
  };
  const { quick, full } = renderersOf(templates);
  expect(quick('page', view)).toBe(full('page', view));
});

test.each([
  ['a value that is not there', '{{ page.nothing }}'],
  ['null that is printed', '{{ page.nil }}'],
  ['a list that is printed', '{{ list }}'],
  ['a filter', '{{ a | upper }}'],
  ['a macro', '{% macro m() %}x{% endmacro %}{{ m() }}'],
  [
    'a name that only a loop assigns to',
    '{% for x in list %}{% set z = x.name %}{% endfor %}{{ z }}',
  ],
  ['an include that is not there', '{% include "nothing" %}'],
  ['a fault', '{% if %}'],
])('%s is left to Nunjucks', (_name, page) => {
  expect(renderersOf({ page }).quick('page', view)).toBe(null);
});

const name = fc.constantFrom('a', 'x', 'y', 'page', 'list', 'nested', 'loop', 'nothing');
const expression = fc.oneof(
  { weight: 3, arbitrary: name },
  {
    weight: 5,
    arbitrary: fc.constantFrom(
      'page.title',
      'page.n',
      'x.n',
      'x.name',
      'y.n',
      'loop.index',
      'page.nil',
      '"t"',
      '2',
    ),
  },
  { weight: 1, arbitrary: fc.tuple(name, name).map(([a, b]) => `${a} and ${b}`) },
  { weight: 1, arbitrary: name.map((each) => `not ${each}`) },
  { weight: 1, arbitrary: name.map((each) => `${each} == "1"`) },
);
const listed = fc.constantFrom('list', 'nested', 'empty', 'x.inner', 'y.inner', 'page.nil');

const { statements } = fc.letrec<{ statement: string; statements: string }>((tie) => ({
  statements: fc.array(tie('statement'), { maxLength: 4 }).map((all) => all.join('')),
  statement: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'statement' },
    { weight: 1, arbitrary: fc.constantFrom('t', '\n', ' <b>') },
    { weight: 3, arbitrary: expression.map((each) => `{{ ${each} }}`) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(fc.constantFrom('a', 'x', 'y'), expression)
        .map(([to, from]) => `{% set ${to} = ${from} %}`),
    },
    { weight: 2, arbitrary: fc.constantFrom('{% include "one" %}', '{% include "two" %}') },
    {
      weight: 2,
      arbitrary: fc
        .tuple(expression, tie('statements'), tie('statements'))
        .map(
          ([condition, then, otherwise]) =>
            `{% if ${condition} %}${then}{% else %}${otherwise}{% endif %}`,
        ),
    },
    {
      weight: 3,
      arbitrary: fc
        .tuple(fc.constantFrom('x', 'y'), listed, tie('statements'))
        .map(([item, list, body]) => `{% for ${item} in ${list} %}${body}{% endfor %}`),
    },
  ),
}));

const withoutIncludes = (text: string) => text.replaceAll(/\{% include "\w+" %\}/g, '');

test('whatever is rendered without Nunjucks is what Nunjucks renders', () => {
  let rendered = 0;
  fc.assert(
    fc.property(statements, statements, statements, fc.boolean(), (page, one, two, extending) => {
      const layout = '[{% block main %}{% endblock %}]';
      const { quick, full } = renderersOf({
        layout,
        page: extending ? `{% extends "layout" %}{% block main %}${page}{% endblock %}` : page,
        one: one.replaceAll('"one"', '"two"'),
        two: withoutIncludes(two),
      });
      const text = quick('page', view);
      if (text === null) return;
      rendered++;
      expect(text).toBe(full('page', view));
    }),
    { numRuns: 4000 },
  );
  // Else the test would say nothing
  expect(rendered).toBeGreaterThan(500);
});

test('every template of ours is rendered so, for else a page costs ten times as much', () => {
  const folder = join(root, 'templates');
  const names = readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.njk'));
  const texts = new Map(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
  const unknown = names.flatMap((name) => {
    try {
      readTree(texts.get(name) ?? '', options);
      return [];
    } catch (fault) {
      return [`${name}: ${String(fault)}`];
    }
  });
  expect(names.length).toBeGreaterThan(20);
  expect(unknown).toEqual([]);
});
