/** That answers go by the 2023 call is said once in a conversation, on every channel; the answers themselves do not repeat it. */
import { describe, expect, test } from 'vitest';
import { openedFor } from '../../../support/channelTalkRow.ts';
import { rows } from '../../../support/channelTalkRows.ts';
import { guide } from '../../../support/readyCase.ts';

const questions = ['负责人的年龄有什么要求？', '每个项目资助多少钱？', '企业要配套多少自有资金？'];

describe.each(rows)('$name', (row) => {
  test('the year’s call is named once before or beside the first answer, and not again', async () => {
    const { person, house } = await openedFor(row);
    const { say, conversation } = await person('anna');
    const seen: string[] = [];
    for (const question of questions) seen.push(...(await say(question)).seen.map(({ text }) => text));
    expect(seen.join('\n')).toContain('1965年6月1日');
    expect(seen.join('\n').match(/2023年(?:度|版|的指南|指南)/g)).toBeNull();
    // The greeting may have come before the first look.
    const lines = await house.store.talks.read(conversation(), 0);
    const texts = lines.filter(({ from }) => from === 'bot').map(({ activity }) => JSON.stringify(activity));
    expect(texts.filter((text) => text.includes(guide.title))).toHaveLength(1);
  });
});
