/** What somebody of staff hears who links a chat account to their own: by the code, of questions that are not theirs, and of talks that are. */
import type { ConversationRecord } from '../../state/conversation.ts';
import { states } from './everyReplyStates.ts';
import { conversationOf, type Say, type Turning } from './everyReplyTurn.ts';
import { forwarded } from './everyReplyWords.ts';

/** Two days before: a talk of one's own has ended by itself. */
const longAgo = '2023-05-06T02:00:00.000Z';

export async function linkedTalks(say: Say, turning: Turning): Promise<void> {
  const opened = (state: string): ConversationRecord => states[state]?.() ?? conversationOf();
  for (const state of ['nobody has begun', 'in the middle']) {
    const by = `clerk, ${state}`;
    let record = opened(state);
    const says = async (text: string, who = by): Promise<void> => {
      record = await say(`${state}, linked: ${text.slice(0, 20)}`, { text, by: who }, record);
    };
    for (const text of ['绑定', '解除绑定', '绑定 ZZZZZZZZ']) await says(text, 'nobody');
    for (let tries = 0; tries < 7; tries += 1) await says('绑定 YYYYYYYY', 'a guesser');
    await says(`绑定 ${await turning.code()}`);
    for (const text of ['我是谁', '帮助', '我是副教授，1980年3月生', '年龄有什么要求？', ...forwarded])
      await says(text);
    for (const text of ['自查', '我是谁', '转发', '自查']) await says(text);
    record = { ...record, heardAt: longAgo };
    for (const text of ['项目做几年？', '解除绑定']) await says(text);
    await say(`${state}: a code in a group`, { text: '绑定 ZZZZZZZZ', group: true }, opened(state));
    await say(`${state}: a code where nobody is known`, '绑定 ZZZZZZZZ', opened(state));
  }
}
