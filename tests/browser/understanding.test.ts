import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type BuiltArchive,
  buildEveryType,
  pageTypes,
  type Served,
  serve,
  watchFaults,
  withPage,
} from './archive.ts';
import { launch } from './launch.ts';

let archive: BuiltArchive;
let served: Served;
let browser: Browser;
let types: Record<string, string>;

beforeAll(async () => {
  archive = buildEveryType();
  types = pageTypes(archive.output);
  [served, browser] = await Promise.all([serve(archive.output), launch()]);
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await served?.close();
  archive?.remove();
});

const webHost = { place: 'a web host', start: () => served.url };
const files = { place: 'file://', start: () => pathToFileURL(join(archive.output, '/')).href };
const places = [webHost, files];

const withoutScript: BrowserContextOptions = { javaScriptEnabled: false };

const quiz = 'documents/invented-quiz/index.html';
const record = 'documents/invented-record/index.html';
const notice = 'documents/invented-notice/index.html';
const differences = 'documents/invented-notice-again/differences/invented-notice/index.html';

/** Opens a page, lets the test use it, and expects that nothing went wrong on the way. */
async function visit(
  start: string,
  path: string | undefined,
  use: (page: Page) => Promise<void>,
  options: BrowserContextOptions = {},
): Promise<void> {
  expect(path, 'the archive has such a page').toBeDefined();
  // Jumps within a page are waited for often enough
  await withPage(browser, { reducedMotion: 'reduce', ...options }, async (page) => {
    const faults = watchFaults(page, start);
    await page.goto(start + path);
    await use(page);
    expect(faults).toEqual([]);
  });
}

/** The texts of all elements that match, as the page has them, seen or not. */
async function textsOf(page: Page, selector: string): Promise<string[]> {
  return (await page.locator(selector).allTextContents()).map((text) => text.trim());
}

async function visibleTexts(page: Page, selector: string): Promise<string[]> {
  return (await page.locator(selector).filter({ visible: true }).allInnerTexts()).map((text) =>
    text.trim(),
  );
}

/** Walks with the keyboard until an element has the focus. */
async function walkTo(page: Page, selector: string, key = 'Tab'): Promise<void> {
  for (let steps = 0; steps < 80; steps++) {
    await page.keyboard.press(key);
    if ((await page.locator(selector).and(page.locator(':focus')).count()) > 0) return;
  }
  throw new Error(`the keyboard does not reach ${selector}`);
}

describe('a quiz without JavaScript', () => {
  test('has its answers folded away, and a click on the summary opens one', async () => {
    const use = async (page: Page) => {
      const answers = page.locator('details.answer > p');
      expect(await answers.count()).toBeGreaterThan(6);
      expect(await visibleTexts(page, 'details.answer > p')).toEqual([]);
      await page.locator('#q2 summary').click();
      expect(await visibleTexts(page, 'details.answer > p')).toEqual(['B']);
      expect(await page.locator('[data-self-test]').isVisible(), 'no empty bar').toBe(false);
    };
    await visit(served.url, quiz, use, withoutScript);
  });

  test('does not show an answer within the words of a question until then', async () => {
    const use = async (page: Page) => {
      const within = page.locator('.answer-within');
      expect(await textsOf(page, '.answer-within')).toEqual(['B', '×']);
      expect(await visibleTexts(page, '.answer-within')).toEqual([]);
      await page.locator('#q1 summary').click();
      expect(await within.first().isVisible()).toBe(true);
      expect(await within.last().isVisible(), 'that of another question').toBe(false);
    };
    await visit(served.url, quiz, use, withoutScript);
  });
});

const handIn = '[data-self-test] button:text-is("交卷")';
const beginAgain = '[data-self-test] button:text-is("重做")';
const score = '[data-self-test] [aria-live="polite"]';

/** What each question says of itself. */
async function resultsOf(page: Page): Promise<string[]> {
  const questions = page.locator('.question');
  const said: string[] = [];
  for (const question of await questions.all()) {
    said.push((await question.locator('.self-test-result').allInnerTexts()).join());
  }
  return said;
}

