/** The address of a list is its filter: what is written into one is read out of it again. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filterOf, listOf, queryOf, transcriptPath } from '../../../../bot/staff/transcripts/filter.ts';
import type { SummaryFilter } from '../../../../state/summary.ts';

const zone = 'Asia/Shanghai';
const read = (query: string, timeZone = zone): SummaryFilter => filterOf(new URLSearchParams(query), timeZone);

const word = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
  .filter((text) => text === text.trim() && text === text.toWellFormed() && !/\p{Cc}/u.test(text));
const time = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
const iso = time.map((each) => each.toISOString());
const anyFilter: fc.Arbitrary<SummaryFilter> = fc.record(
  {
    since: iso,
    until: iso,
    channel: word,
    guide: word,
    verdict: word,
    step: word,
    rule: word,
    question: word,
    text: word,
    direction: fc.nat(100),
    unanswered: fc.boolean(),
    declined: fc.boolean(),
    corrected: fc.boolean(),
    flagged: fc.boolean(),
    reviewed: fc.boolean(),
    started: fc.boolean(),
    completed: fc.boolean(),
    satisfaction: fc.constantFrom('good' as const, 'bad' as const, 'none' as const),
    desk: fc.constantFrom('pending' as const, 'taken' as const, 'answered' as const, 'closed' as const, 'any' as const),
  },
  { requiredKeys: [] },
);

describe('an address', () => {
  it('gives back every filter that was written into it, whether its times are written as days or not', () => {
    fc.assert(
      fc.property(anyFilter, fc.constantFrom(zone, 'Europe/Berlin', 'UTC'), (filter, timeZone) => {
        expect(read(queryOf(filter), timeZone)).toEqual(filter);
        expect(read(queryOf(filter, timeZone), timeZone)).toEqual(filter);
      }),
    );
  });

  it('reads a day as the day in the zone of the desk, the last one included', () => {
    expect(read('since=2023-05-08&until=2023-05-08')).toEqual({
      since: '2023-05-07T16:00:00.000Z',
      until: '2023-05-08T16:00:00.000Z',
    });
    expect(queryOf(read('since=2023-05-08&until=2023-05-08'), zone)).toBe('since=2023-05-08&until=2023-05-08');
    // The clocks went forward at two in the night.
    expect(read('since=2023-03-26&until=2023-03-26', 'Europe/Berlin')).toEqual({
      since: '2023-03-25T23:00:00.000Z',
      until: '2023-03-26T22:00:00.000Z',
    });
  });

  it('leaves out what a form sends empty, and what means nothing', () => {
    expect(read('channel=&text=%20%20&since=2023-02-30&until=gestern&direction=x&flagged=ja&desk=half')).toEqual({});
    expect(read('direction=&direction=3')).toEqual({});
    expect(read('since=2023-05-08T01:00:00%2B08:00')).toEqual({ since: '2023-05-07T17:00:00.000Z' });
    expect(read('__proto__=x&constructor=y&toString=z')).toEqual({});
  });

  it('holds 200 characters of a text, none of them a control or half of one', () => {
    expect(read(`text=${encodeURIComponent(`a\0b\n${'😀'.repeat(300)}`)}`).text).toBe(`a b ${'😀'.repeat(196)}`);
    expect(filterOf(new URLSearchParams([['text', 'x\ud800']])).text).toBe('x\ufffd');
  });

  it('is short where there is no condition', () => {
    expect(listOf({})).toBe('/staff/transcripts');
    expect(listOf({ unanswered: true, channel: 'wecom' })).toBe('/staff/transcripts?channel=wecom&unanswered=1');
  });
});

describe('the path of a transcript', () => {
  it.each(['a/b?c#d%2e', '你好 世界', '..', '.', '19:x@thread.tacv2;messageid=1', '-', '\'"<script>', '\\..\\'])(
    'leads to the conversation %j in a browser',
    (id) => {
      const address = new URL(transcriptPath(id, { filter: 'channel=x', line: 7 }), 'http://desk.example');
      const [, staff, room, last = '', ...more] = address.pathname.split('/');
      expect([staff, room, more]).toEqual(['staff', 'transcripts', []]);
      expect(address.searchParams.get('id') ?? decodeURIComponent(last)).toBe(id);
      expect([address.searchParams.get('channel'), address.hash]).toEqual(['x', '#L7']);
    },
  );
});
