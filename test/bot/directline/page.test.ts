import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Browser, hasBrowser, launchBrowser, type Page } from '../../support/browser.ts';
import { serve, type TestServer } from '../../support/directLineServer.ts';
import { memoryConversations } from '../../support/memoryConversations.ts';
import { newPage, type OpenedPage } from '../../support/pageTalk.ts';

interface Opened extends OpenedPage {
  server: TestServer;
}

describe.skipIf(!hasBrowser)('the chat page in a browser', () => {
  let browser: Browser;
  const opened: Opened[] = [];
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());
  afterEach(async () => {
    for (const { context, server } of opened.splice(0)) {
      await context.close();
      await server.close();
    }
  });

  async function open(options?: Parameters<Browser['newContext']>[0]): Promise<Opened> {
    const server = await serve({ conversations: memoryConversations() });
    const here = { ...(await newPage(browser, server.url, options)), server };
    opened.push(here);
    await here.page.goto(server.url);
    await here.page.getByText('想先做什么？').waitFor();
    return here;
  }

  const spoken = (page: Page) => page.locator('.bubble').allInnerTexts();
  const fits = (page: Page) =>
    page.evaluate('document.documentElement.scrollWidth <= innerWidth && log.scrollWidth <= log.clientWidth');

  test('on a phone: greeting, typing, a quick reply, a card, and after a reload the same talk', async () => {
    const { page, faults } = await open();
    const box = page.getByRole('textbox', { name: '输入消息' });
    await page.getByRole('button', { name: '开始自查' }).click();
    await page.getByText('申报单位是哪一类？').waitFor();
    expect(await page.locator('#progress-text').innerText()).toBe('第 3 题，最多还有 20 题');
    expect(await page.locator('.choice').allInnerTexts()).toEqual(['企业', '高等学校']);

    await box.fill('<b>医院</b>\n第二行');
    await box.press('Enter');
    await page.getByText('您说：<b>医院</b>').waitFor();
    expect(await page.locator('.choice').count()).toBe(0);
    expect(await box.inputValue()).toBe('');
    expect(await box.evaluate('document.activeElement.id')).toBe('box');

    await box.fill('结论');
    await box.press('Enter');
    await page.locator('.card').waitFor();
    expect(await fits(page)).toBe(true);
    await page.locator('.card').getByRole('button', { name: '修改' }).click();
    await page.getByText('您说：修改').waitFor();

    const before = await spoken(page);
    expect(before.filter((text) => text.startsWith('您好'))).toHaveLength(1);
    expect(before).toContain('<b>医院</b>\n第二行');
    await page.reload();
    await page.getByText('您说：修改').waitFor();
    expect(await spoken(page)).toEqual(before);
    expect(await page.locator('#progress-text').innerText()).toBe('第 3 题，最多还有 20 题');
    expect(await fits(page)).toBe(true);
    expect(faults).toEqual([]);
  });

  test('a new conversation is begun after asking, and forgets the old one', async () => {
    const { page, faults } = await open({ viewport: { width: 1100, height: 800 } });
    await page.keyboard.type('你好');
    await page.keyboard.press('Enter');
    await page.getByText('您说：你好').waitFor();
    await page.getByRole('button', { name: '新的对话' }).click();
    await page.getByRole('button', { name: '先不' }).click();
    expect(await page.getByText('您说：你好').count()).toBe(1);
    await page.getByRole('button', { name: '新的对话' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '新的对话' }).click();
    await page.getByText('您说：你好').waitFor({ state: 'detached' });
    await page.getByText('想先做什么？').waitFor();
    expect(await spoken(page)).toHaveLength(2);
    expect(faults).toEqual([]);
  });

  test('where WebSockets do not get through, the talk goes on by polling', async () => {
    const { page, context } = await open();
    await context.addInitScript(`window.WebSocket = class extends WebSocket {
      constructor() { super('ws://127.0.0.1:1/'); }
    }`);
    await page.reload();
    await page.getByText('想先做什么？').waitFor({ timeout: 20_000 });
    await page.getByRole('button', { name: '开始自查' }).click();
    await page.getByText('申报单位是哪一类？').waitFor({ timeout: 10_000 });
    expect(await spoken(page)).toHaveLength(5);
  });

  test('Shift+Enter breaks the line, and Enter inside an input method sends nothing', async () => {
    const { page, server } = await open({ viewport: { width: 1100, height: 800 } });
    const box = page.getByRole('textbox', { name: '输入消息' });
    await box.fill('一');
    await box.press('Shift+Enter');
    expect(await box.inputValue()).toBe('一\n');
    // Enter takes over what the input method offers: one kind of browser says isComposing, another keyCode 229, a third
    // ends the composition first.
    await page.evaluate(`{
      const said = (type, more) => box.dispatchEvent(new KeyboardEvent(type, { key: 'Enter', bubbles: true, ...more }));
      const composition = (type) => box.dispatchEvent(new CompositionEvent(type));
      said('keydown', { isComposing: true });
      said('keydown', { keyCode: 229 });
      composition('compositionstart');
      composition('compositionend');
      said('keydown');
    }`);
    await page.waitForTimeout(200);
    expect(server.conversations.effects()).toBe(0);
    expect(await box.inputValue()).toBe('一\n');
    await box.press('Enter');
    await page.getByText('您说：一').waitFor();
  });

  test('while the service restarts the page says so, and afterwards goes on without losing or repeating', async () => {
    const here = await open();
    const { page, server } = here;
    await server.close();
    await page.getByText('正在重新连接').waitFor();
    const box = page.getByRole('textbox', { name: '输入消息' });
    await box.fill('还在吗');
    await box.press('Enter');
    here.server = await serve({ conversations: server.conversations, port: server.port });
    await page.getByText('您说：还在吗').waitFor({ timeout: 20_000 });
    await page.getByText('2023 年江西省申报指南').waitFor({ timeout: 20_000 });
    await page.waitForTimeout(300);
    const texts = await spoken(page);
    expect(texts.slice(1)).toEqual(['想先做什么？', '还在吗', '您说：还在吗']);
    expect(server.conversations.effects()).toBe(1);
  });
});

test('the page is served with a strict policy, compressed, and kept by browsers', async () => {
  const server = await serve();
  const page = await fetch(server.url);
  expect(page.headers.get('content-security-policy')).toContain("default-src 'self'");
  expect(page.headers.get('content-security-policy')).not.toContain('unsafe');
  const html = await page.text();
  const files = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path]) => path ?? '');
  expect(files.length).toBeGreaterThan(4);
  for (const path of files) {
    const file = await fetch(`${server.url}${path}`);
    expect([path, file.status]).toEqual([path, 200]);
    expect(file.headers.get('cache-control')).toContain('immutable');
    expect(file.headers.get('content-encoding')).toBe('gzip');
    const again = await fetch(`${server.url}${path}`, { headers: { 'If-None-Match': file.headers.get('etag') ?? '' } });
    expect(again.status).toBe(304);
  }
  for (const path of ['/page/index.ts', '/page/..%2f..%2fpackage.json', '/page/nothing']) {
    expect((await fetch(`${server.url}${path}`)).status).toBe(404);
  }
  await server.close();
});