describe.each(places)('a quiz from $place', ({ start }) => {
  test('is taken with the mouse, handed in and begun again', async () => {
    await visit(start(), quiz, async (page) => {
      await page.locator('#q1').getByText('B.报告').click();
      await page.locator('#q2').getByText('C.六月').click();
      for (const option of ['A.编织袋', 'B.铁锹', 'C.救生衣']) {
        await page.locator('#q3').getByText(option).click();
      }
      await page.locator('#q4').getByLabel('错', { exact: true }).check();
      await page.locator('#q6').getByLabel('你的答案').fill(' 两 。');
      expect(await resultsOf(page), 'nothing is told beforehand').toEqual(Array(7).fill(''));
      expect(await page.locator(score).innerText()).toBe('');

      await page.locator(handIn).click();
      expect(await resultsOf(page)).toEqual([
        '答对了',
        '答错了',
        '答对了',
        '答对了',
        '未作答',
        '答对了',
        '请对照答案',
      ]);
      expect(await page.locator(score).innerText()).toBe('得分 4 / 6');
      expect(await page.locator('#q2 details > p').isVisible(), 'the answer is shown').toBe(true);
      expect(await visibleTexts(page, '.answer-within')).toEqual(['B', '×']);

      await page.locator(beginAgain).click();
      expect(await resultsOf(page)).toEqual(Array(7).fill(''));
      expect(await page.locator(score).innerText()).toBe('');
      expect(await page.locator('.question input:checked').count()).toBe(0);
      expect(await page.locator('#q6 input').inputValue()).toBe('');
      expect(await visibleTexts(page, 'details.answer > p, .answer-within')).toEqual([]);
    });
  });

  test('is taken with the keyboard alone', async () => {
    await visit(start(), quiz, async (page) => {
      await walkTo(page, '#q1 input');
      await page.keyboard.press('ArrowDown');
      await walkTo(page, '#q2 input');
      await page.keyboard.press('Space');
      await page.keyboard.press('ArrowRight');
      await walkTo(page, '#q3 input[value=B]');
      await page.keyboard.press('Space');
      await walkTo(page, '#q5 input');
      await page.keyboard.press('Space');
      await walkTo(page, '#q6 input');
      await page.keyboard.type('三');
      await walkTo(page, handIn, 'Shift+Tab');
      await page.keyboard.press('Enter');
      expect(await page.locator(score).innerText()).toBe('得分 3 / 6');
      expect(await resultsOf(page)).toEqual([
        '答对了',
        '答对了',
        '答错了',
        '未作答',
        '答对了',
        '答错了',
        '请对照答案',
      ]);
      await walkTo(page, beginAgain);
      await page.keyboard.press('Space');
      expect(await page.locator('.question input:checked').count()).toBe(0);
      await walkTo(page, '#q1 summary');
      await page.keyboard.press('Enter');
      expect(await visibleTexts(page, 'details.answer > p')).toEqual(['B']);
    });
  });

  test('is printed with its answers or without', async () => {
    await withPage(browser, {}, async (page) => {
      // Printing is recorded; it ends when the test says so
      await page.addInitScript('window.print = () => { window.printed = true; }');
      await page.goto(start() + quiz);
      const answers = 'details.answer > p, .answer-within';
      const all = (await textsOf(page, answers)).length;

      await page.locator('[data-self-test] button:text-is("打印试题")').click();
      expect(await page.evaluate('window.printed')).toBe(true);
      await page.emulateMedia({ media: 'print' });
      expect(await visibleTexts(page, answers)).toEqual([]);
      expect(await visibleTexts(page, 'button, input, summary')).toEqual([]);
      expect((await visibleTexts(page, '.stem')).length).toBe(7);

      await page.evaluate('dispatchEvent(new Event("afterprint"))');
      await page.emulateMedia({ media: 'screen' });
      await page.locator('[data-self-test] button:text-is("打印试题和答案")').click();
      await page.emulateMedia({ media: 'print' });
      expect((await visibleTexts(page, answers)).length).toBe(all);
      expect(await visibleTexts(page, 'button, input, summary')).toEqual([]);

      await page.evaluate('dispatchEvent(new Event("afterprint"))');
      expect(await visibleTexts(page, answers), 'afterwards it is as before').toEqual([]);
    });
  });
});

