/** The pages of the help desk in a real browser, by keyboard alone; the rest stands in `page.long.test.ts`. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Browser, hasBrowser, launchBrowser } from '../../../support/browser.ts';
import { staffPage } from '../../../support/staffService.ts';
import { readsOf, times } from './people.ts';
import { waiting } from './waiting.ts';

const laptop = { viewport: { width: 1280, height: 800 } };
const answer = '专项经费不能用于购买车辆。';

describe.skipIf(!hasBrowser)('in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  test('a clerk answers by the keyboard alone', async () => {
    const { world, people, clerk } = await waiting();
    const { page, faults } = await staffPage(browser, world, clerk, laptop);
    await page.goto(`${world.url}/staff/queue`);
    const focused = () => page.evaluate('document.activeElement?.id || document.activeElement?.textContent');
    const tabTo = async (id: string) => {
      for (let presses = 0; presses < 60; presses += 1) {
        await page.keyboard.press('Tab');
        if (String(await focused()).startsWith(id)) return;
      }
      throw new Error(`${id} is not reached by Tab`);
    };
    await tabTo('item-');
    await Promise.all([page.waitForURL(/queue\/[0-9a-f-]{36}$/), page.keyboard.press('Enter')]);
    await tabTo('text');
    await page.keyboard.insertText(answer);
    await tabTo('clause');
    await page.keyboard.press('ArrowDown');
    await tabTo('发送答复');
    await Promise.all([page.waitForLoadState('load'), page.keyboard.press('Enter')]);
    await expect.poll(() => page.getByRole('status').innerText()).toBe('答复已发出');
    const [person] = people;
    if (person) expect(times(await readsOf(person, answer), answer)).toBe(1);
    expect(faults).toEqual([]);
  });
});
