/** Two processes on one database: people of the desk act at both at once, and only one of them has the talk. */
import { expect, test } from 'vitest';
import type { Hall } from '../../../bot/hall.ts';
import { processes } from '../../state/postgres/processes.ts';
import { deskTalk, isSaid, li, wang } from '../../support/deskTalk.ts';
import { openHall } from '../../support/hallTalk.ts';
import { hasPostgres } from '../../support/postgres.ts';

test.skipIf(!hasPostgres)(
  'taken at both at once it is taken once, and each reply of who has it arrives once',
  async () => {
    const [one, other] = (await processes(2)).map((store) => openHall('', { store })) as [Hall, Hall]; // two were asked for
    const talk = deskTalk(one);
    for (const text of ['中期检查要准备什么材料？', '人工']) await talk.say(text);
    const item = await talk.item();
    const act = (hall: Hall, by: typeof wang, id: string, deed: object) =>
      hall.staff({ id, conversation: 'c', by, deed: { item, ...deed } as Parameters<Hall['staff']>[0]['deed'] }); // as below
    await Promise.all([
      act(one, wang, 't1', { do: 'take' }),
      act(other, li, 't2', { do: 'take' }),
      act(one, wang, 'r1', { do: 'reply', text: '王答', close: false }),
      act(other, wang, 'r1', { do: 'reply', text: '王答', close: false }),
      act(other, li, 'r2', { do: 'reply', text: '李答', close: false }),
    ]);
    await Promise.all([one.idle(), other.idle()]);
    const lines = await other.read('c', 0);
    const told = lines.filter((line) => line.from === 'staff' && isSaid(line));
    expect(told.filter(({ activity }) => String(activity.text).includes('已接手')).length).toBeLessThanOrEqual(1);
    expect(new Set(told.map(({ staff }) => staff?.id)).size).toBe(1);
    expect(told.filter(({ activity }) => /[王李]答/.test(String(activity.text)))).toHaveLength(1);
    expect(lines.filter((line) => line.from === 'staff' && !isSaid(line))).toHaveLength(4);
  },
);
