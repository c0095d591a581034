import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { aboutMessage, apart, belonging, brought, inRequest, requestIdOf } from '../../../bot/logging/belonging.ts';
import { hashOf } from '../../../state/hash.ts';
import { openHouse } from '../../support/channelTalk.ts';
import { teamsActivity } from '../../support/channelTalkPosts.ts';
import { connector } from '../../support/connector.ts';
import { postJson } from '../../support/realService.ts';

const own = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

test.each([
  ['a UUID', '4bf92f35-77b3-4da6-a3ce-929d0e0e4736', true],
  ['nginx’s', '4bf92f3577b34da6a3ce929d0e0e4736', true],
  ['one of 64 characters', 'a'.repeat(64), true],
  ['one of 65', 'a'.repeat(65), false],
  ['one of 7', 'abcdefg', false],
  ['an empty one', '', false],
  ['one with a line break', 'abcdefgh\nlevel', false],
  ['one with markup', '<script>alert</script>', false],
  ['a mobile number', '13812345678', false],
  ['an identity number', '360102196505310012', false],
  ['none', undefined, false],
  ['two', ['abcdefgh', 'abcdefgh'], false],
])('%s as the id of a request', (_what, given, taken) => {
  if (taken) expect(requestIdOf(given)).toBe(given);
  else expect(requestIdOf(given)).toMatch(own);
});

test('the id of a request is given back, with refusals too', async () => {
  const { url } = await openHouse();
  const idOf = async (path: string, headers: Record<string, string> = {}) =>
    (await fetch(url + path, { headers })).headers.get('x-request-id');
  expect(await idOf('/healthz', { 'X-Request-Id': 'from-the-proxy-1' })).toBe('from-the-proxy-1');
  expect(await idOf('/nothing', { 'X-Request-Id': 'from-the-proxy-2' })).toBe('from-the-proxy-2');
  expect(await idOf('/healthz')).toMatch(own);
  expect(await idOf('/healthz', { 'Content-Encoding': 'gzip' })).toMatch(own);
});

test('one id goes through keeping, turn, commit and send, also while many write at the same time', async () => {
  const { serviceUrl } = await connector();
  const house = await openHouse({ level: 'debug' });
  const people = Array.from({ length: 8 }, (_, at) => ({
    who: `somebody-${at}`,
    request: `request-${at}-${randomUUID()}`,
  }));
  const write = ({ who, request }: (typeof people)[number]) =>
    postJson(
      `${house.url}/api/messages`,
      { ...teamsActivity(serviceUrl, who, `id-${who}`), text: '年龄' },
      { 'X-Request-Id': request },
    );
  await Promise.all(people.map(write));
  const sentTo = () => new Set(lines('reply sent').map(({ conversation }) => conversation)).size;
  const lines = (msg: string): Record<string, unknown>[] =>
    house
      .log()
      .trimEnd()
      .split('\n')
      .map((each) => JSON.parse(each))
      .filter((each) => each.msg === msg);
  await expect.poll(sentTo).toBe(people.length);
  const conversations = new Map(house.taken.map(({ conversation, id }) => [id, conversation]));
  for (const { who, request } of people) {
    const id = conversations.get(`id-${who}`) ?? '';
    const conversation = hashOf(id).slice(0, 12);
    const [kept] = lines('kept').filter((each) => each.request === request);
    expect(kept).toMatchObject({ conversation, message: expect.stringMatching(/^[0-9a-f]{12}$/) });
    const belongs = { request, conversation, message: kept?.message };
    for (const event of ['turn', 'reply sent'])
      expect(lines(event).filter((each) => each.conversation === conversation)[0]).toMatchObject(belongs);
    expect(lines('request').filter((each) => each.request === request)).toHaveLength(1);
  }
  expect(house.log()).not.toMatch(/somebody-\d/);
});

test('the mark of a message is the same in every process; its request is known where it came in', () => {
  inRequest('request-of-mine', () => brought('teams:1', 'a1'));
  const here = aboutMessage('teams:1', 'a1', belonging);
  expect(here).toEqual({
    request: 'request-of-mine',
    conversation: 'teams:1',
    message: hashOf('teams:1\na1').slice(0, 12),
  });
  // Sent again: it is answered under the first.
  inRequest('request-of-a-repeat', () => brought('teams:1', 'a1'));
  expect(aboutMessage('teams:1', 'a1', belonging)).toEqual(here);
  expect(aboutMessage('teams:2', 'a1', belonging)).toEqual({ conversation: 'teams:2', message: expect.any(String) });
  expect(inRequest('another-request', () => apart(belonging))).toEqual({});
});

test('what goes on by itself belongs to no request', async () => {
  const house = await openHouse({ level: 'debug' });
  await postJson(`${house.url}/v3/directline/conversations`, {});
  await house.close();
  const ready = house
    .log()
    .split('\n')
    .filter((each) => each.includes('"msg":"request"'));
  expect(ready.every((each) => each.includes('"request":"'))).toBe(true);
});
