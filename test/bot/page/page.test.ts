/** The chat page on conversations in memory: what is shown, offered, typed and printed. */
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { type Browser, hasBrowser, launchBrowser } from '../../support/browser.ts';
import { serve } from '../../support/directLineServer.ts';
import { memoryConversations } from '../../support/memoryConversations.ts';
import { boxOf, desk, fits, newPage, phone, spoken, violations } from '../../support/pageTalk.ts';

type Said = Record<string, unknown>;
const adaptive = 'application/vnd.microsoft.card.adaptive';
const offering = (...titles: string[]): Said => ({
  suggestedActions: { actions: titles.map((title) => ({ type: 'imBack', title, value: title })) },
});
const hostile = '<img src=x onerror="document.title=1"> **粗** [链接](javascript:alert(1)) # 题 `码`';
const card = {
  type: 'AdaptiveCard',
  version: '1.5',
  body: [
    { type: 'TextBlock', text: hostile, wrap: true, style: 'heading' },
    {
      type: 'ColumnSet',
      columns: ['已满足', '展开'].map((text) => ({ type: 'Column', items: [{ type: 'TextBlock', text }] })),
      selectAction: { type: 'Action.ToggleVisibility', title: '展开已满足', targetElements: ['met'] },
    },
    { type: 'TextBlock', id: 'met', text: '合作协议', isVisible: false },
  ],
  actions: [
    { type: 'Action.OpenUrl', title: '下载清单', url: '/checklists/1' },
    { type: 'Action.OpenUrl', title: '不该打开', url: 'javascript:document.title=1' },
    { type: 'Action.Submit', title: '修改', data: { msteams: { type: 'imBack', value: '修改' } } },
  ],
};

const shades = ['default', 'accent', 'good', 'warning', 'attention'];
/** Every kind of text on every background. */
const palette = {
  type: 'AdaptiveCard',
  version: '1.5',
  body: [...shades, 'emphasis'].map((style) => ({
    type: 'Container',
    style,
    items: ['default', ...(style === 'default' || style === 'emphasis' ? shades.slice(1) : [])].flatMap((color) =>
      [false, true].map((isSubtle) => ({
        type: 'TextBlock',
        text: `${style} ${color}`,
        color,
        isSubtle,
        size: 'Small',
      })),
    ),
  })),
};

function answer({ text = '' }: { text?: string }): Said[] {
  const question = { id: 'q', topic: 'unit', index: 1, total: 2 };
  if (text === '开始')
    return [{ type: 'message', text: '第一题', channelData: { question }, ...offering('甲', '乙', '丙') }];
  if (text === '结论')
    return [{ type: 'message', text: '好', attachments: [{ contentType: adaptive, content: card }] }];
  if (text === '颜色') return [{ type: 'message', attachments: [{ contentType: adaptive, content: palette }] }];
  if (text === '修改') return [{ type: 'message', text: '改哪里', channelData: { question } }];
  return [{ type: 'message', text: `您说：${text}` }];
}

