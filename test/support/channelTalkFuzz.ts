/** The whole service under odd callbacks and activities: so many of each kind, the same ones every time. */
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect } from 'vitest';
import { clock, type House, openHouse } from './channelTalk.ts';
import { bent, oddInside, oddItem, torn } from './channelTalkOdd.ts';
import { teamsActivity } from './channelTalkPosts.ts';
import { connector } from './connector.ts';
import { postJson } from './realService.ts';
import { all } from './saying.ts';
import { appSide } from './wecom/app.ts';
import { appEnv } from './wecom/appService.ts';
import { getCallback, postCallback, type Sealed, sample, sealed } from './wecom/callbacks.ts';
import { account, kfSide } from './wecom/kf.ts';
import { event, kfEnv } from './wecom/kfService.ts';
import { wecomStandIn } from './wecom/standIn.ts';

const seed = 20230508;
/** Posted at the same time. */
const atOnce = 20;
/** Milliseconds after which a request hangs. */
const patience = 10_000;

const callbacks = ['/wecom/callback', '/wecom-kf/callback'];

export async function fuzzed(each: number): Promise<{ posted: number; statuses: Map<number, number> }> {
  const time = clock();
  const [standIn, teams] = [await wecomStandIn(), await connector()];
  appSide(standIn);
  const kf = kfSide(standIn, time.now);
  const house = await openHouse({ env: { ...appEnv(standIn.url), ...kfEnv(standIn.url) }, time });
  const { url } = house;
  const seconds = () => Math.floor(time.now().getTime() / 1000);
  const statuses = new Map<number, number>();
  let posted = 0;

  /** Posts so many of these, some at the same time; none may end with a fault of ours, or not end. */
  async function post<T>(what: string, odd: fc.Arbitrary<T>, act: (one: T) => Promise<number>): Promise<void> {
    const one = async (value: T) => {
      const status = await Promise.race([
        act(value),
        new Promise<number>((end) => setTimeout(end, patience, 0).unref()),
      ]);
      posted += 1;
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      expect([what, status], JSON.stringify(value).slice(0, 2000)).toEqual([what, expect.toSatisfy(isCallers)]);
    };
    const some = fc.array(odd, { minLength: atOnce, maxLength: atOnce });
    const property = fc.asyncProperty(some, async (values) => {
      time.pass(1);
      await Promise.all(values.map(one));
    });
    await fc.assert(property, { numRuns: Math.ceil(each / atOnce), seed, endOnFailure: true });
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
  }

  const callback = async (path: string, { query, body }: Sealed) =>
    (await postCallback(`${url}${path}`, { query, body: body.toWellFormed() })).status;

  const inside = fc.tuple(fc.constantFrom(...callbacks), oddInside(seconds));
  await post('inside a callback', inside, ([path, xml]) => callback(path, sealed(xml.toWellFormed())));

  await post('brought by sync_msg', oddItem, async (item) => {
    kf.add({ ...item, msgid: randomUUID() });
    return callback('/wecom-kf/callback', sealed(event(time.now())));
  });

  // What was brought so far is fetched: from here on nobody tells of anything.
  const cursor = async () => (await house.store.documents.read('wecom-kf-cursor', account))?.value;
  await expect.poll(cursor).toMatchObject({ cursor: `c${kf.items.length}` });
  const before = house.taken.length;
  const whole = sealed(event(time.now()), { ...sample, token: 'not the token' });
  const outside = fc.tuple(
    fc.constantFrom(...callbacks),
    fc.oneof(fc.constant(whole.query), torn(whole.query)),
    fc.oneof(fc.constant(whole.body), torn(whole.body), fc.constant(whole.body + ' '.repeat(70_000))),
    fc.constantFrom(
      'text/xml',
      'application/xml',
      'application/json',
      'text/plain',
      'multipart/form-data',
      'x/y',
      'GET',
    ),
  );
  await post('around a callback that nobody signed', outside, async ([path, query, body, type]) => {
    kf.say('nobody', '开始自查', { msgid: 'unsigned' });
    const address = `${url}${path}`;
    const asked =
      type === 'GET' &&
      getCallback(address, `${query}&echostr=${encodeURIComponent(body.slice(0, 500).toWellFormed())}`);
    const { status } = await (asked || postCallback(address, { query, body: body.toWellFormed() }, type));
    return status >= 400 ? status : 0;
  });
  expect(house.taken.slice(before)).toEqual([]);

  const activity = {
    ...teamsActivity(teams.serviceUrl, 'fuzz', 'id'),
    text: '开始自查',
    value: { text: '企业', question: 'unit.kind' },
  };
  const named = {
    ...activity,
    entities: [{ type: 'mention', text: '<at>国合申报助手</at>', mentioned: { id: 'bot' } }],
  };
  const kinds = ['message', 'messageUpdate', 'conversationUpdate', 'installationUpdate', 'invoke', 'event', 'typing'];
  const bot = fc
    .constantFrom(...kinds)
    .chain((type) => bent({ ...named, type, membersAdded: [{ id: 'fuzz' }], name: 'composeExtension/fetchTask' }));
  await post(
    'an activity of Teams',
    bot,
    async (one) =>
      // Answers to a port on which nobody listens would only be waited for.
      (await postJson(`${url}/api/messages`, { ...one, serviceUrl: teams.serviceUrl })).status,
  );

  const { body } = await postJson(`${url}/v3/directline/conversations`, {});
  const path = `${url}/v3/directline/conversations/${String(body.conversationId)}/activities`;
  const said = {
    type: 'message',
    id: 'x',
    from: { id: 'me', name: '我' },
    text: '开始自查',
    value: { text: '企业', question: 'unit.kind' },
    channelData: { clientActivityID: 'c' },
  };
  const direct = fc.tuple(bent(said), fc.boolean(), fc.string({ unit: 'binary', maxLength: 20 }));
  await post('an activity of Direct Line', direct, async ([one, reads, mark]) =>
    reads
      ? (await fetch(`${path}?watermark=${encodeURIComponent(mark.toWellFormed())}`)).status
      : (await postJson(path, one)).status,
  );

  expect(house.log()).not.toMatch(/TypeError|RangeError|turn failed|not committed|"level":60/);
  await expectWhole(house);
  return { posted, statuses };
}

/** Nothing is kept in part: every conversation is read whole, every line was answered, and what was begun was finished. */
async function expectWhole({ store }: House): Promise<void> {
  const unanswered = () => all(store.talks.unanswered());
  await expect.poll(unanswered).toEqual([]);
  const listed = await store.transcripts.list(undefined, { most: 500 });
  expect(listed.items.length).toBeGreaterThan(0);
  for (const { conversation } of listed.items) {
    const lines = await store.talks.read(conversation, 0);
    expect(lines.map(({ seq }) => seq)).toEqual(lines.map((_, at) => (lines[0]?.seq ?? 1) + at));
    const { id } = (await store.talks.load(conversation)) ?? {};
    expect(id).toBe(conversation);
  }
  const kept = await all(store.shelf.list());
  expect(kept.filter(({ damaged, deleting }) => damaged || deleting)).toEqual([]);
}

const isCallers = (status: unknown): boolean => typeof status === 'number' && status >= 200 && status < 500;
