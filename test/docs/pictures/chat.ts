/** The chat page: in the middle of an interview, and the verdict; in light and dark on a desk, and as on a phone. */
import { readEnv } from '../../../bot/env.ts';
import { createLog } from '../../../bot/log.ts';
import { openService } from '../../../bot/service.ts';
import { embeddedStore } from '../../../state/lowdb/index.ts';
import type { Browser, Locator, Page } from '../../support/browser.ts';
import { fixDate } from '../../support/pageTalk.ts';
import { typed } from '../conversation.ts';
import { inFolder, phone, shoot, today } from './shot.ts';

const desk = { width: 800, height: 700 };

export const chatPictures = (browser: Browser): Promise<void> =>
  inFolder(async (folder) => {
    const read = readEnv({ PORT: '0', DATA_DIR: folder });
    if ('faults' in read) throw new Error(read.faults.join());
    const options = { env: read.ok, log: createLog('warn'), store: embeddedStore(folder), now: () => today };
    const service = await openService(options);
    try {
      const context = await browser.newContext({ viewport: phone, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
      const page = await context.newPage();
      await fixDate(page, today);
      await page.goto(await service.listen());
      await page.getByRole('button', { name: '开始自查' }).waitFor();
      for (const [at, line] of typed.entries()) {
        if (at === typed.indexOf('内地')) await photograph(page, 'chat');
        await say(page, line);
      }
      await photograph(page, 'verdict', page.locator('.card'));
      await context.close();
    } finally {
      await service.close();
    }
  });

/** The window, or what is to be seen in it. */
async function photograph(page: Page, name: string, part?: Locator): Promise<void> {
  const views = [
    ['light', desk, 'light'],
    ['dark', desk, 'dark'],
    ['phone', phone, 'light'],
  ] as const;
  for (const [view, size, colorScheme] of views) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize(size);
    // The talk scrolls in the window: what is to be seen must fit into it, with the margin that a phone leaves.
    const { height = 0 } = (await part?.boundingBox()) ?? {};
    if (part) await page.setViewportSize({ ...size, height: Math.ceil(height) + 400 });
    await page.waitForTimeout(400);
    const box = await part?.boundingBox();
    const clip = box && { x: box.x - 16, y: box.y - 16, width: box.width + 32, height: box.height + 32 };
    await shoot(page, `${name}-${view}`, clip ?? undefined);
  }
}

/** Types a line and waits until it is answered. */
async function say(page: Page, line: string): Promise<void> {
  const before = await page.locator('.bubble').count();
  await page.getByRole('textbox', { name: '输入消息' }).fill(line);
  await page.keyboard.press('Enter');
  await page
    .locator('.bubble')
    .nth(before + 1)
    .waitFor();
  await page.waitForTimeout(400); // until it has scrolled there
}
