/** An explanation in words: one line a fact, what belongs together indented below it. */
export function formatExplanation(explanation: object): string {
  const lines = Object.entries(explanation).flatMap(([name, value]) => format(name, value, 0));
  return `${lines.join('\n')}\n`;
}

function format(name: string, value: unknown, depth: number): string[] {
  const indent = '  '.repeat(depth);
  if (!isRecord(value)) return [`${indent}${name}: ${String(value)}`];
  if (!Array.isArray(value)) {
    const { evidence, value: own, id, ...others } = value;
    const said = own ?? id;
    if (isRecord(evidence) && said !== undefined) {
      return [`${indent}${name}: ${String(said)}${reason(others, evidence)}`];
    }
    const inner = Object.entries(value).flatMap(([key, each]) => format(key, each, depth + 1));
    return [`${indent}${name}:`, ...inner];
  }
  const items = value.map((item: unknown) => `${indent}  ${inline(item)}`);
  return [`${indent}${name} (${value.length}):`, ...items];
}

/** ` (0.95, title-ending, line 1: 讲话提纲)` */
function reason(
  { confidence }: Readonly<Record<string, unknown>>,
  { rule, line, words }: Readonly<Record<string, unknown>>,
): string {
  const place = typeof line === 'number' ? `, line ${line}` : '';
  return `  (${String(confidence)}, ${String(rule)}${place}: ${String(words)})`;
}

function inline(item: unknown): string {
  if (!isRecord(item)) return String(item);
  if (Array.isArray(item)) return item.map(inline).join(', ');
  const { line, ...rest } = item;
  const parts = Object.entries(rest).map(([key, value]) => `${key}: ${inline(value)}`);
  return (line === undefined ? '' : `${String(line).padStart(4)}  `) + parts.join(' · ');
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
