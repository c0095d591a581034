import { describe, expect, test } from 'vitest';
import { commandOf } from '../../dialogs/commands.ts';
import { loadGuide } from '../../knowledge/loadGuide.ts';
import { questionsOf } from '../../knowledge/questions/index.ts';
import { typedAnswers } from '../support/gradeAnswers.ts';
import { begunUpTo } from '../support/talk.ts';

const questions = questionsOf(loadGuide('jx-intl-2023'));

describe('an answer that looks like a command is an answer', () => {
  test('every label of a question', () => {
    const labels = questions.flatMap(({ wording, parts }) => [
      ...(wording.zh.choices ?? []),
      ...Object.values(parts ?? {}).flatMap(({ choices }) => choices ?? []),
    ]);
    expect(labels.filter((label) => commandOf(String(label)) !== undefined)).toEqual([]);
  });

  test('every worked example, and every typed answer that tells a fact', () => {
    const told = [
      ...questions.flatMap(({ examples }) => examples.map(([text]) => text)),
      ...[1, 2, 3, 4, 5, 6, 7].flatMap((round) =>
        typedAnswers(`answers-${round}.json`).flatMap(({ say, expect: facts }) =>
          typeof facts === 'object' ? [say] : [],
        ),
      ),
    ];
    expect(told.filter((text) => commandOf(text) !== undefined)).toEqual([]);
  });
});

test.each([
  ['上一题吧', 'back'],
  ['那先跳过', 'skip'],
  ['看一下进度', 'progress'],
  ['现在能报吗？', 'verdict'],
  ['还剩几题啊', 'progress'],
  ['我的申报', 'cases'],
  ['再来一份', 'new-case'],
  ['麻烦重来', 'restart'],
  ['ＨＥＬＰ', 'help'],
  ['换个负责人', 'swap-lead'],
  ['？', 'help'],
])('%s', (said, command) => expect(commandOf(said)).toBe(command));

test.each(['上一题和这题一样', '重来的那家公司', '没有清单', '进度正常', '修改了两次协议', '我要换负责人的电话'])(
  '%s is more than a command',
  (said) => expect(commandOf(said)).toBeUndefined(),
);

describe('progress', () => {
  test.each(['进度', '看已答的', '到哪了', '还有几题', '我答了什么？', '看看我都答了什么吧'])('%s', (said) => {
    const told = begunUpTo('教授');
    const [reply] = told.say(said);
    expect(reply?.text).toContain('已答 5 题');
    expect(reply?.text).toContain('5 出生日期：1970年6月18日');
    expect(reply?.question?.id).toBe('lead.title');
    expect(reply?.verdict).toBeUndefined();
  });
});

describe('commands in the field’s colloquial forms', () => {
  test.each([
    ['上一道题', 'lead.birthDate'],
    ['退回上一题', 'lead.birthDate'],
    ['继续', 'lead.title'],
    ['在吗', 'lead.title'],
    ['您好', 'lead.title'],
    ['为啥要问这个呀', 'lead.title'],
    ['这题先不答', 'lead.degree'],
  ])('%s', (said, id) => {
    const told = begunUpTo('教授');
    expect(told.say(said).at(-1)?.question?.id).toBe(id);
  });
});
