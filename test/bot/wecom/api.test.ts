/** Calls to WeCom's API: what each trouble means. */
import { createServer } from 'node:http';
import { describe, expect, test } from 'vitest';
import { createLog } from '../../../bot/log.ts';
import { wecomApi } from '../../../bot/wecom/api.ts';
import { embeddedStore } from '../../../state/lowdb/index.ts';
import { dataFolder } from '../../support/hallTalk.ts';
import { apiWorld, secret, send } from '../../support/wecom/apiWorld.ts';
import type { Trouble } from '../../support/wecom/standIn.ts';

describe('troubles', () => {
  test('busy (-1): tried again three times, more slowly each time', async () => {
    const { api, standIn, waits } = await apiWorld();
    standIn.script('message/send', { errcode: -1 }, { errcode: -1 }, { errcode: -1 });
    expect((await send(api)).state).toBe('ok');
    expect(waits).toEqual([300, 900, 1800]);
    standIn.script('message/send', ...Array<Trouble>(10).fill({ errcode: -1 }));
    expect(await send(api)).toMatchObject({ state: 'retry', errcode: -1 });
    expect(standIn.of('message/send')).toHaveLength(8);
  });

  test('too often (45009): nothing goes there for a minute, other calls do', async () => {
    const { api, standIn, pass } = await apiWorld();
    standIn.answers.set('kf/send_msg', () => ({}));
    standIn.script('message/send', { errcode: 45009 });
    expect(await send(api)).toMatchObject({ state: 'retry', errcode: 45009, after: 60_000 });
    pass(59);
    expect(await send(api)).toMatchObject({ state: 'retry', after: 1000 });
    expect((await api.call('kf/send_msg', {})).state).toBe('ok');
    expect(standIn.of('message/send')).toHaveLength(1);
    pass(1);
    expect((await send(api)).state).toBe('ok');
  });

  test('an address that WeCom does not trust (60020): an alarm that says which, and what to click', async () => {
    const { api, standIn, log } = await apiWorld();
    const errmsg = 'not allow to access from your ip, hint: [1], from ip: 203.0.113.7, more info at https://open.work';
    standIn.script('message/send', { errcode: 60020, errmsg }, { errcode: 60020, errmsg });
    expect(await send(api)).toMatchObject({ state: 'failed', errcode: 60020 });
    await send(api);
    const alarms = log()
      .split('\n')
      .filter((line) => line.includes('"level":"error"'));
    expect(alarms).toHaveLength(1);
    expect(alarms[0]).toMatch(/企业可信IP/);
    expect(alarms[0]).toContain('"ip":"203.0.113.7"');
  });

  test.each([40001, 40058, 81013, 95001, 301002, 999999])('%i never gets better: failed at once', async (errcode) => {
    const { api, standIn } = await apiWorld();
    standIn.script('message/send', { errcode });
    expect(await send(api)).toEqual({ state: 'failed', reason: `errcode ${errcode}`, errcode });
    expect(standIn.of('message/send')).toHaveLength(1);
  });

  test.each<[string, Trouble, string]>([
    ['a connection that breaks before the answer', { broken: true }, 'ambiguous'],
    ['HTTP 502', { status: 502 }, 'ambiguous'],
    ['HTTP 408', { status: 408 }, 'ambiguous'],
    ['HTTP 429', { status: 429 }, 'retry'],
    ['HTTP 403', { status: 403 }, 'failed'],
    ['HTTP 302', { status: 302 }, 'failed'],
    ['a page instead of JSON', { status: 200 }, 'ambiguous'],
  ])('%s', async (_what, trouble, state) => {
    const { api, standIn } = await apiWorld();
    standIn.script('message/send', trouble);
    expect((await send(api)).state).toBe(state);
    expect(standIn.of('message/send')).toHaveLength(1);
  });

  test('no answer in time: it may have arrived', async () => {
    const { api, standIn } = await apiWorld(undefined, 1500);
    standIn.delays.set('message/send', 4000);
    expect(await send(api)).toEqual({ state: 'ambiguous', reason: 'TimeoutError' });
  });

  test('a host that is not there: it surely did not arrive', async () => {
    const { api, standIn } = await apiWorld();
    await send(api);
    const port = Number(new URL(standIn.url).port);
    expect(port).toBeGreaterThan(0);
    const documents = embeddedStore(await dataFolder()).documents;
    const closed = wecomApi({
      base: await nobodyListens(),
      corpId: 'wx',
      secret,
      documents,
      now: () => new Date(),
      log: createLog('silent'),
    });
    expect(await send(closed)).toEqual({ state: 'retry', reason: 'gettoken ECONNREFUSED' });
  });
});

/** An address of this machine on which nobody listens. */
async function nobodyListens(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
}

test('JSON goes without escapes, which WeCom refuses', async () => {
  const { api, standIn } = await apiWorld();
  const called = await api.call('message/send', { text: { content: '\u0000a\ud800b\nc\u001b👍' } });
  expect(called.state).toBe('ok');
  expect(standIn.of('message/send')[0]?.body).toEqual({ text: { content: 'ab\nc👍' } });
});

test('neither secret nor token is in the log, whatever goes wrong', async () => {
  const { api, standIn, pass, log } = await apiWorld();
  const troubles: Trouble[] = [
    { broken: true },
    { status: 500 },
    { errcode: 40001 },
    { errcode: 60020 },
    { errcode: 45009 },
  ];
  standIn.script('gettoken', ...troubles);
  standIn.script('message/send', ...troubles);
  for (let number = 0; number < 12; number += 1) {
    await send(api);
    pass(61);
  }
  standIn.good = 'none';
  await send(api);
  expect(log()).not.toMatch(/the secret|the\+secret|token-\d|access_token|corpsecret/);
});
