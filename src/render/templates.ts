import nunjucks from 'nunjucks';
import { createQuickRenderer } from './quick-renderer.ts';
import { strictRuntime } from './strict-runtime.ts';
import { describeProblem, TemplateProblem } from './template-problem.ts';
import type { TemplateSource, TemplateSources } from './template-source.ts';

export type Renderer = Readonly<{
  render: (template: string, view: object) => string;
  /** Renders once for each template and view object. */
  renderShared: (template: string, view: object) => string;
}>;

/** How white space around tags is read. */
const whiteSpace = { trimBlocks: true, lstripBlocks: true };

type Callback = (problem: unknown, result?: unknown) => void;
type RenderFunction = (
  environment: unknown,
  context: unknown,
  frame: unknown,
  runtime: unknown,
  callback: Callback,
) => unknown;
type Compiled = Record<string, unknown>;

/**
 * Renders templates. Everything is escaped unless marked safe, and undefined values are errors. What
 * goes wrong is thrown as a TemplateProblem that names the template's file and line. Most templates are
 * rendered without Nunjucks, as it would (quick-renderer.ts).
 */
export function createRenderer(sources: TemplateSources): Renderer {
  const renderQuickly = createQuickRenderer(sources, whiteSpace);
  const renderFully = createNunjucksRenderer(sources);
  const render = (template: string, view: object) =>
    renderQuickly(template, view) ?? renderFully(template, view);
  const shared = new WeakMap<object, Map<string, string>>();
  const renderShared = (template: string, view: object) => {
    const rendered = shared.get(view) ?? new Map<string, string>();
    shared.set(view, rendered);
    const known = rendered.get(template) ?? render(template, view);
    rendered.set(template, known);
    return known;
  };
  return { render, renderShared };
}

/** The same by Nunjucks, which compiles templates on first use, once. */
export function createNunjucksRenderer(sources: TemplateSources): Renderer['render'] {
  // Nunjucks' types call this an array; it is looked up by name
  const precompiled: object[] = [];
  for (const [name, source] of sources) {
    Object.defineProperty(precompiled, name, { get: () => compile(name, source, environment) });
  }
  const loader = new nunjucks.PrecompiledLoader(precompiled);
  const environment = new nunjucks.Environment(loader, {
    ...whiteSpace,
    autoescape: true,
    throwOnUndefined: true,
    dev: true,
  });
  environment.addFilter('field', readField);
  return (template, view) => {
    try {
      return environment.render(template, view);
    } catch (problem) {
      throw describeProblem(problem, template, sources);
    }
  };
}

/** `document.fields | field("name", "default")`: a field of the front matter that may not be there. */
function readField(fields: object, name: string, otherwise: unknown = ''): unknown {
  return Object.hasOwn(fields, name) ? Reflect.get(fields, name) : otherwise;
}

/**
 * Compiles one template and wraps its functions: each runs with the strict look-ups, and marks what
 * it throws with its template, which Nunjucks itself confuses with the one that extends it.
 */
function compile(name: string, source: TemplateSource, env: nunjucks.Environment): Compiled {
  const code = nunjucks.precompileString(source.text, {
    name,
    env,
    wrapper: (templates: unknown) => codeOf(templates),
  });
  const compiled: Compiled = new Function(code)();
  const wrapped: Compiled = {};
  for (const [key, value] of Object.entries(compiled)) {
    wrapped[key] = typeof value === 'function' ? wrap(name, (...all) => value(...all)) : value;
  }
  return wrapped;
}

/** The code of the one template that was precompiled; its types forget that it comes in an array. */
function codeOf(templates: unknown): string {
  const [first]: unknown[] = Array.isArray(templates) ? templates : [];
  const known = typeof first === 'object' && first !== null && 'template' in first;
  return known ? String(first.template) : '';
}

/**
 * What a template calls back is held until it has returned: Nunjucks goes on with the template
 * outside from within the one inside, whose `catch` would then claim the other's errors.
 */
function wrap(template: string, run: RenderFunction): RenderFunction {
  return (environment, context, frame, _runtime, callback) => {
    let problem: unknown = null;
    let result: unknown = '';
    run(environment, context, frame, strictRuntime, (thrown, rendered) => {
      // Nunjucks calls back once more behind a fault within a condition or a loop
      problem ??= thrown ?? null;
      result = rendered;
    });
    if (problem === null) callback(null, result);
    else callback(TemplateProblem.mark(problem, template));
  };
}
