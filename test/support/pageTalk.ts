/** The chat page opened in a real browser, and what tests ask of it again and again. */
import axe from 'axe-core';
import { z } from 'zod';
import { type Message, messageOf } from './applicant.ts';
import type { Browser, BrowserContext, Page } from './browser.ts';

/** A small phone. */
export const phone = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
export const desk = { viewport: { width: 1100, height: 800 } };

export interface OpenedPage {
  page: Page;
  context: BrowserContext;
  /** Errors and warnings on the console, and requests that left the service. */
  faults: string[];
}

/** A page of its own, not yet at the address; what goes wrong on it is written down. */
export async function newPage(
  browser: Browser,
  url: string,
  options: Parameters<Browser['newContext']>[0] = phone,
): Promise<OpenedPage> {
  const context = await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', ...options });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('request', (request) => {
    if (!request.url().startsWith(url)) faults.push(`outside request ${request.url()}`);
  });
  return { page, context, faults };
}

/** From the next page on it is always this moment. Timers stay the browser's own: with Playwright's clock they overtake one another. */
export const fixDate = (page: Page, date: Date): Promise<unknown> =>
  page.addInitScript(`{
    const now = ${date.getTime()};
    globalThis.Date = class extends Date {
      constructor(...given) { given.length > 0 ? super(...given) : super(now); }
      static now() { return now; }
    };
  }`);

const frame = z.object({
  activities: z.array(z.looseObject({ id: z.string(), from: z.looseObject({ role: z.string() }) })).optional(),
});

/** Replies of the bot as they come over the page's socket, each once. */
export function listen(page: Page): Message[] {
  const heard = new Set<string>();
  const list: Message[] = [];
  page.on('websocket', (socket) => {
    socket.on('framereceived', ({ payload }) => {
      const text = payload.toString();
      if (text === '') return;
      for (const activity of frame.parse(JSON.parse(text)).activities ?? []) {
        if (activity.from.role !== 'bot' || heard.has(activity.id)) continue;
        heard.add(activity.id);
        list.push(messageOf(activity));
      }
    });
  });
  return list;
}

export const boxOf = (page: Page) => page.getByRole('textbox', { name: '输入消息' });

/** Everything in bubbles, from above. */
export const spoken = (page: Page): Promise<string[]> => page.locator('.bubble').allInnerTexts();

/** Whether nothing is wider than the window. */
export const fits = (page: Page): Promise<boolean> =>
  page.evaluate('document.documentElement.scrollWidth <= innerWidth && log.scrollWidth <= log.clientWidth');

const found = z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) }));

/** What axe finds wrong with the page as it stands, best practices included: the rule and the elements. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(`${axe.source};0`);
  const list = found.parse(await page.evaluate('axe.run().then(({ violations }) => violations)'));
  return list.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html.slice(0, 160))].join('\n'));
}
