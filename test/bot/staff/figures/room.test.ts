/** The page of the figures, as staff have it: every number opens a list with as many rows. */

import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { type Browser, hasBrowser, launchBrowser } from '../../../support/browser.ts';
import { desk, phone, violations } from '../../../support/pageTalk.ts';
import { type StaffClient, staffPage, staffService } from '../../../support/staffService.ts';
import { talksFolder } from '../transcripts/talks.ts';
import { numbersIn, rowsOf } from './numbers.ts';

const page = '/staff/figures';
const now = new Date('2023-05-09T02:00:00Z');

async function world() {
  const folder = await talksFolder('hostile');
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const opened = await staffService({ folder, now });
  return { opened, reader: await opened.signedIn('reader') };
}

const text = async (client: StaffClient, path: string): Promise<string> => {
  const res = await client.get(path);
  expect([path, res.status]).toEqual([path, 200]);
  return res.text();
};

test('every number of the page opens a list with exactly that many conversations', async () => {
  const { reader } = await world();
  for (const query of [
    '',
    '?all=1',
    '?since=2023-05-03&until=2023-05-06',
    '?channel=wecom&all=1',
    '?since=2099-01-01',
  ]) {
    const numbers = numbersIn(await text(reader, page + query));
    if (query !== '?since=2099-01-01') expect(numbers.length).toBeGreaterThan(10);
    for (const { path, count } of numbers) expect([path, rowsOf(await text(reader, path))]).toEqual([path, count]);
  }
});

test('what was never answered stands there as text, whatever it is', async () => {
  const { reader } = await world();
  const markup = await text(reader, `${page}?all=1`);
  expect(markup).toContain('专利申请费能不能从经费里列支？');
  expect(markup).not.toMatch(/<script>document|<img src=x|javascript:/);
});

test('without a choice it is the last thirty days, and says so; a period of no conversations says that', async () => {
  const { reader } = await world();
  expect(await text(reader, page)).toMatch(/aria-current="page">近 30 天/);
  expect(await text(reader, `${page}?all=1`)).toMatch(/aria-current="page">全部/);
  expect(await text(reader, `${page}?since=2099-01-01`)).toContain('这段时间没有对话');
});

test.each([
  '?since=x&until=%00&channel=%3Cb%3E',
  '?channel=__proto__',
  `?channel=${'a'.repeat(5000)}`,
  '?step=none&text=x&verdict=ready',
])('an address that means little is taken: %s', async (query) => {
  const { reader } = await world();
  for (const { path } of numbersIn(await text(reader, page + query))) expect(path).not.toMatch(/verdict=ready.*text=x/);
});

describe.skipIf(!hasBrowser)('in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  test.each([
    ['light', { ...desk, colorScheme: 'light' as const }],
    ['dark', { ...desk, colorScheme: 'dark' as const }],
    ['a phone', { ...phone, colorScheme: 'light' as const }],
  ])('in %s it has no fault, is read by everybody, and fits', async (_what, options) => {
    const { opened, reader } = await world();
    const { page: shown, faults } = await staffPage(browser, opened, reader, options);
    await shown.goto(`${opened.url}${page}?all=1`);
    expect(await violations(shown)).toEqual([]);
    expect(await shown.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    expect(faults).toEqual([]);
  });

  test('with the keyboard, and without scripts, one chooses a week and opens the conversations behind a number', async () => {
    const { opened, reader } = await world();
    const { page: shown } = await staffPage(browser, opened, reader, { ...desk, javaScriptEnabled: false });
    await shown.goto(opened.url + page);
    await shown.getByRole('link', { name: '近 7 天' }).press('Enter');
    expect(new URL(shown.url()).searchParams.get('since')).toBe('2023-05-03');
    const link = shown.getByRole('row', { name: /企业微信/ }).getByRole('link');
    const count = Number.parseInt((await link.textContent()) ?? '', 10);
    await link.press('Enter');
    expect(count).toBeGreaterThan(0);
    expect(
      await shown
        .getByRole('listitem')
        .filter({ has: shown.getByRole('heading', { level: 3 }) })
        .count(),
    ).toBe(count);
  });
});