test('each question of a quiz is a group that is named by its words and holds all its options', async () => {
  await visit(served.url, quiz, async (page) => {
    for (const [id, options] of Object.entries({ q1: 4, q2: 4, q3: 4, q4: 2, q5: 2 })) {
      const group = page.locator(`#${id}`).locator('xpath=descendant-or-self::*[@role]').first();
      const stem = await page.locator(`#${id} .stem`).getAttribute('id');
      expect(await group.getAttribute('aria-labelledby'), id).toBe(stem);
      expect(await group.locator('input').count(), id).toBe(options);
    }
    const [first, second] = ['#q1', '#q2'].map((id) => page.locator(`${id} input`).first());
    await first?.check();
    await second?.check();
    expect(await first?.isChecked(), 'questions do not share their choice').toBe(true);
  });
});

test('the questions of a quiz have the same words whether the script ran or not', async () => {
  const words = async (page: Page) => [
    ...(await textsOf(page, '.stem')),
    ...(await textsOf(page, '.options')),
    ...(await textsOf(page, 'details.answer')),
  ];
  for (const path of [quiz, types.quiz]) {
    const read: string[][] = [];
    for (const options of [withoutScript, {}]) {
      await visit(served.url, path, async (page) => void read.push(await words(page)), options);
    }
    expect(read[0]?.length).toBeGreaterThan(10);
    expect(read[1]).toEqual(read[0]);
  }
});

/** The button of a speaker, in the list that is folded away at first. */
async function choose(page: Page, speaker: string): Promise<void> {
  const list = page.locator('[data-speakers]');
  if ((await list.getAttribute('open')) === null) await list.locator('summary').click();
  await list.locator('button', { hasText: speaker }).click();
}

const pressed = '[data-speakers] [aria-pressed=true]';

describe.each(places)('the turns of a meeting from $place', ({ start }) => {
  test('are those of one speaker when that one is chosen, and all again', async () => {
    await visit(start(), record, async (page) => {
      const all = await visibleTexts(page, '.turn');
      expect(all.length).toBe(4);
      await choose(page, '石大河');
      expect(await visibleTexts(page, '.turn')).toEqual([
        '石大河：水库水位比去年同期高，建议增加夜间巡查。',
      ]);
      expect(await visibleTexts(page, pressed)).toEqual(['石大河 1次']);
      await choose(page, '柳春生');
      expect(await visibleTexts(page, '.turn')).toEqual([
        '柳春生：同意石大河的意见，村里可以出六个人。',
      ]);
      expect(await visibleTexts(page, pressed)).toEqual(['柳春生 1次']);
      await choose(page, '全部');
      expect(await visibleTexts(page, '.turn')).toEqual(all);
      expect(await visibleTexts(page, pressed)).toEqual(['全部']);
    });
  });

  test('do not hide a resolution that somebody asks for', async () => {
    await visit(start(), record, async (page) => {
      await choose(page, '柳春生');
      const decided = page.locator('.turn#r1');
      expect(await decided.isVisible()).toBe(false);
      await page.locator('[data-resolutions] summary').click();
      await page.locator('[data-resolutions] a').first().click();
      expect(await decided.isVisible()).toBe(true);
      expect(await page.locator(':target').getAttribute('id')).toBe('r1');
    });
  });
});

describe('the turns of a meeting', () => {
  test('are shown with all that their speaker went on to say', async () => {
    await visit(served.url, record, async (page) => {
      const continued = page.locator('[data-body]').getByText('一是河堤有两处渗水。');
      await choose(page, '石大河');
      expect(await continued.isVisible()).toBe(true);
      await choose(page, '柳春生');
      expect(await continued.isVisible()).toBe(false);
      const doubtful = page.locator('[data-body]').getByText('备用的船：两条');
      expect(await doubtful.isVisible()).toBe(true);
      await choose(page, '石大河');
      expect(await doubtful.isVisible(), 'what may be another’s is not hidden').toBe(true);
      expect(await page.locator('.resolution').count()).toBe(2);
      for (const resolution of await page.locator('.resolution').all()) {
        expect(await resolution.isVisible(), 'what was decided is nobody’s turn').toBe(true);
      }
    });
  });

  test('are found whether their speaker’s post is named or not', async () => {
    await visit(served.url, record, async (page) => {
      await choose(page, '方志和');
      expect(await visibleTexts(page, pressed)).toEqual(['方志和 2次']);
      expect(await visibleTexts(page, '.turn .speaker')).toEqual(['方志和（镇长）：', '方志和：']);
    });
  });

  test('are chosen with the keyboard alone', async () => {
    await visit(served.url, record, async (page) => {
      await walkTo(page, '[data-speakers] summary');
      await page.keyboard.press('Enter');
      await walkTo(page, '[data-speaker="柳春生"] button');
      await page.keyboard.press('Space');
      expect((await visibleTexts(page, '.turn')).length).toBe(1);
      await walkTo(page, '[data-speakers] button:text-is("全部")', 'Shift+Tab');
      await page.keyboard.press('Enter');
      expect((await visibleTexts(page, '.turn')).length).toBe(4);
    });
  });
});

