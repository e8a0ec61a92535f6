import { expect, test } from 'vitest';
import { readAgenda } from '#document/meeting/agenda.ts';

test.each<[string, string[]]>([
  ['一、传达精神；二、研究发展对象。', ['传达精神', '研究发展对象']],
  ['传达精神；研究发展对象', ['传达精神', '研究发展对象']],
  ['没有停车位的问题', ['没有停车位的问题']],
  ['无', []],
  ['TBA', []],
  ['本次例会无议题', []],
  ['本周没有新议题。', []],
  ['這次會議沒有議題', []],
])('the points of %s', (value, points) => {
  expect(readAgenda(value, [])).toEqual(points);
});
