import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serve } from './archive.ts';
import { type Attack, attack, bounded } from './hostile/attack.ts';
import { everyPayload } from './hostile/payloads.ts';
import { visitAll } from './hostile/visit.ts';
import { launch } from './launch.ts';

/** The full form is `node tests/torture/payloads.ts`: each page, each query, each field. */
let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});

afterAll(async () => {
  await browser?.close();
});

describe('an archive of hostile content', () => {
  let tried: Attack;

  beforeAll(async () => {
    tried = await attack(browser, bounded);
  }, 150_000);

  test('is built to the end: each file is published or named', () => {
    expect(tried.told).toBe('');
    expect(tried.status).toBe(1);
    expect(tried.documents + tried.skipped).toBe(tried.files);
    expect(tried.documents).toBeGreaterThan(tried.skipped);
    expect(tried.payloads).toBeGreaterThan(120);
  });

  test('runs nothing, asks nobody and breaks no policy in a real browser', () => {
    expect(tried.faults).toEqual([]);
    expect(tried.pages).toBeGreaterThan(100);
    expect(tried.queries).toBeGreaterThan(20);
    expect(tried.fragments).toBe(everyPayload.length);
  });
});

/** What each of these does must be seen, or the tests above could not fail. */
const live: readonly [string, string, RegExp][] = [
  ['a script', '<script>__pwned=1</script>', /executed/],
  ['a handler', '<img src=/files/x onerror=__pwned=1>', /handler/],
  ['a dialog', '<script>alert(1)</script>', /dialog/],
  ['a link', '<a href="java\tscript:__pwned=1">x</a>', /address/],
  ['a coded link', '<a href="&#106;avascript&colon;__pwned=1">x</a>', /address/],
  ['an image of another host', '<img src="http://127.0.0.1:9/x.png">', /elsewhere/],
  ['a style', '<p style="color:red">x</p>', /style/],
  ['an error', '<script>throw new Error("x")</script>', /script/],
];

test.each(live)('the browser tells of %s where content is live', async (_, html, told) => {
  const folder = mkdtempSync(join(tmpdir(), 'guidang-live-'));
  writeFileSync(join(folder, '404.html'), '<!doctype html><title>x</title>');
  writeFileSync(join(folder, 'index.html'), `<!doctype html><title>x</title>${html}`);
  const served = await serve(folder);
  try {
    const { faults } = await visitAll(browser, [`${served.url}index.html`], served.url);
    expect(faults.join('\n')).toMatch(told);
  } finally {
    await served.close();
    rmSync(folder, { recursive: true });
  }
});
