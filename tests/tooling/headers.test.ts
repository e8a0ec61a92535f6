import { describe, expect, test } from 'vitest';
import { example, ownPolicy } from './examples.ts';

describe.each(['nginx', 'Caddy', 'Apache', 'Static hosts'])('the example for %s', (heading) => {
  test("sends the pages' own policy, and says who may frame them", () => {
    expect(ownPolicy).toContain("default-src 'none'");
    expect(example(heading)).toContain(`${ownPolicy}; frame-ancestors 'none'`);
  });

  test.each([
    ['X-Content-Type-Options', 'nosniff'],
    ['Referrer-Policy', 'no-referrer'],
    ['Cross-Origin-Resource-Policy', 'same-origin'],
    ['Cache-Control', 'no-cache'],
  ])('sends %s: %s', (name, value) => {
    expect(example(heading)).toMatch(new RegExp(`${name}:? "?${value}`));
  });
});
