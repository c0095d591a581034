/** What people may expect wherever they write: to be told what is kept, that it is gone when they wished it, and that an old button does nothing. */
import { describe, expect, test } from 'vitest';
import { words } from '../../../../dialogs/wording.ts';
import type { Heard } from '../../../support/channelTalk.ts';
import { openedFor } from '../../../support/channelTalkRow.ts';
import { rows } from '../../../support/channelTalkRows.ts';

const read = ({ seen }: Heard): string => seen.map(({ text }) => text).join('\n');
const own = words('zh');

/** Here the greeting stands above what is typed: it is fetched, or printed at the start. */
const aboveTheTalk = ['directline', 'console'];

/** Here a button says its words as if they were typed, and is gone with the next message; or there are none. */
const saysAsTyped = ['directline', 'console', 'toy'];

const without = (names: readonly string[]) => rows.filter(({ name }) => !names.includes(name));

async function firstWords(row: (typeof rows)[number]): Promise<void> {
  const { person } = await openedFor(row);
  const me = await person('newcomer');
  const [first, ...rest] = (await me.say('开始自查')).seen;
  expect(first?.text).toContain('对话会保存');
  expect(rest.map(({ text }) => text).join()).toContain(own.behalf);
  expect(read(await me.say('负责人本人'))).not.toContain('对话会保存');
}

test.each(without(aboveTheTalk))('on $name who writes first is told what is kept before the first answer', firstWords);
describe.each(rows)('on $name', (row) => {
  test('who has everything deleted reads that it is gone', async () => {
    const { house, person } = await openedFor(row);
    const me = await person('leaver');
    await me.say('开始自查');
    await me.say('删除我的数据');
    await me.wire.post('确定删除');
    const seen: string[] = [];
    await expect
      .poll(
        async () => {
          seen.push(...(await me.wire.came()).map(({ text }) => text));
          return seen.join();
        },
        { timeout: 3000 },
      )
      .toContain(own.deleted);
    expect(await house.store.talks.load(me.conversation())).toBeUndefined();
  });
});

test.each(without(saysAsTyped))(
  'on $name a button of an earlier question changes nothing, and says so',
  async (row) => {
    const { person } = await openedFor(row);
    const me = await person('presser');
    await me.say('开始自查');
    const asked = await me.say('负责人本人');
    const old = asked.seen.flatMap(({ buttons }) => buttons).find(({ label }) => label === '高校');
    if (!old) throw new Error('no button');
    const next = await me.say('企业');
    const before = await me.open();
    const pressed = await me.press(old);
    expect(pressed.question).toBe(next.question);
    expect((await me.open())?.facts).toEqual(before?.facts);
    expect(read(pressed)).toContain(own.staleChoice);
  },
);
