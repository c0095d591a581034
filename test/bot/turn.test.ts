import { expect, test } from 'vitest';
import { presentActivity } from '../../bot/channels/present.ts';
import { createLog } from '../../bot/log.ts';
import { turns } from '../../bot/turn.ts';
import { newConversation } from '../../state/conversation.ts';
import { embeddedStore } from '../../state/lowdb/index.ts';
import { transcriptLine } from '../../state/transcript.ts';
import { interviewed, messageOf, openQuestion, personaOf } from '../support/applicant.ts';
import { dataFolder, incoming, said, today } from '../support/hallTalk.ts';

function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  Object.values(value).forEach(frozen);
  return Object.freeze(value);
}

const heard = transcriptLine.parse({
  seq: 1,
  at: today.toISOString(),
  from: 'person',
  activity: {},
  guide: '',
  overlay: null,
});

/** The way to run turns, over an empty folder. */
async function runner() {
  return turns({
    store: embeddedStore(await dataFolder()),
    log: createLog('silent'),
    guideId: 'jx-intl-2023',
    now: () => today,
    timeZone: 'Asia/Shanghai',
    retentionDays: 180,
    present: presentActivity,
  });
}

test('a turn changes nothing of the record that it is given: the home may hand over its own', async () => {
  const run = await runner();
  let record = frozen(newConversation('c', 'directline'));
  const say = async (text: string) => {
    const { record: after, sent } = await run(incoming('c', text), { record, heard, lines: async () => [] });
    record = frozen(after);
    return sent.map(messageOf);
  };
  const persona = personaOf('ex-07');
  const { assessment, asked } = await interviewed(persona, say);
  expect(assessment?.verdict).toBe(persona.expected.verdict);
  expect(asked.length).toBeGreaterThan(20);
  const others = [
    '进度',
    '截止日期是哪天？',
    '新的一份',
    '我的申报',
    '2',
    '重来',
    '确定重来',
    '我的数据',
    '删除我的数据',
    '不删',
  ];
  for (const text of others) expect(said(await say(text)), text).not.toContain('刚才出了点问题');
});

test('a talk goes on whose dialogs were of another version', async () => {
  const run = await runner();
  let record = newConversation('c', 'directline');
  const say = async (text: string) => {
    const { record: after, sent } = await run(incoming('c', text), { record, heard, lines: async () => [] });
    record = after;
    return sent.map(messageOf);
  };
  await say('开始自查');
  const stored = JSON.stringify(record.dialog);
  expect(stored).toMatch(/"version":"-?\d+"/);
  record.dialog = JSON.parse(stored.replace(/("version":")-?\d+"/g, '$17"'));
  expect(openQuestion(await say('负责人本人'))?.id).toBe('unit.kind');
});
