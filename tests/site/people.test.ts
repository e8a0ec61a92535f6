import { expect, test } from 'vitest';
import { readPage, useFolders, writeSite } from './harness.ts';
import { reportOf } from './here.ts';

const newFolder = useFolders();

test('people stand under the letter of their surname as surnames are read', async () => {
  const given = [...'安邦诚达恩芳刚海佳康丽明宁平庆仁顺涛伟新'];
  const names = [...given.map((each) => `王${each}`), '曾明', '单明'];
  const site = writeSite(
    newFolder('people'),
    Object.fromEntries(
      names.map((name, index) => [
        `content/${index}.md`,
        `---\ntitle: 第${index}次发言\nspeaker: ${name}\n---\n各村把值班安排好。\n`,
      ]),
    ),
  );
  await reportOf(site);
  const page = readPage(site.output, 'speakers/index.html');
  const sections = page.split(/<h2[^>]*>/).slice(1);
  const under = (name: string) => sections.find((each) => each.includes(`>${name}<`))?.charAt(0);
  expect([under('曾明'), under('单明'), under('王安')]).toEqual(['Z', 'S', 'W']);
});
