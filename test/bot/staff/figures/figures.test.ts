/** Every figure stands for a list: whatever is counted, as many rows are found. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { durationWords, longestWait, percentile } from '../../../../bot/staff/figures/durations.ts';
import type { Figure } from '../../../../bot/staff/figures/figure.ts';
import { figuresOf } from '../../../../bot/staff/figures/figures.ts';
import { filterOf, queryOf } from '../../../../bot/staff/transcripts/filter.ts';
import type { Summary, SummaryFilter } from '../../../../state/summary.ts';
import { fitting } from '../../../../state/summaryFilter.ts';
import { anyFilter, anySummary } from './anySummary.ts';

const now = new Date('2023-06-01T04:00:00Z');
const order = ['unit.kind', 'lead.birthDate', 'partner.who'];
const zones = ['Asia/Shanghai', 'Europe/Berlin', 'America/St_Johns', 'UTC'];

const isFigure = (value: object): value is Figure => 'count' in value && 'filter' in value;

/** Every figure in it, however deep. */
function figuresIn(value: unknown): Figure[] {
  if (typeof value !== 'object' || value === null) return [];
  return isFigure(value) ? [value] : Object.values(value).flatMap(figuresIn);
}

const find = (all: readonly Summary[], filter: SummaryFilter): Summary[] => all.filter(fitting(filter));

const made = (all: readonly Summary[], filter: SummaryFilter = {}, timeZone = 'Asia/Shanghai') =>
  figuresOf(find(all, filter), { filter, order, now, timeZone });

test('each figure is as many as the list that its link opens, whatever was said, and whatever is looked for', () => {
  fc.assert(
    fc.property(
      fc.array(anySummary, { maxLength: 25 }),
      anyFilter,
      fc.constantFrom(...zones),
      (all, filter, timeZone) => {
        const figures = figuresIn(made(all, filter, timeZone));
        expect(figures.length).toBeGreaterThan(10);
        for (const { count, filter: own } of figures) {
          expect({ own, count: find(all, own).length }).toEqual({ own, count });
          const linked = filterOf(new URLSearchParams(queryOf(own, timeZone)), timeZone);
          expect({ linked, count: find(all, linked).length }).toEqual({ linked, count });
        }
      },
    ),
    { numRuns: 300 },
  );
});

test('the parts make the whole: days all conversations, stops and verdicts all that began', () => {
  fc.assert(
    fc.property(
      fc.array(anySummary, { maxLength: 25 }),
      anyFilter,
      fc.constantFrom(...zones),
      (all, filter, timeZone) => {
        const { talks, days, channels, unfinished, stopped } = made(all, filter, timeZone);
        const sum = (parts: readonly Figure[]): number => parts.reduce((total, { count }) => total + count, 0);
        expect(sum(days)).toBe(talks.count);
        expect(sum(channels)).toBe(talks.count);
        expect(sum(stopped)).toBe(unfinished.count);
      },
    ),
    { numRuns: 300 },
  );
});

const plain: Summary = {
  conversation: 'one',
  channel: 'wecom',
  guide: 'jx-intl-2023',
  overlay: null,
  begunAt: '2023-05-08T01:00:00.000Z',
  lastAt: '2023-05-08T01:30:00.000Z',
  messages: 3,
  questions: [],
  rules: [],
  directions: [],
  unanswered: [],
  answered: {},
  desk: [],
  flagged: false,
  corrected: false,
  reviewed: false,
  notes: 0,
};
const talk = (more: Partial<Summary>): Summary => ({ ...plain, ...more });
const begun = (step: string, more: Partial<Summary> = {}): Summary =>
  talk({ startedAt: '2023-05-08T01:00:00.000Z', step, ...more });
const concluded = (verdict: string, minutes: number): Summary =>
  begun('jointLab', {
    verdict,
    verdictAt: new Date(Date.parse('2023-05-08T01:00:00Z') + minutes * 60_000).toISOString(),
  });

