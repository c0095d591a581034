/** What goes out, through everything that WeCom may answer. The real service, and the stand-in for WeCom. */
import { describe, expect, test } from 'vitest';
import { memberBudget } from '../../../../bot/channels/wecom/budget.ts';
import { wecomPresenting } from '../../../../bot/channels/wecom/present.ts';
import { bytesOf } from '../../../../bot/wecom/text.ts';
import { embeddedStore } from '../../../../state/lowdb/index.ts';
import { transcriptLine } from '../../../../state/transcript.ts';
import { appService } from '../../../support/wecom/appService.ts';
import type { Trouble } from '../../../support/wecom/standIn.ts';

/** What became of the replies, in order. */
const states = (lines: Awaited<ReturnType<Awaited<ReturnType<typeof appService>>['lines']>>) =>
  lines.flatMap(({ delivery }) => (delivery && delivery !== 'visible' ? [delivery] : []));

test('a token that dies between two messages: one new one, everything arrives', async () => {
  const { say, standIn, app } = await appService();
  await say('zhangsan', '开始自查');
  for (const code of [42001, 40014] as const) {
    standIn.deadCode = code;
    standIn.killTokens();
    const before = standIn.tokens();
    const shown = app.shown.length;
    await say('zhangsan', '年龄有什么要求？');
    expect(standIn.tokens()).toBe(before + 1);
    expect(app.shown.length).toBeGreaterThan(shown);
  }
});

test('twenty members on a dead token: one new one, and everybody is answered', async () => {
  const { say, write, settled, seen, standIn } = await appService();
  await say('first', '开始自查');
  standIn.killTokens();
  const members = Array.from({ length: 20 }, (_, number) => `member${number}`);
  await Promise.all(members.map((member) => write(member, '开始自查')));
  for (const member of members) await settled(member);
  expect(standIn.tokens()).toBe(2);
  for (const member of members) expect(seen(member)[0]?.text).toContain('还是帮别人问');
});

test('the first messages of all come on one token, too', async () => {
  const { write, settled, standIn } = await appService();
  standIn.delays.set('gettoken', 100);
  const members = Array.from({ length: 10 }, (_, number) => `member${number}`);
  await Promise.all(members.map((member) => write(member, '开始自查')));
  for (const member of members) await settled(member);
  expect(standIn.tokens()).toBe(1);
});

test('a token that is never good costs two tries at a time and not more, and the messages go when one is good again', async () => {
  const { write, settled, seen, standIn, pass } = await appService();
  standIn.good = 'none';
  await write('zhangsan', '开始自查');
  await expect.poll(() => standIn.of('message/send').length).toBe(2);
  expect(standIn.tokens()).toBe(2);
  standIn.good = 'all';
  pass(3);
  await settled('zhangsan');
  expect(seen('zhangsan').map(({ card }) => card !== undefined)).toEqual([false, true]);
});

test('busy (-1): tried again until it works, in order', async () => {
  const { say, standIn } = await appService();
  standIn.script('message/send', { errcode: -1 });
  const shown = await say('zhangsan', '开始自查');
  expect(shown.map(({ card }) => card !== undefined)).toEqual([false, true]);
  expect(standIn.of('message/send')).toHaveLength(3);
});

test('too often (45009): a minute of silence, then everything in order', async () => {
  const { write, settled, seen, standIn, pass, log } = await appService();
  standIn.script('message/send', { errcode: 45009 });
  await write('zhangsan', '开始自查');
  await expect.poll(log).toContain('过于频繁');
  await write('lisi', '开始自查');
  for (const seconds of [3, 5, 9, 17]) {
    pass(seconds);
    await new Promise((resolve) => setTimeout(resolve, 1200));
  }
  expect(standIn.of('message/send')).toHaveLength(1);
  pass(60);
  for (const member of ['zhangsan', 'lisi']) {
    expect(states(await settled(member))).toEqual(['sent', 'sent']);
    expect(seen(member).map(({ card }) => card !== undefined)).toEqual([false, true]);
  }
});

describe('what never arrives is recorded as failed, and the talk goes on', () => {
  test.each<[string, Trouble]>([
    ['60020, an address that is not trusted', { errcode: 60020 }],
    ['81013, nobody whom the app may see', { errcode: 81013 }],
    ['40001, a secret that is wrong', { errcode: 40001 }],
    ['invaliduser although errcode is 0', { errcode: 0, invaliduser: 'zhangsan' }],
    ['unlicenseduser although errcode is 0', { errcode: 0, unlicenseduser: 'zhangsan' }],
  ])('%s', async (_what, trouble) => {
    const { say, lines, standIn, log } = await appService();
    standIn.script('message/send', trouble);
    await say('zhangsan', '开始自查');
    expect(states(await lines('zhangsan'))).toEqual(['failed', 'sent']);
    expect(log()).toContain('reply not sent');
    if ('errcode' in trouble && trouble.errcode === 60020) expect(log()).toContain('企业可信IP');
    expect((await say('zhangsan', '负责人本人'))[0]?.text).toMatch(/^2\/\d+/);
  });
});

test('what may have arrived is not sent again', async () => {
  const { say, lines, standIn, app } = await appService();
  standIn.script('message/send', { broken: true, taken: true });
  await say('zhangsan', '开始自查');
  expect(states(await lines('zhangsan'))).toEqual(['ambiguous', 'sent']);
  expect(app.shown.filter(({ text }) => text.includes('还是帮别人问'))).toHaveLength(1);
});

