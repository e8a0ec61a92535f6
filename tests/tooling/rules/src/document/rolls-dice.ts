export function roll(): number {
  return Math.random();
}
