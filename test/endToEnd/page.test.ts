/** The chat page on the whole service: by keyboard alone, for screen readers, over reloads and restarts. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { choicesOf, interviewed, type Message, personaOf } from '../support/applicant.ts';
import { type Browser, hasBrowser, launchBrowser, type Page } from '../support/browser.ts';
import { dataFolder, today } from '../support/hallTalk.ts';
import { boxOf, desk, fits, fixDate, listen, newPage, phone, spoken, violations } from '../support/pageTalk.ts';
import { realService } from '../support/realService.ts';

const persona = personaOf('ex-12');
const schemes = ['light', 'dark'] as const;

describe.skipIf(!hasBrowser)('the chat page of the whole service', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  async function open(options: Parameters<typeof newPage>[2] = phone, folder?: string) {
    const data = folder ?? (await dataFolder());
    const service = await realService(data);
    const opened = await newPage(browser, service.url, options);
    const heard = listen(opened.page);
    await fixDate(opened.page, today);
    await opened.page.goto(service.url);
    await opened.page.getByRole('button', { name: '开始自查' }).waitFor();
    return { ...opened, service, data, heard };
  }

  /** Says it with keys alone: an offered answer by the arrows, everything else typed. */
  const byKeys = (page: Page, heard: Message[]) => async (text: string) => {
    const before = heard.length;
    const offered = choicesOf(heard.at(-1) ?? { text: '' });
    const at = text === '跳过' ? -1 : offered.indexOf(text);
    if (at >= 0) {
      await page.keyboard.press('ArrowUp');
      for (let step = 0; step < at; step += 1) await page.keyboard.press('ArrowRight');
    } else await page.keyboard.insertText(text);
    await page.keyboard.press('Enter');
    await expect.poll(() => heard.length, { timeout: 10_000, interval: 10 }).toBeGreaterThan(before);
    return heard.slice(before);
  };

  async function inBothColours(page: Page): Promise<string[]> {
    const wrong: string[] = [];
    for (const colorScheme of schemes) {
      await page.emulateMedia({ colorScheme });
      wrong.push(...(await violations(page)).map((each) => `${colorScheme} ${each}`));
    }
    return wrong;
  }

  test('an interview by keyboard alone comes to the verdict card, and axe finds nothing on the way', async () => {
    const { page, heard, faults, context } = await open(desk);
    const say = byKeys(page, heard);
    expect(await inBothColours(page)).toEqual([]);
    let asked = 0;
    const talk = await interviewed(persona, async (text) => {
      asked += 1;
      if (asked === 4) expect(await inBothColours(page)).toEqual([]);
      return say(text);
    });
    expect(talk.assessment?.verdict).toBe(persona.expected.verdict);
    const card = page.locator('.card');
    await card.getByText('以科技厅审核为准').waitFor();
    expect(await inBothColours(page)).toEqual([]);

    // What is folded opens by keyboard and says that it is open.
    const met = card.locator('.fold-head').last();
    expect(await met.getAttribute('aria-expanded')).toBe('false');
    await met.focus();
    await page.keyboard.press('Enter');
    expect(await met.getAttribute('aria-expanded')).toBe('true');
    expect(await violations(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await fits(page)).toBe(true);
    expect(faults).toEqual([]);
    await context.close();
  });

  test('the order of the keyboard: a new talk, what was said, the offered answers, the box, sending', async () => {
    const { page, context } = await open(desk);
    await page.locator('#fresh').focus();
    const order: unknown[] = [];
    for (let step = 0; step < 5; step += 1) {
      order.push(await page.evaluate('document.activeElement.id || document.activeElement.innerText'));
      await page.keyboard.press('Tab');
    }
    expect(order).toEqual(['fresh', 'log', '开始自查', 'box', 'send']);
    await context.close();
  });

  test('on a phone nothing is wider than the window, up to the card and after a reload, which keeps the talk', async () => {
    const { page, heard, faults, context } = await open();
    const say = async (text: string) => {
      const before = heard.length;
      await boxOf(page).fill(text);
      await boxOf(page).press('Enter');
      await expect.poll(() => heard.length, { timeout: 10_000, interval: 10 }).toBeGreaterThan(before);
      expect(await fits(page)).toBe(true);
      return heard.slice(before);
    };
    await interviewed(persona, say);
    await page.locator('.card').waitFor();
    expect(await fits(page)).toBe(true);
    const before = await spoken(page);
    // Next day: what stands there is said to be an earlier talk.
    await fixDate(page, new Date(today.getTime() + 86_400_000));
    await page.reload();
    await page.getByText('这是上次的对话').waitFor();
    await expect.poll(() => spoken(page)).toEqual(before);
    expect(await fits(page)).toBe(true);
    await page.getByRole('button', { name: '开始新的对话' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '新的对话' }).click();
    await expect.poll(async () => (await spoken(page)).length).toBe(1);
    expect(faults).toEqual([]);
    await context.close();
  });

  test('the service restarts: the page says so calmly, and the next answer is taken once', async () => {
    const { page, context, service, data } = await open();
    await page.getByRole('button', { name: '开始自查' }).click();
    await page.getByRole('button', { name: '负责人本人' }).waitFor();
    await service.close();
    await page.getByText('正在重新连接…').waitFor();
    await page.getByRole('button', { name: '负责人本人' }).click();
    await page.getByText('还没有送到，会自动重发').waitFor();
    await realService(data, { PORT: new URL(service.url).port });
    await page.getByText('2023 年江西省申报指南').waitFor({ timeout: 30_000 });
    await expect.poll(async () => (await spoken(page)).length, { timeout: 10_000 }).toBeGreaterThan(4);
    expect((await spoken(page)).filter((text) => text === '负责人本人')).toHaveLength(1);
    expect(await page.getByText('还没有送到').count()).toBe(0);
    // After a reload the transcript itself tells.
    await page.reload();
    await page.getByText('负责人本人').first().waitFor();
    await page.waitForTimeout(500);
    expect((await spoken(page)).filter((text) => text === '负责人本人')).toHaveLength(1);
    await context.close();
  });
});
