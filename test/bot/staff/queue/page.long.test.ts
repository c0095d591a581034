/** The pages of the help desk in a real browser: for readers of screens, live, without scripts. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Browser, hasBrowser, launchBrowser } from '../../../support/browser.ts';
import { desk, violations } from '../../../support/pageTalk.ts';
import { staffPage, staffService } from '../../../support/staffService.ts';
import { answerForm, asksThePerson, itemsOf, question, readsOf, times, webPerson } from './people.ts';
import { waiting } from './waiting.ts';

const laptop = { viewport: { width: 1280, height: 800 } };
const answer = '专项经费不能用于购买车辆。';

describe.skipIf(!hasBrowser)('in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  test.each(['light', 'dark'] as const)('nothing is wrong for readers of screens (%s)', async (colorScheme) => {
    const { world, clerk, items } = await waiting([question, `请问${question}`, '外籍人员工资由谁支付呢？']);
    const other = await world.signedIn('clerk', '王明');
    await other.post(`${items[2]}/reply`, answerForm(answer));
    const { page, faults } = await staffPage(browser, world, clerk, { ...laptop, colorScheme });
    for (const path of [
      '/staff/queue',
      '/staff/queue?channel=wecom',
      '/staff/queue?mine=1',
      items[0],
      items[2],
      '/staff/queue/none',
    ]) {
      await page.goto(world.url + path);
      for (const each of await page.locator('details').all()) await each.evaluate('(each) => { each.open = true; }');
      expect([path, await violations(page)]).toEqual([path, []]);
    }
    await clerk.post(`${items[0]}/take`);
    await page.goto(`${world.url}${items[0]}`);
    await page.getByRole('textbox', { name: '答复' }).fill(answer);
    await page.getByRole('button', { name: '预览' }).click();
    expect(await violations(page)).toEqual([]);
    await other.post(`${items[1]}/take`);
    await page.goto(`${world.url}${items[1]}`);
    expect(await page.getByText('王明 正在处理').count()).toBe(1);
    expect(await violations(page)).toEqual([]);
    expect(faults.filter((fault) => !fault.includes('404'))).toEqual([]);
  });

  test('an item fits one screen of a laptop, and nothing is wider than a phone', async () => {
    const { world, clerk, items } = await waiting();
    const { page } = await staffPage(browser, world, clerk, laptop);
    await page.goto(`${world.url}${items[0]}`);
    expect(await page.evaluate('document.documentElement.scrollHeight')).toBeLessThanOrEqual(800);
    const small = await staffPage(browser, world, clerk, {
      viewport: { width: 390, height: 844 },
      isMobile: true,
      hasTouch: true,
    });
    for (const path of ['/staff/queue', items[0]]) {
      await small.page.goto(world.url + path);
      expect(await small.page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    }
  });

  test('what is said meanwhile comes in; who scrolled back stays there, what was written stays written', async () => {
    const { world, people, clerk, items } = await waiting();
    await clerk.post(`${items[0]}/take`);
    const { page, faults } = await staffPage(browser, world, clerk, { viewport: { width: 1280, height: 520 } });
    await page.goto(`${world.url}${items[0]}`);
    await page.getByRole('textbox', { name: '答复' }).fill('写到一半');
    await page.evaluate(`document.querySelector('.talk').firstElementChild.dataset.kept = 'yes'`);
    const [person] = people;
    await person?.say('我补充一下：车是实验用车');
    await page.getByText('我补充一下：车是实验用车').waitFor();
    const atEnd = `Math.abs(document.querySelector('.scroll').scrollTop) < 2`;
    expect(await page.evaluate(atEnd)).toBe(true);
    // Scrolled back to the first line.
    const top = `document.querySelector('#talk').firstElementChild.getBoundingClientRect().top`;
    await page.evaluate(`document.querySelector('.scroll').scrollTop = -9999`);
    const before = await page.evaluate(top);
    await person?.say('再补充一句');
    await page.getByText('再补充一句').waitFor({ state: 'attached' });
    // Lines have heights that are no whole pixels.
    expect(Math.abs(Number(await page.evaluate(top)) - Number(before))).toBeLessThan(1);
    // The lines that were there are the same elements: nothing flickers.
    expect(await page.evaluate(`document.querySelector('.talk').firstElementChild.dataset.kept`)).toBe('yes');
    expect(await page.getByText('我补充一下：车是实验用车').count()).toBe(1);
    expect(await page.getByRole('textbox', { name: '答复' }).inputValue()).toBe('写到一半');
    // What somebody else does shows too.
    await person?.say('结束人工');
    await expect.poll(() => page.locator('#strip').innerText()).toContain('已结束');
    expect(faults).toEqual([]);
  });

  test('the queue comes up to date by itself', async () => {
    const { world, clerk } = await waiting();
    const { page } = await staffPage(browser, world, clerk, desk);
    await page.goto(`${world.url}/staff/queue`);
    expect(await page.locator('.items > li').count()).toBe(1);
    const another = await webPerson(world.url);
    await asksThePerson(another, '外籍人员工资由谁支付呢？');
    await page.getByRole('link', { name: '外籍人员工资由谁支付呢？' }).waitFor();
    expect(await page.locator('#tab-pending').innerText()).toContain('2');
  });

  test('a passage of the guide is put into the answer by a button; without scripts all is there to be read and sent', async () => {
    const { world, people, clerk, items } = await waiting();
    const { page } = await staffPage(browser, world, clerk, laptop);
    await page.goto(`${world.url}${items[0]}`);
    await page.getByText('指南里相近的内容').click();
    const passage = (await page.locator('.hints .quotable').first().innerText()).replace(/\s*指南一 第2段$/, '');
    await page.getByRole('button', { name: '填入答复' }).first().click();
    expect(await page.getByRole('textbox', { name: '答复' }).inputValue()).toBe(passage);
    expect(await page.getByLabel('依据条款').inputValue()).toBe('一 第2段');

    const plain = await staffPage(browser, world, clerk, { ...laptop, javaScriptEnabled: false });
    await plain.page.goto(`${world.url}/staff/queue`);
    await plain.page.getByRole('link', { name: question }).click();
    expect(await plain.page.getByRole('button', { name: '填入答复' }).count()).toBe(0);
    await plain.page.getByRole('textbox', { name: '答复' }).fill(answer);
    await plain.page.getByRole('button', { name: '预览' }).click();
    expect(await plain.page.locator('#preview .bubble').innerText()).toBe(`【咨询台】${answer}`);
    await plain.page.getByRole('button', { name: '发送答复' }).click();
    expect(await plain.page.getByRole('status').innerText()).toBe('答复已发出');
    const [person] = people;
    if (person) expect(times(await readsOf(person, answer), answer)).toBe(1);
  });

  test('script, markup, formulas and signs that turn words round are shown as text', async () => {
    const hostile =
      '<img src=x onerror=alert(1)>=cmd|calc \u202egnp.exe [x](javascript:alert(1)) {{7*7}} 经费可以用来买车吗？';
    const world = await staffService();
    const person = await webPerson(world.url);
    await person.say(hostile);
    await person.say('人工');
    await readsOf(person, '咨询台');
    const long = await webPerson(world.url);
    await long.say(`${'很长'.repeat(1990)}经费可以用来买车吗？`);
    await long.say('人工');
    await readsOf(long, '咨询台');
    const clerk = await world.signedIn('clerk', '<b>陈晓</b>');
    const items = await itemsOf(clerk);
    expect(items.length).toBeGreaterThan(0);
    const { page, faults } = await staffPage(browser, world, clerk, laptop);
    for (const path of ['/staff/queue', ...items]) {
      await page.goto(world.url + path);
      expect(await page.locator('main img, main b:text("陈晓")').count()).toBe(0);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(1280);
      expect(await page.content()).not.toContain('\u202e');
    }
    expect(faults).toEqual([]);
  });
});
