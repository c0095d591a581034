/** The whole service: somebody asks for a person, and within five seconds whoever is to know knows. */
import { expect, test } from 'vitest';
import { openHouse } from '../../support/channelTalk.ts';
import { dataFolder } from '../../support/hallTalk.ts';
import { postJson } from '../../support/realService.ts';
import { receiver } from '../../support/receiver.ts';

test('who waits is told of within five seconds, without a word of theirs, and once over a restart', async () => {
  const robot = await receiver();
  const folder = await dataFolder();
  const env = { ALERT_WEBHOOK_URLS: `${robot.url}/cgi-bin/webhook/send?key=693axxx6-7aoc,${robot.url}/hook` };
  const house = await openHouse({ env, folder });
  const begun = await postJson(`${house.url}/v3/directline/conversations`, {});
  const path = `${house.url}/v3/directline/conversations/${String(begun.body.conversationId)}/activities`;
  for (const text of ['我是江西宏远铜业的，中期检查要准备什么材料？', '转人工'])
    await postJson(path, { type: 'message', from: { id: 'me' }, text });
  await expect.poll(() => robot.got.length, { timeout: 5000 }).toBe(2);
  expect(robot.got.map(({ path: where }) => where).toSorted()).toEqual([
    '/cgi-bin/webhook/send?key=693axxx6-7aoc',
    '/hook',
  ]);
  const all = JSON.stringify(robot.got);
  expect(all).toContain('正在等待：1 个');
  expect(all).toContain(`${house.url}/staff/queue`);
  expect(all).not.toMatch(/宏远|中期/);
  expect(house.log()).not.toContain('693axxx6');
  await house.close();
  await openHouse({ env, folder });
  await new Promise((resolve) => setTimeout(resolve, 700));
  expect(robot.got).toHaveLength(2);
});
