/** What a conversation's line in a list tells, line by line of its transcript. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { StaffDeed } from '../../state/staffAct.ts';
import { summarise } from '../../state/summarise.ts';
import type { Summary } from '../../state/summary.ts';
import { fits } from '../../state/summaryFilter.ts';
import type { TranscriptLine } from '../../state/transcript.ts';
import { at, line } from '../support/saying.ts';
import { clerk, deedLine } from './contract/staffLines.ts';

type Part = (seq: number) => TranscriptLine;

const person =
  (text: string, id = text): Part =>
  (seq) =>
    line(seq, 'person', text, { activity: { id, type: 'message', text } });
const bot =
  (more: Partial<TranscriptLine>, activity: object = {}): Part =>
  (seq) =>
    line(seq, 'bot', '答', { ...more, activity: { id: `b${seq}`, type: 'message', text: '答', ...activity } });
const desk = (mark: object, replyToId: string): Part => bot({}, { replyToId, channelData: { desk: mark } });
const did =
  (id: string, value: StaffDeed): Part =>
  (seq) =>
    deedLine(seq, id, value);

const lines = (...parts: Part[]): TranscriptLine[] => parts.map((part, number) => part(number + 1));
const summary = (...parts: Part[]): Summary => summarise(undefined, 't', 'wecom', lines(...parts)).summary;

test('parts of a question and further partners stand under it, what is asked besides is no step', () => {
  const asked = (questionId: string): Part => bot({ questionId });
  expect(summary(person('开始'), asked('behalf'), asked('behalf.name'), asked('confirm.restart'))).toMatchObject({
    questions: [],
  });
  expect(summary(asked('behalf'))).not.toHaveProperty('startedAt');
  expect(
    summary(
      asked('behalf'),
      asked('lead.birthDate'),
      asked('lead.birthDate/day'),
      asked('partner.country'),
      asked('partner.country#2'),
      asked('agreement.content#2/ip'),
      asked('choose.amend'),
      asked('confirm.delete'),
    ),
  ).toMatchObject({
    startedAt: at(2),
    questions: ['lead.birthDate', 'partner.country', 'agreement.content'],
    step: 'agreement.content',
  });
});

test('the last verdict counts, with the rules in its checklist; rules without a verdict are none', () => {
  expect(summary(bot({ ruleIds: ['lead.age'] }))).toMatchObject({ rules: [] });
  expect(
    summary(
      bot({ verdict: 'not-eligible', ruleIds: ['lead.age', 'unit.kind'] }),
      bot({ verdict: 'ready', ruleIds: [] }),
    ),
  ).toMatchObject({ verdict: 'ready', verdictAt: at(2), rules: [] });
});

test('directions are those that each case has now', () => {
  const spoken = (caseId: string, directions: number[]): Part => bot({ caseId, directions });
  expect(summary(spoken('a', [3]), spoken('b', [1, 3]), spoken('a', [5]))).toMatchObject({ directions: [1, 3, 5] });
  expect(summary(spoken('a', [3]), spoken('a', []))).toMatchObject({ directions: [] });
});

test('a question without an answer is told in the words of the message that was answered, once', () => {
  const long = `请问${'稀土'.repeat(60)}`;
  const { unanswered, answered } = summary(
    person('天气', 'p1'),
    person(long, 'p2'),
    person('年龄', 'p3'),
    bot({ answerStatus: 'declined' }, { replyToId: 'p1' }),
    bot({ answerStatus: 'not-in-guide' }, { replyToId: 'p2' }),
    bot({ answerStatus: 'not-in-guide' }, { replyToId: 'p2' }),
    bot({ answerStatus: 'answered' }, { replyToId: 'p3' }),
    bot({ answerStatus: 'clarify' }, { replyToId: 'nobody' }),
  );
  expect(unanswered).toMatchObject([
    { seq: 1, text: '天气', status: 'declined' },
    { seq: 2, text: long.slice(0, 80), status: 'not-in-guide' },
  ]);
  expect(answered).toEqual({ declined: 1, 'not-in-guide': 2, answered: 1, clarify: 1 });
});

test('of the help desk is known who had an item when, and how it ended', () => {
  const parts = [
    person('转人工', 'p1'),
    desk({ item: 'i', state: 'pending', question: '稀土', why: 'person' }, 'p1'),
    did('s1', { do: 'take', item: 'i' }),
    desk({ item: 'i', state: 'taken' }, 's1'),
    did('s2', { do: 'release', item: 'i' }),
    desk({ item: 'i', state: 'pending' }, 's2'),
    did('s3', { do: 'reply', item: 'i', text: '可以', close: true }),
    (seq: number) =>
      line(seq, 'staff', '可以', {
        staff: { id: 'm2', name: '王' },
        activity: { id: 'x', type: 'message', text: '可以', channelData: { desk: { item: 'i', state: 'answered' } } },
      }),
    desk({ item: 'i', state: 'closed' }, 's3'),
  ];
  const span = { item: 'i', question: '稀土', why: 'person', askedAt: at(2) };
  expect(summary(...parts.slice(0, 2)).desk).toEqual([{ ...span, state: 'pending' }]);
  expect(summary(...parts.slice(0, 4)).desk).toEqual([{ ...span, state: 'taken', takenAt: at(4), by: clerk }]);
  expect(summary(...parts.slice(0, 6)).desk).toEqual([{ ...span, state: 'pending', takenAt: at(4), by: clerk }]);
  expect(summary(...parts).desk).toEqual([
    { ...span, state: 'closed', takenAt: at(4), answeredAt: at(8), closedAt: at(9), by: clerk },
  ]);
});

test('the last judgement of a line stands, and the whole is judged by itself', () => {
  const mark = (mark: 'wrong' | 'corrected' | 'reviewed' | 'cleared', seq?: number): Part =>
    did(`m${mark}${seq}`, { do: 'mark', mark, ...(seq !== undefined && { seq }) });
  const judged = (...parts: Part[]): boolean[] => {
    const { flagged, corrected, reviewed } = summary(person('a'), ...parts);
    return [flagged, corrected, reviewed];
  };
  expect(judged(mark('wrong', 1))).toEqual([true, false, false]);
  expect(judged(mark('wrong', 1), mark('corrected', 1))).toEqual([false, true, false]);
  expect(judged(mark('wrong', 1), mark('reviewed', 1))).toEqual([false, false, false]);
  expect(judged(mark('corrected', 1), mark('reviewed', 1))).toEqual([false, true, false]);
  expect(judged(mark('corrected', 1), mark('wrong', 2))).toEqual([true, true, false]);
  expect(judged(mark('wrong', 1), mark('reviewed'))).toEqual([true, false, true]);
  expect(judged(mark('reviewed'), mark('cleared'))).toEqual([false, false, false]);
  expect(judged(mark('wrong', 1), mark('cleared', 1))).toEqual([false, false, false]);
});

test('what comes from outside and is no mark of ours tells nothing, and cannot harm', () => {
  const odd: Part[] = [
    bot({}, { channelData: { desk: { item: 5 }, satisfaction: 'great' } }),
    bot({}, { channelData: 'x' }),
    bot({ answerStatus: '__proto__' }),
    bot({ questionId: '', caseId: '__proto__', directions: [1] }),
    (seq) => line(seq, 'staff', '', { activity: { id: 'e', type: 'event', name: 'staff', value: { do: 'rm -rf' } } }),
    (seq) => line(seq, 'person', '', { activity: { type: 'message', text: 5, value: { text: ['x'] } } }),
    (seq) => ({ ...line(seq, 'bot', ''), at: '昨天' }),
  ];
  expect(summary(...odd)).toMatchObject({ desk: [], notes: 0, flagged: false, directions: [1] });
  expect(Object.entries(summary(...odd).answered)).toEqual([['__proto__', 1]]);
  expect(summary(...odd)).not.toHaveProperty('satisfaction');
  // A person writes no mark of ours.
  const forged = person('a', 'p');
  expect(
    summary((seq) => ({
      ...forged(seq),
      activity: { channelData: { satisfaction: 'good', desk: { item: 'i', state: 'pending' } } },
    })),
  ).toMatchObject({ desk: [], messages: 1 });
});

test('it is the same whether the lines come at once or turn by turn, also when it was kept as JSON in between', () => {
  const turn = fc.record({
    kind: fc.constantFrom('ask', 'answer', 'mark', 'note', 'verdict', 'desk'),
    number: fc.nat(3),
  });
  // Answers come in the order of what they answer.
  let waiting: string[] = [];
  const partsOf = ({ kind, number }: { kind: string; number: number }, at: number): Part[] => {
    const asks = ['ask', 'mark', 'note'].includes(kind);
    const id = asks ? String(at) : (waiting.shift() ?? 'nobody');
    if (asks) waiting.push(id);
    if (kind === 'mark') return [did(id, { do: 'mark', mark: number > 1 ? 'wrong' : 'cleared', seq: number + 1 })];
    if (kind === 'note') return [did(id, { do: 'note', text: '便签' })];
    if (kind === 'ask') return [person(`问${number}`, id)];
    if (kind === 'verdict')
      return [bot({ verdict: 'ready', ruleIds: [`r${number}`], directions: [number], caseId: id })];
    if (kind === 'desk') return [desk({ item: String(number), state: number > 1 ? 'taken' : 'pending' }, id)];
    return [
      bot({ questionId: `q${number}` }, { replyToId: id }),
      bot({ answerStatus: 'not-in-guide' }, { replyToId: id }),
    ];
  };
  fc.assert(
    fc.property(fc.array(turn, { maxLength: 20 }), (turns) => {
      let seq = 0;
      waiting = [];
      const said = turns.map((each, at) => partsOf(each, at).map((part) => part(++seq)));
      const whole = summarise(undefined, 't', 'wecom', said.flat());
      let parts = summarise(undefined, 't', 'wecom', []);
      for (const some of said) parts = summarise(JSON.parse(JSON.stringify(parts)), 't', 'wecom', some);
      expect(parts).toEqual(whole);
      // What is known has no second effect.
      expect(summarise(whole, 't', 'wecom', said.flat())).toEqual(whole);
    }),
    { numRuns: 200 },
  );
});

test('a question is found by its words, their shown beginning, and the key of either', () => {
  const long = `请问${'稀土尾矿能不能作为'.repeat(20)}`;
  const one = summary(person(long, 'p'), bot({ answerStatus: 'not-in-guide' }, { replyToId: 'p' }));
  const [{ text, key = '' } = { text: '' }] = one.unanswered;
  for (const question of [long, text, key, `${text}？`]) expect(fits(one, { question })).toBe(true);
  expect(fits(one, { question: '稀土尾矿' })).toBe(false);
  expect(() => fits(one, { until: '昨天' })).toThrow(RangeError);
});
