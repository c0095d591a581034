/** How much is done to answer a message: an ordinary turn neither decides nor reads the same again, and changes nothing in place. */
import { expect, onTestFinished, test } from 'vitest';
import { commandOf } from '../../dialogs/commands.ts';
import { ask, hear } from '../../dialogs/talk.ts';
import type { Frame } from '../../dialogs/verdict.ts';
import { loadGuide } from '../../knowledge/loadGuide.ts';
import { inOneMessage } from '../../knowledge/read/oneMessage.ts';
import { type CaseRecord, newCase } from '../../state/conversation.ts';
import { readyAnswers } from '../support/talk.ts';

const whole = loadGuide('jx-intl-2023');

/** Each turn of an interview with a person who is ready in everything: a case as it is stored, and the message. */
function turnsOf(frame: Frame): { stored: string; text: string; ends: boolean }[] {
  let record = ask({ record: newCase('case', '第1份', whole.id), said: [], replies: [] }, frame).record;
  return readyAnswers.map((text) => {
    const stored = JSON.stringify(record);
    record = answer(JSON.parse(stored), text, frame);
    return { stored, text, ends: record.ended };
  });
}

function answer(record: CaseRecord, text: string, frame: Frame): CaseRecord {
  return inOneMessage(() => ask(hear(text, commandOf(text), record, frame), frame)).record;
}

const frameOf = (guide = whole): Frame => ({ guide, overlay: null, language: 'zh', today: '2023-05-08' });

test('a turn decides a rule at most once for what was known before and once for what is known then', () => {
  const decided: string[] = [];
  const rules = whole.rules.map(({ row, rule }) => {
    const decide: typeof rule.decide = (facts, guide) => {
      decided.push(row.id);
      return rule.decide(facts, guide);
    };
    return { row, rule: { ...rule, decide } };
  });
  const frame = frameOf({ ...whole, rules });
  const turns = turnsOf(frame).filter(({ ends }) => !ends);
  expect(turns.length).toBeGreaterThan(20);
  let all = 0;
  for (const { stored, text } of turns) {
    decided.length = 0;
    answer(JSON.parse(stored), text, frame);
    for (const [id, times] of Map.groupBy(decided, (each) => each))
      expect(times.length, `${text}: ${id}`).toBeLessThan(3);
    all += decided.length;
  }
  // Far from all of them need be decided, and few of them twice.
  expect(all / turns.length).toBeLessThan(whole.rules.length);
});

test('a turn looks through all that is known a few times, not for every question that it asks of it', () => {
  const frame = frameOf();
  for (const { stored, text, ends } of turnsOf(frame)) {
    if (ends) continue;
    const record: CaseRecord = JSON.parse(stored);
    let passes = 0;
    const facts = new Proxy(record.facts, {
      ownKeys(target) {
        passes += 1;
        return Reflect.ownKeys(target);
      },
    });
    answer({ ...record, facts }, text, frame);
    expect(passes, text).toBeLessThan(8);
  }
});

test('within one message its text is brought into one spelling fewer times than readers ask for it', () => {
  const frame = frameOf();
  const turns = turnsOf(frame).filter(({ ends }) => !ends);
  // Each spelling begins with a look for what was taken back.
  let looked = 0;
  const matchAll = String.prototype.matchAll;
  Object.defineProperty(String.prototype, 'matchAll', {
    configurable: true,
    writable: true,
    value(this: string, form: RegExp) {
      looked += 1;
      return matchAll.call(this, form);
    },
  });
  onTestFinished(() => void Object.defineProperty(String.prototype, 'matchAll', { value: matchAll }));
  const work = (within: <T>(work: () => T) => T): number => {
    looked = 0;
    for (const { stored, text } of turns)
      within(() => ask(hear(text, commandOf(text), JSON.parse(stored), frame), frame));
    return looked;
  };
  const apart = work((each) => each());
  const together = work(inOneMessage);
  expect(together).toBeLessThan(apart / 2);
});

function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.values(value).forEach(frozen);
  return Object.freeze(value);
}

test('nothing that is known, stored or not, is changed in place', () => {
  const frame = frameOf();
  let record = frozen(ask({ record: newCase('case', '第1份', whole.id), said: [], replies: [] }, frame).record);
  const said = [...readyAnswers.slice(0, 9), '跳过', '职称写错了，是副教授', '不知道', '改第3题', '德国的慕尼黑大学'];
  for (const text of [
    ...said,
    '上一题',
    '推荐函刚开好了',
    ...readyAnswers.slice(9),
    '结论',
    '换合作方',
    '进度',
    '修改',
  ]) {
    record = frozen(answer(record, text, frame));
    // What was made of it is not stored yet.
    record = frozen(answer(record, '帮助', frame));
  }
  expect(record.trail.length).toBeGreaterThan(20);
});
