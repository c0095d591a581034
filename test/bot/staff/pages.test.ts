/** The frame in a real browser: found by everybody, usable by keyboard alone, on a small phone, in light and dark, and without scripts. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openAccounts } from '../../../bot/staff/accounts/account.ts';
import { passwordHash } from '../../../bot/staff/accounts/password.ts';
import { type Browser, hasBrowser, launchBrowser, type Page } from '../../support/browser.ts';
import { desk, phone, violations } from '../../support/pageTalk.ts';
import { type StaffWorld, staffPage, staffService } from '../../support/staffService.ts';

const password = '一句只有我自己知道的话';
const paths = ['/staff/accounts', '/staff/audit', '/staff/me', '/staff/nowhere'];

const fits = (page: Page): Promise<boolean> => page.evaluate('document.documentElement.scrollWidth <= innerWidth');

/** Somebody of each kind, and a name of the greatest length. */
async function filled(): Promise<StaffWorld & { waiting: string }> {
  const world = await staffService();
  const accounts = openAccounts(world.store.documents, () => world.clock.now);
  await accounts.add({ name: '张三', role: 'clerk', state: 'active', password: await passwordHash(password) });
  await accounts.add({ name: 'a'.repeat(40), role: 'reader', state: 'disabled' });
  const { id } = await accounts.add({
    name: 'li.si@example.cn',
    role: 'reader',
    state: 'waiting',
    by: '统一身份认证',
    identity: 'x',
  });
  await world.store.audit.add({
    at: '2023-05-08T02:00:00Z',
    by: { id: 'a', name: '王管' },
    deed: 'account.role',
    about: id,
    note: '查阅员 改为 咨询员',
  });
  return { ...world, waiting: `/staff/accounts/${id}` };
}

describe.skipIf(!hasBrowser)('in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  it.each([
    ['light', { ...desk, colorScheme: 'light' as const }],
    ['dark', { ...desk, colorScheme: 'dark' as const }],
    ['a small phone', phone],
  ])('axe finds nothing on any page of the frame, and nothing is wider than the window: %s', async (_name, options) => {
    const world = await filled();
    const { page, faults } = await staffPage(browser, world, await world.signedIn('admin'), options);
    for (const path of [...paths, world.waiting]) {
      await page.goto(world.url + path);
      expect([path, ...(await violations(page))]).toEqual([path]);
      expect([path, await fits(page)]).toEqual([path, true]);
    }
    const { page: outside } = await staffPage(browser, world, undefined, options);
    await outside.goto(`${world.url}/staff/sign-in`);
    expect(await violations(outside)).toEqual([]);
    expect(faults.filter((fault) => !fault.includes('404'))).toEqual([]);
  });

  it('by keyboard alone one signs in, comes to the page that was asked for, skips to its text and signs out', async () => {
    const world = await filled();
    const { page } = await staffPage(browser, world, undefined);
    await page.goto(`${world.url}/staff/me`);
    await page.locator('#name:focus').waitFor();
    await page.keyboard.type('张三');
    await page.keyboard.press('Tab');
    await page.keyboard.type('wrong');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
    await page.locator('#password:focus').waitFor();
    expect(await page.getByLabel('名字').inputValue()).toBe('张三');
    await page.keyboard.type(password);
    await page.keyboard.press('Enter');
    await page.waitForURL(`${world.url}/staff/me`);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('main');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: '退出', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(`${world.url}/staff/sign-in`);
    await page.goto(`${world.url}/staff/me`);
    expect(await page.title()).toContain('工作人员登录');
  });

  it('on a small phone the menu opens to every room that one may see, also without scripts', async () => {
    const world = await filled();
    const clerk = await world.signedIn('clerk');
    const { page } = await staffPage(browser, world, clerk, { ...phone, javaScriptEnabled: false });
    await page.goto(`${world.url}/staff/me`);
    await page.locator('.menu > summary').click();
    const menu = page.locator('.menu nav');
    expect(await menu.getByRole('link', { name: '我', exact: true }).isVisible()).toBe(true);
    expect(await menu.getByRole('link', { name: '账号', exact: true }).count()).toBe(0);
    const box = await menu.getByRole('link', { name: '我', exact: true }).boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(40);
  });

  it('a form in a browser comes from the page’s own origin, and is taken', async () => {
    const world = await filled();
    const { page, faults } = await staffPage(browser, world, await world.signedIn('admin'));
    await page.goto(`${world.url}/staff/accounts`);
    await page.getByLabel('名字').fill('赵国平');
    await page.getByRole('button', { name: '生成链接' }).click();
    await page.getByRole('heading', { name: '一次性链接' }).waitFor();
    expect(await page.getByRole('textbox').inputValue()).toContain(`${world.url}/staff/invite/`);
    expect(await violations(page)).toEqual([]);
    expect(faults).toEqual([]);
  });

  it('Teams may show the console in a tab, and nobody else may frame it', async () => {
    const world = await filled();
    const { page } = await staffPage(browser, world, undefined);
    // Browsers keep public pages from loopback: the console is shown under a public name.
    await page.route('https://guohe.example.cn/**', async (route) => {
      const { pathname, search } = new URL(route.request().url());
      const answer = await fetch(world.url + pathname + search);
      const { 'content-encoding': _packed, ...headers } = Object.fromEntries(answer.headers);
      await route.fulfill({ status: answer.status, headers, body: Buffer.from(await answer.arrayBuffer()) });
    });
    const framedBy = async (host: string): Promise<string> => {
      const body = '<iframe src="https://guohe.example.cn/staff/sign-in"></iframe>';
      await page.route(`https://${host}/`, (route) => route.fulfill({ contentType: 'text/html', body }));
      await page.goto(`https://${host}/`);
      return (await page.frames().at(-1)?.content()) ?? '';
    };
    expect(await framedBy('teams.microsoft.com')).toContain('工作人员登录');
    expect(await framedBy('evil.example')).not.toContain('工作人员登录');
    expect(await framedBy('teams.microsoft.com.evil.example')).not.toContain('工作人员登录');
  });
});
