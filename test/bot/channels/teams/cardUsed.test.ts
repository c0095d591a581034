/** A card after it was used: what was asked and what was chosen, nothing to press. */
import { expect, test } from 'vitest';
import type { Message } from '../../../../bot/channels/channel.ts';
import { presentTeams } from '../../../../bot/channels/teams/present.ts';
import { used } from '../../../../bot/channels/teams/used.ts';
import { wireForm } from '../../../../bot/channels/teams/wire.ts';
import { nodesOf, submitsOf, textsOf } from '../../../support/cardNodes.ts';
import { guide } from '../../../support/readyCase.ts';
import { talk } from '../../../support/talk.ts';
import { faultsOf } from '../../../support/teamsLimits.ts';

const present = presentTeams({ guide });
const question = { id: 'agreement.content', topic: 'agreement.content', index: 2, total: 33 } as const;
const pressable = (message: Message) =>
  nodesOf(message).filter(({ type, id }) => /^(Action\.Submit|Input\.)/.test(String(type)) || id === 'picked');

test.each([
  ['a choice', { text: '哪一类？', choices: ['企业', '高校', '医院', '机关'], question }, '高校', '已选：高校'],
  [
    'what was ticked',
    { text: '哪几项？', several: ['分工', '指标', '经费'], question },
    '1、3',
    '已选：1 分工、3 经费',
  ],
  [
    'a direction',
    { text: '可选方向一至十九。', question: { ...question, id: 'direction' } },
    '方向十七',
    '已选：方向十七 稀土伴生放射性废水处理关键材料研究',
  ],
  ['what was typed', { text: '哪几项？', several: ['分工', '指标'], question }, '都写了', '已选：都写了'],
])('shows %s', (_what, reply, chosen, line) => {
  const message = present(reply);
  expect(pressable(message).length).toBeGreaterThan(1);
  const after = used(message, chosen);
  expect(textsOf(after)).toEqual([reply.text, line]);
  expect(pressable(after)).toEqual([]);
  expect(faultsOf(wireForm(after))).toEqual([]);
});

test('an old card says that its question has passed', () => {
  const after = used(present({ text: '哪一类？', choices: ['企业', '高校', '医院', '机关'], question }), undefined);
  expect(textsOf(after)).toEqual(['哪一类？', '这一题已经过去了，按钮不再有效']);
});

test('an answer stays to be read; of its buttons only those go that answered the question below it', () => {
  const [reply] = talk().sayAll('负责人本人', '负责人年龄有什么要求，要什么职称');
  const message = present(reply ?? { text: '' });
  const after = used(message, '高校');
  expect(textsOf(after)).toEqual([...textsOf(message), '已选：高校']);
  expect(submitsOf(after).map(({ data }) => data.text)).toEqual(reply?.answer?.suggestions);
  expect(submitsOf(after).filter(({ data }) => 'question' in data)).toEqual([]);
});
