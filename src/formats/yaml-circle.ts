/**
 * Whether a value read from YAML holds itself, as `title: &t [*t]` does (YAML 1.2.2, 7.1). Such a value
 * can be neither shown nor stored.
 *
 * @param above the values that this one stands in
 */
export function holdsItself(value: unknown, above: Set<unknown> = new Set()): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (above.has(value)) return true;
  above.add(value);
  const found = Object.values(value).some((each: unknown) => holdsItself(each, above));
  above.delete(value);
  return found;
}
