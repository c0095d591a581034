/** The service as processes of its own: killed between acknowledgement and answer, and two of them on one database. */
import { describe, expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { names } from '../../../../bot/channels/wecom/who.ts';
import { embeddedStore } from '../../../../state/lowdb/index.ts';
import { postgresStore } from '../../../../state/postgres/index.ts';
import { serviceProcess } from '../../../crash/process.ts';
import { dataFolder } from '../../../support/hallTalk.ts';
import { hasPostgres } from '../../../support/postgres.ts';
import { dropDatabase, newDatabase, sharedServer } from '../../../support/sharedPostgres.ts';
import { appSide } from '../../../support/wecom/app.ts';
import { agentId, appEnv, messageXml, newMsgId } from '../../../support/wecom/appService.ts';
import { postCallback, sealed } from '../../../support/wecom/callbacks.ts';
import { wecomStandIn } from '../../../support/wecom/standIn.ts';

const nowInSeconds = (): number => Math.floor(Date.now() / 1000);
const message = (userid: string, text: string): string =>
  messageXml(userid, nowInSeconds(), { MsgType: 'text', Content: text, MsgId: newMsgId() });

async function process(env: Record<string, string>, folder?: string) {
  const service = await serviceProcess(folder ?? (await dataFolder()), { env });
  onTestFinished(() => service.kill());
  await service.start();
  const send = (plaintext: string) => postCallback(`${service.url}/wecom/callback`, sealed(plaintext));
  return { ...service, send };
}

test('killed between acknowledgement and answer: after the start everybody is answered, once, and a repeat is known', async () => {
  const standIn = await wecomStandIn();
  const app = appSide(standIn);
  // While WeCom gives no answer, nothing that was acknowledged can have been said.
  standIn.delays.set('gettoken', 5000);
  const folder = await dataFolder();
  const first = await process(appEnv(standIn.url), folder);
  const members = ['zhangsan', 'lisi', 'wangwu'];
  const texts = members.map((member) => message(member, '开始自查'));
  const acks = await Promise.all(texts.map(first.send));
  for (const { status, ms } of acks) expect([status, ms < 1000]).toEqual([200, true]);
  await first.kill();
  expect(app.shown).toEqual([]);
  standIn.delays.clear();
  await first.start();
  for (const text of texts) expect((await first.send(text)).status).toBe(200);
  // Each the greeting and the first question, with a card.
  await expect.poll(() => app.shown.filter(({ card }) => card).length, { timeout: 30_000 }).toBe(6);
  expect(await first.stop()).toBe(0);
  for (const member of members)
    expect(app.shown.filter(({ touser, card }) => touser === member && !card).map(({ text }) => text)).toEqual([
      expect.stringContaining('您好'),
      expect.stringContaining('还是帮别人问'),
    ]);
  const store = embeddedStore(folder);
  const { member } = names(await store.signingKey(), agentId);
  for (const userid of members) {
    const lines = await store.talks.read(member(userid).conversation, 0);
    expect(lines.filter(({ from }) => from === 'person')).toHaveLength(1);
  }
  await store.close();
}, 120_000);

describe.skipIf(!hasPostgres)('two processes on one database', () => {
  test('share the token and the inbox: what both receive is one turn, and each member is answered in order', async () => {
    const server = await sharedServer();
    const url = await newDatabase(server);
    onTestFinished(() => dropDatabase(server, url));
    const standIn = await wecomStandIn();
    // A second token would make the first one worthless.
    standIn.good = 'last';
    standIn.delays.set('gettoken', 200);
    const app = appSide(standIn);
    const env = { ...appEnv(standIn.url), DATABASE_URL: url };
    const both = [await process(env), await process(env)] as const;
    const members = ['zhangsan', 'lisi', 'wangwu', 'zhaoliu'];
    for (const text of ['开始自查', '负责人本人']) {
      const sent = members.map((userid) => message(userid, text));
      const acks = await Promise.all(sent.flatMap((each) => both.map(({ send }) => send(each))));
      for (const { status } of acks) expect(status).toBe(200);
      const asked = { 开始自查: '还是帮别人问', 负责人本人: '申报单位是哪一类' }[text] ?? '';
      for (const userid of members)
        await expect
          .poll(() => app.shown.filter((each) => each.touser === userid && each.text.includes(asked)).length, {
            timeout: 20_000,
          })
          .toBe(1);
    }
    expect(standIn.tokens()).toBe(1);
    standIn.killTokens();
    await Promise.all(members.map((userid, at) => both[at % 2]?.send(message(userid, '年龄有什么要求？'))));
    for (const userid of members)
      await expect
        .poll(() => app.shown.filter((each) => each.touser === userid && /周岁|出生/.test(each.text)).length, {
          timeout: 20_000,
        })
        .toBeGreaterThan(0);
    expect(standIn.tokens()).toBe(2);
    const store = await postgresStore(url);
    const { member } = names(await store.signingKey(), agentId);
    for (const userid of members) {
      const lines = await store.talks.read(member(userid).conversation, 0);
      const said = lines.flatMap(({ from, activity }) => (from === 'person' ? [z.string().parse(activity.text)] : []));
      expect(said).toEqual(['开始自查', '负责人本人', '年龄有什么要求？']);
      const sent = lines.flatMap(({ delivery, activity }) => (delivery === 'sent' ? [activity.text] : []));
      const shown = app.shown.filter((each) => each.touser === userid);
      expect(shown).toHaveLength(sent.length);
    }
    await store.close();
    for (const each of both) expect(await each.stop()).toBe(0);
  }, 120_000);
});
