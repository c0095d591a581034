/**
 * Whatever the order in which a person writes and two people at the help desk act, the acts coming in together and some of them twice: not a word
 * of the assistant while one of them has the talk, each reply once, and the interview where it stood.
 */
import { expect } from 'vitest';
import { safeDisk } from '../../../state/lowdb/files.ts';
import { embeddedStore } from '../../../state/lowdb/index.ts';
import type { StaffDeed } from '../../../state/staffAct.ts';
import { type Desk, dealt, endsTalk } from '../../support/deskOracle.ts';
import { isSaid, li, wang } from '../../support/deskTalk.ts';
import { dataFolder, incoming, openHall } from '../../support/hallTalk.ts';

const opening = ['开始自查', '负责人本人', '高校', '中期检查要准备什么材料？', '人工'];
const said: readonly string[] = [
  '企业',
  '韩国的庆熙大学，在首尔',
  '1970年6月18日',
  '教授',
  '有',
  '没有',
  '3年',
  '跳过',
  '不知道',
  '上一题',
  '结论',
  '进度',
  '更多',
  '我的数据',
  '年龄有什么要求？',
  '职称写错了，是副教授',
  '为什么',
  '您好，请问有结果了吗',
  '结束人工',
  '回到助手',
];

/** Numbers that look random and are the same each time (mulberry32). */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export async function silence(orders: number): Promise<void> {
  const store = embeddedStore(await dataFolder(), { disk: { ...safeDisk, durable: false } });
  const hall = openHall('', { store });
  const counted = { silent: 0, replies: 0, handedBack: 0 };
  for (let order = 0; order < orders; order += 1) {
    const random = chance(order + 1);
    const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T; // the list is not empty
    const conversation = `talk-${order}`;
    const control = `control-${order}`;
    const say = (where: string, text: string, id?: string) => hall.accept(incoming(where, text, id));
    for (const text of opening) await Promise.all([say(conversation, text), say(control, text)]);
    await hall.idle();
    const item = (await store.talks.load(conversation))?.desk?.id ?? '';
    expect(item).not.toBe('');

    const staff = (id: string, by: typeof wang, deed: StaffDeed) => hall.staff({ id, conversation, by, deed });
    const before: (() => Promise<unknown>)[] = [];
    for (let event = 0; event < 14; event += 1) {
      const id = `${order}-${event}`;
      const by = pick([wang, li]);
      const deeds: readonly StaffDeed[] = [
        { do: 'take', item },
        { do: 'take', item },
        { do: 'reply', item, text: `答复 ${id}`, close: false },
        { do: 'reply', item, text: `答复 ${id}`, close: random() < 0.3 },
        { do: 'release', item },
        { do: 'close', item },
        { do: 'note', text: '记一下' },
      ];
      const text = pick(said);
      const deed = pick(deeds);
      const act = random() < 0.5 ? () => say(conversation, text, id) : () => staff(id, by, deed);
      before.push(act);
      // It comes again, now or much later; or it comes while others are being answered.
      await (random() < 0.25 ? Promise.all([act(), pick(before)()]) : act());
      if (random() < 0.4) await hall.idle(conversation);
    }
    await hall.idle(conversation);
    await say(conversation, '结束人工');
    await hall.idle(conversation);

    const lines = await hall.read(conversation, 0);
    // What ought to have happened, of what came in and nothing else.
    let desk: Desk = { state: 'pending' };
    const expected: string[] = [];
    const first = lines.findIndex(({ activity }) => Object(activity.channelData).desk);
    for (const { from, activity, staff: who } of lines.slice(first)) {
      if (from === 'person') {
        const text = String(activity.text);
        if (endsTalk(text)) desk = { state: 'none' };
        else if (desk.state !== 'held') await say(control, text);
        else counted.silent += 1;
      }
      if (from !== 'staff' || activity.type !== 'event') continue;
      const deed = activity.value as StaffDeed; // as it was put in
      const after = dealt(desk, deed, who?.id ?? '');
      if (after !== desk && deed.do === 'reply') expected.push(`【咨询台】${deed.text}`);
      desk = after;
    }
    await hall.idle(control);

    let held = false;
    for (const line of lines.slice(first)) {
      if (isSaid(line) && line.from === 'bot' && held && !Object(line.activity.channelData).desk)
        throw new Error(`order ${order}: the assistant spoke: ${String(line.activity.text)}`);
      const { state } = Object(line.activity.channelData).desk ?? {};
      if (state) held = state === 'taken' || state === 'answered';
      if (state === 'closed') counted.handedBack += 1;
    }
    expect(held).toBe(false);
    const replies = lines
      .filter((line) => line.from === 'staff' && isSaid(line))
      .map(({ activity }) => String(activity.text).split('\n')[0]);
    expect(replies.filter((text) => text?.startsWith('【咨询台】'))).toEqual(expected);
    counted.replies += expected.length;
    const [here, there] = await Promise.all([store.talks.load(conversation), store.talks.load(control)]);
    expect(here?.cases.map(({ facts, asking, trail, left }) => ({ facts, asking, trail, left }))).toEqual(
      there?.cases.map(({ facts, asking, trail, left }) => ({ facts, asking, trail, left })),
    );
  }
  await store.close();
  // It would prove nothing if nobody ever had the talk.
  expect(Math.min(counted.silent, counted.replies, counted.handedBack)).toBeGreaterThan(orders / 2);
}
