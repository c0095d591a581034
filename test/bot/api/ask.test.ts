import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { askApi } from '../../../bot/api/ask.ts';
import { keptAnswers } from '../../../bot/api/kept.ts';
import { openDesk } from '../../../bot/ask/desk.ts';
import { loadGuide } from '../../../knowledge/loadGuide.ts';
import { embeddedStore } from '../../../state/lowdb/index.ts';
import { dataFolder } from '../../support/hallTalk.ts';
import { postJson, realService } from '../../support/realService.ts';
import { expectProblem, type Listening, listen, post } from '../server/listening.ts';

const route = '/api/v1/ask';
const guide = loadGuide('jx-intl-2023');
const answer = z.strictObject({
  status: z.enum(['answered', 'clarify', 'not-in-guide', 'declined']),
  answer: z.string().min(1),
  citations: z.array(z.strictObject({ clause: z.string().min(1), quote: z.string().min(1) })),
  suggestions: z.array(z.string()).max(3),
  conversation: z.string().min(1).max(128),
  guide: z.literal('jx-intl-2023'),
  overlay: z.null(),
  reason: z.string().min(1),
});

let clock = Date.parse('2023-05-08T02:00:00Z');
const now = () => new Date(clock);
const desk = openDesk({ guide, now, timeZone: 'Asia/Shanghai', most: 3 });

const kept = async () => keptAnswers(embeddedStore(await dataFolder()).documents, now);

async function asked(at: Listening, body: unknown, headers: Record<string, string> = {}) {
  const res = await post(at, route, JSON.stringify(body), headers);
  expect(res.status, await res.clone().text()).toBe(200);
  return answer.parse(await res.json());
}

describe('a question', () => {
  let at: Listening;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'guohe-'));
    const answers = keptAnswers(embeddedStore(folder).documents, now);
    at = await listen((server) => askApi(server, { desk, kept: answers, keys: new Map(), loopbackOpen: true }));
  });
  afterAll(async () => {
    await at.close();
    await rm(folder, { recursive: true, force: true });
  });

  test('is answered with clause and quote, under a conversation that the service names', async () => {
    const one = await asked(at, { question: '最高能资助多少万元？' });
    expect(one).toMatchObject({ status: 'answered', citations: [{ clause: expect.stringContaining('一') }] });
    for (const { quote } of one.citations) expect(guide.source).toContain(quote);
    const other = await asked(at, { question: '最高能资助多少万元？' });
    expect(other).toEqual({ ...one, conversation: expect.not.stringMatching(one.conversation) });
  });

  test('in the caller’s own conversation leans on the one before, in another it does not', async () => {
    const [one, another] = ['工单/1＃', 'b'.repeat(128)];
    expect(
      (await asked(at, { question: '方向七拟立项几个？', conversation: one, externalId: 'T-1' })).conversation,
    ).toBe(one);
    expect((await asked(at, { question: '那方向五呢？', conversation: one })).answer).toContain('2');
    expect((await asked(at, { question: '那方向五呢？', conversation: another })).conversation).toBe(another);
  });

  const follows = async (conversation: string) => {
    const { answer: leaning } = await asked(at, { question: '那方向五呢？', conversation });
    const { answer: alone } = await asked(at, { question: '那方向五呢？' });
    return leaning !== alone;
  };

  test.each([
    [29 * 60_000 + 59_000, true],
    [30 * 60_000, false],
  ])('%i ms later its context is kept: %s', async (later, kept) => {
    const conversation = `later-${later}`;
    await asked(at, { question: '方向七拟立项几个？', conversation });
    clock += later;
    expect(await follows(conversation)).toBe(kept);
  });

  test('what was silent longest is forgotten when there are too many', async () => {
    await asked(at, { question: '方向七拟立项几个？', conversation: 'first' });
    for (const conversation of ['second', 'third']) await asked(at, { question: '能资助多少？', conversation });
    expect(await follows('first')).toBe(true);
    await asked(at, { question: '方向七拟立项几个？', conversation: 'first' });
    for (const conversation of ['4', '5', '6']) await asked(at, { question: '能资助多少？', conversation });
    expect(await follows('first')).toBe(false);
  });

  test.each([
    ['no question', {}, 'question'],
    ['an empty one', { question: ' \n' }, 'question'],
    ['a number', { question: 7 }, 'question'],
    ['4,001 characters', { question: '问'.repeat(4001) }, 'question'],
    ['an empty conversation', { question: '问', conversation: '' }, 'conversation'],
    ['a conversation of 129 characters', { question: '问', conversation: 'c'.repeat(129) }, 'conversation'],
    ['a conversation that is a number', { question: '问', conversation: 1 }, 'conversation'],
    ['an external id that is an object', { question: '问', externalId: {} }, 'externalId'],
    ['a field that there is not', { question: '问', conversaton: 'a' }, ''],
    ['no object', [], ''],
    ['null', null, ''],
  ])('%s gets 422 that names the path', async (_what, body, path) => {
    const problem = await expectProblem(await post(at, route, JSON.stringify(body)), 422);
    expect(problem.errors).toEqual([{ path, message: expect.stringMatching(/\p{Script=Han}/u) }]);
  });

  test.each([
    ['4,000 characters', '问'.repeat(4000)],
    ['4,000 characters beyond the basic plane', '𠮷'.repeat(4000)],
    ['no words', '？？？'],
    ['half a character', '\ud83d 资助多少'],
  ])('of %s is taken', async (_what, question) => {
    expect((await asked(at, { question })).answer).not.toBe('');
  });

  test('is refused from elsewhere while there are no keys', async () => {
    const res = await post(at, route, JSON.stringify({ question: '问' }), { 'X-Forwarded-For': '203.0.113.7' });
    await expectProblem(res, 401);
  });
});

