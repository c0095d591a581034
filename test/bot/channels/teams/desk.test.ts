/** The help desk in Teams: what it writes goes by the reference of the talk, and meanwhile nothing at all is shown of the assistant. */
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { staffAct } from '../../../../state/staffAct.ts';
import { dataFolder } from '../../../support/hallTalk.ts';
import { teamsActivities } from '../../../support/teamsActivities.ts';
import { teamsService } from '../../../support/teamsService.ts';

const here = 'teams:a:1personal';
const picture = { contentType: 'image/png', contentUrl: 'https://teams.example/1.png', name: '1.png' };

async function desked() {
  const service = await teamsService({ folder: await dataFolder(), elsewhere: { typingAfter: 0 } });
  const made = teamsActivities(service.serviceUrl);
  const { post, received, conversations, store } = service;
  for (const text of ['开始自查', '负责人本人', '中期检查要准备什么材料？', '人工']) {
    await post(made.message(text));
    await conversations.idle();
  }
  const staff = async (deed: Record<string, unknown>): Promise<void> => {
    const item = (await store.talks.load(here))?.desk?.id;
    const act = { id: randomUUID(), conversation: here, by: { id: 'w', name: '王老师' }, deed: { item, ...deed } };
    await conversations.staff(staffAct.parse(act));
    await conversations.idle();
  };
  const sent = (): string => JSON.stringify(received.map(({ activity }) => activity));
  await expect.poll(sent).toContain('已转给咨询台');
  return { ...service, ...made, staff, sent };
}

test('what the desk writes arrives in the same chat, with every sign as it was written', async () => {
  const { staff, received, sent } = await desked();
  await staff({ do: 'take' });
  await expect.poll(sent).toContain('咨询台已接手');
  await staff({ do: 'reply', text: '看 <附件> & **通知**', close: true });
  await expect.poll(sent).toContain('我接着来');
  const said = received.find(({ activity }) => activity.text?.startsWith('【咨询台】'));
  expect(said?.path).toContain('/v3/conversations/a%3A1personal/');
  expect(said?.activity.text).toBe('【咨询台】看 &lt;附件&gt; &amp; **通知**');
  expect(sent()).not.toContain('王老师');
});

test('while it has the talk there is no word, no typing, no card that changes', async () => {
  const { staff, received, sent, post, message, pressed, of, conversations, store } = await desked();
  await staff({ do: 'take' });
  await expect.poll(sent).toContain('咨询台已接手');
  const before = received.length;
  await post(message('请看图片', { attachments: [picture] }, 'picture'));
  await post(pressed({ text: '企业', question: 'unit.kind' }, 'card-2'));
  await post(of('messageUpdate', { text: '请看', channelData: { eventType: 'editMessage' } }, 'picture'));
  await post(message('在吗'));
  await conversations.idle();
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(received.slice(before).map(({ activity }) => activity)).toEqual([]);
  expect(
    (await store.talks.read(here, 0)).filter(({ from }) => from === 'person').map(({ activity }) => activity.text),
  ).toContain('在吗');
});
