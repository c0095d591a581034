/** Somebody who says too much in a minute, on every channel: told once, nothing that was taken is lost, nothing of the case moves. */
import { expect, test } from 'vitest';
import { words } from '../../../dialogs/wording.ts';
import { dataFolder } from '../../support/hallTalk.ts';
import { postJson, realService } from '../../support/realService.ts';
import { teamsActivities } from '../../support/teamsActivities.ts';
import { teamsService } from '../../support/teamsService.ts';
import { appService } from '../../support/wecom/appService.ts';
import { kfService, kfWorld } from '../../support/wecom/kfService.ts';

const sentence = '您发得有点快，这一条和接下来一分钟里再发的都没有收到。已答的都在，请过一分钟再发。';
/** With a key the service is no longer one that only its own machine uses. */
const limited = { DIRECTLINE_SECRET: 'a secret for tests', RATE_PER_PERSON: '3' };

test('the sentence is calm, and says that it was not taken and when to come again', () => {
  expect(words('zh').tooFast).toBe(sentence);
});

test('in the chat page the fourth message of a minute gets 429 with the sentence, and the talk is as it was', async () => {
  const { url } = await realService(await dataFolder(), limited);
  const { token, conversationId } = (await postJson(`${url}/chat/token`, {})).body;
  const headers = { Authorization: `Bearer ${String(token)}` };
  const path = `${url}/v3/directline/conversations/${String(conversationId)}/activities`;
  const say = (text: string) => postJson(path, { type: 'message', from: { id: 'me' }, text }, headers);
  const said = async () => {
    const set = await (await fetch(path, { headers })).json();
    return (set as { activities: { text?: string; from: { role: string } }[] }).activities;
  };
  for (const text of ['开始自查', '负责人本人', '企业']) expect((await say(text)).status).toBe(200);
  await expect.poll(async () => (await said()).filter(({ from }) => from.role === 'bot').length).toBe(4);
  const before = await said();
  const refused = await fetch(path, {
    method: 'POST',
    headers: { ...headers, 'Content-Type': 'application/json' },
    body: JSON.stringify({ type: 'message', from: { id: 'me' }, text: '江西某某公司' }),
  });
  expect(refused.status).toBe(429);
  expect(refused.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  const seconds = Number(refused.headers.get('retry-after'));
  expect(seconds > 0 && seconds <= 60).toBe(true);
  expect(refused.headers.get('ratelimit-limit')).toBe('3');
  expect(refused.headers.get('ratelimit-remaining')).toBe('0');
  expect(refused.headers.get('ratelimit-policy')).toBe('3;w=60');
  expect(await refused.json()).toMatchObject({
    status: 429,
    title: '请求太频繁',
    detail: sentence,
    error: { code: 'TooManyRequests', message: sentence },
  });
  expect(await said()).toEqual(before);
  // That somebody is typing is no message, and another conversation is another person.
  expect((await postJson(path, { type: 'typing', from: { id: 'me' } }, headers)).status).toBe(200);
  const other = (await postJson(`${url}/chat/token`, {})).body;
  const there = `${url}/v3/directline/conversations/${String(other.conversationId)}/activities`;
  const own = { Authorization: `Bearer ${String(other.token)}` };
  expect((await postJson(there, { type: 'message', from: { id: 'me' }, text: '开始自查' }, own)).status).toBe(200);
});

test('who writes English is told so in English, also by a message that belongs to no language', async () => {
  const { url } = await realService(await dataFolder(), limited);
  const { token, conversationId } = (await postJson(`${url}/chat/token`, {})).body;
  const headers = { Authorization: `Bearer ${String(token)}` };
  const path = `${url}/v3/directline/conversations/${String(conversationId)}/activities`;
  const say = (text: string) => postJson(path, { type: 'message', from: { id: 'me' }, text }, headers);
  for (const text of ['How old may the project leader be?', 'start', 'What does it pay?']) await say(text);
  const { status, body } = await say('ok');
  expect([status, body.detail]).toEqual([429, words('en').tooFast]);
});

test('who asks under ever new names in one conversation is one person', async () => {
  const { url } = await realService(await dataFolder(), limited);
  const { token, conversationId } = (await postJson(`${url}/chat/token`, {})).body;
  const path = `${url}/v3/directline/conversations/${String(conversationId)}/activities`;
  const statuses: number[] = [];
  for (const id of ['a', 'b', 'c', 'd']) {
    const said = { type: 'message', from: { id }, text: '帮助' };
    statuses.push((await postJson(path, said, { Authorization: `Bearer ${String(token)}` })).status);
  }
  expect(statuses).toEqual([200, 200, 200, 429]);
});

test('a member in WeChat Work who writes six at once: 200 each time, three answers, one sentence', async () => {
  const { write, settled, seen, lines, url } = await appService({ env: limited });
  const acks = [];
  for (const text of ['开始自查', '负责人本人', '企业', '一', '二', '三']) acks.push(await write('ZhangSan', text));
  expect(acks.map(({ status, text }) => [status, text])).toEqual(Array(6).fill([200, '']));
  await settled('ZhangSan');
  await expect.poll(() => seen('ZhangSan').filter(({ text }) => text === sentence).length).toBe(1);
  expect((await lines('ZhangSan')).filter(({ from }) => from === 'person')).toHaveLength(3);
  expect(JSON.stringify(await lines('ZhangSan'))).not.toContain(sentence);
  // Somebody else is not held up.
  expect((await write('LiSi', '开始自查')).status).toBe(200);
  await settled('LiSi');
  expect(seen('LiSi').some(({ text }) => text.includes('1/34'))).toBe(true);
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
});

test('a customer of 微信客服 who writes six at once: all are fetched, three answered, one sentence', async () => {
  const world = await kfWorld();
  const service = await kfService(world, limited);
  const me = 'wmqfasd1e19278asdasdasd';
  const ids = ['开始自查', '负责人本人', '企业', '一', '二', '三'].map((text) => world.kf.say(me, text));
  expect((await service.callback()).status).toBe(200);
  await service.answered(me, String(ids[2]));
  await expect.poll(() => world.kf.seen.filter(({ text }) => text === sentence).length).toBe(1);
  await expect.poll(async () => (await service.lines(me)).filter(({ from }) => from === 'person').length).toBe(3);
  // What was too much does not come again.
  expect((await service.callback()).status).toBe(200);
  const next = await service.say('another-customer', '开始自查');
  expect(next.some(({ text }) => text.includes('1/34'))).toBe(true);
  expect(world.kf.seen.filter(({ text }) => text === sentence)).toHaveLength(1);
});

test('somebody in Teams who writes six at once: 200 each time, three answers, one sentence', async () => {
  const service = await teamsService({ folder: await dataFolder(), env: limited });
  const { post, received, serviceUrl, conversations, store } = service;
  const { message } = teamsActivities(serviceUrl);
  const statuses = [];
  for (const text of ['开始自查', '负责人本人', '企业', '一', '二', '三'])
    statuses.push((await post(message(text))).status);
  expect(statuses).toEqual(Array(6).fill(200));
  await conversations.idle();
  const said = () =>
    received.filter(({ activity }) => activity.type === 'message').map(({ activity }) => activity.text);
  await expect.poll(() => said().filter((text) => text === sentence).length).toBe(1);
  await expect.poll(() => said().length).toBeGreaterThanOrEqual(4);
  const lines = await store.talks.read('teams:a:1personal', 0);
  expect(lines.filter(({ from }) => from === 'person')).toHaveLength(3);
  const waited = await post({ ...message('四'), deliveryMode: 'expectReplies' });
  expect(waited.status).toBe(200);
});

test('on a service that only its own machine reaches, without keys, nobody is limited', async () => {
  const { url } = await realService(await dataFolder(), { RATE_PER_PERSON: '1', RATE_PER_IP: '1', RATE_PER_KEY: '1' });
  const begun = (await postJson(`${url}/v3/directline/conversations`, {})).body;
  const path = `${url}/v3/directline/conversations/${String(begun.conversationId)}/activities`;
  for (let at = 0; at < 5; at += 1) {
    expect((await postJson(path, { type: 'message', from: { id: 'me' }, text: '帮助' })).status).toBe(200);
    expect((await postJson(`${url}/chat/token`, {})).status).toBe(200);
    expect((await postJson(`${url}/api/v1/ask`, { question: '负责人年龄有什么要求？' })).status).toBe(200);
  }
});
