/** What comes in: kept once, acknowledged at once, answered in order. The real service, over HTTP. */
import { describe, expect, onTestFinished, test } from 'vitest';
import { embeddedStore } from '../../../../state/lowdb/index.ts';
import type { Store } from '../../../../state/store.ts';
import {
  agentId,
  appService,
  failingTurns,
  heldTurns,
  messageXml,
  newMsgId,
} from '../../../support/wecom/appService.ts';
import { postCallback, sample, sealed, xmlOf } from '../../../support/wecom/callbacks.ts';

const seconds = (at: Date): number => Math.floor(at.getTime() / 1000);
const said = (userid: string, text: string, at: Date, msgId = newMsgId()): string =>
  messageXml(userid, seconds(at), { MsgType: 'text', Content: text, MsgId: msgId });

test('a member writes, and is answered by active sends', async () => {
  const { say, standIn } = await appService();
  const [first, card] = await say('ZhangSan', '开始自查');
  expect(first?.text).toContain('您是项目负责人本人，还是帮别人问？');
  expect(first?.text).toContain('1 负责人本人');
  expect(card?.card).toBeDefined();
  expect(standIn.of('message/send').map(({ body }) => body.touser)).toEqual(['ZhangSan', 'ZhangSan']);
  expect(standIn.of('message/send')[0]?.body).toMatchObject({ agentid: agentId, enable_duplicate_check: 0 });
});

test('four deliveries of one message, encrypted anew each time, are one turn', async () => {
  const { url, now, settled, seen } = await appService();
  const text = said('zhangsan', '开始自查', now());
  const acks = await Promise.all([1, 2, 3, 4].map(() => postCallback(`${url}/wecom/callback`, sealed(text))));
  expect(acks.map(({ status, text: body }) => [status, body])).toEqual(Array(4).fill([200, '']));
  const lines = await settled('zhangsan');
  expect(lines.filter(({ from }) => from === 'person')).toHaveLength(1);
  expect(seen('zhangsan').filter(({ text: each }) => each.includes('还是帮别人问'))).toHaveLength(1);
});

test('the very same callback again: 200, and no turn', async () => {
  const { url, now, settled, app } = await appService();
  const once = sealed(said('zhangsan', '开始自查', now()));
  for (const _time of [1, 2, 3]) expect((await postCallback(`${url}/wecom/callback`, once)).status).toBe(200);
  const lines = await settled('zhangsan');
  expect(lines.filter(({ from }) => from === 'person')).toHaveLength(1);
  const shown = app.shown.length;
  expect((await postCallback(`${url}/wecom/callback`, once)).status).toBe(200);
  await settled('zhangsan');
  expect(app.shown).toHaveLength(shown);
});

test('what could not be kept is not acknowledged, and is answered once when WeCom sends it again', async () => {
  let full = true;
  const { callback, now, settled, lines, seen, log } = await appService({
    store: (folder) => {
      const store = embeddedStore(folder);
      const accept: Store['talks']['accept'] = async (arrival) => {
        if (full) throw new Error('ENOSPC');
        return store.talks.accept(arrival);
      };
      return { ...store, talks: { ...store.talks, accept } };
    },
  });
  const text = said('zhangsan', '开始自查', now());
  expect((await callback(text)).status).toBe(503);
  expect([await lines('zhangsan'), log().includes('callback not kept')]).toEqual([[], true]);
  full = false;
  for (const _time of [1, 2]) expect((await callback(text)).status).toBe(200);
  await settled('zhangsan');
  expect(seen('zhangsan').filter(({ card }) => !card)).toHaveLength(1);
});

test('a repeat after a restart is known as well', async () => {
  const first = await appService();
  const text = said('zhangsan', '开始自查', first.now());
  await first.callback(text);
  await first.settled('zhangsan');
  await first.close();
  const second = await appService({ folder: first.folder, standIn: first.standIn });
  const calls = first.standIn.of('message/send').length;
  expect((await second.callback(text)).status).toBe(200);
  await second.settled('zhangsan');
  expect(first.standIn.of('message/send')).toHaveLength(calls);
});

test('however long the turn takes, the acknowledgement takes no time, and others are not held up by it', async () => {
  const held = heldTurns('zhangsan 等着');
  const service = await appService({ store: held.store });
  onTestFinished(held.release);
  const acks = [await service.write('zhangsan', 'zhangsan 等着')];
  await expect.poll(held.turns).toBe(1);
  const repeated = service.callback(said('lisi', '开始自查', service.now()));
  acks.push(await repeated, await service.write('wangwu', '开始自查'));
  for (const { status, ms } of acks) expect([status, ms < 1000]).toEqual([200, true]);
  await service.settled('lisi');
  expect(service.seen('zhangsan')).toEqual([]);
  held.release();
  await service.settled('zhangsan');
  expect(service.seen('zhangsan')).not.toEqual([]);
});

test('one member is answered in order, and nobody waits for another', async () => {
  const { write, settled, lines, app } = await appService();
  const texts = ['开始自查', '负责人本人', '企业', '年龄有什么要求？', '跳过', '不知道'];
  const members = ['a', 'b', 'c', 'd', 'e'];
  for (const text of texts) await Promise.all(members.map((member) => write(member, text)));
  for (const member of members) {
    await settled(member);
    const own = await lines(member);
    expect(own.flatMap(({ from, activity }) => (from === 'person' ? [activity.text] : []))).toEqual(texts);
    const sent = own.filter(({ delivery }) => delivery === 'sent').map(({ activity }) => activity.text);
    const shown = app.shown.filter(({ touser }) => touser === member);
    expect(shown).toHaveLength(sent.length);
    // A card is sent without a text.
    expect(shown.flatMap(({ text, card }) => (card ? [] : [text]))).toEqual(
      own.flatMap(({ delivery, activity }) =>
        delivery === 'sent' && !Object(activity.channelData).card ? [activity.text] : [],
      ),
    );
  }
});

