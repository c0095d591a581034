/** One tap after the verdict says whether it helped. */
import { expect, test } from 'vitest';
import { dataFolder, linesOf, openHall, talker } from '../../support/hallTalk.ts';
import { readyAnswers } from '../../support/talk.ts';

async function concluded() {
  const folder = await dataFolder();
  const say = talker(openHall(folder), 'c');
  await say('开始自查');
  for (const text of readyAnswers) await say(text);
  return { folder, say };
}

test('the verdict offers it, on the card and typed; it is thanked for, and the last word stands in the transcript', async () => {
  const { folder, say } = await concluded();
  const [verdict] = await say('结论');
  expect(JSON.stringify(verdict?.attachments)).toMatch(/有帮助.*没帮助/);
  const thanks = await say('有帮助');
  expect(thanks).toMatchObject([{ text: '谢谢您的反馈。', channelData: { satisfaction: 'good' } }]);
  expect(await say('没有帮助。')).toMatchObject([{ channelData: { satisfaction: 'bad' } }]);
  const told = (await linesOf(folder, 'c')).flatMap(({ activity }) => Object(activity.channelData).satisfaction ?? []);
  expect(told).toEqual(['good', 'bad']);
});

test('the line of a case whose direction is known names it', async () => {
  const { folder } = await concluded();
  const lines = await linesOf(folder, 'c');
  expect(lines.at(-1)).toMatchObject({ verdict: expect.any(String), directions: [11] });
  expect(lines.find(({ from }) => from === 'bot')?.directions).toBeUndefined();
});

test('after a change, before the next verdict, it says nothing of the help', async () => {
  const { say } = await concluded();
  await say('修改职称');
  const [reply] = await say('有帮助');
  expect(reply?.channelData?.satisfaction).toBeUndefined();
});

test('in the middle of an interview the verdict so far asks for no word on the help', async () => {
  const say = talker(openHall(await dataFolder()), 'c');
  for (const text of ['开始自查', '负责人本人', '高校']) await say(text);
  expect(JSON.stringify(await say('结论'))).not.toContain('没帮助');
  expect(JSON.stringify(await say('有帮助'))).not.toContain('satisfaction');
});
