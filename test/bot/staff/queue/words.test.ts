/** What the queue says of times and limits, who asked the same, which clauses may be cited. */
import { describe, expect, test } from 'vitest';
import { clauseGroups, clausesOf } from '../../../../bot/staff/queue/clauses.ts';
import { draftHints } from '../../../../bot/staff/queue/drafts.ts';
import { askedTheSame, type Entry, grouped, shownOf } from '../../../../bot/staff/queue/entries.ts';
import { listPart } from '../../../../bot/staff/queue/listPage.ts';
import { spanText, windowText } from '../../../../bot/staff/queue/words.ts';
import { namesOf } from '../../../../bot/staff/transcripts/names.ts';
import { loadGuide } from '../../../../knowledge/loadGuide.ts';
import type { DeskSpan } from '../../../../state/summary.ts';

const guide = loadGuide('jx-intl-2023');
const now = new Date('2023-05-08T02:00:00Z');
const minute = 60_000;

test.each([
  [-1, '不到 1 分钟'],
  [59_999, '不到 1 分钟'],
  [minute, '1 分钟'],
  [60 * minute - 1, '59 分钟'],
  [60 * minute, '1 小时'],
  [61 * minute, '1 小时 1 分'],
  [24 * 60 * minute - 1, '23 小时 59 分'],
  [24 * 60 * minute, '1 天'],
  [27 * 60 * minute, '1 天 3 小时'],
])('%i ms are told as %s', (ms, said) => expect(spanText(ms)).toBe(said));

const inHours = (hours: number): string => new Date(now.getTime() + hours * 60 * minute).toISOString();

test.each([
  ['no limit', undefined, undefined],
  ['nothing said', {}, undefined],
  ['31 hours and a half, 4 messages', { until: inHours(31.5), messages: 4 }, '还能发 31 小时，4 条'],
  ['the last minutes', { until: inHours(0.5) }, '还能发 30 分钟'],
  ['the very end', { until: inHours(0), messages: 4 }, '现在发不出去，将在对方下次发消息时首先送达'],
  ['no message left', { until: inHours(31), messages: 0 }, '现在发不出去，将在对方下次发消息时首先送达'],
  ['closed', { closed: true as const }, '现在发不出去，将在对方下次发消息时首先送达'],
  ['messages alone', { messages: 1 }, '还能发 1 条'],
])('%s', (_what, window, said) => expect(windowText(window, now)?.text).toBe(said));

let number = 0;
function entry(question: string, more: Partial<DeskSpan> = {}, conversation = `c${number}`): Entry {
  number += 1;
  const askedAt = new Date(now.getTime() + number * minute).toISOString();
  const span = { item: `i${number}`, state: 'pending' as const, question, why: 'not-in-guide', askedAt, ...more };
  return { conversation, channel: 'directline', span };
}
const me = { id: 'me', name: '陈晓' };
const other = { id: 'other', name: '王明' };

describe('who asked the same', () => {
  test('is the same by the words, whatever the courtesy; what asks nothing stands alone', () => {
    const [one, two, three, mark, again] = [
      entry('能买车吗'),
      entry('能租车吗'),
      entry('请问能买车吗？'),
      entry('？？'),
      entry('？？'),
    ];
    const groups = grouped([one, two, three, mark, again] as Entry[]); // there are five
    expect(groups.map(({ first, others }) => [first, ...others].map(({ span }) => span.item))).toEqual([
      [one?.span.item, three?.span.item],
      [two?.span.item],
      [mark?.span.item],
      [again?.span.item],
    ]);
  });

  test('are those whom nobody else has, each conversation once, and never the one that is answered', () => {
    const own = entry('能买车吗', {}, 'own');
    const free = entry('能买车吗', {}, 'free');
    const mine = entry('能买车吗', { state: 'taken', by: me }, 'mine');
    const theirs = entry('能买车吗', { state: 'taken', by: other }, 'theirs');
    const closed = entry('能买车吗', { state: 'closed' }, 'closed');
    const twice = entry('能买车吗', {}, 'free');
    const all = [twice, closed, theirs, mine, free, own];
    expect(askedTheSame(all, own, 'me').map(({ conversation }) => conversation)).toEqual(['free', 'mine']);
  });
});

test('a list is filtered by state, channel and whose it is; the counts are of the channel', () => {
  const all = [
    entry('一', {}, 'a'),
    { ...entry('二'), channel: 'wecomKf' },
    entry('三', { state: 'taken', by: me, takenAt: now.toISOString() }),
    entry('四', { state: 'answered', by: other, takenAt: now.toISOString() }),
    entry('五', { state: 'closed', closedAt: inHours(-1), by: me }),
    entry('六', { state: 'closed', closedAt: inHours(-200) }),
  ];
  const look = (filter: Parameters<typeof shownOf>[1]) => {
    const { pending, held, closed, counts } = shownOf(all, filter, { since: inHours(-168), me: 'me' });
    const questions = [...pending.map(({ first }) => first), ...held, ...closed].map(({ span }) => span.question);
    return [questions.join(''), counts];
  };
  const counts = { pending: 2, held: 2, mine: 1, closed: 1 };
  expect(look({})).toEqual(['一二三四五', counts]);
  expect(look({ state: 'held' })).toEqual(['三四', counts]);
  expect(look({ by: 'me' })).toEqual(['三五', counts]);
  expect(look({ channel: 'wecomKf' })).toEqual(['二', { pending: 1, held: 0, mine: 0, closed: 0 }]);
});

test('every clause that may be cited stands word for word in the guide, and all leaves of the conditions are there', () => {
  const clauses = clauseGroups(guide).flatMap((group) => group.clauses);
  const source = guide.source.replaceAll(/\s/g, '');
  for (const { quote } of clauses) expect(source).toContain(quote.replaceAll(/\s/g, ''));
  for (const name of [
    '一 第2段',
    '二 第3段',
    '三（三）',
    '四（四）',
    '附5 二（一）',
    '附5 四（四）',
    '五 选题方向七（考核指标）',
  ])
    expect(clausesOf(guide).has(name)).toBe(true);
  for (const name of ['三', '附5', '附2', 'constructor', '']) expect(clausesOf(guide).has(name)).toBe(false);
});

test('what stands near the question is offered with its clause; a wish without a question gets nothing', () => {
  const hints = draftHints('经费可以用来买车吗', { guide, overlay: null, today: '2023-05-08' });
  expect(hints[0]).toMatchObject({
    text: '项目申报单位应认真做好经费预算，据实申报。',
    clause: { clause: '一 第2段' },
  });
  expect(hints.length).toBeLessThanOrEqual(4);
  for (const { clause } of hints) if (clause) expect(clausesOf(guide).get(clause.clause)).toEqual(clause);
  expect(draftHints('人工', { guide, overlay: null, today: '2023-05-08' })).toEqual([]);
});

test('a queue of thousands is one page of bounded size, made quickly', () => {
  const all = Array.from({ length: 5000 }, (_, at) => entry(`第 ${at} 个问题，${'很长'.repeat(200)}`));
  const begun = performance.now();
  const shown = shownOf(all, {}, { since: inHours(-168), me: 'me' });
  const looking = {
    request: { member: { ...me, role: 'clerk' as const } },
    names: namesOf(guide),
    now,
    timeZone: 'Asia/Shanghai',
    newId: () => 'id',
  };
  const page = String(listPart(shown, {}, looking));
  expect(performance.now() - begun).toBeLessThan(20_000);
  expect(page.match(/<li>/g)).toHaveLength(100);
  expect(page).toContain('后面还有 4900 条');
  expect(page.length).toBeLessThan(200_000);
});
