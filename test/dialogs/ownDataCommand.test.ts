import { expect, test } from 'vitest';
import { commandOf } from '../../dialogs/commands.ts';
import { keepsAll, meansDelete, ownDataCommandOf } from '../../dialogs/ownDataCommand.ts';
import { loadGuide } from '../../knowledge/loadGuide.ts';
import { questionsOf } from '../../knowledge/questions/index.ts';
import { typedAnswers } from '../support/gradeAnswers.ts';

test.each([
  ['我的数据', 'show'],
  ['看看你们存了我什么', 'show'],
  ['你们都存了我哪些信息？', 'show'],
  ['查看我的数据', 'show'],
  ['我想看看我的聊天记录', 'show'],
  ['导出我的数据', 'export'],
  ['导出聊天记录', 'export'],
  ['请帮我导出数据', 'export'],
  ['把聊天记录导出来', 'export'],
  ['下载我的对话记录', 'export'],
  ['把我的数据发给我一份', 'export'],
  ['删除我的数据', 'delete'],
  ['删除我的数据。', 'delete'],
  ['把我的记录删了', 'delete'],
  ['麻烦把你们存的我的信息都删掉吧', 'delete'],
  ['能不能删除我的聊天记录？', 'delete'],
  ['清空这段对话', 'delete'],
  ['/删除', 'delete'],
])('%s', (said, command) => {
  expect(ownDataCommandOf(said)).toBe(command);
  expect(commandOf(said)).toBeUndefined();
});

test.each([
  '我的申报',
  '看记录',
  '记了什么',
  '没有数据',
  '数据都有',
  '删除我的数据那家公司',
  '协议里写了数据归属',
  '审计报告的数据',
  '清单',
  '医疗数据',
  '信息',
  '对话',
  '改数据',
])('%s is something else', (said) => expect(ownDataCommandOf(said)).toBeUndefined());

test('no label, worked example or typed answer is one', () => {
  const questions = questionsOf(loadGuide('jx-intl-2023'));
  const told = [
    ...questions.flatMap(({ wording, parts, examples }) => [
      ...(wording.zh.choices ?? []).map(String),
      ...Object.values(parts ?? {}).flatMap(({ choices }) => (choices ?? []).map(String)),
      ...examples.map(([text]) => text),
    ]),
    ...Array.from({ length: 11 }, (_, at) => typedAnswers(`answers-${at + 1}.json`).map(({ say }) => say)).flat(),
  ];
  expect(told.length).toBeGreaterThan(1000);
  expect(told.filter((text) => ownDataCommandOf(text) !== undefined)).toEqual([]);
});

test.each(['确定删除', '确定', '1', '是的', '是的，删除', '删吧', '确认删除。', '对，删掉'])('%s deletes', (said) => {
  expect([meansDelete(said), keepsAll(said)]).toEqual([true, false]);
});

test.each(['不删', '2', '算了', '跳过', '先不删', '不确定'])('%s deletes nothing', (said) => {
  expect([meansDelete(said), keepsAll(said)]).toEqual([false, true]);
});

test.each(['好的', '高校', '没有', '删除哪些？', '11', '确定是教授'])('%s says neither', (said) => {
  expect([meansDelete(said), keepsAll(said)]).toEqual([false, false]);
});
