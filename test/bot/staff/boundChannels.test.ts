/** Staff who link themselves on the real channels, through the whole service: what they hand on comes back to be passed on. */
import { expect, test } from 'vitest';
import { openAccounts } from '../../../bot/staff/accounts/account.ts';
import { linksOf, makeCode } from '../../../bot/staff/links.ts';
import type { Store } from '../../../state/store.ts';
import { dataFolder, today } from '../../support/hallTalk.ts';
import { groupChat, teamsActivities } from '../../support/teamsActivities.ts';
import { teamsService } from '../../support/teamsService.ts';
import { appService } from '../../support/wecom/appService.ts';
import { kfService, kfWorld } from '../../support/wecom/kfService.ts';

const question = '请问负责人的年龄有什么要求？';
const answer = /^命中附5 二（一），可以这样回复：[\s\S]*1965年6月1日[\s\S]*依据：指南附5 二（一）/;

/** An account, and a code of it. */
async function member(store: Store, now: Date, name = '王老师') {
  const account = await openAccounts(store.documents, () => now).add({
    name,
    role: 'clerk',
    state: 'active',
  });
  return { account, code: await makeCode(store.documents, account, now) };
}

test('in 企业微信: linked, a question is answered to be passed on, and no interview begins', async () => {
  const service = await appService();
  const { account, code } = await member(service.store, service.now());
  await service.say('WangWu', `绑定 ${code}`);
  await service.say('WangWu', '开头的话：我想申报');
  await service.say('WangWu', question);
  const texts = service.seen('WangWu').map(({ text }) => text);
  expect(texts.some((text) => text.includes('已绑定到工作人员账号“王老师”'))).toBe(true);
  expect(texts.at(-1)).toMatch(answer);
  expect((await service.store.talks.load(service.conversation('WangWu')))?.cases).toEqual([]);
  await service.say('LiSi', question);
  expect(service.seen('LiSi').at(-1)?.text).not.toContain('可以这样回复');
  expect(await linksOf(service.store.documents, account.id)).toMatchObject([{ channel: 'wecom' }]);
});

test('in 微信客服: linked, a question is answered to be passed on', async () => {
  const world = await kfWorld();
  const service = await kfService(world);
  const { code } = await member(service.store, world.time.now());
  expect((await service.say('wm-clerk', `绑定：${code.toLowerCase()}`)).map(({ text }) => text).join()).toContain(
    '已绑定',
  );
  expect((await service.say('wm-clerk', question)).at(-1)?.text).toMatch(answer);
});

test('in Teams: linked, a question is answered to be passed on; in a group a code is refused and spent', async () => {
  const { post, received, conversations, store, serviceUrl } = await teamsService({ folder: await dataFolder() });
  const { message } = teamsActivities(serviceUrl);
  const { code: spent } = await member(store, today, '李老师');
  const { code } = await member(store, today);
  const say = async (text: string): Promise<void> => {
    await post(message(text));
    await conversations.idle();
  };
  const sent = (): string => received.map(({ activity }) => JSON.stringify(activity)).join('\n');
  await post(message(`绑定 ${spent}`, { conversation: groupChat }));
  await conversations.idle();
  await expect.poll(sent).toContain('绑定请在和我单独的对话里做');
  await say(`绑定 ${spent}`);
  await expect.poll(sent).toContain('这个绑定码不对');
  await say(`绑定 ${code}`);
  await say(question);
  await expect.poll(sent).toContain('已绑定到工作人员账号');
  await expect.poll(sent).toMatch(/命中附5 二（一），可以这样回复：/);
});