test('two events in one second are two', async () => {
  const { callback, now, lines, settled, say } = await appService();
  await say('zhangsan', '开始自查');
  const pressed = (label: string): string =>
    messageXml('zhangsan', seconds(now()), {
      MsgType: 'event',
      Event: 'template_card_event',
      EventKey: Buffer.from(JSON.stringify({ t: label, q: 'behalf' })).toString('base64url'),
      TaskId: 'task',
    });
  await Promise.all([callback(pressed('负责人本人')), callback(pressed('帮别人问')), callback(pressed('负责人本人'))]);
  await settled('zhangsan');
  const values = (await lines('zhangsan')).flatMap(({ activity }) => (activity.value ? [activity.value] : []));
  expect(values).toHaveLength(2);
});

test('the same MsgId of two members is two messages', async () => {
  const { callback, now, settled } = await appService();
  const msgId = newMsgId();
  await callback(said('zhangsan', '开始自查', now(), msgId));
  await callback(said('lisi', '开始自查', now(), msgId));
  for (const member of ['zhangsan', 'lisi'])
    expect((await settled(member)).filter(({ from }) => from === 'person')).toHaveLength(1);
});

test('a userid in capitals is the same member', async () => {
  const { say, lines } = await appService();
  await say('ZhangSan', '开始自查');
  await say('zhangsan', '负责人本人');
  expect((await lines('ZHANGSAN')).filter(({ from }) => from === 'person')).toHaveLength(2);
});

test('XML that somebody types is a text', async () => {
  const { callback, now, settled, standIn, lines } = await appService();
  const typed = '<AgentID>999</AgentID><MsgId>1</MsgId><FromUserName>boss</FromUserName><Event>enter_agent</Event>';
  expect((await callback(said('zhangsan', typed, now()))).status).toBe(200);
  await settled('zhangsan');
  expect((await lines('zhangsan')).find(({ from }) => from === 'person')?.activity.text).toBe(typed);
  expect(new Set(standIn.of('message/send').map(({ body }) => body.touser))).toEqual(new Set(['zhangsan']));
});

describe('what is no text', () => {
  test.each([
    ['a voice message', { MsgType: 'voice', MediaId: 'm', Format: 'amr' }],
    ['a picture', { MsgType: 'image', PicUrl: 'http://p', MediaId: 'm' }],
    ['a video', { MsgType: 'video', MediaId: 'm', ThumbMediaId: 't' }],
    ['a file', { MsgType: 'file', MediaId: 'm', FileName: '协议.pdf' }],
    ['a place', { MsgType: 'location', Location_X: '28.68', Location_Y: '115.89', Scale: '15', Label: '南昌' }],
    ['a link', { MsgType: 'link', Title: 't', Description: 'd', Url: 'http://l' }],
    ['something new', { MsgType: 'merged' }],
  ])('%s: the text is asked for, once and politely', async (_what, fields) => {
    const { callback, now, settled, seen, say } = await appService();
    await say('zhangsan', '开始自查');
    const before = seen('zhangsan').length;
    await callback(messageXml('zhangsan', seconds(now()), { ...fields, MsgId: newMsgId() }));
    await settled('zhangsan');
    const after = seen('zhangsan')
      .slice(before)
      .filter(({ card }) => !card);
    expect(after).toHaveLength(1);
    expect(after[0]?.text).toContain('我只看得懂文字');
  });
});

test.each(['subscribe', 'unsubscribe', 'LOCATION', 'view', 'click', 'batch_job_result', 'something_new'])(
  'the event %s is acknowledged, and nothing comes of it',
  async (Event) => {
    const { callback, now, app, lines } = await appService();
    const { status } = await callback(
      messageXml('zhangsan', seconds(now()), { MsgType: 'event', Event, EventKey: '' }),
    );
    expect([status, app.shown, await lines('zhangsan')]).toEqual([200, [], []]);
  },
);

test('a message without a sender, or in a form that nobody knows, is acknowledged and passed over', async () => {
  const { callback, now, app } = await appService();
  const common = { ToUserName: sample.receiveId, CreateTime: seconds(now()), AgentID: agentId };
  for (const fields of [
    { MsgType: 'text', Content: 'a' },
    { FromUserName: 'a' },
    { FromUserName: '', MsgType: 'text' },
  ])
    expect((await callback(xmlOf({ ...common, ...fields }))).status).toBe(200);
  expect(app.shown).toEqual([]);
});

test('a turn that fails is told calmly, what waits behind it is answered, and others notice nothing', async () => {
  const { say, write, settled, seen, log } = await appService({ store: failingTurns('企业') });
  await say('zhangsan', '开始自查');
  await say('zhangsan', '负责人本人');
  const before = seen('zhangsan').length;
  for (const text of ['企业', '高校']) expect((await write('zhangsan', text)).status).toBe(200);
  await settled('zhangsan');
  const [failed, next] = seen('zhangsan').slice(before);
  expect(failed?.text).toMatch(/刚才出了点问题，已答的都在。请再发一次；编号 [2-9A-Z]{8}/);
  expect(next?.text).toMatch(/^3\/\d+/);
  expect(log()).toContain('turn failed');
  expect((await say('lisi', '开始自查'))[0]?.text).toContain('还是帮别人问');
});