test('the list of speakers counts the turns that there are', async () => {
  await visit(served.url, types['meeting-record'], async (page) => {
    const counted = await page.locator('li[data-speaker]').evaluateAll((items) =>
      items.map((item) => {
        const name = item.getAttribute('data-speaker') ?? '';
        return `${name} ${(item.textContent ?? '').slice(name.length).trim()}`;
      }),
    );
    const turns = await page
      .locator('.turn')
      .evaluateAll((all) => all.map((turn) => turn.getAttribute('data-speaker') ?? ''));
    const found = [...Map.groupBy(turns, (name) => name)].map(
      ([name, own]) => `${name} ${own.length}次`,
    );
    expect(counted.length).toBeGreaterThan(1);
    expect(found.toSorted()).toEqual(counted.toSorted());
  });
});

test('without JavaScript all turns are there, and who spoke can be read', async () => {
  const use = async (page: Page) => {
    expect((await visibleTexts(page, '.turn')).length).toBe(4);
    await page.locator('[data-speakers] summary').click();
    expect(await visibleTexts(page, '[data-speakers] li')).toEqual([
      '方志和 2次',
      '石大河 1次',
      '柳春生 1次',
    ]);
    expect(await page.locator('main button:visible').count()).toBe(0);
  };
  await visit(served.url, record, use, withoutScript);
});

/** The parts of a text, each with its words. */
const partsOf = '[data-body] > *';

describe.each(places)('the pieces of a collection from $place', ({ start }) => {
  test('are read one after the other, and the way leads back to the whole', async () => {
    await visit(start(), types.collection, async (page) => {
      const collection = page.url();
      const title = await page.locator('h1').innerText();
      const pieces = page.locator('nav.pieces a');
      const titles = await pieces.allInnerTexts();
      expect(titles.length).toBeGreaterThan(1);
      await pieces.first().click();
      await page.locator('[data-piece="1"]').waitFor();
      expect(await page.locator('h1').innerText()).toBe(titles[0]);
      await page.locator('.neighbours a[rel=next]').click();
      await page.locator('[data-piece="2"]').waitFor();
      expect(await page.locator('h1').innerText()).toBe(titles[1]);
      await page.locator('.neighbours a[rel=prev]').click();
      await page.locator('[data-piece="1"]').waitFor();
      await page.getByRole('link', { name: '合订全文' }).click();
      await page.locator('nav.pieces').waitFor();
      expect(page.url()).toBe(collection);
      expect(await page.locator('h1').innerText()).toBe(title);
    });
  });
});

describe('the pieces of a collection', () => {
  test('have pages with their own text and no other', async () => {
    await visit(served.url, types.collection, async (page) => {
      const whole = await textsOf(page, partsOf);
      const headings = await textsOf(page, `${partsOf}.piece`);
      const from = whole.indexOf(headings[1] ?? '');
      const to = whole.indexOf(headings[2] ?? '');
      expect(from).toBeGreaterThan(0);
      expect(to).toBeGreaterThan(from);
      await page.locator('nav.pieces a').nth(1).click();
      await page.locator('[data-piece="2"]').waitFor();
      expect(await textsOf(page, partsOf)).toEqual(whole.slice(from, to));
    });
  });

  test('have their places in the whole, to which addresses lead', async () => {
    await visit(served.url, `${types.collection}#p2`, async (page) => {
      const target = page.locator(':target');
      expect(await target.getAttribute('class')).toBe('piece');
      expect(await target.innerText()).toContain(
        await page.locator('nav.pieces a').nth(1).innerText(),
      );
      await expectOnScreen(page, ':target');
      await page.locator('nav.pieces a').last().click();
      const number = await page.locator('[data-piece]').getAttribute('data-piece');
      await page.locator('.metadata a').click();
      await page.locator('nav.pieces').waitFor();
      expect(await page.locator(':target').getAttribute('id')).toBe(`p${number}`);
    });
  });
});

