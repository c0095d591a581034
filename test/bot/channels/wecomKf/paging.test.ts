import { expect, test } from 'vitest';
import { kfPresenting, mostAtOnce } from '../../../../bot/channels/wecomKf/present.ts';
import { dataFolder, incoming, openHall, repliesTo, said, talker } from '../../../support/hallTalk.ts';
import { clock } from '../../../support/wecom/kfService.ts';

const questions = [
  '附2里有哪些友好城市？附1里有哪些国家？附3里有哪些单位？11个方向分别是什么？协议要写哪些内容？',
  '方向一的考核指标是什么？方向二的考核指标是什么？方向三的考核指标是什么？方向四的考核指标是什么？方向五的考核指标是什么？',
];

test('what is more than four messages after the customer’s last one waits for 更多', async () => {
  const shape = kfPresenting('desk');
  const hall = openHall(await dataFolder(), { channel: () => shape, now: clock().now });
  const ids = questions.map((_, at) => `a${at}`);
  // Kept together before either is answered, as quick messages are.
  await Promise.all(questions.map((text, at) => hall.accept(incoming('a', text, ids[at]))));
  await hall.idle('a');
  const lines = await hall.read('a', 0);
  const told = ids.flatMap((id) => repliesTo(id, lines));
  expect(told).toHaveLength(mostAtOnce);
  expect(told.at(-1)?.text).toMatch(/还有 \d+ 条没有发完，回复“更多”接着看。$/);
  expect(said(told)).not.toContain('方向五');
  const say = talker(hall, 'a');
  const more = await say('更多');
  expect(more.length).toBeLessThanOrEqual(mostAtOnce);
  expect(said(more)).toContain('方向五');
  expect(said(more)).not.toContain('回复“更多”');
  for (const { text } of [...told, ...more]) expect(Buffer.byteLength(text)).toBeLessThanOrEqual(2048);
});

test.each([
  ['an answer without choices', '长'.repeat(3000), undefined],
  ['a question with a long answer before it', '长'.repeat(3000), ['企业', '高校']],
  ['one that fits as text and not above a menu', '长'.repeat(400), ['企业', '高校']],
  ['one that fits', '短', ['企业', '高校']],
])(
  '%s: every part has room for the line on 更多, and what was asked stands once, in the last',
  (_what, text, choices) => {
    const { present, split = () => [] } = kfPresenting('desk');
    const question = { id: 'unit.kind', topic: 'unit.kind' as const, index: 2, total: 30 };
    const parts = split(present({ text, question, ...(choices && { choices }) }));
    for (const [at, part] of parts.entries()) {
      const room = part.suggestedActions ? 1024 : 2048;
      expect(Buffer.byteLength(`${part.text}\n\n还有 30 条没有发完，回复“更多”接着看。`)).toBeLessThanOrEqual(room);
      expect(part.channelData !== undefined).toBe(at === parts.length - 1);
    }
    expect(parts.map((each) => each.text).join('')).toContain(text);
    for (const choice of choices ?? [])
      expect(JSON.stringify(parts.at(-1)?.suggestedActions ?? parts.at(-1)?.text)).toContain(choice);
  },
);
