import type { ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type AlertsOptions, keepAlerting, type Waiting } from '../../../bot/alerts/index.ts';
import { payloadFor, receiverOf } from '../../../bot/alerts/payload.ts';
import { createLog } from '../../../bot/log.ts';
import { officeHours } from '../../../bot/officeHours.ts';
import { embeddedStore } from '../../../state/lowdb/index.ts';
import { dataFolder } from '../../support/hallTalk.ts';
import { receiver } from '../../support/receiver.ts';

/** A Monday, 10:00 in Jiangxi. */
const monday = Date.parse('2023-05-08T02:00:00Z');
const key = 'key=693axxx6-7aoc-4bc4-97a0-0ec2sifa5aaa';
const item = (id: string, askedAt = new Date(monday).toISOString()): Waiting => ({
  channel: 'wecomKf',
  item: { id, why: 'not-in-guide', askedAt },
});

/** `writeHead` gives nothing back where restify is loaded in the same process. */
function answered(res: ServerResponse, status: number, headers = {}): void {
  res.writeHead(status, headers);
  res.end();
}

async function alerting(urls: readonly string[], more: Partial<AlertsOptions> = {}) {
  const logged: string[] = [];
  const waiting: Waiting[] = [];
  let now = monday;
  const store = embeddedStore(await dataFolder());
  const open = () => {
    const alerts = keepAlerting({
      urls,
      documents: store.documents,
      pending: async () => waiting,
      queue: () => 'https://guohe.example.cn/staff/queue',
      now: () => new Date(now),
      log: createLog('info', { write: (line: string) => void logged.push(line) }),
      again: 20,
      ...more,
    });
    onTestFinished(() => alerts.stop());
    return alerts;
  };
  return {
    open,
    waiting,
    store,
    log: () => logged.join(''),
    pass(hours: number) {
      now += hours * 3_600_000;
    },
  };
}

describe('each kind of receiver gets what it understands', () => {
  const news = {
    event: 'desk.pending',
    item: 'i',
    why: 'person',
    channel: 'msteams',
    waiting: 3,
    askedAt: '2023-05-08T02:00:00Z',
    url: 'https://g.example.cn/staff/queue',
  } as const;
  test.each([
    ['https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=1', 'wecom'],
    ['https://contoso.webhook.office.com/webhookb2/1', 'teams'],
    ['https://prod-1.westus.logic.azure.com:443/workflows/1', 'teams'],
    ['https://default1.environment.api.powerplatform.com/powerautomate/1', 'teams'],
    ['https://webhook.office.com.evil.example/1', 'plain'],
    ['https://alerts.example.cn/hook', 'plain'],
  ])('%s is %s', (url, kind) => {
    expect(receiverOf(url)).toBe(kind);
  });
  test('a robot markdown, Teams a card with a button, anything else JSON', () => {
    expect(payloadFor('wecom', news)).toEqual({
      msgtype: 'markdown',
      markdown: {
        content:
          '**咨询台有新问题**\n> 原因：申请人想找人工\n> 渠道：Teams\n> 正在等待：3 个\n[打开咨询台](https://g.example.cn/staff/queue)',
      },
    });
    expect(JSON.stringify(payloadFor('teams', news))).toContain(
      '"contentType":"application/vnd.microsoft.card.adaptive"',
    );
    expect(JSON.stringify(payloadFor('teams', news))).toContain('"url":"https://g.example.cn/staff/queue"');
    expect(payloadFor('plain', news)).toMatchObject({ event: 'desk.pending', waiting: 3, url: news.url });
  });
});

