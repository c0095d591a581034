import { describe, expect, test } from 'vitest';
import type { Facts } from '../../knowledge/facts.ts';
import { verdictMessages } from '../../knowledge/verdictMessages.ts';
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
