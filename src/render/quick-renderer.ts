import { generateCode } from './template-code.ts';
import type { TemplateSources } from './template-source.ts';
import { readTree, type Tree, Unsupported } from './template-tree.ts';

/** Renders a template with a view, or gives null: then Nunjucks is to do it, or to say what is wrong. */
export type QuickRender = (template: string, view: object) => string | null;

type Run = (view: object) => unknown;

/**
 * Renders templates by code of our own, which is a tenth of the work of Nunjucks': includes are calls,
 * variables are those of JavaScript. What it does not know, or cannot find in a view, is left to
 * Nunjucks. Where it gives a text it is that of Nunjucks (tests/render/quick-renderer.test.ts).
 *
 * @param options of Nunjucks' parser
 */
export function createQuickRenderer(sources: TemplateSources, options: object): QuickRender {
  const trees = new Map<string, Tree>();
  const treeOf = (template: string): Tree => {
    const known = trees.get(template);
    if (known !== undefined) return known;
    const source = sources.get(template);
    if (source === undefined) throw new Unsupported('no such template');
    const tree = readTree(source.text, options);
    trees.set(template, tree);
    return tree;
  };
  const runs = new Map<string, Run | null>();
  const runOf = (template: string): Run | null => {
    const known = runs.get(template);
    if (known !== undefined) return known;
    const run = compile(template, treeOf);
    runs.set(template, run);
    return run;
  };
  return (template, view) => {
    const run = runOf(template);
    if (run === null) return null;
    try {
      return String(run(view));
    } catch {
      return null;
    }
  };
}

/** null where Nunjucks must render: for something that is not known here, or a fault that it shall tell. */
function compile(template: string, treeOf: (template: string) => Tree): Run | null {
  try {
    const code = generateCode(template, treeOf);
    const names = Object.keys(runtime);
    return new Function(...names, code)(...Object.values(runtime));
  } catch {
    return null;
  }
}

/** Something that Nunjucks shall look at. */
class Doubt extends Error {}

const doubt = new Doubt();

/** What Nunjucks escapes, and how. */
const escaped = /[&"'<>\\]/;
const escapedAll = /[&"'<>\\]/g;
const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '"': '&quot;',
  "'": '&#39;',
  '<': '&lt;',
  '>': '&gt;',
  '\\': '&#92;',
};

/** The functions that the code of a template calls. */
const runtime = {
  check(value: unknown): unknown {
    if (value === undefined) throw doubt;
    return value;
  },
  present(value: unknown): unknown {
    if (value === undefined || value === null) throw doubt;
    return value;
  },
  escape(value: unknown): string {
    if (typeof value === 'string') {
      if (!escaped.test(value)) return value;
      return value.replace(escapedAll, (character) => entities[character] ?? '');
    }
    return runtime.plain(value);
  },
  plain(value: unknown): string {
    if (typeof value === 'string') return value;
    if (typeof value === 'number' || typeof value === 'boolean') return String(value);
    throw doubt;
  },
  listOf(value: unknown): readonly unknown[] {
    if (Array.isArray(value)) return value;
    if (value) throw doubt;
    return [];
  },
};
