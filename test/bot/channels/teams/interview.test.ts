/** A whole interview by signed requests: what is sent to Teams carries every question and the verdict. */
import { expect, test } from 'vitest';
import { interviewed, type Message, messageOf, personas } from '../../../support/applicant.ts';
import { dataFolder } from '../../../support/hallTalk.ts';
import { teamsActivities } from '../../../support/teamsActivities.ts';
import { teamsService } from '../../../support/teamsService.ts';

const sets = ({
  failedRules,
  missingItems,
  toConfirm,
}: Record<'failedRules' | 'missingItems' | 'toConfirm', string[]>) =>
  [failedRules, missingItems, toConfirm].map((each) => each.toSorted());

test.each(personas.slice(0, 2))('$id comes to the expected verdict', async (persona) => {
  const { post, conversations, received, serviceUrl } = await teamsService({ folder: await dataFolder() });
  const { message } = teamsActivities(serviceUrl);
  let told = 0;
  const say = async (text: string): Promise<Message[]> => {
    const activity = message(text);
    expect((await post(activity)).status).toBe(200);
    await conversations.idle();
    const lines = await conversations.read('teams:a:1personal', 0);
    const replies = lines.filter((line) => line.activity.replyToId === activity.id);
    // What the transcript holds is sent, in its order, before anything else is said.
    told += replies.length;
    await expect.poll(() => received.length).toBe(told);
    const questions = received.slice(-replies.length).map((each) => each.activity.channelData);
    expect(questions).toEqual(
      replies.map((each) => {
        const question = messageOf(each.activity).channelData?.question;
        return question && { question };
      }),
    );
    return replies.map((each) => messageOf(each.activity));
  };
  const { assessment, asked } = await interviewed(persona, say);
  expect(asked.length).toBeGreaterThan(5);
  expect(assessment?.verdict).toBe(persona.expected.verdict);
  expect(assessment && sets(assessment)).toEqual(sets(persona.expected));
  const verdict = received.at(-1)?.activity;
  expect(JSON.stringify(verdict?.attachments)).toContain('AdaptiveCard');
  expect(Buffer.byteLength(JSON.stringify(verdict))).toBeLessThan(28_000);
  expect(received.every(({ method }) => method === 'POST')).toBe(true);
});