describe.skipIf(!hasBrowser)('the chat page', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  async function open(options: Parameters<typeof newPage>[2] = phone) {
    const conversations = memoryConversations(answer, [{ type: 'message', text: '您好' }]);
    const server = await serve({ conversations });
    onTestFinished(() => server.close());
    const opened = await newPage(browser, server.url, options);
    onTestFinished(() => opened.context.close());
    await opened.page.goto(server.url);
    await opened.page.getByText('您好').waitFor();
    const say = async (text: string) => {
      await boxOf(opened.page).fill(text);
      await boxOf(opened.page).press('Enter');
    };
    return { ...opened, server, conversations, say };
  }

  test('hostile text is text, in bubbles and in cards, and only web addresses open', async () => {
    const { page, context, faults, say } = await open();
    await say(hostile);
    await page.getByText(`您说：${hostile}`).waitFor();
    await say('结论');
    const shown = page.locator('.card');
    await shown.getByText(hostile).waitFor();
    expect(await page.locator('#messages img, #messages a, #messages strong').count()).toBe(0);
    await shown.getByText('不该打开').click();
    const popup = context.waitForEvent('page');
    await shown.getByText('下载清单').click();
    const opened = await popup;
    expect(await opened.evaluate('opener')).toBe(null);
    expect(new URL(opened.url()).pathname).toBe('/checklists/1');
    expect(await page.title()).toBe('国合申报助手');
    expect(faults).toEqual([]);
  });

  test('offered answers go with the next word, and the buttons of an older card with the next question', async () => {
    const { page, conversations, say } = await open();
    await say('开始');
    await page.getByRole('button', { name: '乙' }).click();
    await page.getByText('您说：乙').waitFor();
    expect(await page.locator('.choice').count()).toBe(0);
    // Where there is no keyboard the cursor stays with what was said.
    expect(await page.evaluate('document.activeElement.innerText')).toContain('乙');
    await say('开始');
    await page.getByRole('button', { name: '丙' }).waitFor();
    await say('别的');
    await page.getByText('您说：别的').waitFor();
    expect(await page.locator('.choice').count()).toBe(0);
    await say('结论');
    await page.getByRole('button', { name: '修改' }).dblclick();
    await page.getByText('改哪里').first().waitFor();
    expect(await page.getByRole('button', { name: '修改' }).count()).toBe(0);
    expect(await page.getByText('下载清单').count()).toBe(1);
    expect(conversations.effects()).toBeLessThanOrEqual(7);
  });

  test('by keyboard: up to the offered answers, along them, and back into the box by typing', async () => {
    const { page, say } = await open(desk);
    await say('开始');
    await page.getByRole('button', { name: '丙' }).waitFor();
    const focused = () => page.evaluate('document.activeElement.id || document.activeElement.innerText');
    const trail: unknown[] = [];
    for (const key of ['ArrowUp', 'ArrowRight', 'ArrowDown', 'ArrowRight', 'ArrowLeft', 'Escape', 'ArrowUp', '2']) {
      await page.keyboard.press(key);
      trail.push(await focused());
    }
    expect(trail).toEqual(['甲', '乙', '丙', '丙', '乙', 'box', '甲', 'box']);
    expect(await boxOf(page).inputValue()).toBe('2');
  });

  test.each([
    { length: 4000, sent: true },
    { length: 4001, sent: false },
  ])('a paste of $length characters is sent: $sent; what is too long stays in the box with a note', async (row) => {
    const { page, conversations } = await open();
    await boxOf(page).fill('高'.repeat(row.length));
    await boxOf(page).press('Enter');
    if (row.sent) await page.getByText('您说：高').waitFor();
    else await page.getByRole('status').getByText('一次最多 4,000 字').waitFor();
    expect(conversations.effects()).toBe(row.sent ? 1 : 0);
    expect((await boxOf(page).inputValue()).length).toBe(row.sent ? 0 : row.length);
    expect(await fits(page)).toBe(true);
    await boxOf(page).fill('短');
    expect(await page.locator('#notice').isVisible()).toBe(false);
  });

  test('what was said while the service was away is sent after a reload, once', async () => {
    const { page, server, conversations, say } = await open();
    await say('在吗');
    await page.getByText('您说：在吗').waitFor();
    // The service takes nothing; the page itself can still be loaded.
    await page.route('**/activities', (route) => route.abort());
    await say('还在吗');
    await page.getByText('还没有送到，会自动重发').waitFor();
    await page.reload();
    await page.getByText('您说：在吗').waitFor();
    await page.unroute('**/activities');
    await page.getByText('您说：还在吗').waitFor({ timeout: 20_000 });
    await page.reload();
    await page.getByText('您说：还在吗').waitFor();
    expect((await spoken(page)).filter((text) => text === '还在吗')).toHaveLength(1);
    expect(conversations.effects()).toBe(2);
    expect(server.url).toContain('127.0.0.1');
  });

  test('while an answer takes its time three dots show it, and go when it comes', async () => {
    const { page, say } = await open();
    await page.route('**/activities', async (route) => {
      await page.locator('.dots').waitFor();
      await route.continue();
    });
    await say('慢慢来');
    await page.getByText('您说：慢慢来').waitFor();
    expect(await page.locator('.dots').count()).toBe(0);
  });

  test('long words wrap at 320 px, and at half the width and height of a small screen the box stays in view', async () => {
    const { page, say } = await open(desk);
    await say(`https://example.cn/${'a'.repeat(300)}`);
    await page.getByText('您说：https').waitFor();
    for (const [width, height] of [
      [320, 640],
      [640, 360],
      [320, 256],
    ] as const) {
      await page.setViewportSize({ width, height });
      expect([width, await fits(page)]).toEqual([width, true]);
      await boxOf(page).waitFor();
      expect(await page.evaluate('log.clientHeight')).toBeGreaterThan(80);
    }
  });

  test('on paper: nothing to press, everything unfolded, who said what written before it', async () => {
    const { page, say } = await open(desk);
    await say('结论');
    await page.locator('.card').waitFor();
    expect(await page.getByText('合作协议').isVisible()).toBe(false);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByText('合作协议').isVisible()).toBe(true);
    for (const gone of ['#composer', '#fresh', '.card button', '.dots']) {
      expect([gone, await page.locator(gone).first().isVisible()]).toEqual([gone, false]);
    }
    expect((await page.locator('.mine .unseen').boundingBox())?.width).toBeGreaterThan(10);
  });

  test('every text of a card can be read on every background, in light and dark', async () => {
    const { page, say } = await open();
    await say('颜色');
    await page.locator('.card').waitFor();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect([colorScheme, ...(await violations(page))]).toEqual([colorScheme]);
    }
  });

  test('whoever wants less motion sees none', async () => {
    const { page, say } = await open({ ...phone, reducedMotion: 'reduce' });
    await say('开始');
    const running = await page.evaluate('document.getAnimations().length');
    expect(running).toBe(0);
  });
});

test('the year on the page is the guide’s', async () => {
  const server = await serve({ year: 2031 });
  onTestFinished(() => server.close());
  const html = await (await fetch(server.url)).text();
  expect(html).toContain('2031 年江西省申报指南');
  expect(html).not.toMatch(/2023|\{year\}/);
});
