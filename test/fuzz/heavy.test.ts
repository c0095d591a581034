/** The heaviest messages that may be sent: as long as one may be, of signs and words that patterns look for, and that grow when they are spelt out. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask } from '../../knowledge/answer/ask.ts';
import { loadGuide } from '../../knowledge/loadGuide.ts';
import { states } from '../support/everyReplyStates.ts';
import { conversationOf, openTurning, type Turning } from '../support/everyReplyTurn.ts';

/** As long as a message may be (`longestMessage`, `longestQuestion`), and one more. */
const longest = 4000;
/** Milliseconds of work that one message may be: others wait meanwhile. */
const bearable = 400;

const units = [
  ...[
    ' ',
    '，',
    '。',
    '?',
    '\n',
    '(',
    '<',
    '&',
    '-',
    '1',
    '一',
    '年',
    '是',
    '没',
    'a',
    '的',
    '\u200b',
    '\u0301',
    '\u{20000}',
    '\ufdfa',
  ],
  ...[
    '没有',
    '1979年',
    '方向一',
    '100万',
    '是不是',
    '我们',
    '德国',
    '人工',
    '协议写了',
    '不知道，',
    '负责人年龄有什么要求？',
    'http://a.b/',
  ],
];
/** What may be read in two ways at once: each of these took hours when it was said fifty times over. */
const doubled = ['的局的', '还有', '刚刚', '没有', '任何', '我们公司', '嗯', '与么'];
/** Longest text that readers look at (`maxInput`). */
const read = 400;
const heavy = [...units, ...doubled].flatMap((unit) => [
  unit.repeat(longest / unit.length),
  `${unit.repeat((read - 2) / unit.length)}あ`,
  `没有${unit.repeat((read - 4) / unit.length)}!`,
]);

let turning: Turning;
beforeAll(async () => {
  turning = await openTurning();
});
afterAll(() => turning.end());

/** Milliseconds of this process; at the best of two, as memory may be tidied up meanwhile. */
async function work(run: () => unknown): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let tries = 0; tries < 2 && best > bearable; tries += 1) {
    const before = process.cpuUsage();
    await run();
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}

test.each([
  ['nobody has begun', () => conversationOf()],
  ['a question is open', states['in the middle'] ?? conversationOf],
  ['the verdict was given', states['at the end'] ?? conversationOf],
])('a message as long as one may be takes no long work where %s', async (_where, record) => {
  const slow: string[] = [];
  for (const text of heavy) {
    const ms = await work(async () => {
      const { shown } = await turning.turn(text, record());
      expect(shown.length).toBeGreaterThan(0);
    });
    if (ms > bearable) slow.push(`${Math.round(ms)} ms: ${text.slice(0, 20)}`);
  }
  expect(slow).toEqual([]);
});

test('a longer one is refused in words, and read by nobody', async () => {
  const { shown, record } = await turning.turn('职称是教授。'.repeat(800), conversationOf());
  expect(shown[0]?.reply.text).toContain('4000');
  expect(record.cases).toEqual([]);
});

test('a question as long as one may be takes no long work', async () => {
  const guide = loadGuide('jx-intl-2023');
  const slow: string[] = [];
  for (const text of heavy) {
    const ms = await work(() => ask({ text, guide, overlay: null, today: '2023-05-08' }));
    if (ms > bearable) slow.push(`${Math.round(ms)} ms: ${text.slice(0, 20)}`);
  }
  expect(slow).toEqual([]);
});