test('a long answer comes in parts that are whole, in order', async () => {
  const { say, lines, app } = await appService();
  const shown = await say(
    'zhangsan',
    '有哪些支持方向？每个方向的考核指标分别是什么？负责人的年龄、学历和职称呢？友好城市有哪些？',
  );
  const texts = shown.flatMap(({ text, card }) => (card ? [] : [text]));
  const kept = (await lines('zhangsan'))
    .filter(({ delivery }) => delivery === 'sent')
    .map(({ activity }) => activity.text);
  expect(texts.length).toBeGreaterThan(1);
  expect(texts).toEqual(kept);
  // The stand-in cuts at 2048 bytes as WeCom does; nothing was cut.
  for (const { text } of app.shown) expect(bytesOf(text)).toBeLessThanOrEqual(2048);
});

test('what is said later, when nobody writes, goes to the address that was kept', async () => {
  const before = await appService();
  await before.say('ZhangSan', '开始自查');
  await before.close();
  const conversation = before.conversation('zhangsan');
  const { standIn, folder } = before;
  const store = embeddedStore(folder);
  // As somebody at the desk would, who knows the talk and not the member.
  const address = (await store.talks.load(conversation))?.address ?? {};
  await store.talks.accept({
    conversation,
    channel: 'wecom',
    id: 'by-hand',
    address,
    lines: (seq) => [transcriptLine.parse({ ...later, seq })],
  });
  await store.close();
  const after = await appService({ folder, standIn });
  await expect.poll(() => after.seen('zhangsan').length).toBeGreaterThan(0);
  expect(standIn.of('message/send').at(-1)?.body).toMatchObject({ touser: 'ZhangSan' });
});

const later = {
  at: '2023-05-08T02:00:00.000Z',
  from: 'person',
  activity: { type: 'message', id: 'by-hand', text: '进度' },
  guide: 'jx-intl-2023',
  overlay: null,
};

describe('the budget of a member', () => {
  const clock = () => {
    let at = 0;
    const pass = (seconds: number): void => {
      at += seconds * 1000;
    };
    return { now: () => new Date(at), pass };
  };
  test('30 a minute, each member alone', () => {
    const { now, pass } = clock();
    const budget = memberBudget(now);
    for (let number = 0; number < 30; number += 1) expect(budget.spend('ZhangSan')).toBe(0);
    expect(budget.spend('zhangsan')).toBe(60_000);
    expect(budget.spend('lisi')).toBe(0);
    pass(59);
    expect(budget.spend('zhangsan')).toBe(1000);
    pass(1);
    expect(budget.spend('zhangsan')).toBe(0);
  });
  test('1000 an hour', () => {
    const { now, pass } = clock();
    const budget = memberBudget(now);
    for (let number = 0; number < 1000; number += 1) {
      expect(budget.spend('zhangsan')).toBe(0);
      pass(3);
    }
    expect(budget.spend('zhangsan')).toBe(600_000);
    pass(600);
    expect(budget.spend('zhangsan')).toBe(0);
  });
});

test('nobody is sent more than 30 messages a minute; texts that are more come afterwards, cards are left out', async () => {
  const { write, settled, lines, seen, standIn, pass } = await appService();
  for (let number = 0; number < 40; number += 1) await write('zhangsan', '开始自查');
  await expect.poll(() => standIn.of('message/send').length, { timeout: 20_000 }).toBe(30);
  await expect.poll(async () => new Set(states(await lines('zhangsan')))).toContain('failed');
  expect(standIn.of('message/send')).toHaveLength(30);
  pass(61);
  const kept = (await settled('zhangsan')).filter(({ from, delivery }) => from === 'bot' && delivery !== 'visible');
  const isCard = ({ activity }: (typeof kept)[number]): boolean => Object(activity.channelData).card !== undefined;
  const texts = kept.filter((line) => !isCard(line));
  expect(texts.length).toBeGreaterThan(30);
  expect(texts.map(({ delivery }) => delivery)).toEqual(texts.map(() => 'sent'));
  expect(seen('zhangsan').flatMap(({ text, card }) => (card ? [] : [text]))).toEqual(
    texts.map(({ activity }) => activity.text),
  );
});

test.each(['@all', 'zhangsan|lisi', '', ' ', 'a b'])(
  '“%s” is no single member, and is never written to',
  async (touser) => {
    const before = await appService();
    await before.close();
    const store = embeddedStore(before.folder);
    const lines = (seq: number) => [transcriptLine.parse({ ...later, seq })];
    const conversation = before.conversation('zhangsan');
    await store.talks.accept({ conversation, channel: 'wecom', id: 'by-hand', address: { touser }, lines });
    await store.close();
    const after = await appService({ folder: before.folder, standIn: before.standIn });
    expect(new Set(states(await after.settled('zhangsan')))).toEqual(new Set(['failed']));
    expect(before.standIn.calls).toEqual([]);
  },
);

test('every part of a message that is too long fits, and only the last one carries what it rests on', () => {
  const message = { type: 'message', text: '国'.repeat(2000), channelData: { question: { id: 'a' } } };
  const parts = wecomPresenting.split?.(message) ?? [];
  expect(parts).toHaveLength(3);
  expect(parts.map(({ channelData }) => channelData)).toEqual([undefined, undefined, { question: { id: 'a' } }]);
});
