import nunjucks from 'nunjucks';

/** An expression of a template. */
export type Expression =
  | Readonly<{ type: 'literal'; value: string | number | boolean }>
  | Readonly<{ type: 'name'; name: string }>
  | Readonly<{ type: 'member'; target: Expression; name: string }>
  | Readonly<{ type: 'binary'; operator: string; left: Expression; right: Expression }>
  | Readonly<{ type: 'not'; value: Expression }>;

/** A part of a template. */
export type Statement =
  | Readonly<{ type: 'text'; text: string }>
  | Readonly<{ type: 'print'; value: Expression; safe: boolean }>
  | Readonly<{ type: 'if'; condition: Expression; body: Statements; otherwise: Statements }>
  | Readonly<{
      type: 'for';
      name: string;
      list: Expression;
      body: Statements;
      /** Where the list is empty. */
      otherwise: Statements;
    }>
  | Readonly<{ type: 'set'; name: string; value: Expression }>
  | Readonly<{ type: 'include'; template: string }>
  | Readonly<{ type: 'block'; name: string }>;

export type Statements = readonly Statement[];

/** A template taken apart. What stands outside the blocks of one that extends another is not shown. */
export type Tree = Readonly<{
  parent: string | null;
  body: Statements;
  blocks: ReadonlyMap<string, Statements>;
}>;

/** Something of Nunjucks' language that is not among the above. */
export class Unsupported extends Error {}

/** Nunjucks' own parser, which its types do not tell of. */
type Node = Readonly<{ typename: string }>;
type Parse = (text: string, extensions: readonly [], options: object) => unknown;

const parse: Parse = Reflect.get(Object(Reflect.get(nunjucks, 'parser')), 'parse');

/**
 * Takes a template apart with Nunjucks' own parser.
 *
 * @throws Unsupported
 */
export function readTree(text: string, options: object): Tree {
  const blocks = new Map<string, Statements>();
  const root = toNode(parse(text, [], options));
  const all = childrenOf(root);
  const extending = all.filter(({ typename }) => typename === 'Extends');
  const [first, second] = extending;
  if (second !== undefined) throw new Unsupported('extends twice');
  const parent = first === undefined ? null : literalText(field(first, 'template'));
  const rest = all.filter((node) => node !== first);
  if (parent !== null && rest.some(({ typename }) => !/^(?:Output|Block)$/.test(typename))) {
    throw new Unsupported('statements outside the blocks of a template that extends another');
  }
  return { parent, body: readAll(rest, blocks), blocks };
}

function readAll(nodes: readonly Node[], blocks: Map<string, Statements>): Statement[] {
  return nodes.flatMap((node) => readStatement(node, blocks));
}

function readStatement(node: Node, blocks: Map<string, Statements>): Statement[] {
  const within = (name: string) => readAll(childrenOf(field(node, name)), blocks);
  switch (node.typename) {
    case 'Output':
      return childrenOf(node).map(readOutput);
    case 'If': {
      const condition = readExpression(field(node, 'cond'));
      return [{ type: 'if', condition, body: within('body'), otherwise: readElse(node, blocks) }];
    }
    case 'For': {
      const name = symbolName(field(node, 'name'));
      const list = readExpression(field(node, 'arr'));
      const otherwise = readElse(node, blocks);
      return [{ type: 'for', name, list, body: within('body'), otherwise }];
    }
    case 'Set': {
      const targets: unknown = Reflect.get(node, 'targets');
      if (!Array.isArray(targets) || targets.length !== 1) throw new Unsupported('set of several');
      const value = readExpression(field(node, 'value'));
      return [{ type: 'set', name: symbolName(toNode(targets[0])), value }];
    }
    case 'Include':
      if (Reflect.get(node, 'ignoreMissing')) throw new Unsupported('ignore missing');
      return [{ type: 'include', template: literalText(field(node, 'template')) }];
    case 'Block': {
      const name = symbolName(field(node, 'name'));
      blocks.set(name, within('body'));
      return [{ type: 'block', name }];
    }
    default:
      throw new Unsupported(node.typename);
  }
}

/** `elif` stands as an `if` in the place of what follows `else`. */
function readElse(node: Node, blocks: Map<string, Statements>): Statements {
  const otherwise: unknown = Reflect.get(node, 'else_');
  if (!isNode(otherwise)) return [];
  return otherwise.typename === 'If'
    ? readStatement(otherwise, blocks)
    : readAll(childrenOf(otherwise), blocks);
}

function readOutput(node: Node): Statement {
  if (node.typename === 'TemplateData') {
    return { type: 'text', text: String(Reflect.get(node, 'value')) };
  }
  if (node.typename !== 'Filter') {
    return { type: 'print', value: readExpression(node), safe: false };
  }
  const [value, ...rest] = childrenOf(field(node, 'args'));
  if (symbolName(field(node, 'name')) !== 'safe' || value === undefined || rest.length > 0) {
    throw new Unsupported('a filter');
  }
  return { type: 'print', value: readExpression(value), safe: true };
}

const operators: Readonly<Record<string, string>> = { And: '&&', Or: '||', Add: '+' };
const comparisons: ReadonlySet<unknown> = new Set(['==', '!=', '===', '!==', '<', '>', '<=', '>=']);

function readExpression(node: Node): Expression {
  const operand = (name: string) => readExpression(field(node, name));
  switch (node.typename) {
    case 'Literal':
      return { type: 'literal', value: literalValue(node) };
    case 'Symbol':
      return { type: 'name', name: symbolName(node) };
    case 'LookupVal':
      return { type: 'member', target: operand('target'), name: literalText(field(node, 'val')) };
    case 'Not':
      return { type: 'not', value: operand('target') };
    case 'Group': {
      const [only, ...rest] = childrenOf(node);
      if (only === undefined || rest.length > 0) throw new Unsupported('a group of several');
      return readExpression(only);
    }
    case 'Compare': {
      const operands: unknown = Reflect.get(node, 'ops');
      if (!Array.isArray(operands) || operands.length !== 1) throw new Unsupported('comparisons');
      const [operator, right] = [Reflect.get(operands[0], 'type'), field(operands[0], 'expr')];
      if (!comparisons.has(operator)) throw new Unsupported('a comparison');
      const [left, other] = [operand('expr'), readExpression(right)];
      return { type: 'binary', operator: String(operator), left, right: other };
    }
    default: {
      const operator = operators[node.typename];
      if (operator === undefined) throw new Unsupported(node.typename);
      return { type: 'binary', operator, left: operand('left'), right: operand('right') };
    }
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'typename' in value;
}

function toNode(value: unknown): Node {
  if (!isNode(value)) throw new Unsupported('no node');
  return value;
}

function field(node: Node, name: string): Node {
  return toNode(Reflect.get(node, name));
}

function childrenOf(node: Node): Node[] {
  const children: unknown = Reflect.get(node, 'children');
  if (!Array.isArray(children)) throw new Unsupported(node.typename);
  return children.map(toNode);
}

function symbolName(node: Node): string {
  if (node.typename !== 'Symbol') throw new Unsupported(node.typename);
  return String(Reflect.get(node, 'value'));
}

function literalValue(node: Node): string | number | boolean {
  const value: unknown = Reflect.get(node, 'value');
  const isPlain =
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  if (node.typename !== 'Literal' || !isPlain) throw new Unsupported(node.typename);
  return value;
}

function literalText(node: Node): string {
  const value = literalValue(node);
  if (typeof value !== 'string') throw new Unsupported('a name that is no text');
  return value;
}
