/** What people may expect of the help desk wherever they write: the answer comes in the same chat, once, and until then nobody else speaks. */
import { setTimeout as after } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { openedFor } from '../../../support/channelTalkRow.ts';
import { rows } from '../../../support/channelTalkRows.ts';

/** Longer than one message of 企业微信 may be. */
const long = `可以这样做。${'按任务书的进度安排自查，并留好合作协议、签章页和往来邮件。'.repeat(40)}到此为止。`;
const bare = (text: string): string => text.replace(/\s+/g, '');

test.each(rows)('on $name a question goes to the desk, and its answer comes back', { timeout: 60_000 }, async (row) => {
  const { house, person } = await openedFor(row);
  const me = await person('asker');
  for (const text of ['开始自查', '负责人本人', '高校', '中期检查要准备什么材料？']) await me.say(text);
  const asked = (await me.say('人工')).seen.map(({ text }) => text).join('\n');
  expect(asked).toContain('已转给咨询台');
  expect(asked).toContain('境外合作');
  const here = me.conversation();
  const seen: string[] = [];
  const looked = async (): Promise<string> => {
    seen.push(...(await me.wire.came()).map(({ text }) => text));
    return seen.join('\n');
  };

  await house.staff(here, { do: 'take' });
  await expect.poll(looked).toContain('咨询台已接手，接下来由工作人员回复您');
  const before = seen.length;
  for (const text of ['高校', '结论', '更多', '在吗']) {
    house.time.pass(20);
    await me.wire.post(text);
    await expect
      .poll(async () => JSON.stringify((await house.store.talks.read(here, 0)).at(-1)?.activity))
      .toContain(text);
    await house.idle(here);
  }
  await house.staff(here, { do: 'note', text: '他很着急' });
  await after(200);
  await looked();
  expect(seen.slice(before)).toEqual([]);

  house.time.pass(20);
  await house.staff(here, { do: 'reply', text: long, clause: '附5 二（一）', close: true });
  await expect.poll(async () => bare(await looked())).toContain('我接着来');
  const all = bare(seen.slice(before).join('\n'));
  expect(all).toContain(bare(`【咨询台】${long}\n依据：附5 二（一）`));
  expect(all.match(/到此为止/g)).toHaveLength(1);
  expect(all).toMatch(/我接着来。3\/\d+/);
  expect(all).not.toMatch(/着急|王老师/);
  expect((await me.say('韩国的庆熙大学，在首尔')).question).toBeDefined();
});
