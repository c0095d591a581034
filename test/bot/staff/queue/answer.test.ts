/** A question that the guide does not answer, answered by a clerk in a browser: the answer is there in the same chat, once. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Browser, hasBrowser, launchBrowser } from '../../../support/browser.ts';
import { staffPage } from '../../../support/staffService.ts';
import { asksThePerson, question, readsOf, scenes, times } from './people.ts';

const answer = '本年度专项经费不能用于购买车辆，请在预算里列科研直接费用。';

describe.skipIf(!hasBrowser)('in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  test.each(['网页', '微信客服', 'Teams'] as const)(
    '%s: asked there, answered in the console, read there once',
    async (channel) => {
      const { world, person } = await scenes[channel]();
      const applicant = await person();
      await asksThePerson(applicant);
      const clerk = await world.signedIn('clerk', '陈晓');
      const { page, faults } = await staffPage(browser, world, clerk);
      await page.goto(`${world.url}/staff/queue`);
      await page.getByRole('link', { name: question }).click();
      await page.getByRole('textbox', { name: '答复' }).fill(answer);
      await page.getByLabel('依据条款').selectOption('一 第2段');
      // As it will arrive.
      await expect.poll(() => page.locator('#preview .bubble').innerText()).toBe(`【咨询台】${answer}\n依据：一 第2段`);
      await page.getByRole('button', { name: '发送答复' }).click();
      expect(await page.getByRole('status').innerText()).toBe('答复已发出');
      const seen = await readsOf(applicant, answer);
      expect(times(seen, answer)).toBe(1);
      expect(seen.find((text) => text.includes(answer))).toContain('依据：一 第2段');
      await expect
        .poll(() => page.locator('#delivered').innerText())
        .toMatch(channel === '网页' ? '对方可见' : '已送出');
      expect(await page.locator('#strip').innerText()).toContain('已结束');
      // The assistant goes on.
      await applicant.say('负责人年龄有什么要求');
      await readsOf(applicant, '1965年6月1日');
      expect(times(await applicant.read(), answer)).toBe(1);
      expect(faults).toEqual([]);
    },
  );

  test('what was typed before 接手 is pressed stands in the form afterwards, until it is sent', async () => {
    const { world, person } = await scenes.网页();
    await asksThePerson(await person());
    const clerk = await world.signedIn('clerk', '陈晓');
    const { page, faults } = await staffPage(browser, world, clerk);
    await page.goto(`${world.url}/staff/queue`);
    await page.getByRole('link', { name: question }).click();
    const box = page.getByRole('textbox', { name: '答复' });
    await box.fill(answer);
    await page.getByRole('button', { name: '接手' }).click();
    await expect.poll(() => page.locator('#strip').innerText()).toContain('前接手');
    expect(await box.inputValue()).toBe(answer);
    await page.getByRole('button', { name: '发送答复' }).click();
    expect(await page.getByRole('status').innerText()).toBe('答复已发出');
    expect(await page.evaluate('Object.keys(sessionStorage).filter((name) => name.startsWith("answer "))')).toEqual([]);
    expect(faults).toEqual([]);
  });
});