describe('what waits is told', () => {
  test('at once, to each, once, whoever looks again', async () => {
    const [robot, other] = [await receiver(), await receiver()];
    const house = await alerting([`${robot.url}/cgi-bin/webhook/send?${key}`, `${other.url}/hook`]);
    const alerts = house.open();
    house.waiting.push(item('a'));
    const began = performance.now();
    alerts.tell(item('a'));
    await expect.poll(() => [robot.got.length, other.got.length]).toEqual([1, 1]);
    expect(performance.now() - began).toBeLessThan(5000);
    expect(robot.got[0]?.body).toMatchObject({ msgtype: 'markdown' });
    await alerts.look();
    house.open();
    await pause(300);
    expect([robot.got.length, other.got.length]).toEqual([1, 1]);
  });

  test('again and again to who did not take it, not to who did; its address is told to nobody', async () => {
    const [robot, other] = [await receiver(), await receiver()];
    let tries = 0;
    robot.answer((res) => {
      tries += 1;
      if (tries === 1) answered(res, 503);
      else if (tries === 2) res.destroy();
      else res.end(tries === 3 ? '{"errcode":45009}' : '{"errcode":0}');
    });
    const house = await alerting([`${robot.url}/cgi-bin/webhook/send?${key}`, `${other.url}/hook?${key}`]);
    house.open().tell(item('a'));
    await expect.poll(() => robot.got.length).toBe(4);
    expect(other.got).toHaveLength(1);
    expect(house.log().match(/alert not taken/g)).toHaveLength(3);
    expect(house.log()).not.toMatch(/693axxx6|127\.0\.0\.1/);
  });

  test('to no other place: a redirect is not followed', async () => {
    const [here, elsewhere] = [await receiver(), await receiver()];
    here.answer((res) => answered(res, 307, { Location: elsewhere.url }));
    const house = await alerting([`${here.url}/hook`]);
    house.open().tell(item('a'));
    await expect.poll(() => here.got.length).toBeGreaterThan(1);
    expect(elsewhere.got).toEqual([]);
  });

  test('one that never answers holds up no other', async () => {
    const [hangs, other] = [await receiver(), await receiver()];
    hangs.answer(() => {});
    const house = await alerting([`${hangs.url}/hook`, `${other.url}/hook`]);
    house.open().tell(item('a'));
    await expect.poll(() => other.got.length).toBe(1);
  });

  test('after a crash too: what nobody was told of, and what was left half done', async () => {
    const [one, other] = [await receiver(), await receiver()];
    one.answer((res) => answered(res, 500));
    const house = await alerting([`${one.url}/hook`, `${other.url}/hook`], { again: 60_000 });
    const first = house.open();
    first.tell(item('a'));
    await expect.poll(() => [one.got.length, other.got.length]).toEqual([1, 1]);
    // It comes to its document, and no further.
    await expect
      .poll(async () => JSON.stringify(await house.store.documents.read('desk-alert', 'a.desk.pending')))
      .toMatch(/"told":\["/);
    await first.stop();
    one.answer((res) => res.end());
    house.waiting.push(item('a'), item('b'));
    house.pass(0.1);
    house.open();
    await expect.poll(() => [one.got.length, other.got.length]).toEqual([3, 2]);
  });

  test('by one of several processes', async () => {
    const one = await receiver();
    const house = await alerting([`${one.url}/hook`]);
    house.waiting.push(item('a'));
    const all = [house.open(), house.open(), house.open()];
    for (const each of all) each.tell(item('a'));
    await Promise.all(all.map((each) => each.look()));
    await pause(300);
    expect(one.got).toHaveLength(1);
  });
});

describe('the oldest one that has waited for an hour of office hours', () => {
  const hours = officeHours('周一至周五 8:30—12:00、14:00—17:30', 'Asia/Shanghai');
  async function heard(askedAt: string, hoursLater: number) {
    const one = await receiver();
    const house = await alerting([`${one.url}/hook`], { hours });
    house.waiting.push(item('a', askedAt), item('b', new Date(monday + 1).toISOString()));
    house.pass(hoursLater);
    const alerts = house.open();
    await alerts.look();
    await alerts.look();
    await pause(300);
    return one.got.filter(({ body }) => body.event === 'desk.waiting').map(({ body }) => body.item);
  }
  test.each([
    ['is told of once', '2023-05-08T02:00:00.000Z', 1, ['a']],
    ['not before', '2023-05-08T02:00:00.000Z', 0.9, []],
    ['not while nobody is there', '2023-05-08T02:00:00.000Z', 2.5, []],
    ['not for a night that went by', '2023-05-07T14:00:00.000Z', -1, []],
  ])('%s', async (_what, askedAt, later, told) => {
    expect(await heard(askedAt, later)).toEqual(told);
  });
});

test('without a receiver nothing is looked for', async () => {
  const house = await alerting([], { pending: () => Promise.reject(new Error('looked')) });
  await house.open().look();
  expect(house.log()).toBe('');
});