/** Expects that an element can be read without scrolling. */
async function expectOnScreen(page: Page, selector: string): Promise<void> {
  const element = page.locator(selector);
  expect(await element.isVisible()).toBe(true);
  await expect
    .poll(() => element.boundingBox().then((box) => box?.y ?? -1))
    .toSatisfy((top: number) => top >= 0 && top < 720);
}

describe('what meetings decided', () => {
  test('leads from the list of meetings to the very place in the record', async () => {
    await visit(served.url, 'meetings/index.html', async (page) => {
      const meetings = await page.locator('[data-meetings] tbody a').allInnerTexts();
      await page.getByRole('link', { name: '全部决议' }).click();
      for (const which of ['first', 'last'] as const) {
        const link = page.locator('[data-resolutions] a')[which]();
        const resolution = await link.innerText();
        await link.click();
        await page.locator('[data-meeting]').waitFor();
        expect(meetings).toContain(await page.locator('h1').innerText());
        expect(await page.locator(':target').innerText()).toContain(resolution);
        await expectOnScreen(page, ':target');
        await page.goBack();
      }
    });
  });

  test('leads on from the card of a record to its text', async () => {
    await visit(served.url, record, async (page) => {
      await page.locator('[data-resolutions] summary').click();
      const link = page.locator('[data-resolutions] a').last();
      const resolution = await link.innerText();
      await link.click();
      expect(await page.locator(':target').innerText()).toContain(resolution);
      await expectOnScreen(page, ':target');
    });
  });
});

test('the list of meetings leads to those of one organisation, and to a record', async () => {
  await visit(served.url, 'meetings/index.html', async (page) => {
    await page.locator('.counts a').first().click();
    const meeting = page.locator('[data-meetings] tbody a').first();
    const title = await meeting.innerText();
    await meeting.click();
    await page.locator('[data-meeting]').waitFor();
    expect(await page.locator('h1').innerText()).toBe(title);
  });
});

describe('two near-identical documents', () => {
  test('lead to the page of their differences, and it leads to both', async () => {
    await visit(served.url, notice, async (page) => {
      const title = await page.locator('h1').innerText();
      await page.locator('.shared [data-variants] a:text-is("对照差异")').click();
      const table = page.locator('[data-differences]');
      await table.waitFor();
      expect(await textsOf(page, '[data-differences] thead a')).toEqual([
        title,
        `${title}（修订）`,
      ]);
      await table.locator('thead a').last().click();
      expect(await page.locator('h1').innerText()).toBe(`${title}（修订）`);
      await page.locator('.shared [data-variants] a:text-is("对照差异")').click();
      await table.locator('thead a').first().click();
      expect(await page.locator('h1').innerText()).toBe(title);
    });
  });

  test('differ in the words that are marked, and in no other', async () => {
    await visit(served.url, differences, async (page) => {
      expect(await textsOf(page, 'del')).toEqual([
        '两',
        '旧有的防汛物资由仓库统一清点，数量不足的于六月十日以前补齐并登记造册备查。',
      ]);
      expect(await textsOf(page, 'ins')).toEqual([
        '三',
        '夜间由小组长带队巡堤，每两小时走一遍，走完当场签字，发现渗水立即敲锣报信。',
      ]);
      for (const row of await page.locator('tr:not(.changed) td').all()) {
        expect(await row.locator('del, ins').count()).toBe(0);
      }
    });
  });

  test('stand side by side, each with its whole text in order', async () => {
    const wordsOf = async (page: Page, selector: string) =>
      (await textsOf(page, selector)).join('').replace(/\s/g, '');
    for (const path of new Set([differences, types.differences])) {
      await visit(served.url, path, async (page) => {
        const links = page.locator('[data-differences] thead a');
        for (const column of [0, 1]) {
          const side = await wordsOf(page, `tbody td:nth-child(${column + 1})`);
          await links.nth(column).click();
          await page.locator('[data-body]').waitFor();
          // What scripts add is there, and can be taken away
          await page.waitForLoadState('load');
          await page.evaluate(
            'for (const added of document.querySelectorAll(".section-tools, summary")) added.remove()',
          );
          expect(side.length).toBeGreaterThan(100);
          expect(side).toBe(await wordsOf(page, '[data-body]'));
          await page.goBack();
        }
      });
    }
  });
});

