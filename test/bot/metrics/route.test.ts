import { expect, onTestFinished, test } from 'vitest';
import { createMetrics } from '../../../bot/metrics/metrics.ts';
import { metricsRoute } from '../../../bot/metrics/route.ts';
import { assessmentExample } from '../../../bot/openapi/examples.ts';
import { embeddedStore } from '../../../state/lowdb/index.ts';
import { openHouse } from '../../support/channelTalk.ts';
import { openedFor } from '../../support/channelTalkRow.ts';
import { rows } from '../../support/channelTalkRows.ts';
import { dataFolder } from '../../support/hallTalk.ts';
import { postJson, realService } from '../../support/realService.ts';
import { scraped } from '../../support/scraped.ts';
import { appService, heldTurns } from '../../support/wecom/appService.ts';
import { wecomStandIn } from '../../support/wecom/standIn.ts';
import { listen } from '../server/listening.ts';

const rowOf = (name: string) => {
  const row = rows.find((each) => each.name === name);
  if (!row) throw new Error(name);
  return row;
};

test('what a talk does is counted: turns and their parts by channel, answers, deliveries, requests by route', async () => {
  const { house, person } = await openedFor(rowOf('msteams'));
  const me = await person('somebody');
  await me.say('开始自查');
  await me.say('负责人年龄有什么要求？');
  await postJson(`${house.url}/api/v1/assessments`, assessmentExample);
  await postJson(`${house.url}/api/v1/ask`, { question: '今天天气怎么样' });
  const { of, named } = await scraped(house.url);
  for (const part of ['turn', 'accept', 'commit']) {
    expect(of(`guohe_${part}_seconds_count{channel="msteams"}`)).toBe(2);
    expect(of(`guohe_${part}_seconds_sum{channel="msteams"}`)).toBeGreaterThan(0);
  }
  expect(of('guohe_answers_total{status="answered",by="chat"}')).toBe(1);
  expect(named('guohe_answers_total').filter((series) => series.includes('by="api"'))).toHaveLength(1);
  expect(of('guohe_verdicts_total{verdict="needs-confirmation",by="api"}')).toBe(1);
  expect(of('guohe_deliveries_total{channel="msteams",state="sent"}')).toBeGreaterThan(2);
  expect(of('guohe_http_requests_total{method="POST",route="/api/messages",status="200"}')).toBe(2);
  expect(of('guohe_outbox{state="pending"}')).toBe(0);
  expect(of('guohe_outbox{state="dead"}')).toBe(0);
  expect([of('guohe_queue_length'), of('guohe_queue_oldest_seconds')]).toEqual([0, 0]);
  // The first look goes through all conversations.
  await expect.poll(async () => (await scraped(house.url)).of('guohe_desk_waiting')).toBe(0);
  // Of the process.
  expect(of('process_resident_memory_bytes')).toBeGreaterThan(1e7);
  expect(of('nodejs_eventloop_lag_p99_seconds')).toBeGreaterThan(0);
});

test('labels hold nothing from outside: neither addresses nor ids nor methods that nobody knows', async () => {
  const { url } = await realService(await dataFolder());
  for (const path of [
    '/a-secret-path',
    '/checklists/abc',
    '/v3/directline/conversations/dl-1/activities',
    '/%E5%BC%A0',
  ])
    await fetch(`${url}${path}?token=abc`);
  await fetch(`${url}/healthz`, { method: 'PROPFIND' });
  const { named } = await scraped(url);
  const routes = named('guohe_http_requests_total').map((series) => /route="([^"]*)"/.exec(series)?.[1]);
  expect(new Set(routes)).toEqual(
    new Set(['none', '/checklists/:name', '/v3/directline/conversations/:id/activities']),
  );
  expect(named('guohe_http_requests_total').join()).not.toMatch(/PROPFIND|secret|dl-1|abc|%/);
});

