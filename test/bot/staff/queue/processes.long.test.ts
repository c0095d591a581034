/** The service as processes of its own: killed between an answer and its send, and two of them on one database. */
import { randomUUID } from 'node:crypto';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openAccounts } from '../../../../bot/staff/accounts/account.ts';
import { csrfToken } from '../../../../bot/staff/csrf.ts';
import { openSessions } from '../../../../bot/staff/session.ts';
import { embeddedStore } from '../../../../state/lowdb/index.ts';
import { postgresStore } from '../../../../state/postgres/index.ts';
import type { Store } from '../../../../state/store.ts';
import { type ServiceProcess, serviceProcess } from '../../../crash/process.ts';
import { connector, teamsMessage } from '../../../support/connector.ts';
import { dataFolder } from '../../../support/hallTalk.ts';
import { hasPostgres } from '../../../support/postgres.ts';
import { postJson } from '../../../support/realService.ts';
import { dropDatabase, newDatabase, sharedServer } from '../../../support/sharedPostgres.ts';
import { postCallback, sample, sealed } from '../../../support/wecom/callbacks.ts';
import { kfSide } from '../../../support/wecom/kf.ts';
import { event, kfEnv } from '../../../support/wecom/kfService.ts';
import { wecomStandIn } from '../../../support/wecom/standIn.ts';
import { answerForm, asksThePerson, type Person, readsOf, times } from './people.ts';

const answer = '专项经费不能用于购买车辆。';
const asked = '经费可以用来买车吗';

/** A clerk's cookie and token, good on every process of this home. */
async function clerkIn(store: Store, name: string) {
  const now = () => new Date();
  const account = await openAccounts(store.documents, now).add({ name, role: 'clerk', state: 'active' });
  const session = await openSessions(store.documents, now).begin(account);
  const headers = { cookie: `staff=${session}` };
  return {
    get: async (url: string) => (await fetch(url, { headers })).text(),
    post: (url: string, fields: Record<string, string>) =>
      fetch(url, {
        method: 'POST',
        headers,
        body: new URLSearchParams({ ...fields, csrf: csrfToken(session) }),
        redirect: 'manual',
      }),
  };
}
type Clerk = Awaited<ReturnType<typeof clerkIn>>;

/** A process on an embedded home in which a clerk is signed in. */
async function house(env: Record<string, string> = {}) {
  const folder = await dataFolder();
  const store = embeddedStore(folder);
  const clerk = await clerkIn(store, '陈晓');
  await store.close();
  const service = await serviceProcess(folder, { env });
  onTestFinished(() => service.kill());
  await service.start();
  return { service, clerk };
}