/** What somebody would paste now, read by pasting it. */
async function pasted(page: Page): Promise<string> {
  const area = page.locator('textarea.pasted');
  await page.evaluate(
    'document.body.append(Object.assign(document.createElement("textarea"), { className: "pasted" }))',
  );
  await area.focus();
  await page.keyboard.press('ControlOrMeta+v');
  const text = await area.inputValue();
  await area.evaluate((element) => element.remove());
  return text;
}

const section = [
  '一、落实值班人员',
  '每天安排两名干部值班，其中一名应当是镇领导班子成员，值班期间不得离开岗位，有事外出的要提前找好顶替的人。',
  '水位差大于 3 > 2 米时，值班人员应当在十分钟以内向镇防汛办公室 A&B 两组报告，并把时间和水位写在记录本上。',
  '',
].join('\n');

const copySection = '#s1 button:text-is("复制本节")';
const copyLink = '#s1 button:text-is("复制链接")';

const clipboards = [
  { ...webHost, permissions: ['clipboard-read', 'clipboard-write'] },
  { place: 'a host without the clipboard', start: webHost.start, permissions: [] },
  { ...files, permissions: [] },
];

describe.each(clipboards)('a section, copied from $place', ({ start, permissions }) => {
  test('is its heading and its text', async () => {
    const use = async (page: Page) => {
      await page.clock.install();
      await page.locator('#s1').hover();
      await page.locator(copySection).click();
      await page.locator('#s1 button:text-is("已复制")').waitFor();
      expect(await pasted(page)).toBe(section);
      await page.clock.runFor(5000);
      expect(await page.locator(copySection).count(), 'it can be copied again').toBe(1);
    };
    await visit(start(), notice, use, { permissions });
  });

  test('has an address of its own, which is copied with the keyboard alone', async () => {
    const use = async (page: Page) => {
      const address = start() + notice;
      for (const here of ['', '#s2']) {
        await page.goto(address + here);
        await page.reload();
        await page.locator(copyLink).focus();
        await page.keyboard.press('Enter');
        const done = page.locator('#s1 button:text-is("已复制")');
        await done.waitFor();
        expect(await done.and(page.locator(':focus')).count(), 'the focus stays').toBe(1);
        expect(await pasted(page)).toBe(`${address}#s1`);
      }
    };
    await visit(start(), notice, use, { permissions });
  });
});

test('a section of a quiz is copied without what the page made of it', async () => {
  await visit(served.url, quiz, async (page) => {
    const copy = async () => {
      await page.locator('#s3').hover();
      await page.locator('#s3 button').first().click();
      // Until it says so something else may be on the clipboard
      await page.locator('#s3 button:text-is("已复制")').waitFor();
      return await pasted(page);
    };
    const before = await copy();
    expect(before).toMatch(/^三、判断题\n4\.值班人员可以提前离岗。（ × ）\n/);
    expect(before).toContain('\n5.转移群众要登记造册。（');
    await page.locator(handIn).click();
    expect(await copy()).toBe(before);
    expect(before).not.toMatch(/未作答|答对了/);
  });
});

describe.each(places)(
  'every type of page that tells what was understood, from $place',
  ({ start }) => {
    test('shows without a fault, and prints without buttons', async () => {
      await withPage(browser, {}, async (page) => {
        const faults = watchFaults(page, start());
        for (const type of [
          'collection',
          'piece',
          'meeting-record',
          'quiz',
          'shared',
          'differences',
          'meetings',
          'resolutions',
        ]) {
          await page.emulateMedia({ media: 'screen' });
          await page.goto(start() + types[type]);
          expect(await page.locator('h1').isVisible(), type).toBe(true);
          expect(faults, type).toEqual([]);
          await page.emulateMedia({ media: 'print' });
          expect(await page.locator('h1').isVisible(), type).toBe(true);
          expect(await visibleTexts(page, 'button, input, .permalink'), type).toEqual([]);
          expect(await visibleTexts(page, '.neighbours, .breadcrumbs, nav.pieces'), type).toEqual(
            [],
          );
        }
      });
    });
  },
);
