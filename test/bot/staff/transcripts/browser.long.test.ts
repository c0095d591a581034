/** The transcripts in a real browser: found, read, noted about, judged, taken away, printed; by mouse and by keyboard alone. */
import { rm } from 'node:fs/promises';
import readXlsxFile from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listOf, queryOf, transcriptPath } from '../../../../bot/staff/transcripts/filter.ts';
import { type Browser, hasBrowser, launchBrowser, type Page } from '../../../support/browser.ts';
import { desk, violations } from '../../../support/pageTalk.ts';
import { openStaffWorld, type StaffClient, type StaffWorld } from '../../../support/staffConsole.ts';
import { staffPage } from '../../../support/staffService.ts';
import { hostileId, longId, talksFolder } from './talks.ts';

/** A usual phone. */
const phone = { viewport: { width: 390, height: 780 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
const dark = { ...desk, colorScheme: 'dark' as const };

describe.skipIf(!hasBrowser)('transcripts in Chromium', () => {
  let browser: Browser;
  let world: StaffWorld;
  let folder: string;
  let clerk: StaffClient;
  let reviewer: StaffClient;

  beforeAll(async () => {
    folder = await talksFolder('hostile');
    world = await openStaffWorld(folder);
    clerk = await world.signedIn('clerk');
    reviewer = await world.signedIn('reviewer');
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await world.close();
    await rm(folder, { recursive: true, force: true });
  });

  const rows = (page: Page): Promise<number> => page.locator('.talks > li').count();
  const addressed = (page: Page): string => new URL(page.url()).pathname + new URL(page.url()).search;
  const lineOf = (page: Page, seq: number) => page.locator(`#L${seq}`);

  it('are filtered and searched, opened at the hit, noted about and flagged by a clerk', async () => {
    const { page, faults } = await staffPage(browser, world, clerk);
    await page.goto(`${world.url}/staff/transcripts`);
    await expect.poll(() => rows(page)).toBe(11);
    await page.getByLabel('渠道').selectOption('网页');
    await expect.poll(() => rows(page)).toBe(3);
    // htmx put the filter into the address; it is the same list when it is opened anew.
    await expect.poll(() => new URL(page.url()).searchParams.get('channel')).toBe('directline');
    await page.reload();
    expect([await rows(page), addressed(page)]).toEqual([3, '/staff/transcripts?channel=directline']);
    await page.getByLabel('全文').fill('专利');
    await page.getByRole('button', { name: '筛选' }).click();
    await expect.poll(() => rows(page)).toBe(1);
    expect(await page.locator('.hits mark').allInnerTexts()).toContain('专利');
    await page.locator('.hits a').first().click();
    await page.waitForURL(/#L4$/);
    expect(await lineOf(page, 4).locator('mark').innerText()).toBe('专利');
    expect(await lineOf(page, 4).evaluate((each) => each.matches(':target'))).toBe(true);
    await lineOf(page, 5).getByText('批注或标记').click();
    await lineOf(page, 5).getByRole('textbox').fill('可以补一句：以合同约定为准');
    await lineOf(page, 5).getByRole('button', { name: '标记有误' }).click();
    await page.waitForURL(/#L5$/);
    expect(await page.getByRole('status').first().innerText()).toBe('已标记有误');
    expect(await lineOf(page, 5).innerText()).toContain('可以补一句：以合同约定为准');
    expect(await lineOf(page, 5).getByRole('link', { name: '作为知识条目提出' }).getAttribute('href')).toBe(
      `/staff/knowledge/new?question=${encodeURIComponent('专利申请费能不能从经费里列支？')}`,
    );
    await lineOf(page, 5).getByText('批注或标记').click();
    expect(await lineOf(page, 5).getByRole('button', { name: '记为更正' }).count()).toBe(0);
    await page.getByRole('link', { name: '回到列表' }).click();
    expect(await page.locator('.talks .chip.attention').allInnerTexts()).toEqual(['有误']);
    expect(faults).toEqual([]);
  });

  it('are corrected and called reviewed by a reviewer, who goes on to the next of those not reviewed', async () => {
    const { page, faults } = await staffPage(browser, world, reviewer);
    const filter = { completed: true, reviewed: false };
    await page.goto(world.url + listOf(filter));
    const before = await rows(page);
    await page.locator('.talks h3 a').first().click();
    await page.locator('.about').getByText('批注或标记').click();
    await page.locator('.about').getByRole('textbox').fill('整段看过，没有问题');
    await page.locator('.about').getByRole('button', { name: '标记已复核' }).click();
    await expect.poll(() => page.locator('.about > .chips').innerText()).toContain('已复核');
    expect(await page.locator('.about .judged').innerText()).toMatch(/已复核[\s\S]*林审[\s\S]*整段看过，没有问题/);
    const here = addressed(page);
    await page.getByRole('link', { name: '下一段' }).click();
    await page.waitForURL((url) => url.pathname + url.search !== here);
    await lineOf(page, 3).getByText('批注或标记').click();
    await lineOf(page, 3).getByRole('textbox').fill('应先问单位');
    await lineOf(page, 3).getByRole('button', { name: '记为更正' }).click();
    await page.waitForURL(/#L3$/);
    expect(await lineOf(page, 3).locator('.judged').innerText()).toMatch(/已更正[\s\S]*林审[\s\S]*应先问单位/);
    await page.getByRole('link', { name: '回到列表' }).click();
    await expect.poll(() => rows(page)).toBe(before - 1);
    expect(faults).toEqual([]);
  });

  it('are taken away as an Excel file of exactly the list', async () => {
    const { page } = await staffPage(browser, world, clerk);
    await page.goto(`${world.url}/staff/transcripts?completed=1`);
    const shown = await rows(page);
    const downloading = page.waitForEvent('download');
    await page.getByRole('link', { name: '导出 Excel' }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toBe('对话记录-2023-05-08.xlsx');
    const [talks] = await readXlsxFile(await download.path());
    expect(talks?.data.length).toBe(shown + 1);
  });

  it('are read and noted about without a script and by keyboard alone', async () => {
    const { page } = await staffPage(browser, world, clerk, { ...desk, javaScriptEnabled: false });
    const press = async (...keys: string[]): Promise<void> => {
      for (const key of keys) await page.keyboard.press(key);
    };
    /** Tabs on until that has the focus. */
    const tabTo = async (name: string | RegExp): Promise<void> => {
      for (let pressed = 0; pressed < 120; pressed += 1) {
        await press('Tab');
        const told = String(
          await page.evaluate(
            '[document.activeElement.getAttribute("aria-label"), document.activeElement.id, document.activeElement.innerText].join("|")',
          ),
        );
        if (typeof name === 'string' ? told.includes(name) : name.test(told)) return;
      }
      throw new Error(`no focus on ${name}`);
    };
    await page.goto(`${world.url}/staff/transcripts`);
    await tabTo('f-text');
    await page.keyboard.type('今天南昌');
    await press('Enter');
    await page.waitForURL(/\?text=[^&]+$/);
    expect(await rows(page)).toBe(1);
    await tabTo(/今天南昌天气怎么样/);
    await press('Enter');
    await page.waitForURL(/#L6$/);
    // Chromium goes on from the line that was jumped to.
    await tabTo('批注');
    await press('Enter', 'Tab');
    await page.keyboard.type('只用键盘写的');
    await tabTo('记下批注');
    await press('Enter');
    await page.waitForURL(/#L6$/);
    await expect.poll(() => lineOf(page, 6).innerText()).toContain('只用键盘写的');
  });

  it('are printed with every citation open, and without what only a screen needs', async () => {
    const { page } = await staffPage(browser, world, clerk);
    await page.goto(world.url + transcriptPath('asked'));
    await page.getByRole('link', { name: '打印' }).click();
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByText('项目负责人年龄不超过58周岁（1965年6月1日（含）之后出生），').last().isVisible()).toBe(
      true,
    );
    for (const hidden of ['.top', '.actions', 'button', '.judge', '.only-screen']) {
      for (const each of await page.locator(hidden).all())
        expect([hidden, await each.isVisible()]).toEqual([hidden, false]);
    }
    await page.goto(world.url + transcriptPath('asked', { filter: queryOf({ text: '专利' }) }));
    for (const each of await page.locator('.top, .around, .hit-links, button, .judge').all())
      expect(await each.isVisible()).toBe(false);
    expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(10_000);
  });

  it.each([
    ['the list', '/staff/transcripts'],
    ['what holds words', listOf({ text: '协议', completed: true })],
    ['an empty list', listOf({ text: '没有人说过' })],
    ['an interview', transcriptPath('talk-3')],
    ['questions', transcriptPath('asked', { filter: queryOf({ text: '专利' }) })],
    ['hostile words', transcriptPath(hostileId)],
    ['paper', transcriptPath('asked', { part: 'print' })],
  ])('have nothing that keeps anybody out, and nothing wider than a phone: %s', async (_, path) => {
    for (const look of [desk, dark, phone]) {
      const { page, faults } = await staffPage(browser, world, reviewer, look);
      await page.goto(world.url + path);
      const title = await page.title();
      for (const fold of await page.locator('.tools').first().locator('summary').all()) await fold.click();
      if (look !== phone) expect(await violations(page)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
      expect([await page.title(), faults]).toEqual([title, []]);
      await page.close();
    }
  });

  it('of 2,000 lines open at the line that is asked for, on a phone too', async () => {
    const { page, faults } = await staffPage(browser, world, reviewer, phone);
    await page.goto(world.url + transcriptPath(longId, { filter: queryOf({ text: '赣江' }), line: 1201 }));
    await expect.poll(() => lineOf(page, 1201).evaluate((each) => each.getBoundingClientRect().top)).toBeLessThan(300);
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    expect(faults).toEqual([]);
  });
});
