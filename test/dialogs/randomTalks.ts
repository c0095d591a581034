/** Random talks: whatever people write, the talk goes on, numbers shrink, and skipping always leads to the verdict. */
import fc from 'fast-check';
import { expect } from 'vitest';
import { readyAnswers, talk } from '../support/talk.ts';

const oddAnswers = [
  ...[
    '帮别人',
    '陈老师',
    '企业',
    '合作社',
    '机关',
    '美国的肯塔基大学，在列克星敦',
    '台湾的台北大学',
    '没有',
    '外籍',
    '香港',
  ],
  ...[
    '1964-12-31',
    '1965年',
    '讲师',
    '客座教授',
    '在读',
    '是公务员',
    '在黑名单',
    '上海',
    '2022年5月1日',
    '2022年',
    '2020年',
  ],
  ...[
    '2021',
    '方向五，油菜抗旱',
    '都不沾',
    '200万',
    '两年',
    '刚认识，没材料',
    '还有一家日本的',
    '外方排第一，南昌某公司排第二',
  ],
  ...[
    '还没签',
    '只有长期协议',
    '除了3都有',
    '英文的，没翻译',
    '还没标',
    '不知道',
    '不清楚',
    '是',
    '不是',
    '有',
    '没',
    '嗯嗯',
    '？？',
    '2',
  ],
] as const;
const commands = ['跳过', '上一题', '为什么', '帮助', '结论', '开始自查', '截止时间是哪天？'] as const;
const message = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...readyAnswers) },
  { weight: 6, arbitrary: fc.constantFrom(...oddAnswers) },
  { weight: 2, arbitrary: fc.constantFrom(...commands) },
  { weight: 1, arbitrary: fc.string({ maxLength: 30 }) },
);

/**
 * Goes through so many talks, the same ones every time; more of them begin with the fewer. The total never grows, one
 * question is open at a time, and skipping always ends in a verdict.
 */
export function randomTalks(talks: number): void {
  fc.assert(
    fc.property(fc.array(message, { minLength: 5, maxLength: 60 }), (messages) => {
      const told = talk();
      let total = Number.POSITIVE_INFINITY;
      let ended = false;
      for (const text of [...messages, ...Array.from({ length: 140 }, () => '跳过')]) {
        const replies = told.say(text);
        const questions = replies.flatMap(({ question }) => question ?? []);
        expect(questions.length).toBeLessThanOrEqual(1);
        for (const question of questions) {
          expect(question.total).toBeLessThanOrEqual(total);
          expect(question.index).toBeLessThanOrEqual(question.total);
          expect(question.index).toBeGreaterThan(0);
          total = question.total;
        }
        ended = told.record.ended;
        if (ended && questions.length > 0) expect.fail('a question after the end');
      }
      expect(ended).toBe(true);
    }),
    { numRuns: talks, seed: 20230508 },
  );
}
