/** What people may see and take away of the help desk: what it wrote to them; not who it was, nor what staff noted and judged. */
import { expect, test } from 'vitest';
import { openHouse } from '../../support/channelTalk.ts';
import { postJson } from '../../support/realService.ts';

test('the desk’s messages are among one’s own data, and nothing else of staff', async () => {
  const house = await openHouse();
  const begun = await postJson(`${house.url}/v3/directline/conversations`, {});
  const id = String(begun.body.conversationId);
  const path = `${house.url}/v3/directline/conversations/${id}/activities`;
  const say = async (text: string): Promise<string> => {
    await postJson(path, { type: 'message', from: { id: 'me' }, text });
    await house.idle(id);
    return JSON.stringify((await house.store.talks.read(id, 0)).at(-1)?.activity);
  };
  for (const text of ['中期检查要准备什么材料？', '人工']) await say(text);
  for (const deed of [
    { do: 'note', text: '他很着急' },
    { do: 'mark', mark: 'wrong' },
    { do: 'reply', text: '另行通知。', close: true },
  ])
    await house.staff(id, deed);
  expect(await say('我的数据')).toContain('咨询台发给您 1 条消息，也保存着。');
  const [url = ''] = /http[^"]*exports[^"]*\.json/.exec(await say('导出我的数据')) ?? [];
  const text = await (await fetch(url)).text();
  expect(text).toContain('【咨询台】另行通知。');
  expect(text).not.toMatch(/着急|王老师|"note"|"mark"/);
  expect(
    JSON.parse(text).lines.every(({ activity }: { activity: { type: string } }) => activity.type === 'message'),
  ).toBe(true);
});
