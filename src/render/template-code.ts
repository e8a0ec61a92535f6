import {
  assigned,
  copyFlow,
  type Flow,
  freeNames,
  joinFlows,
  loopName,
  type Variable,
} from './template-scope.ts';
import {
  type Expression,
  type Statement,
  type Statements,
  type Tree,
  Unsupported,
} from './template-tree.ts';

type Scope = Readonly<{ names: Map<string, Variable>; isLoop: boolean; loop: string }>;

/** A function that a template or block has become, for those names that it is given. */
type Function = {
  readonly code: string;
  readonly names: readonly string[];
  /** Names of what it was given that it may change: null until it is known. */
  changes: ReadonlySet<string> | null;
};

/**
 * The JavaScript of a template: `view` in, its text out. In it `check` throws where a value is
 * missing, `present` also where it is null,
 * `escape` and `plain` give the text that is printed, and `listOf` the values that are looped over;
 * whatever is thrown means that Nunjucks shall render.
 *
 * @throws Unsupported where the template asks for something that is not understood here
 */
export function generateCode(template: string, treeOf: (template: string) => Tree): string {
  const blocks = new Map<string, Statements>();
  let tree = treeOf(template);
  // What the innermost template says goes before what it extends
  for (const seen = new Set([tree]); ; seen.add(tree)) {
    for (const [name, body] of tree.blocks) if (!blocks.has(name)) blocks.set(name, body);
    if (tree.parent === null) break;
    tree = treeOf(tree.parent);
    if (seen.has(tree)) throw new Unsupported('a template that extends itself');
  }
  const functions = new Map<string, Function>();
  const sources: string[] = [];
  let numbers = 0;
  const next = (prefix: string) => `${prefix}${numbers++}`;

  /** The function of some statements, which see the given names of what stands around them. */
  function functionOf(key: string, statements: Statements, visible: readonly string[]): Function {
    const used = freeNames(statements, treeOf, blocks);
    const names = visible.filter((name) => used.has(name)).sort();
    if (names.includes(loopName)) throw new Unsupported('loop of a template around');
    const id = `${key} ${names.join(' ')}`;
    const known = functions.get(id);
    if (known !== undefined) return known;
    const made: Function = { code: next('part'), names, changes: null };
    functions.set(id, made);
    const own = new Map(
      names.map((name) => [name, { code: next('given'), inherited: true, isLoopItem: false }]),
    );
    const parameters = names.map((name) => own.get(name)?.code ?? '');
    const scope: Scope = { names: new Map<string, Variable>(own), isLoop: false, loop: '' };
    const declared = declare(assigned(statements), [scope]);
    const flow: Flow = { given: new Set(own.values()), changed: new Set() };
    const changes = new Set<string>();
    const body = write(statements, [scope], flow, changes);
    made.changes = changes;
    sources.push(
      `function ${made.code}(${['view', ...parameters].join(', ')}) {\n${declared}let out = '';\n${body}return out;\n}`,
    );
    return made;
  }

  /** Declares the names that are assigned to in a scope and not known yet. */
  function declare(names: ReadonlySet<string>, scopes: readonly Scope[]): string {
    const [inner] = scopes;
    const fresh = [...names].filter((name) => find(name, scopes) === undefined);
    for (const name of fresh) {
      inner?.names.set(name, { code: next('own'), inherited: false, isLoopItem: false });
    }
    return fresh.map((name) => `let ${inner?.names.get(name)?.code};\n`).join('');
  }

  function write(
    statements: Statements,
    scopes: readonly Scope[],
    flow: Flow,
    changes: Set<string>,
  ): string {
    return statements.map((each) => writeOne(each, scopes, flow, changes)).join('');
  }

  function writeOne(
    statement: Statement,
    scopes: readonly Scope[],
    flow: Flow,
    changes: Set<string>,
  ): string {
    switch (statement.type) {
      case 'text':
        return `out += ${JSON.stringify(statement.text)};\n`;
      case 'print': {
        const value = expressionCode(statement.value, scopes, flow);
        return `out += ${statement.safe ? 'plain' : 'escape'}(${value});\n`;
      }
      case 'if': {
        const condition = expressionCode(statement.condition, scopes, flow);
        const [then, otherwise] = [copyFlow(flow), copyFlow(flow)];
        const first = write(statement.body, scopes, then, changes);
        const second = write(statement.otherwise, scopes, otherwise, changes);
        joinFlows(flow, then, otherwise);
        return `if (${condition}) {\n${first}}${second === '' ? '' : ` else {\n${second}}`}\n`;
      }
      case 'for':
        return writeLoop(statement, scopes, flow, changes);
      case 'set':
        return writeAssignment(statement, scopes, flow, changes);
      case 'include': {
        const { body } = treeOf(statement.template);
        return writeCall(
          functionAround(`include ${statement.template}`, body, scopes),
          scopes,
          flow,
          changes,
        );
      }
      case 'block': {
        const body = blocks.get(statement.name) ?? [];
        return writeCall(
          functionAround(`block ${statement.name}`, body, scopes),
          scopes,
          flow,
          changes,
        );
      }
    }
  }

  function functionAround(key: string, body: Statements, scopes: readonly Scope[]): Function {
    const visible = new Set(scopes.flatMap(({ names }) => [...names.keys()]));
    if (scopes.some(({ isLoop }) => isLoop)) visible.add(loopName);
    return functionOf(key, body, [...visible]);
  }

  function writeLoop(
    { name, list, body, otherwise }: Extract<Statement, { type: 'for' }>,
    scopes: readonly Scope[],
    flow: Flow,
    changes: Set<string>,
  ): string {
    const [all, index] = [next('list'), next('index')];
    const source = expressionCode(list, scopes, flow);
    const item: Variable = { code: next('item'), inherited: false, isLoopItem: true };
    const scope: Scope = { names: new Map([[name, item]]), isLoop: true, loop: `${index} ${all}` };
    const inner = [scope, ...scopes];
    if (assigned(otherwise).size > 0)
      throw new Unsupported('an assignment where a loop has no turn');
    const declared = declare(assigned(body), inner);
    flow.given.add(item);
    // A second turn comes behind the first: what that may have changed is not known in it
    const first = copyFlow(flow);
    write(body, inner, first, new Set());
    const turn = copyFlow(flow);
    for (const each of first.changed) turn.changed.add(each);
    const code = write(body, inner, turn, changes);
    const without = copyFlow(flow);
    const instead = write(otherwise, scopes, without, changes);
    joinFlows(flow, flow, without);
    for (const each of turn.changed) flow.changed.add(each);
    const last = instead === '' ? '' : `if (${all}.length === 0) {\n${instead}}\n`;
    return `{\n${declared}const ${all} = listOf(${source});\nfor (let ${index} = 0; ${index} < ${all}.length; ${index}++) {\nconst ${item.code} = ${all}[${index}];\n${code}}\n${last}}\n`;
  }

  /** Nunjucks assigns to the nearest frame in which a name has a value, but at the root of a template. */
  function writeAssignment(
    { name, value }: Extract<Statement, { type: 'set' }>,
    scopes: readonly Scope[],
    flow: Flow,
    changes: Set<string>,
  ): string {
    const variable = find(name, scopes);
    if (variable === undefined || variable.isLoopItem || name === loopName) {
      throw new Unsupported('an assignment to what a loop binds');
    }
    const [inner] = scopes;
    const isOutside = inner?.names.get(name) !== variable;
    if (isOutside && !flow.given.has(variable)) throw new Unsupported('a name without a value');
    if (inner?.isLoop === true && variable.inherited) changes.add(name);
    const code = `${variable.code} = ${expressionCode(value, scopes, flow)};\n`;
    flow.given.add(variable);
    flow.changed.delete(variable);
    return code;
  }

  function writeCall(
    called: Function,
    scopes: readonly Scope[],
    flow: Flow,
    changes: Set<string>,
  ): string {
    const variables = called.names.map((name) => find(name, scopes));
    const values = variables.map((variable) => {
      if (variable === undefined || !flow.given.has(variable) || flow.changed.has(variable)) {
        throw new Unsupported('a name that may have no value is handed over');
      }
      return variable.code;
    });
    // Of one that calls itself it is not known yet: then it may change all that it is given
    const changed = called.changes ?? new Set(called.names);
    for (const [index, variable] of variables.entries()) {
      const name = called.names[index] ?? '';
      if (variable === undefined || !changed.has(name)) continue;
      flow.changed.add(variable);
      if (variable.inherited) changes.add(name);
    }
    return `out += ${called.code}(${['view', ...values].join(', ')});\n`;
  }

  function expressionCode(expression: Expression, scopes: readonly Scope[], flow: Flow): string {
    const codeOf = (each: Expression) => expressionCode(each, scopes, flow);
    switch (expression.type) {
      case 'literal':
        return JSON.stringify(expression.value);
      case 'name':
        return nameCode(expression.name, scopes, flow);
      case 'member':
        return memberCode(expression, scopes, codeOf);
      case 'not':
        return `!(${codeOf(expression.value)})`;
      case 'binary':
        return `((${codeOf(expression.left)}) ${expression.operator} (${codeOf(expression.right)}))`;
    }
  }

  const main = functionOf(`template ${template}`, tree.body, []);
  return `${sources.join('\n')}\nreturn ${main.code};`;
}

