import { expect, test } from 'vitest';
import type { Presenting } from '../../bot/channels/channel.ts';
import { presentText } from '../../bot/channels/presentText.ts';
import { dataFolder, openHall, repliesTo, talker } from '../support/hallTalk.ts';

/** Says at most 30 characters a message and two messages at once. */
const narrow: Presenting = {
  present: presentText,
  split: (message) => (message.text?.match(/[\s\S]{1,30}/g) ?? []).map((text) => ({ ...message, text })),
  mostAtOnce: 2,
};

async function narrowHall() {
  let at = Date.parse('2023-05-08T02:00:00Z');
  const now = (): Date => {
    at += 1;
    return new Date(at);
  };
  return openHall(await dataFolder(), { channel: () => narrow, now });
}

test('what a channel cannot say at once waits for 更多, in order, until it is all said', async () => {
  const say = talker(await narrowHall(), 'a');
  const texts: string[] = [];
  let replies = await say('负责人的年龄有什么要求？学历和职称呢？');
  const whole = talker(openHall(await dataFolder(), { present: presentText }), 'a');
  const expected = (await whole('负责人的年龄有什么要求？学历和职称呢？')).map(({ text }) => text).join('');
  for (let round = 0; round < 40; round += 1) {
    expect(replies.length).toBeLessThanOrEqual(2);
    texts.push(...replies.map(({ text }) => text ?? ''));
    if (!/还有 \d+ 条没有发完，回复“更多”/.test(texts.at(-1) ?? '')) break;
    replies = await say('更多');
  }
  const said = texts.join('').replace(/\n\n还有 \d+ 条没有发完，回复“更多”接着看。/g, '');
  expect(texts.length).toBeGreaterThan(4);
  expect(said.replace(/保存180天[\s\S]*$/, '')).toBe(expected.replace(/保存180天[\s\S]*$/, ''));
});

test('what is new goes before what waited, and nothing that waited is lost', async () => {
  const say = talker(await narrowHall(), 'a');
  await say('负责人的年龄有什么要求？学历和职称呢？');
  const other = await say('人工');
  expect(other.map(({ text }) => text).join('')).toContain('已转给咨询台');
  expect(other.at(-1)?.text).toContain('回复“更多”');
  const rest: string[] = [];
  for (let round = 0; round < 40; round += 1) {
    const replies = await say('更多');
    rest.push(...replies.map(({ text }) => text ?? ''));
    if (!rest.at(-1)?.includes('回复“更多”')) break;
  }
  expect(rest.join('')).toContain('附');
});

test('messages sent in quick succession share what may be said after the last of them; of what is too much one word is said', async () => {
  const hall = await narrowHall();
  const ids = ['1', '2', '3'];
  // All of them are taken in before the first is answered: the clock of this hall moves on with each look at it.
  await Promise.all(
    ids.map((id) =>
      hall.accept({
        id,
        channel: 'x',
        conversation: 'a',
        from: { id: 'me' },
        type: 'message',
        text: '年龄有什么要求？',
      }),
    ),
  );
  await hall.idle('a');
  const lines = await hall.read('a', 0);
  const said = ids.map((id) => repliesTo(id, lines).map(({ text }) => text));
  expect(said.map((texts) => texts.length)).toEqual([2, 1, 0]);
  expect(said[1]?.[0]).toMatch(/^还有 \d+ 条没有发完，回复“更多”接着看。$/);
});

test('更多 means nothing when nothing waits', async () => {
  const say = talker(openHall(await dataFolder()), 'a');
  await say('开始自查');
  const [reply] = await say('更多');
  expect(reply?.channelData?.question?.id).toBe('behalf');
});
