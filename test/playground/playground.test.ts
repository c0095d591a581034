import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { typed } from '../docs/conversation.ts';
import { type Browser, hasBrowser, launchBrowser } from '../support/browser.ts';
import { dataFolder } from '../support/hallTalk.ts';
import { type RealService, realService } from '../support/realService.ts';
import { missing, playground } from './playground.ts';
import { openTalk, type Talk } from './talk.ts';

type Opened = Talk & { service: RealService };

const why = missing ?? (hasBrowser ? undefined : 'there is no Chromium for this machine');
if (why) process.stderr.write(`test/playground is skipped: ${why}\n`);

describe.skipIf(why)('in a client that looks like Teams', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  async function open(): Promise<Opened> {
    const service = await realService(await dataFolder());
    const talk = await openTalk(browser, await playground(`${service.url}/api/messages`));
    return { ...talk, service };
  }

  const button = (talk: Opened, name: string) => talk.page.getByRole('button', { name, exact: true });

  test('who installs the bot is greeted, presses and types, and an old button changes nothing', async () => {
    const talk = await open();
    expect(talk.heard.filter((each) => each.includes('您好，我是'))).toHaveLength(1);
    await talk.photograph('1-greeting');
    expect(await talk.answered(() => button(talk, '开始自查').click())).toContain('您是项目负责人本人');
    const asked = await talk.type('本人');
    expect(asked).toContain('申报单位是哪一类');
    await button(talk, '其他事业单位').waitFor();
    await talk.photograph('2-choices');
    // Typed, and the card stays.
    const next = await talk.type('企业');
    expect(next).toContain('境外合作单位叫什么');
    const old = await talk.answered(() => button(talk, '高校').click());
    expect(old).toMatch(/按钮/);
    expect(old).toContain('境外合作单位叫什么');
    await talk.photograph('3-old-button');
    expect(await talk.type('结论')).not.toContain('高校');
    expect(talk.service.log()).not.toMatch(/"level":"(error|fatal)"/);
  });

  test('a choice by a card’s button is taken, and the card loses its buttons', async () => {
    const talk = await open();
    await talk.type('开始自查');
    await talk.type('本人');
    expect(await talk.answered(() => button(talk, '高校').click())).toContain('境外合作单位叫什么');
    await expect.poll(() => button(talk, '医院').count()).toBe(0);
    await talk.photograph('4-used');
    expect(await talk.type('负责人年龄有什么要求？')).toContain('1965年6月1日');
    await talk.photograph('5-answer');
    expect(talk.service.log()).not.toMatch(/"level":"(error|fatal)"/);
  });

  test('an interview comes to the verdict’s card, with what was ticked in a list', async () => {
    const talk = await open();
    for (const line of typed) {
      const ticked = line === '1 2 3 4 5 6 7 8 9';
      const reply = ticked ? await tick(talk, 9) : await talk.type(line);
      if (reply.includes('可选方向')) await talk.photograph('6-directions');
      if (reply.includes('Input.ChoiceSet')) await talk.photograph('7-list');
    }
    expect(talk.heard.findLast((each) => each.includes('AdaptiveCard'))).toContain('补齐 3 项后可以申报');
    await talk.page.getByText('补齐 3 项后可以申报').last().waitFor();
    await talk.photograph('8-verdict');
    await talk.page.mouse.move(500, 400);
    await talk.page.mouse.wheel(0, -700);
    await talk.photograph('9-verdict-above');
    expect(talk.service.log()).not.toMatch(/"level":"(error|fatal)"/);
  });

  test('a group gets answers about the call when it names the bot, and no interview', async () => {
    const talk = await open();
    await talk.answered(async () => {
      await talk.page.getByTitle('Toggle app bar and conversation window').click();
      await talk.page.getByRole('treeitem', { name: 'Group Chat' }).click();
    });
    expect(talk.heard.at(-1)).toContain('在群里我只回答关于申报指南的问题');
    expect(await mention(talk, '负责人年龄有什么要求？')).toContain('1965年6月1日');
    const turned = await mention(talk, '开始自查');
    expect(turned).toContain('请单独给我发“开始自查”');
    expect(turned).not.toContain('您是项目负责人本人');
    await talk.photograph('10-group');
    expect(talk.service.log()).not.toMatch(/"level":"(error|fatal)"/);
  });

  const mention = (talk: Opened, text: string): Promise<string> =>
    talk.answered(async () => {
      await talk.page.locator('[contenteditable=true]').first().click();
      const names = talk.page.getByText('Test Bot', { exact: true });
      const before = await names.count();
      await talk.page.keyboard.type('@Test');
      // The list of who can be named; before it comes, the last one is an author.
      await expect.poll(() => names.count()).toBeGreaterThan(before);
      await names.last().click();
      await talk.page.keyboard.insertText(` ${text}`);
      await talk.page.getByRole('button', { name: 'Send Message' }).click();
    });

  async function tick(talk: Opened, upTo: number): Promise<string> {
    const boxes = talk.page.getByRole('checkbox');
    for (let at = 0; at < upTo; at += 1) await boxes.nth(at).check();
    return talk.answered(() => button(talk, '选好了').click());
  }
});