function find(name: string, scopes: readonly Scope[]): Variable | undefined {
  return scopes.find(({ names }) => names.has(name))?.names.get(name);
}

function nameCode(name: string, scopes: readonly Scope[], flow: Flow): string {
  const variable = find(name, scopes);
  if (variable === undefined) {
    if (name === loopName) throw new Unsupported('loop as a whole');
    return `check(view[${JSON.stringify(name)}])`;
  }
  if (flow.changed.has(variable)) throw new Unsupported('a name that a template within changes');
  return variable.isLoopItem ? `check(${variable.code})` : `present(${variable.code})`;
}

function memberCode(
  { target, name }: Extract<Expression, { type: 'member' }>,
  scopes: readonly Scope[],
  codeOf: (expression: Expression) => string,
): string {
  const isLoop = target.type === 'name' && target.name === loopName;
  const around = isLoop ? scopes.find(({ isLoop }) => isLoop) : undefined;
  if (around !== undefined) return loopCode(name, around.loop);
  return `check((${codeOf(target)})[${JSON.stringify(name)}])`;
}

function loopCode(name: string, loop: string): string {
  const [index = '', list = ''] = loop.split(' ');
  const codes: Readonly<Record<string, string>> = {
    index: `(${index} + 1)`,
    index0: index,
    revindex: `(${list}.length - ${index})`,
    revindex0: `(${list}.length - ${index} - 1)`,
    first: `(${index} === 0)`,
    last: `(${index} === ${list}.length - 1)`,
    length: `${list}.length`,
  };
  const code = codes[name];
  if (code === undefined) throw new Unsupported(`loop.${name}`);
  return code;
}
