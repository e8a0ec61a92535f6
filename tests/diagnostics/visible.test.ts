import { expect, test } from 'vitest';
import { makeVisible } from '#diagnostics/visible.ts';

test.each([
  ['a sequence that clears the screen', '标题\u001b[2J', '标题\\u001b[2J'],
  ['the same in one character (C1)', '\u009b2J', '\\u009b2J'],
  ['a carriage return that hides a line', '好\r坏', '好\\u000d坏'],
  ['an override of direction', 'a\u202egnp.exe', 'a\\u202egnp.exe'],
  ['an isolate', '\u2066x\u2069', '\\u2066x\\u2069'],
  ['lines and tabs, which are left', '一\n\t二', '一\n\t二'],
  ['all else, which is left', '国发〔2024〕7号 𠮷', '国发〔2024〕7号 𠮷'],
])('%s', (_name, text, shown) => {
  expect(makeVisible(text)).toBe(shown);
});
