/** 微信客服 by several processes, and by one that is killed: nothing is lost, nothing is said twice. */
import { describe, expect, test } from 'vitest';
import { conversationOf } from '../../../../bot/channels/wecomKf/address.ts';
import { embeddedStore } from '../../../../state/lowdb/index.ts';
import { postgresStore } from '../../../../state/postgres/index.ts';
import type { TranscriptLine } from '../../../../state/transcript.ts';
import { serviceProcess } from '../../../crash/process.ts';
import { dataFolder } from '../../../support/hallTalk.ts';
import { hasPostgres } from '../../../support/postgres.ts';
import { newDatabase, sharedServer } from '../../../support/sharedPostgres.ts';
import { postCallback, sealed } from '../../../support/wecom/callbacks.ts';
import { account, kfSide } from '../../../support/wecom/kf.ts';
import { event, kfEnv, kfService, kfWorld } from '../../../support/wecom/kfService.ts';
import { wecomStandIn } from '../../../support/wecom/standIn.ts';

const me = 'wmqfasd1e19278asdasdasd';

async function linesIn(folder: string): Promise<TranscriptLine[]> {
  const store = embeddedStore(folder);
  const lines = await store.talks.read(conversationOf({ open_kfid: account, touser: me }), 0);
  await store.close();
  return lines;
}

describe.skipIf(!hasPostgres)('two processes on one database', () => {
  test('that are both called for each message make one turn of it, in order, with one token', async () => {
    const world = await kfWorld();
    const { kf, standIn } = world;
    const url = await newDatabase(await sharedServer());
    const one = await kfService(world, {}, await postgresStore(url));
    const two = await kfService(world, {}, await postgresStore(url));
    standIn.good = 'last';
    const said = ['开始自查', '负责人本人', '企业'];
    for (const text of said) {
      const id = kf.say(me, text);
      await Promise.all([one.callback(), two.callback()]);
      await one.answered(me, id);
    }
    const people = Array.from({ length: 10 }, (_, at) => `wm-customer-${at}`);
    const ids = people.map((each) => kf.say(each, '开始自查'));
    kf.pageSize = 3;
    kf.replay = 3;
    await Promise.all([one.callback(), two.callback(), one.callback(), two.callback()]);
    for (const [at, each] of people.entries()) await two.answered(each, ids[at] ?? '');
    const heard = (await two.lines(me)).filter(({ from }) => from === 'person');
    expect(heard.map(({ activity }) => activity.text)).toEqual(said);
    const numbers = kf.seen.filter(({ touser }) => touser === me).map(({ text }) => /(\d+)\/\d+/.exec(text)?.[1]);
    expect(numbers).toEqual([undefined, '1', '2', '3']);
    for (const each of people) expect(kf.seen.filter(({ touser }) => touser === each)).toHaveLength(2);
    expect(standIn.tokens()).toBe(1);
  });
});

describe('a process that is killed', () => {
  async function killedWhile(path: string) {
    const standIn = await wecomStandIn();
    const kf = kfSide(standIn, () => new Date());
    const folder = await dataFolder();
    const service = await serviceProcess(folder, { env: { ...kfEnv(standIn.url), LOG_LEVEL: 'warn' } });
    try {
      await service.start();
      await expect.poll(() => standIn.of('kf/sync_msg').length).toBe(1);
      standIn.delays.set(path, 700);
      const before = standIn.of(path).length;
      kf.say(me, '开始自查');
      const acknowledged = await postCallback(`${service.url}/wecom-kf/callback`, sealed(event(new Date())));
      expect(acknowledged.status).toBe(200);
      await expect.poll(() => standIn.of(path).length).toBe(before + 1);
      await service.kill();
      standIn.delays.clear();
      await service.start();
      await expect.poll(() => kf.seen.map(({ text }) => /\d\/\d+/.exec(text)?.[0])).toEqual([undefined, '1/34']);
      await service.stop();
    } finally {
      await service.kill();
    }
    return { lines: await linesIn(folder), kf };
  }

  test.each([
    ['between the 200 and the fetching', 'kf/sync_msg'],
    ['between the turn and the first send', 'kf/service_state/get'],
    ['in the middle of a send', 'kf/send_msg'],
  ])('%s goes on after its restart: one turn, each message once', async (_when, path) => {
    const { lines, kf } = await killedWhile(path);
    expect(lines.map(({ from, delivery }) => [from, delivery])).toEqual([
      ['person', undefined],
      ['bot', 'sent'],
      ['bot', 'sent'],
    ]);
    expect(kf.seen).toHaveLength(2);
  });

  test.each([
    ['had no effect', false],
    ['had its effect', true],
  ])(
    'while a session goes over says so once, and brings it there after its restart: the call %s',
    async (_what, taken) => {
      const standIn = await wecomStandIn();
      const kf = kfSide(standIn, () => new Date());
      const folder = await dataFolder();
      const env = { ...kfEnv(standIn.url), WECOM_KF_HANDOFF: 'seat', LOG_LEVEL: 'info' };
      const service = await serviceProcess(folder, { env });
      const callback = () => postCallback(`${service.url}/wecom-kf/callback`, sealed(event(new Date())));
      const trans = 'kf/service_state/trans';
      try {
        await service.start();
        kf.say(me, '开始自查');
        await callback();
        await expect.poll(() => kf.seen.length).toBe(2);
        const usual = standIn.answers.get(trans);
        // The process dies while it waits for the answer.
        standIn.answers.set(trans, (call) => {
          if (taken) usual?.(call);
          return new Promise(() => {});
        });
        kf.say(me, '转人工');
        await callback();
        await expect.poll(() => standIn.of(trans).length).toBe(2);
        await service.kill();
        if (usual) standIn.answers.set(trans, usual);
        await service.start();
        await expect.poll(() => kf.states.get(me)).toBe(2);
        kf.say(me, '有人吗');
        await callback();
        await expect.poll(() => standIn.of('kf/service_state/get').length).toBeGreaterThan(3);
        await service.stop();
      } finally {
        await service.kill();
      }
      expect(kf.states.get(me)).toBe(2);
      expect(kf.seen.slice(2).map(({ text }) => text)).toEqual([expect.stringContaining('正在为您转接')]);
      const lines = await linesIn(folder);
      expect(lines.at(-1)).toMatchObject({ from: 'bot', answerStatus: 'person', delivery: 'sent' });
    },
  );
});
