/** Random talks: whatever people write, the talk goes on, numbers shrink, and skipping always leads to the verdict. */
import fc from 'fast-check';
import { expect } from 'vitest';
import type { Reply } from '../../dialogs/reply.ts';
import { loadGuide } from '../../knowledge/loadGuide.ts';
import { questionsOf } from '../../knowledge/questions/index.ts';
import type { CaseRecord } from '../../state/conversation.ts';
import { readyAnswers, talk } from '../support/talk.ts';
import { answerNow, messagesToVerdict } from './plausible.ts';

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
const commands = [
  ...[
    '跳过',
    '上一题',
    '为什么',
    '帮助',
    '结论',
    '开始自查',
    '截止时间是哪天？',
    '进度',
    '修改',
    '改第3题',
    '重来',
    '确定',
    '继续',
  ],
  ...[
    '换负责人',
    '换合作方',
    '换方向',
    '换单位',
    '推荐函要几份？',
    '我其实是副教授',
    '职称写错了，是讲师',
    '转人工',
    '不用',
  ],
] as const;
/** What is said; a number: one of the ways in which people answer what stands open. */
const message = fc.oneof(
  { weight: 12, arbitrary: fc.nat({ max: 60 }) },
  { weight: 3, arbitrary: fc.constantFrom(...readyAnswers) },
  { weight: 4, arbitrary: fc.constantFrom(...oddAnswers) },
  { weight: 4, arbitrary: fc.constantFrom(...commands) },
  { weight: 1, arbitrary: fc.string({ maxLength: 30 }) },
);

/** Where the talk is left aside for a while, and told to its end by somebody who answers plainly. */
const aside = fc.nat({ max: 60 });

/**
 * Goes through so many talks, the same ones every time; more of them begin with the fewer. Every message is answered; the total never grows;
 * exactly one question is open until the verdict; what was recorded stays until it is said that it was changed; and from anywhere both
 * plain answers and skipping end in a verdict.
 */
export function randomTalks(talks: number): { messages: number; longest: number } {
  let messages = 0;
  let longest = 0;
  fc.assert(
    fc.property(fc.array(message, { minLength: 5, maxLength: 60 }), aside, (texts, at) => {
      const told = talk();
      let total = Number.POSITIVE_INFINITY;
      let ended = false;
      for (const [turn, said] of [...texts, ...Array.from({ length: 140 }, () => '跳过')].entries()) {
        const text = typeof said === 'string' ? said : answerNow(told, said);
        if (turn === Math.min(at, texts.length - 1)) longest = Math.max(longest, toldToTheEnd(told.record));
        // Skipping what is left leads to the end, and goes no further.
        if (turn >= texts.length && ended) break;
        const before = told.record;
        const replies = told.say(text);
        messages += 1;
        expect(replies.length, text).toBeGreaterThan(0);
        for (const reply of replies) expect(reply.text.trim(), text).not.toBe('');
        expect(lostFacts(before, told.record, { text, replies })).toEqual([]);
        const open = replies.flatMap(({ question }) => question ?? []);
        ended = told.record.ended;
        expect(open.length, text).toBe(ended ? 0 : 1);
        if (isBegunAnew(before, told.record)) total = Number.POSITIVE_INFINITY;
        for (const question of open) {
          expect(question.total).toBeLessThanOrEqual(total);
          expect(question.index).toBeLessThanOrEqual(question.total);
          expect(question.index).toBeGreaterThan(0);
          total = question.total;
        }
      }
      expect(ended).toBe(true);
    }),
    { numRuns: talks, seed: 20230508 },
  );
  return { messages, longest };
}

const questions = questionsOf(loadGuide('jx-intl-2023'));

/** A talk is never longer than this from anywhere, if answers are plain. */
const mostMessages = 120;

/** Goes on from a copy of the case, as after a restart; how many messages it took. */
function toldToTheEnd(record: CaseRecord): number {
  const told = talk(structuredClone(record));
  const count = messagesToVerdict(told, mostMessages);
  expect(count, told.heard()).toBeDefined();
  return count ?? 0;
}

/** Who confirms to begin again has no answers left, and everything to be asked. */
const isBegunAnew = (before: CaseRecord, { trail }: CaseRecord): boolean =>
  before.asking?.id === 'confirm.restart' && trail.length === 0;

interface Exchange {
  text: string;
  replies: readonly Reply[];
}

/** Facts that are gone or other than before, though no word of it was said, and nobody was changing just them. */
function lostFacts(before: CaseRecord, after: CaseRecord, { text, replies }: Exchange): string[] {
  if (isBegunAnew(before, after)) return [];
  const root = (path: string): string => path.replace(/\[.*$/, '');
  const told = replies.flatMap(({ basis }) => basis?.factsSet ?? []).map(root);
  const changing = before.asking?.again ? before.asking.id.replace(/[#/].*$/, '') : undefined;
  // What one question asks for is said back as one thing: 职称 is a title and its level.
  const ofQuestion = (fact: string): readonly string[] =>
    questions.flatMap(({ id, settles }) => (settles.map(root).includes(fact) || fact.startsWith(id) ? [id] : []));
  const announced = new Set(told.flatMap(ofQuestion));
  return Object.entries(before.facts).flatMap(([id, value]) => {
    if (JSON.stringify(after.facts[id]) === JSON.stringify(value) || told.includes(id)) return [];
    if (ofQuestion(id).some((question) => question === changing || announced.has(question))) return [];
    return [`${id} after ${text}: ${JSON.stringify(value)} → ${JSON.stringify(after.facts[id])}`];
  });
}
