/** From a proposal to the changed answer in the chat and back, in a real browser: the clerk with the keyboard alone. */
import { afterAll, expect, test } from 'vitest';
import { type Browser, hasBrowser, launchBrowser, type Page } from '../../../support/browser.ts';
import { answer, chats, question } from '../../../support/knowledgeTalk.ts';
import { boxOf, newPage, phone, spoken, violations } from '../../../support/pageTalk.ts';
import { staffPage, staffService } from '../../../support/staffService.ts';

let browser: Browser | undefined;
afterAll(async () => browser?.close());

/** What has the focus: its id and words. */
const focused = 'document.activeElement.id + "|" + document.activeElement.innerText';

/** Tabs until that has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let steps = 0; steps < 80; steps += 1) {
    await page.keyboard.press('Tab');
    if (
      String(await page.evaluate(focused))
        .split('|')
        .includes(name)
    )
      return;
  }
  throw new Error(`${name} is not reached by Tab`);
}

/** Nothing is wrong with it for people who see, hear or use it otherwise, in light and dark; nothing is wider than the window. */
async function isSound(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    // Colours fade over.
    await expect.poll(() => violations(page), { interval: 300 }).toEqual([]);
  }
  expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
}

async function answerInChat(url: string): Promise<string> {
  if (!browser) throw new Error('no browser');
  const { page, context } = await newPage(browser, url);
  await page.goto(url);
  await boxOf(page).fill(question);
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await spoken(page)).length, { timeout: 20_000 }).toBeGreaterThan(2);
  const said = (await spoken(page)).at(-1) ?? '';
  await context.close();
  return said;
}

test.skipIf(!hasBrowser)(
  'a clerk proposes with the keyboard alone, a second person sees what would change and publishes, the chat answers so, and a rollback takes it back',
  async () => {
    browser = await launchBrowser();
    const world = await staffService();
    const [clerk, reviewer] = [await world.signedIn('clerk'), await world.signedIn('reviewer')];
    await chats(world, 'somebody', question, '能给多少钱？');
    const before = await answerInChat(world.url);
    expect(before).not.toContain(answer);

    const { page, faults } = await staffPage(browser, world, clerk);
    await page.goto(`${world.url}/staff/knowledge`);
    await isSound(page);
    await tabTo(page, '写一条问答');
    await page.keyboard.press('Enter');
    await page.waitForURL(/knowledge\/new/);
    await isSound(page);
    await tabTo(page, 'questions');
    await page.keyboard.insertText(question);
    await page.keyboard.press('Tab');
    await page.keyboard.insertText(answer);
    await page.keyboard.press('Tab');
    // The clause by its name, as a select takes it; its sentences come by themselves.
    await page.getByLabel('解释的是哪一条').selectOption('附5 一（二）');
    await page.getByRole('radio').first().waitFor();
    await isSound(page);
    await page.getByRole('radio').first().focus();
    await page.keyboard.press('Space');
    await tabTo(page, '提交审核');
    await page.keyboard.press('Enter');
    await page.waitForURL(/proposals\/[\w-]+$/);
    await page.getByText('已提交').waitFor();
    await isSound(page);
    const proposal = page.url();
    await tabTo(page, '对照过去的对话');
    await page.keyboard.press('Enter');
    // The page looks after itself while the job runs.
    await page.getByText('个答复会变').waitFor({ timeout: 60_000 });
    await isSound(page);
    expect(await page.locator('.sides').first().innerText()).toContain(answer);

    const other = await staffPage(browser, world, reviewer, phone);
    await other.page.goto(proposal);
    await isSound(other.page);
    await other.page.getByRole('button', { name: '批准并发布' }).click();
    await other.page.getByText('已批准并发布').waitFor();
    expect(await answerInChat(world.url)).toContain(answer);

    await other.page.goto(`${world.url}/staff/knowledge/history`);
    await isSound(other.page);
    await other.page.getByRole('link', { name: '撤下全部内容' }).click();
    await isSound(other.page);
    await other.page.getByRole('button', { name: '退回这一版' }).click();
    await other.page.getByText('已退回').waitFor();
    expect(await answerInChat(world.url)).toBe(before);
    for (const path of ['', '/proposals', '/rulings']) {
      await other.page.goto(`${world.url}/staff/knowledge${path}`);
      await isSound(other.page);
    }
    expect([...faults, ...other.faults]).toEqual([]);
  },
  // Every page is looked at twice.
  180_000,
);