describe('what is counted', () => {
  test('interviews that stopped stand in the order in which the questions are asked, others behind', () => {
    const { stopped } = made([
      begun('partner.who'),
      begun('of another guide'),
      begun('unit.kind'),
      begun('unit.kind'),
      concluded('ready', 9),
      talk({}),
    ]);
    expect(stopped.map(({ id, count }) => [id, count])).toEqual([
      ['unit.kind', 2],
      ['partner.who', 1],
      ['of another guide', 1],
    ]);
  });

  test('a question counts once in a conversation, however it is spelt and however often it is asked', () => {
    const not = (seq: number, text: string) => ({ seq, text, status: 'not-in-guide' as const });
    const { questions } = made([
      talk({ unanswered: [not(1, '请问食堂几点开门？'), not(3, '食堂几点开门')] }),
      talk({ unanswered: [not(1, '食堂几点开门！')] }),
      talk({ unanswered: [not(1, '能分期拨付吗')] }),
    ]);
    expect(questions.map(({ count }) => count)).toEqual([2, 1]);
  });

  test('the time to a verdict is that of the middle one of those that came to one', () => {
    expect(
      made([concluded('ready', 5), concluded('fixable', 9), concluded('ready', 60), begun('unit.kind')]).timeToVerdict,
    ).toBe(9 * 60_000);
    expect(made([begun('unit.kind')]).timeToVerdict).toBeUndefined();
  });

  test('who waits at the desk: half, nine of ten, and whoever waits longest now', () => {
    const asked = (minutes: number | undefined, askedAt = '2023-05-08T01:00:00.000Z') => ({
      item: `i${minutes}`,
      state: minutes === undefined ? ('pending' as const) : ('closed' as const),
      question: '人工',
      why: 'person',
      askedAt,
      ...(minutes !== undefined && { takenAt: new Date(Date.parse(askedAt) + minutes * 60_000).toISOString() }),
    });
    const { desk } = made([
      ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((minutes) => talk({ desk: [asked(minutes)] })),
      talk({ desk: [asked(2), asked(100)] }),
      talk({ desk: [asked(undefined, '2023-06-01T01:00:00.000Z'), asked(undefined, '2023-06-01T03:00:00.000Z')] }),
    ]);
    expect(desk.waited).toEqual({ median: 5 * 60_000, most: 9 * 60_000 });
    expect(desk.now).toBe(3 * 3_600_000);
    expect(desk.states.map(({ id, count }) => [id, count])).toEqual([
      ['pending', 1],
      ['taken', 0],
      ['answered', 0],
      ['closed', 10],
    ]);
  });

  test('of nothing there is nothing, and no number that is none', () => {
    const figures = made([]);
    expect(figuresIn(figures).every(({ count }) => count === 0)).toBe(true);
    expect([figures.timeToVerdict, figures.desk.waited, figures.desk.now]).toEqual([undefined, undefined, undefined]);
  });
});

describe('the days', () => {
  const daysOf = (filter: SummaryFilter) => made([plain], filter).days;

  test.each([
    [{ since: '2023-05-25T16:00:00.000Z' }, 7, '2023-05-26', '2023-06-01'],
    [{ since: '2023-05-02T16:00:00.000Z' }, 30, '2023-05-03', '2023-06-01'],
    [{ since: '2023-05-02T16:00:00.000Z', until: '2023-05-05T16:00:00.000Z' }, 3, '2023-05-03', '2023-05-05'],
    [{ since: '2023-05-02T16:00:00.000Z', until: '2099-01-01T16:00:00.000Z' }, 30, '2023-05-03', '2023-06-01'],
    [{ since: '2023-03-03T16:00:00.000Z' }, 13, '2023-03-04', '2023-06-01'],
    [{}, 25, '2023-05-08', '2023-06-01'],
    [{ since: '2099-01-01T16:00:00.000Z' }, 0, undefined, undefined],
    [{ since: '1970-01-02T16:00:00.000Z' }, 46, '1970-01-03', '2023-06-01'],
  ])('of %j are %i bars, from %s to %s', (filter, bars, from, to) => {
    const days = daysOf(filter);
    expect([days.length, days[0]?.from, days.at(-1)?.to]).toEqual([bars, from, to]);
  });

  test('begin and end in the middle of a day where the filter does', () => {
    const at = (time: string) => talk({ conversation: time, lastAt: `2023-05-08T${time}:00.000Z` });
    const all = [at('01:00'), at('02:00'), at('03:00')];
    const filter = { since: '2023-05-08T01:30:00.000Z', until: '2023-05-08T02:30:00.000Z' };
    const { days } = made(all, filter);
    expect(days.map(({ count, filter: own }) => [count, find(all, own).length])).toEqual([[1, 1]]);
  });

  test('have no gaps', () => {
    for (const filter of [{}, { since: '2022-03-03T16:00:00.000Z' }]) {
      const days = daysOf(filter);
      for (const [at, { filter: own }] of days.entries())
        if (at > 0) expect(own.since).toBe(days[at - 1]?.filter.until);
    }
  });
});

test.each([
  [[], 50, undefined],
  [[7], 90, 7],
  [[3, 1, 2], 50, 2],
  [[4, 3, 1, 2], 50, 2],
  [[10, 100, 9], 50, 10],
])('of %j the value at %i hundredths is %s', (values, at, value) => {
  expect(percentile(values, at)).toBe(value);
});

test.each([
  [0, '不到 1 分钟'],
  [29_999, '不到 1 分钟'],
  [60_000, '1 分钟'],
  [59 * 60_000, '59 分钟'],
  [60 * 60_000, '1 小时'],
  [125 * 60_000, '2 小时 5 分钟'],
  [24 * 3_600_000, '1 天'],
  [(3 * 24 + 4) * 3_600_000, '3 天 4 小时'],
])('%i milliseconds are %s', (milliseconds, words) => {
  expect(durationWords(milliseconds)).toBe(words);
});

test('a wait that ended before it began is none', () => {
  const span = { item: 'a', state: 'taken' as const, question: '', why: '', askedAt: '2023-05-08T01:00:00Z' };
  expect(longestWait([{ ...span, takenAt: '2023-05-08T00:59:00Z' }, span])).toBeUndefined();
});
