/** A talk in the playground's page: what is typed and pressed there, and what the bot says. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { z } from 'zod';
import type { Browser, Page } from '../support/browser.ts';

/** What the page is told of a message; one with text and a card comes as two, as Teams shows them. */
const told = z.object({
  action: z.string(),
  message: z.looseObject({
    from: z.looseObject({ id: z.string() }).optional(),
    text: z.string().optional(),
    attachments: z.array(z.looseObject({ content: z.unknown() })).optional(),
  }),
});

export interface Talk {
  page: Page;
  /** Everything that the bot said so far: texts, and cards as JSON. */
  heard: string[];
  /** Types a message, and waits for what the bot says to it. */
  type(text: string): Promise<string>;
  /** Does what makes the bot say something, and gives what it says. */
  answered(doing: () => Promise<void>): Promise<string>;
  /** A picture, where PLAYGROUND_PICTURES names a folder. */
  photograph(name: string): Promise<void>;
}

/** Milliseconds without a word after which the bot has spoken. */
const quiet = 600;

const pictures = process.env.PLAYGROUND_PICTURES;

export async function openTalk(browser: Browser, url: string): Promise<Talk> {
  const context = await browser.newContext({ viewport: { width: 1000, height: 900 }, locale: 'zh-CN' });
  const page = await context.newPage();
  // Fonts and animations from elsewhere.
  await page.route(
    (address) => address.hostname !== '127.0.0.1' && address.hostname !== 'localhost',
    (route) => route.abort(),
  );
  const heard: string[] = [];
  page.on('websocket', (socket) => {
    socket.on('framereceived', ({ payload }) => {
      const { action, message } = told.safeParse(parsed(payload.toString())).data ?? {};
      if (!/create|update/i.test(action ?? '') || message?.from?.id.startsWith('user-')) return;
      const cards = message?.attachments?.map(({ content }) => JSON.stringify(content)) ?? [];
      heard.push([message?.text ?? '', ...cards].filter(Boolean).join('\n'));
    });
  });
  await page.goto(url);
  await expect.poll(() => heard.join('\n')).toContain('开始自查');
  await page.getByTitle('Toggle Log Panel').click();

  async function answered(doing: () => Promise<void>): Promise<string> {
    const before = heard.length;
    await doing();
    await expect.poll(() => heard.length, { timeout: 20_000 }).toBeGreaterThan(before);
    // A text and its card, or several messages: until nothing more comes.
    for (let known = 0; known < heard.length; ) {
      known = heard.length;
      await page.waitForTimeout(quiet);
    }
    return heard.slice(before).join('\n');
  }

  return {
    page,
    heard,
    answered,
    type: (text) =>
      answered(async () => {
        await page.locator('[contenteditable=true]').first().click();
        await page.keyboard.insertText(text);
        await page.getByRole('button', { name: 'Send Message' }).click();
      }),
    async photograph(name) {
      if (pictures === undefined) return;
      mkdirSync(pictures, { recursive: true });
      await page.waitForTimeout(700);
      await page.screenshot({ path: join(pictures, `${name}.png`) });
    },
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