test('with a key it wants that key; without one it is for this machine alone, on a service that nobody else reaches', async () => {
  const keyed = await realService(await dataFolder(), { METRICS_KEY: 'a-long-metrics-key' });
  const status = async (url: string, headers: Record<string, string> = {}) =>
    (await fetch(`${url}/metrics`, { headers })).status;
  expect(await status(keyed.url)).toBe(401);
  expect(await status(keyed.url, { Authorization: 'Bearer another-key-of-18' })).toBe(401);
  expect(await status(keyed.url, { Authorization: 'Basic a-long-metrics-key' })).toBe(401);
  expect(await status(keyed.url, { Authorization: 'Bearer a-long-metrics-key' })).toBe(200);

  const open = await realService(await dataFolder());
  expect(await status(open.url)).toBe(200);
  expect(await status(open.url, { 'X-Forwarded-For': '10.0.0.1' })).toBe(404);
  expect(await status(open.url, { Forwarded: 'for=10.0.0.1' })).toBe(404);

  // As `bot/service.ts` opens it where others reach the service.
  const reached = await listen((server) =>
    metricsRoute(server, { metrics: createMetrics(), key: undefined, loopbackOpen: false }),
  );
  onTestFinished(() => reached.close());
  expect(await status(reached.url)).toBe(404);
});

test('who is refused because there was too much is counted', async () => {
  const env = { HELPDESK_API_KEYS: 'a:api-key-of-a', RATE_PER_KEY: '2', METRICS_KEY: 'a-long-metrics-key' };
  const { url } = await realService(await dataFolder(), env);
  const own = { Authorization: 'Bearer api-key-of-a' };
  const statuses = [];
  for (let times = 0; times < 4; times += 1)
    statuses.push((await postJson(`${url}/api/v1/ask`, { question: '年龄' }, own)).status);
  expect(statuses).toEqual([200, 200, 429, 429]);
  const { of } = await scraped(url, { Authorization: 'Bearer a-long-metrics-key' });
  expect(of('guohe_limited_total{by="key"}')).toBe(2);
  expect(of('guohe_limited_total{by="person"}')).toBe(0);
});

test('a store that fails is counted, and what it does not tell is missing rather than zero', async () => {
  const folder = await dataFolder();
  const store = embeddedStore(folder);
  const refuse = () => Promise.reject(new Error('no'));
  const house = await openHouse({
    folder,
    store: { ...store, outbox: { ...store.outbox, counts: refuse }, check: refuse },
  });
  expect((await fetch(`${house.url}/readyz`)).status).toBe(503);
  await scraped(house.url);
  const { of, named } = await scraped(house.url);
  expect(of('guohe_store_errors_total{part="check"}')).toBe(1);
  expect(of('guohe_store_errors_total{part="outbox"}')).toBeGreaterThanOrEqual(1);
  expect(of('guohe_store_errors_total{part="talks"}')).toBe(0);
  expect(named('guohe_outbox')).toEqual([]);
  expect(of('guohe_queue_length')).toBe(0);
});

test('a message that waits for its answer makes the queue longer and older', async () => {
  const held = heldTurns('年龄');
  const service = await appService({ store: held.store });
  await service.write('zhangsan', '年龄');
  await expect.poll(held.turns).toBe(1);
  const { of } = await scraped(service.url);
  expect(of('guohe_queue_length')).toBe(1);
  expect(of('guohe_queue_oldest_seconds')).toBeGreaterThan(0);
  held.release();
  await service.settled('zhangsan');
  await expect.poll(async () => (await scraped(service.url)).of('guohe_queue_length')).toBe(0);
});

test('a token that could not be had is counted, and what became of the reply', async () => {
  const standIn = await wecomStandIn();
  standIn.script('gettoken', { errcode: 40001 });
  const service = await appService({ standIn });
  await service.say('zhangsan', '年龄');
  const { of } = await scraped(service.url);
  expect(of('guohe_token_errors_total{channel="wecom"}')).toBe(1);
  expect(of('guohe_deliveries_total{channel="wecom",state="failed"}')).toBeGreaterThan(0);
});
