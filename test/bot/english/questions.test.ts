import { expect, test } from 'vitest';
import { dataFolder, openHall, talker } from '../../support/hallTalk.ts';
import { chineseIn } from '../../support/onlyEnglish.ts';
import { englishQuestions } from './questions.ts';

test('there are at least sixty questions', () => {
  expect(englishQuestions.length).toBeGreaterThanOrEqual(60);
});

test.each(englishQuestions)('“%s” is %s', async (question, status, says) => {
  const say = talker(openHall(await dataFolder()), 'asks');
  await say('Hello, in English please');
  const [reply] = await say(question);
  const answer = reply?.channelData?.answer as { status?: string } | undefined; // as the channel promises
  expect({ status: answer?.status, text: reply?.text }).toMatchObject({ status, text: expect.stringMatching(says) });
  expect(chineseIn(reply?.text ?? '')).toEqual([]);
});
