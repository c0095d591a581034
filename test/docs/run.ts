/** Makes the pictures of the README from the real page: `npx node test/docs/run.ts`. Chinese needs a CJK font. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readEnv } from '../../bot/env.ts';
import { createLog } from '../../bot/log.ts';
import { openService } from '../../bot/service.ts';
import { embeddedStore } from '../../state/lowdb/index.ts';
import { type Locator, launchBrowser, type Page } from '../support/browser.ts';
import { project } from '../tooling/plant.ts';
import { typed } from './conversation.ts';

const pictures = join(project, 'docs/pictures');
/** A day inside the call; page and service keep the same time. */
const today = new Date('2023-05-08T02:00:00Z');
const phone = { width: 360, height: 700 };
const desk = { width: 800, height: 700 };
const folder = mkdtempSync(join(tmpdir(), 'pictures-'));
const read = readEnv({ PORT: '0' });
if ('faults' in read) throw new Error(read.faults.join());
const service = await openService({
  env: read.ok,
  log: createLog('warn'),
  store: embeddedStore(folder),
  now: () => today,
});
const browser = await launchBrowser();
try {
  const context = await browser.newContext({ viewport: phone, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
  const page = await context.newPage();
  await page.clock.setFixedTime(today);
  await page.goto(await service.listen());
  await page.getByRole('button', { name: '开始自查' }).waitFor();
  for (const [at, line] of typed.entries()) {
    if (at === typed.indexOf('内地')) await photograph(page, 'chat');
    await say(page, line);
  }
  await photograph(page, 'verdict', page.locator('.card'));
} finally {
  await browser.close();
  await service.close();
  rmSync(folder, { recursive: true, force: true });
}

/** In light and dark on a desk, and as on a phone: the window, or what is to be seen in it. */
async function photograph(page: Page, name: string, part?: Locator): Promise<void> {
  const views = [
    ['light', desk, 'light'],
    ['dark', desk, 'dark'],
    ['phone', phone, 'light'],
  ] as const;
  for (const [view, size, colorScheme] of views) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize(size);
    const path = join(pictures, `${name}-${view}.png`);
    // The talk scrolls in the window: what is to be seen must fit into it, with the margin that a phone leaves.
    const { height = 0 } = (await part?.boundingBox()) ?? {};
    if (part) await page.setViewportSize({ ...size, height: Math.ceil(height) + 400 });
    await page.waitForTimeout(400);
    const box = await part?.boundingBox();
    const clip = box && { x: box.x - 16, y: box.y - 16, width: box.width + 32, height: box.height + 32 };
    await page.screenshot({ path, ...(clip ? { clip } : {}) });
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