const itemIn = async (clerk: Clerk, { url }: Pick<ServiceProcess, 'url'>): Promise<string> => {
  const page = await clerk.get(`${url}/staff/queue`);
  return /\/staff\/queue\/[0-9a-f-]{36}(?=")/.exec(page)?.[0] ?? '';
};

/** 微信客服 and Teams around a process; `hold` keeps the next sends from ending, so that what follows waits. */
async function kfHouse() {
  const standIn = await wecomStandIn();
  const kf = kfSide(standIn, () => new Date());
  const { service, clerk } = await house(kfEnv(standIn.url));
  const touser = 'wm-somebody';
  const person: Person = {
    async say(text) {
      kf.say(touser, text);
      const { status } = await postCallback(`${service.url}/wecom-kf/callback`, sealed(event(new Date()), sample));
      if (status !== 200) throw new Error(`refused with ${status}`);
    },
    read: async () => kf.seen.map(({ text }) => text),
  };
  const hold = () => void standIn.delays.set('kf/send_msg', 3000);
  return { service, clerk, person, hold, free: () => standIn.delays.clear() };
}

async function teamsHouse() {
  const { received, serviceUrl, answer: answering } = await connector();
  const { service, clerk } = await house();
  const person: Person = {
    async say(text) {
      const message = { ...teamsMessage(serviceUrl, text, randomUUID()), timestamp: new Date().toISOString() };
      const { status } = await postJson(`${service.url}/api/messages`, message);
      if (status >= 300) throw new Error(`refused with ${status}`);
    },
    read: async () =>
      received
        .filter(({ method, activity }) => method === 'POST' && activity.type === 'message')
        .map(({ activity }) => activity.text),
  };
  // The connector has it and says nothing: whatever comes later waits behind it.
  const hold = () => answering(() => {});
  return { service, clerk, person, hold, free: () => answering() };
}

describe('killed', () => {
  test.each([
    ['微信客服', kfHouse],
    ['Teams', teamsHouse],
  ] as const)(
    '%s: between the answer and its send, it arrives once after the start',
    async (_channel, open) => {
      const { service, clerk, person, hold, free } = await open();
      await asksThePerson(person, asked);
      const item = await itemIn(clerk, service);
      // The word that somebody has taken the talk is on its way and does not arrive; the answer waits behind it.
      hold();
      expect((await clerk.post(`${service.url}${item}/take`, { form: randomUUID() })).status).toBe(303);
      const form = answerForm(answer, { clause: '一 第2段' });
      expect((await clerk.post(`${service.url}${item}/reply`, form)).status).toBe(303);
      await service.kill();
      expect(times(await person.read(), answer)).toBe(0);
      free();
      await service.start();
      await readsOf(person, answer);
      // Who presses once more after the fright sends nothing more.
      expect((await clerk.post(`${service.url}${item}/reply`, form)).status).toBe(303);
      await expect.poll(() => clerk.get(`${service.url}${item}`)).toContain('已送出');
      await person.say('负责人年龄有什么要求？');
      await readsOf(person, '1965年6月1日');
      expect(times(await person.read(), answer)).toBe(1);
    },
    120_000,
  );

  test('微信客服: while the answer is being sent, it arrives once', async () => {
    const { service, clerk, person, hold, free } = await kfHouse();
    await asksThePerson(person, asked);
    const item = await itemIn(clerk, service);
    hold();
    await clerk.post(`${service.url}${item}/reply`, answerForm(answer));
    await new Promise((resolve) => setTimeout(resolve, 300));
    await service.kill();
    free();
    await service.start();
    await readsOf(person, answer);
    await expect.poll(() => clerk.get(`${service.url}${item}`)).toContain('已送出');
    // The one that was on its way when the process died has come too, by now.
    await new Promise((resolve) => setTimeout(resolve, 3000));
    expect(times(await person.read(), answer)).toBe(1);
  }, 120_000);

  test('Teams: while the answer is being sent, it arrives once, and staff read that this is not certain', async () => {
    const { service, clerk, person, hold, free } = await teamsHouse();
    await asksThePerson(person, asked);
    const item = await itemIn(clerk, service);
    hold();
    const form = answerForm(answer);
    await clerk.post(`${service.url}${item}/reply`, form);
    await readsOf(person, answer);
    await service.kill();
    free();
    await service.start();
    await expect.poll(() => clerk.get(`${service.url}${item}`)).toContain('不确定是否送到');
    expect(await clerk.get(`${service.url}${item}`)).toContain('发送途中服务中断');
    // Who presses once more after the fright sends nothing more.
    expect((await clerk.post(`${service.url}${item}/reply`, form)).status).toBe(303);
    await person.say('负责人年龄有什么要求？');
    await readsOf(person, '1965年6月1日');
    expect(times(await person.read(), answer)).toBe(1);
  }, 120_000);

  test.each([5, 40])(
    '%i ms after the form was sent: sent again after the start, it is said once',
    async (ms) => {
      const { service, clerk, person } = await kfHouse();
      await asksThePerson(person, asked);
      const item = await itemIn(clerk, service);
      const form = answerForm(answer);
      const lost = clerk.post(`${service.url}${item}/reply`, form).catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, ms));
      await service.kill();
      await lost;
      await service.start();
      await clerk.post(`${service.url}${item}/reply`, form);
      await readsOf(person, answer);
      await expect.poll(() => clerk.get(`${service.url}${item}`)).toContain('已送出');
      expect(times(await person.read(), answer)).toBe(1);
    },
    120_000,
  );
});

describe.skipIf(!hasPostgres)('two processes on one database', () => {
  test('of two clerks who take at the same moment, each on a process of their own, one has it; the answer is said once', async () => {
    const server = await sharedServer();
    const url = await newDatabase(server);
    onTestFinished(() => dropDatabase(server, url));
    const standIn = await wecomStandIn();
    const kf = kfSide(standIn, () => new Date());
    const processes: ServiceProcess[] = [];
    for (let at = 0; at < 2; at += 1) {
      const each = await serviceProcess(await dataFolder(), { env: { ...kfEnv(standIn.url), DATABASE_URL: url } });
      onTestFinished(() => each.kill());
      await each.start();
      processes.push(each);
    }
    const [one, two] = processes as [ServiceProcess, ServiceProcess]; // there are two
    const store = await postgresStore(url);
    onTestFinished(() => store.close());
    const chen = await clerkIn(store, '陈晓');
    const wang = await clerkIn(store, '王明');
    for (let round = 0; round < 2; round += 1) {
      const touser = `wm-${round}`;
      const person: Person = {
        async say(text) {
          kf.say(touser, text);
          await postCallback(`${one.url}/wecom-kf/callback`, sealed(event(new Date()), sample));
        },
        read: async () => kf.seen.filter((each) => each.touser === touser).map(({ text }) => text),
      };
      await asksThePerson(person, asked);
      const item = await itemIn(chen, one);
      const took = await Promise.all([
        chen.post(`${one.url}${item}/take`, { form: randomUUID() }),
        wang.post(`${two.url}${item}/take`, { form: randomUUID() }),
      ]);
      expect(took.map(({ status }) => status).toSorted()).toEqual([303, 409]);
      const first = took[0].status === 303;
      const holder = first ? chen : wang;
      expect(await took[first ? 1 : 0].text()).toContain(first ? '已由陈晓接手' : '已由王明接手');
      expect(times(await readsOf(person, '咨询台已接手'), '咨询台已接手')).toBe(1);
      // The same form on both.
      const form = answerForm(answer);
      const sent = await Promise.all(processes.map((each) => holder.post(`${each.url}${item}/reply`, form)));
      expect(sent.map(({ status }) => status)).toEqual([303, 303]);
      await readsOf(person, answer);
      await expect.poll(() => holder.get(`${two.url}${item}`)).toContain('已送出');
      expect(times(await person.read(), answer)).toBe(1);
    }
    for (const each of processes) expect(await each.stop()).toBe(0);
  }, 120_000);
});
