/** The token: fetched once, shared, exchanged in time, and given up where it cannot be had. */
import { describe, expect, test } from 'vitest';
import { embeddedStore } from '../../../state/lowdb/index.ts';
import { dataFolder } from '../../support/hallTalk.ts';
import { inEveryHome } from '../../support/homes.ts';
import { apiWorld, secret, send } from '../../support/wecom/apiWorld.ts';

describe('the token', () => {
  test('is fetched once for many calls, however they come', async () => {
    const { api, standIn } = await apiWorld();
    standIn.delays.set('gettoken', 50);
    const ends = await Promise.all(Array.from({ length: 20 }, () => send(api)));
    await send(api);
    expect(ends.every(({ state }) => state === 'ok')).toBe(true);
    expect(standIn.tokens()).toBe(1);
    expect(standIn.of('gettoken')[0]?.query).toEqual({ corpid: 'wx5823bf96d3bd56c7', corpsecret: secret });
  });

  test.each([40014, 42001] as const)(
    'dies in the middle (%i): one new one, and the call goes through',
    async (code) => {
      const { api, standIn } = await apiWorld();
      standIn.deadCode = code;
      await send(api);
      standIn.killTokens();
      expect((await send(api)).state).toBe('ok');
      expect([standIn.tokens(), standIn.of('message/send').length]).toEqual([2, 3]);
    },
  );

  test('dies under twenty calls at once: one new one', async () => {
    const { api, standIn } = await apiWorld();
    await send(api);
    standIn.killTokens();
    standIn.delays.set('gettoken', 100);
    const ends = await Promise.all(Array.from({ length: 20 }, () => send(api)));
    expect(ends.map(({ state }) => state)).toEqual(Array(20).fill('ok'));
    expect(standIn.tokens()).toBe(2);
  });

  test('that is never good ends after two tries, and what was not said may be tried later', async () => {
    const { api, standIn } = await apiWorld();
    standIn.good = 'none';
    expect(await send(api)).toMatchObject({ state: 'retry', errcode: 42001 });
    expect([standIn.tokens(), standIn.of('message/send').length]).toEqual([2, 2]);
  });

  test('is exchanged before its end, and the old one is used where that fails', async () => {
    const { api, standIn, pass } = await apiWorld();
    await send(api);
    pass(7200 - 301);
    await send(api);
    expect(standIn.tokens()).toBe(1);
    pass(2);
    standIn.script('gettoken', { status: 502 });
    expect((await send(api)).state).toBe('ok');
    expect([standIn.tokens(), standIn.of('gettoken').length]).toEqual([1, 2]);
    expect((await send(api)).state).toBe('ok');
    expect(standIn.tokens()).toBe(2);
    pass(7200);
    standIn.script('gettoken', { status: 502 });
    expect(await send(api)).toMatchObject({ state: 'retry' });
  });

  test('cannot be had with a wrong secret: said loudly once, and not asked for again for a minute', async () => {
    const { api, standIn, pass, log } = await apiWorld();
    standIn.secrets = new Set(['another']);
    const ends = await Promise.all(Array.from({ length: 20 }, () => send(api)));
    for (let number = 0; number < 5; number += 1) ends.push(await send(api));
    expect(ends).toEqual(Array(25).fill({ state: 'failed', reason: 'errcode 40001', errcode: 40001 }));
    expect([standIn.of('gettoken').length, standIn.of('message/send').length]).toEqual([1, 0]);
    expect(log().match(/请核对管理后台里该应用的 Secret/g)).toHaveLength(1);
    standIn.secrets = undefined;
    pass(61);
    expect((await send(api)).state).toBe('ok');
  });

  test('whose home cannot be read is an error of the call, and the next call tries again', async () => {
    const { documents } = embeddedStore(await dataFolder());
    let broken = true;
    const { api } = await apiWorld({
      ...documents,
      read: async (kind, id) => {
        if (broken) throw new Error('no disk');
        return documents.read(kind, id);
      },
    });
    await expect(send(api)).rejects.toThrow('no disk');
    broken = false;
    expect((await send(api)).state).toBe('ok');
  });
});

inEveryHome((empty) => {
  test('two processes share one token, also when both need it at once and a second would kill the first', async () => {
    const { store } = await empty();
    const { api, another, standIn } = await apiWorld(store.documents);
    standIn.good = 'last';
    standIn.delays.set('gettoken', 100);
    const processes = [api, another(), another()];
    const sendAll = () => Promise.all(processes.flatMap((each) => [send(each), send(each)]));
    expect((await sendAll()).map(({ state }) => state)).toEqual(Array(6).fill('ok'));
    expect(standIn.tokens()).toBe(1);
    standIn.killTokens();
    expect((await sendAll()).map(({ state }) => state)).toEqual(Array(6).fill('ok'));
    expect(standIn.tokens()).toBe(2);
  });

  test('while one process exchanges a token early, the others use the old one', async () => {
    const { store } = await empty();
    const { api, another, standIn, pass } = await apiWorld(store.documents);
    await send(api);
    pass(7200 - 200);
    standIn.delays.set('gettoken', 1500);
    let exchanged = false;
    const exchanging = send(api).finally(() => {
      exchanged = true;
    });
    await expect.poll(() => standIn.of('gettoken').length).toBe(2);
    expect([(await send(another())).state, exchanged]).toEqual(['ok', false]);
    expect((await exchanging).state).toBe('ok');
    const [, second, third] = standIn.of('message/send').map(({ query }) => query.access_token);
    expect(second).not.toBe(third);
    expect(standIn.tokens()).toBe(2);
  });

  test('a process that died while it fetched holds nobody up for long', async () => {
    const { store } = await empty();
    const { documents } = store;
    // What a process leaves behind that was killed in mid-fetch.
    const { api, another, standIn, pass } = await apiWorld(documents);
    await send(api);
    for await (const { kind, id, value } of documents.list('wecom-token')) {
      const { fetching: _none, ...token } = Object(value);
      const until = Date.parse('2023-05-08T02:00:00Z') + 15_000;
      await documents.write(kind, id, { ...token, token: 'dead', fresh: 0, end: 0, fetching: { by: 'gone', until } });
    }
    pass(16);
    expect((await send(another())).state).toBe('ok');
    expect(standIn.tokens()).toBe(2);
  });
});
