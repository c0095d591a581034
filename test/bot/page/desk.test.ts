/** The help desk on the chat page and over Direct Line: who answers can be seen, what they do otherwise cannot. */
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { type Browser, hasBrowser, launchBrowser } from '../../support/browser.ts';
import { openHouse } from '../../support/channelTalk.ts';
import { boxOf, fits, listen, newPage, phone, violations } from '../../support/pageTalk.ts';
import { postJson } from '../../support/realService.ts';

const reply = { do: 'reply', text: '可以。中期检查由项目管理部门另行通知。', clause: '附5 二（一）' };

test('Direct Line shows what the desk writes, under its own name, and nothing of what staff do or are called', async () => {
  const house = await openHouse();
  const begun = await postJson(`${house.url}/v3/directline/conversations`, {});
  const id = String(begun.body.conversationId);
  const path = `${house.url}/v3/directline/conversations/${id}/activities`;
  const say = (text: string) => postJson(path, { type: 'message', from: { id: 'me' }, text });
  for (const text of ['中期检查要准备什么材料？', '人工']) await say(text);
  await house.idle(id);
  for (const deed of [
    { do: 'take' },
    { do: 'note', text: '他很着急' },
    { do: 'mark', mark: 'wrong' },
    { ...reply, close: false },
  ])
    await house.staff(id, deed);
  await say('谢谢');
  await house.idle(id);
  const { activities, watermark } = (await (await fetch(path)).json()) as {
    activities: { type: string; text: string; from: object; id: string }[];
    watermark: string;
  };
  expect(activities.slice(-3)).toMatchObject([
    {
      type: 'message',
      text: expect.stringContaining('咨询台已接手'),
      from: { name: '咨询台', role: 'bot' },
      channelData: { desk: { state: 'taken' } },
    },
    {
      type: 'message',
      text: '【咨询台】可以。中期检查由项目管理部门另行通知。\n依据：附5 二（一）',
      from: { name: '咨询台' },
    },
    { type: 'message', text: '谢谢', from: { role: 'user' } },
  ]);
  expect(activities.every(({ type }) => type === 'message')).toBe(true);
  expect(JSON.stringify(activities)).not.toMatch(/王老师|着急|"staff"/);
  expect(activities.at(-1)?.id).toBe(`${id}|${watermark.padStart(7, '0')}`);
});

describe.runIf(hasBrowser)('the chat page', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  test.each(['light', 'dark'] as const)(
    'shows live who answers, without dots in between, in %s',
    async (colorScheme) => {
      const house = await openHouse();
      const { page, context, faults } = await newPage(browser, house.url, { ...phone, colorScheme });
      onTestFinished(() => context.close());
      const heard = listen(page);
      await page.goto(house.url);
      const said = async (text: string): Promise<void> => {
        await boxOf(page).fill(text);
        await page.keyboard.press('Enter');
        await page.locator('.mine .bubble', { hasText: text }).last().waitFor();
      };
      await said('中期检查要准备什么材料？');
      await page.getByRole('button', { name: '转给咨询台' }).click();
      await page.getByText('已转给咨询台').waitFor();
      const conversation = house.taken[0]?.conversation ?? '';
      await house.staff(conversation, { do: 'take' });
      await page.getByText('咨询台已接手').waitFor();
      await said('好的，我等着');
      await page.waitForTimeout(700);
      expect(await page.locator('.dots').count()).toBe(0);
      await house.staff(conversation, { ...reply, close: false });
      const answer = page.locator('.message.desk').last();
      await answer.getByText('中期检查由项目管理部门另行通知').waitFor();
      expect(await answer.locator('.who').innerText()).toBe('咨询台');
      expect(await answer.locator('.bubble').innerText()).toBe(
        '可以。中期检查由项目管理部门另行通知。\n依据：附5 二（一）',
      );
      if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/desk-${colorScheme}.png` });
      await house.staff(conversation, { do: 'close' });
      await page.getByText('我接着来').waitFor();
      expect(await violations(page)).toEqual([]);
      expect(await fits(page)).toBe(true);
      expect(heard.length).toBeGreaterThan(4);
      // What was said stands there again, as it was.
      await page.reload();
      await page.locator('.message.desk .who').nth(1).waitFor();
      expect(faults).toEqual([]);
    },
  );
});
