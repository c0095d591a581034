import { describe, expect, test } from 'vitest';
import type { Facts } from '../../knowledge/facts.ts';
import { verdictMessages } from '../../knowledge/verdictMessages.ts';
import { joined, verdictBlocks } from '../../knowledge/verdictText.ts';
import { readyFacts } from '../support/readyCase.ts';
import { failingFacts, fixableFacts, nothingKnown, shownVerdict } from '../support/shownVerdict.ts';

/** What WeCom takes in one message. */
const most = 2048;
const cases: [string, Facts][] = [
  ['nothing known', nothingKnown],
  ['fixable', fixableFacts],
  ['failing', failingFacts],
  ['ready', readyFacts],
];
const sizeOf = (text: string): number => Buffer.byteLength(text);
const numbered = /^\d+\/\d+\n/;

describe.each(cases)('the verdict of the case %s', (_name, facts) => {
  const shown = shownVerdict(facts);

  test('is one message where it fits: its text, without a number', () => {
    expect(verdictMessages(shown, 100_000)).toEqual([shown.assessment.text]);
    expect(verdictMessages(shown, sizeOf(shown.assessment.text))).toEqual([shown.assessment.text]);
  });

  test.each([most, 1024, 600])('fits messages of %i bytes, says everything once and in order, numbered', (limit) => {
    const messages = verdictMessages(shown, limit);
    expect(Math.max(...messages.map(sizeOf))).toBeLessThanOrEqual(limit);
    if (messages.length === 1) return;
    expect(messages.map((each) => each.split('\n')[0])).toEqual(
      messages.map((_, at) => `${at + 1}/${messages.length}`),
    );
    const lines = messages.flatMap((each) => each.replace(numbered, '').split('\n')).filter(Boolean);
    expect(lines).toEqual(shown.assessment.text.split('\n').filter(Boolean));
  });

  test('tears no row, and no heading from what follows it', () => {
    const messages = verdictMessages(shown, most);
    for (const { title, what, clauses } of shown.rows) {
      expect(messages.filter((each) => [title, what, ...clauses].every((part) => each.includes(part)))).not.toEqual([]);
    }
    for (const each of messages) expect(each.split('\n').at(-1)).not.toMatch(/^【.*】$|^\d+\. /);
  });

  test('takes as few messages as can hold it', () => {
    const messages = verdictMessages(shown, most);
    // Any two that follow each other would not fit into one.
    for (const [at, each] of messages.entries()) {
      const next = messages[at + 1]?.replace(numbered, '').split(/\n(?=\d+\. |\n)/)[0];
      if (next) expect(sizeOf(`${each}\n${next}`)).toBeGreaterThan(most);
    }
  });
});

test('the longest checklist takes a handful of messages', () => {
  expect(verdictMessages(shownVerdict(nothingKnown), most).length).toBeLessThanOrEqual(5);
});

test('a row that alone is larger than a message is cut between characters, and nothing is lost', () => {
  const shown = shownVerdict(fixableFacts);
  const [first, ...rest] = shown.rows;
  if (!first) throw new Error('no row');
  const long = `${'长'.repeat(900)}🙂${'名'.repeat(900)}`;
  const messages = verdictMessages({ ...shown, rows: [{ ...first, what: long }, ...rest] }, most);
  expect(Math.max(...messages.map(sizeOf))).toBeLessThanOrEqual(most);
  expect(messages.every((each) => each.isWellFormed())).toBe(true);
  expect(
    messages
      .map((each) => each.replace(numbered, ''))
      .join('')
      .replaceAll('\n', ''),
  ).toContain(long);
});

describe('a verdict of short English lines', () => {
  const shown = shownVerdict(readyFacts);
  const [papers] = shownVerdict(fixableFacts).rows;
  if (!papers) throw new Error('no row');
  const short = (whats: readonly string[], reminders: number) => ({
    ...shown,
    assessment: { ...shown.assessment, preferences: [], remedy: [] },
    headline: 'Nearly there',
    rows: whats.map((what) => ({ ...papers, title: 'Papers', what, todo: '', clauses: ['1'] })),
    advice: Array.from({ length: reminders }, (_, at) => ({ id: '', title: '', todo: `Mind this ${at}`, clause: '2' })),
    cautions: [],
    caveat: 'The department decides.',
    language: 'en' as const,
  });

  test('fills each message before it begins the next, whatever the size of a message, and tears nothing that fits', () => {
    const told = short(['The letter.', 'The seal.'], 40);
    const blocks = verdictBlocks({ ...told, preferences: [], remedy: [] });
    for (let limit = 80; limit < 180; limit += 1) {
      const messages = verdictMessages(told, limit);
      // The number is as long as the longest one everywhere.
      const room = limit - 2 * `${messages.length}/`.length;
      let from = 0;
      for (const message of messages) {
        const text = message.replace(numbered, '');
        const held = blocks.findIndex((_, at) => at >= from && joined(blocks.slice(from, at + 1)) === text) + 1;
        expect([limit, text, sizeOf(message) <= limit, held > from]).toEqual([limit, text, true, true]);
        if (held < blocks.length) expect(sizeOf(joined(blocks.slice(from, held + 1)))).toBeGreaterThan(room);
        from = held;
      }
    }
  });

  test.each([
    [
      60,
      ['The letter is missing, and so is the seal of the university.'],
      [
        '1/3\nVerdict: Nearly there\n\n[To be supplied]\n1. Papers',
        '2/3\n   The letter is missing, and so is the seal of the univ',
        '3/3\nersity.\n   Source: guide, 1\n\nThe department decides.',
      ],
    ],
    [
      64,
      ['The letter.', 'The letter is missing, and so is the seal of the university.'],
      [
        '1/4\nVerdict: Nearly there\n\n[To be supplied]\n1. Papers',
        '2/4\n   The letter.\n   Source: guide, 1\n2. Papers',
        '3/4\n   The letter is missing, and so is the seal of the universi',
        '4/4\nty.\n   Source: guide, 1\n\nThe department decides.',
      ],
    ],
  ])(
    'tears in messages of %i bytes what is larger by its lines, and a line where the message is full',
    (limit, whats, messages) => {
      expect(verdictMessages(short(whats, 0), limit)).toEqual(messages);
    },
  );

  test('tears no row that is just as large as a message may be', () => {
    const row = '2. Papers\n   The letter is missing, and so is the seal of the university.\n   Source: guide, 1';
    const messages = verdictMessages(short(['Letter.', row.split('\n')[1]?.trim() ?? ''], 0), sizeOf(`9/9\n${row}`));
    expect(messages[1]).toBe(`2/3\n${row}`);
  });
});
