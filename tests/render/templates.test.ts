import { expect, test } from 'vitest';
import { TemplateProblem } from '#render/template-problem.ts';
import { createRenderer } from '#render/templates.ts';
import { told } from '../spec/told.ts';

const layout = 'top\n{% block main %}{% endblock %}\n{{ page.title }}\n';

function rendererOf(templates: Record<string, string>) {
  const sources = Object.entries({ 'layout.njk': layout, ...templates }).map(
    ([name, text]) => [name, { file: `templates/${name}`, text }] as const,
  );
  return createRenderer(new Map(sources));
}

/** `file:line:column message` of what rendering `page.njk` throws. */
function problemOf(templates: Record<string, string>, view: object): string {
  try {
    rendererOf(templates).render('page.njk', view);
  } catch (problem) {
    if (!(problem instanceof TemplateProblem)) throw problem;
    const { place, message } = problem.diagnostic;
    return `${place?.file}:${place?.line}:${place?.column ?? ''} ${told(message).replace(/ \(while rendering \)$/, '')}`;
  }
  throw new Error('nothing was thrown');
}

const extending = (main: string) =>
  `{% extends "layout.njk" %}\n{% block main %}\n${main}\n{% endblock %}`;

test.each([
  ['printed', 'a\n{{ page.titel }}', 'page.njk:2:9 no value «titel»; did you mean title?'],
  [
    'in a condition',
    'a\n{% if page.titel %}{% endif %}',
    'page.njk:2:12 no value «titel»; did you mean title?',
  ],
  [
    'looped over',
    '\n\n{% for x in lines %}{% endfor %}',
    'page.njk:3:13 no value «lines»; there are page',
  ],
  ['filtered', '{{ nothing | length }}', 'page.njk:1:4 no value «nothing»; there are page'],
  ['in a block', extending('{{ heading }}'), 'page.njk:3:4 no value «heading»; there are page'],
])('what is not there is an error when %s', (_where, text, expected) => {
  expect(problemOf({ 'page.njk': text }, { page: { title: '甲' } })).toBe(`templates/${expected}`);
});

test('an argument of a filter that is not there is an error', () => {
  const text = '{{ page.title | replace(page.nix, "") }}';
  expect(problemOf({ 'page.njk': text }, { page: { title: '甲' } })).toMatch(
    /page\.njk:1:30 no value «nix»/,
  );
});

test('a fault is blamed on the template that it stands in', () => {
  const page = extending('{% include "part.njk" %}');
  const templates = { 'page.njk': page, 'part.njk': '甲\n{{ nix }}' };
  expect(problemOf(templates, { page: { title: '甲' } })).toMatch(/^templates\/part\.njk:2:4 /);
  expect(problemOf({ 'page.njk': extending('甲') }, { page: {} })).toMatch(
    /^templates\/layout\.njk:3:9 /,
  );
});

test.each([
  ['an unclosed block', 'a\n{% if page %}', /page\.njk:2:1 .*end of file/],
  [
    'a missing template',
    'a\n{% include "nope.njk" %}',
    /page\.njk:2:13 template not found: nope\.njk/,
  ],
  ['a missing filter', 'a\n{{ page | nope }}', /page\.njk:2:11 filter not found: nope/],
  ['broken syntax', 'a\n{{ page( }}', /page\.njk:2:/],
])('%s is reported with its place', (_name, text, expected) => {
  expect(problemOf({ 'page.njk': text }, { page: {} })).toMatch(expected);
});

test.each(['{% if page %}', '{% for x in [1, 2] %}'])(
  'a fault in a part that is included within %s is reported with the part',
  (opening) => {
    const closing = opening.includes('if') ? '{% endif %}' : '{% endfor %}';
    const page = `a\n${opening}{% include "part.njk" %}${closing}`;
    const told = problemOf({ 'page.njk': page, 'part.njk': '\n{{ page.titel }}' }, { page: {} });
    expect(told).toMatch(/part\.njk:2:\d+ no value «titel»/);
  },
);

test('everything is escaped unless it is marked safe', () => {
  const { render } = rendererOf({ 'page.njk': '{{ html }}|{{ html | safe }}' });
  expect(render('page.njk', { html: '<b>' })).toBe('&lt;b&gt;|<b>');
});

test('a field of the front matter may be absent', () => {
  const text = '{{ fields | field("number", "无") }} {{ fields | field("level") }}';
  const { render } = rendererOf({ 'page.njk': text });
  expect(render('page.njk', { fields: { level: '甲' } })).toBe('无 甲');
  expect(render('page.njk', { fields: { number: 7, level: '' } })).toBe('7 ');
});

test('a shared part is rendered once for each view', () => {
  const { renderShared } = rendererOf({ 'page.njk': '{{ names.length }}' });
  const names = ['甲'];
  const view = { names };
  expect(renderShared('page.njk', view)).toBe('1');
  names.push('乙');
  expect(renderShared('page.njk', view)).toBe('1');
  expect(renderShared('page.njk', { names })).toBe('2');
});