test('with keys, a key is needed, and conversations of two keys are apart', async () => {
  const keys = new Map([
    ['desk', 'k1'],
    ['other', 'k2'],
  ]);
  const own = openDesk({ guide, now, timeZone: 'Asia/Shanghai' });
  const ownKept = await kept();
  const at = await listen((server) => askApi(server, { desk: own, kept: ownKept, keys, loopbackOpen: true }));
  await expectProblem(await post(at, route, JSON.stringify({ question: '问' })), 401);
  await expectProblem(await post(at, route, JSON.stringify({ question: '问' }), { Authorization: 'Bearer k3' }), 401);
  const say = (question: string, key: string) =>
    asked(at, { question, conversation: 'same' }, { Authorization: `Bearer ${key}` });
  await say('方向七拟立项几个？', 'k1');
  const { answer: theirs } = await say('那方向五呢？', 'k2');
  const { answer: ours } = await say('那方向五呢？', 'k1');
  expect(ours).not.toBe(theirs);
  await at.close();
});

describe('under an externalId', () => {
  const keys = new Map([
    ['desk', 'k1'],
    ['other', 'k2'],
  ]);
  const question = '最高能资助多少万元？';
  const externalId = '工单/1＃ __proto__';

  async function service(folder: string) {
    const fresh = openDesk({ guide, now, timeZone: 'Asia/Shanghai' });
    const answers = keptAnswers(embeddedStore(folder).documents, now);
    const at = await listen((server) => askApi(server, { desk: fresh, kept: answers, keys, loopbackOpen: true }));
    onTestFinished(() => at.close());
    return {
      answers,
      say: (body: object, key = 'k1') => post(at, route, JSON.stringify(body), { Authorization: `Bearer ${key}` }),
    };
  }
  const told = async (res: Response) => answer.parse(await res.json());

  test('the same question has the same answer, in the same conversation, also from another process', async () => {
    const folder = await dataFolder();
    const { say } = await service(folder);
    const first = await told(await say({ question, externalId }));
    expect(await told(await say({ question, externalId }))).toEqual(first);
    expect(await told(await (await service(folder)).say({ question, externalId }))).toEqual(first);
    expect((await told(await say({ question }))).conversation).not.toBe(first.conversation);
  });

  test('of many at the same moment all have the same answer', async () => {
    const { say } = await service(await dataFolder());
    const all = await Promise.all(Array.from({ length: 8 }, async () => told(await say({ question, externalId }))));
    expect(new Set(all.map(({ conversation }) => conversation)).size).toBe(1);
  });

  test('another question is refused, and the first answer stays', async () => {
    const { say } = await service(await dataFolder());
    const first = await told(await say({ question, externalId }));
    await expectProblem(await say({ question: `${question} `, externalId }), 409);
    expect(await told(await say({ question, externalId }))).toEqual(first);
  });

  test('another key has ids of its own', async () => {
    const { say } = await service(await dataFolder());
    await say({ question, externalId });
    expect((await say({ question: '年龄有什么要求？', externalId }, 'k2')).status).toBe(200);
  });

  test.each([
    [128, 200],
    [129, 422],
  ])('of %i characters is answered with %i', async (length, status) => {
    const { say } = await service(await dataFolder());
    expect((await say({ question, externalId: '𠮷'.repeat(length) })).status).toBe(status);
  });

  test.each([
    [7 * 24 * 60 - 1, 409],
    [7 * 24 * 60, 200],
  ])('%i minutes later another question gets %i', async (minutes, status) => {
    const { say } = await service(await dataFolder());
    await say({ question, externalId });
    clock += minutes * 60_000;
    expect((await say({ question: '年龄有什么要求？', externalId })).status).toBe(status);
  });

  test('what is a week old is dropped, and of the rest the newest are left', async () => {
    const { documents } = embeddedStore(await dataFolder());
    const few = keptAnswers(documents, now, 2);
    const once = (id: string) => few.once({ holder: 'desk', id, what: 'q' }, () => ({ id, at: clock }));
    await once('old');
    clock += 7 * 24 * 60 * 60_000;
    for (const id of ['1', '2', '3']) {
      clock += 1000;
      await once(id);
    }
    expect(await few.sweep()).toBe(2);
    const was = clock;
    clock += 1000;
    expect(await once('3')).toEqual({ id: '3', at: was });
    expect(await once('1')).toEqual({ id: '1', at: clock });
  });
});

test.each([
  ['负责人的年龄有什么要求？', '命中附5 二（一）'],
  ['项目经费能买车吗？', '指南未规定'],
])('the answer to %s says why: %s', async (question, reason) => {
  const answers = await kept();
  const at = await listen((server) => askApi(server, { desk, kept: answers, keys: new Map(), loopbackOpen: true }));
  onTestFinished(() => at.close());
  expect((await asked(at, { question })).reason).toBe(reason);
});

test('the whole service answers', async () => {
  const { url } = await realService(await dataFolder());
  const { status, body } = await postJson(`${url}${route}`, { question: '负责人年龄有什么要求？' });
  expect(status).toBe(200);
  expect(answer.parse(body).answer).toContain('1965年6月1日');
});
