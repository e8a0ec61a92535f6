import {
  type Expression,
  type Statement,
  type Statements,
  type Tree,
  Unsupported,
} from './template-tree.ts';

/** The name by which the body of a loop knows of its turns. */
export const loopName = 'loop';

/** A variable of a template: the one of the code that it has become. */
export type Variable = {
  readonly code: string;
  /** Whether it was handed over by the template around. */
  readonly inherited: boolean;
  readonly isLoopItem: boolean;
};

/**
 * What is known of the variables at a place. Nunjucks looks them up while it renders; here it is found
 * beforehand, and where that cannot be told the template is left to Nunjucks.
 */
export type Flow = {
  /** Variables that have a value wherever this place is reached. */
  readonly given: Set<Variable>;
  /** Variables that a template within may have changed: an assignment in its loops reaches out of it. */
  readonly changed: Set<Variable>;
};

export function copyFlow({ given, changed }: Flow): Flow {
  return { given: new Set(given), changed: new Set(changed) };
}

/** What is known behind two ways that meet. */
export function joinFlows(into: Flow, a: Flow, b: Flow): void {
  into.given.clear();
  for (const each of a.given) if (b.given.has(each)) into.given.add(each);
  for (const each of [...a.changed, ...b.changed]) into.changed.add(each);
}

/** Names that statements assign to outside of loops. */
export function assigned(statements: Statements): Set<string> {
  const names = new Set<string>();
  for (const statement of statements) {
    if (statement.type === 'set') names.add(statement.name);
    if (statement.type !== 'if') continue;
    for (const branch of [statement.body, statement.otherwise]) {
      for (const name of assigned(branch)) names.add(name);
    }
  }
  return names;
}

/**
 * All names that statements, and the templates and blocks within them, read or assign to, but for
 * those that their own loops bind.
 */
export function freeNames(
  statements: Statements,
  treeOf: (template: string) => Tree,
  blocks: ReadonlyMap<string, Statements>,
): Set<string> {
  const free = new Set<string>();
  const seen = new Map<Statements, Set<string>>();
  const note = (expression: Expression, bound: ReadonlySet<string>): void => {
    if (expression.type === 'name') {
      if (!bound.has(expression.name)) free.add(expression.name);
    } else if (expression.type === 'member') note(expression.target, bound);
    else if (expression.type === 'not') note(expression.value, bound);
    else if (expression.type === 'binary') {
      note(expression.left, bound);
      note(expression.right, bound);
    }
  };
  const visit = (all: Statements, bound: ReadonlySet<string>): void => {
    const key = [...bound].sort().join(' ');
    const keys = seen.get(all) ?? new Set<string>();
    seen.set(all, keys);
    if (keys.has(key)) return;
    keys.add(key);
    for (const statement of all) visitOne(statement, bound);
  };
  const visitOne = (statement: Statement, bound: ReadonlySet<string>): void => {
    switch (statement.type) {
      case 'text':
        break;
      case 'print':
        note(statement.value, bound);
        break;
      case 'set':
        note({ type: 'name', name: statement.name }, bound);
        note(statement.value, bound);
        break;
      case 'if':
        note(statement.condition, bound);
        visit(statement.body, bound);
        visit(statement.otherwise, bound);
        break;
      case 'for':
        note(statement.list, bound);
        visit(statement.otherwise, bound);
        visit(statement.body, new Set([...bound, statement.name, loopName]));
        break;
      case 'include': {
        const tree = treeOf(statement.template);
        if (tree.parent !== null || tree.blocks.size > 0) throw new Unsupported('included blocks');
        visit(tree.body, bound);
        break;
      }
      case 'block':
        visit(blocks.get(statement.name) ?? [], bound);
        break;
    }
  };
  visit(statements, new Set());
  return free;
}
