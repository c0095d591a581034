/** The callback of 微信客服: a hint that is acknowledged at once, and that only WeCom can give. */
import { expect, test } from 'vitest';
import { callbackCipher } from '../../../../bot/wecom/crypto.ts';
import { queryOf, sample, sealed } from '../../../support/wecom/callbacks.ts';
import { caughtUp, event, kfService, kfWorld } from '../../../support/wecom/kfService.ts';

const me = 'wmqfasd1e19278asdasdasd';
const turns = (lines: readonly { from: string }[]): number => lines.filter(({ from }) => from === 'person').length;

test('the address proves itself: the bare plaintext, and nothing for a wrong signature', async () => {
  const { url } = await kfService(await kfWorld());
  const cipher = callbackCipher(sample);
  const echostr = cipher.seal('4561255354251345929');
  const query = { timestamp: '1683511200', nonce: 'abc', echostr };
  const signed = { ...query, msg_signature: cipher.sign(query.timestamp, query.nonce, echostr) };
  const good = await fetch(`${url}/wecom-kf/callback?${queryOf(signed)}`);
  expect([good.status, await good.text()]).toEqual([200, '4561255354251345929']);
  const bad = await fetch(`${url}/wecom-kf/callback?${queryOf({ ...signed, nonce: 'abd' })}`);
  expect(bad.status).toBe(400);
  expect(await bad.text()).not.toContain('4561255354251345929');
});

test('four deliveries of one callback make one turn', async () => {
  const world = await kfWorld();
  const { kf } = world;
  const service = await kfService(world);
  const id = kf.say(me, '开始自查');
  const plaintext = event(world.time.now());
  const exact = sealed(plaintext);
  const post = ({ query, body }: typeof exact) =>
    fetch(`${service.url}/wecom-kf/callback?${query}`, {
      method: 'POST',
      headers: { 'Content-Type': 'text/xml' },
      body,
    });
  const answers = await Promise.all([post(exact), post(exact), post(sealed(plaintext)), post(sealed(plaintext))]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  await service.answered(me, id);
  await caughtUp(world, service, kf);
  expect(turns(await service.lines(me))).toBe(1);
  expect(kf.seen).toHaveLength(2);
});

test('the callback is acknowledged at once, empty, however slow WeCom is', async () => {
  const world = await kfWorld();
  const service = await kfService(world);
  await caughtUp(world, service, world.kf);
  world.standIn.delays.set('kf/sync_msg', 1500);
  const id = world.kf.say(me, '开始自查');
  const { status, text, ms } = await service.callback();
  expect([status, text]).toEqual([200, '']);
  expect(ms).toBeLessThan(1000);
  await service.answered(me, id);
});

test('an account that is not ours is passed over: as a callback, and as an item', async () => {
  const world = await kfWorld();
  const { kf, standIn } = world;
  const service = await kfService(world);
  await caughtUp(world, service, kf);
  const { length } = standIn.of('kf/sync_msg');
  expect((await service.callback({ OpenKfId: 'wkSomebodyElses' })).status).toBe(200);
  kf.say('wm-stranger', '开始自查', { open_kfid: 'another account' });
  expect(standIn.of('kf/sync_msg')).toHaveLength(length);
  await service.say(me, '开始自查');
  expect(new Set(kf.seen.map(({ touser }) => touser))).toEqual(new Set([me]));
});

test.each([
  ['the signature', (query: string) => query.replace(/msg_signature=\w/, 'msg_signature=x')],
  ['the time', (query: string) => query.replace(/timestamp=\d/, 'timestamp=2')],
  ['a second signature', (query: string) => `${query}&msg_signature=x`],
  ['no signature', (query: string) => query.replace(/msg_signature=[^&]*&/, '')],
])('a callback that was tampered with has no effect: %s', async (_what, spoil) => {
  const world = await kfWorld();
  const service = await kfService(world);
  await caughtUp(world, service, world.kf);
  const { length } = world.standIn.calls;
  const { query, body } = sealed(event(world.time.now()));
  const answer = await fetch(`${service.url}/wecom-kf/callback?${spoil(query)}`, {
    method: 'POST',
    headers: { 'Content-Type': 'text/xml' },
    body,
  });
  expect(answer.status).toBe(400);
  expect(world.standIn.calls).toHaveLength(length);
});
