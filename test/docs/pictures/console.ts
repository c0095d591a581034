/** The console as a clerk sees it who signed in: conversations, one of them, what waits for a person, the figures. */
import { openAccounts } from '../../../bot/staff/accounts/account.ts';
import { passwordHash } from '../../../bot/staff/accounts/password.ts';
import { interviewed, messageOf, personas } from '../../support/applicant.ts';
import type { Browser, Page } from '../../support/browser.ts';
import { openStaffWorld, type StaffWorld } from '../../support/staffConsole.ts';
import { inFolder, shoot } from './shot.ts';
import { openTalks, type Talks } from './talks.ts';

/** Monday morning, some days after the call came out. */
const now = new Date('2023-05-15T02:30:00Z');
const clerk = { name: '陈晓', password: '一句只有我自己知道的话' };
const answer = '指南没有写经费能不能买车。请问本单位财务，以科技厅的答复为准。';
const laptop = { width: 1100, height: 830 };

const channels = ['directline', 'msteams', 'wecom', 'directline', 'wecomKf'];

/** What people ask without an interview. */
const questions = [
  '负责人年龄有什么要求？',
  '企业要配套多少自有资金？',
  '专利申请费能不能从经费里列支？',
  '附1里有日本吗',
  '今天南昌天气怎么样？',
  '外籍人员的工资由谁支付？',
  '协议没有高亮可以吗？',
];

/** For these somebody wants a person: how long before now, in minutes. */
const waiting = [
  { question: '经费可以用来买车吗', channel: 'directline', ago: 95 },
  { question: '外籍人员的工资由谁支付？', channel: 'wecom', ago: 41 },
  { question: '请问经费可以用来买车吗？', channel: 'msteams', ago: 26 },
  { question: '专利申请费能不能从经费里列支？', channel: 'directline', ago: 12 },
];

export const consolePictures = (browser: Browser): Promise<void> =>
  inFolder(async (folder) => {
    const talks = openTalks(folder, now);
    await talked(talks);
    await talks.close();
    const world = await openStaffWorld(folder, { now });
    try {
      await photographed(browser, world);
    } finally {
      await world.close();
    }
  });

/** Some days with more people than others, of the last four weeks. */
const daysAgo = (number: number): number => 1 + Math.floor(27 * ((number * 0.618) % 1) ** 1.5);

/** Four weeks of people. */
async function talked({ clock, say }: Talks): Promise<void> {
  const at = (minutes: number): void => {
    clock.now = new Date(now.getTime() - minutes * 60_000);
  };
  const speaker = (channel: string, conversation: string) => async (text: string) => {
    clock.now = new Date(clock.now.getTime() + 25_000);
    return (await say(channel, conversation, text)).map(messageOf);
  };
  for (let number = 0; number < 30; number += 1) {
    const persona = personas[(number * 5) % personas.length];
    if (!persona) continue;
    at(daysAgo(number) * 24 * 60 - ((number * 137) % 420));
    const talk = speaker(channels[number % channels.length] ?? '', `2023-${1001 + number}`);
    const until = ['agreement.content', 'lead.birthDate', undefined, undefined][number % 4];
    const { assessment } = await interviewed(persona, talk, '开始自查', until);
    if (assessment && number % 3 > 0) await talk(number % 7 === 0 ? '没帮助' : '有帮助');
  }
  for (let number = 0; number < 21; number += 1) {
    at(daysAgo(number + 9) * 24 * 60 - ((number * 61) % 300));
    const talk = speaker(channels[(number + 2) % channels.length] ?? '', `2023-${2001 + number}`);
    await talk(questions[number % questions.length] ?? '');
  }
  for (const { question, channel, ago } of waiting) {
    at(ago);
    const talk = speaker(channel, `2023-${3001 + ago}`);
    await talk(question);
    await talk('转给咨询台');
  }
}

async function photographed(browser: Browser, world: StaffWorld): Promise<void> {
  const accounts = openAccounts(world.store.documents, () => now);
  await accounts.add({ ...clerk, role: 'clerk', state: 'active', password: await passwordHash(clerk.password) });
  const context = await browser.newContext({ viewport: laptop, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(`${world.url}/staff/sign-in`);
  await page.getByLabel('名字').fill(clerk.name);
  await page.getByLabel('密码').fill(clerk.password);
  await page.getByRole('button', { name: '登录' }).click();

  await page.goto(`${world.url}/staff/queue`);
  await shown(page, 'staff-queue', ['light']);
  await page.getByRole('button', { name: '接手' }).first().click();
  await page.getByRole('textbox', { name: '答复' }).fill(answer);
  await page.getByRole('button', { name: '预览' }).click();
  await page.locator('#preview .bubble').waitFor();
  await shown(page, 'staff-item', ['light', 'dark']);

  await page.goto(`${world.url}/staff/transcripts?text=${encodeURIComponent('年龄有什么')}`);
  await shown(page, 'staff-transcripts', ['light']);
  await page.locator('.talks h3 a').last().click();
  const line = page.locator('.said.bot').last();
  await line.getByText('批注或标记').click();
  await line.getByRole('textbox').fill('可以补一句：6月1日当天出生的也算。');
  await line.getByRole('button', { name: '记下批注' }).click();
  await page.getByText('批注已记下').waitFor();
  // Opened again, without the word that it was noted.
  await page.goto(page.url().replace(/#.*/, ''));
  await shown(page, 'staff-transcript', ['light']);
  await page.goto(`${world.url}/staff/figures`);
  await shown(page, 'staff-figures', ['light', 'dark']);
  await context.close();
}

/** From the top of the page. */
async function shown(page: Page, name: string, views: readonly ('light' | 'dark')[]): Promise<void> {
  for (const view of views) {
    await page.emulateMedia({ colorScheme: view });
    await page.evaluate('scrollTo(0, 0)');
    await shoot(page, `${name}-${view}`);
  }
}
