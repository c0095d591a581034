/** The list in memory, compared with one that is made anew at each question. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { summarise } from '../../state/summarise.ts';
import type { Summary } from '../../state/summary.ts';
import { summaryIndex } from '../../state/summaryIndex.ts';
import { at, line } from '../support/saying.ts';

const said = (conversation: string, second: number): Summary =>
  summarise(undefined, conversation, second % 2 ? 'wecom' : 'msteams', [{ ...line(1, 'person', '在'), at: at(second) }])
    .summary;

test('whatever is put and dropped, one by one or many at once, the list holds what stands, newest first', () => {
  const change = fc.record({
    name: fc.nat(12).map(String),
    second: fc.nat(30),
    does: fc.constantFrom('put', 'put', 'put', 'drop', 'find', 'many'),
  });
  fc.assert(
    fc.property(fc.array(change, { maxLength: 60 }), fc.nat(30), fc.nat(30), (changes, since, until) => {
      const index = summaryIndex();
      const stands = new Map<string, Summary>();
      const put = (name: string, second: number): void => {
        stands.set(name, said(name, second));
        index.put(name, said(name, second));
      };
      for (const { name, second, does } of changes) {
        if (does === 'put') put(name, second);
        if (does === 'drop') {
          stands.delete(name);
          index.drop(name);
        }
        if (does === 'find') index.find({});
        if (does === 'many') for (let more = 0; more < 120; more += 1) put(`${name}-${more}`, (second + more) % 30);
      }
      const newest = [...stands.values()].sort(
        (one, other) => other.lastAt.localeCompare(one.lastAt) || (one.conversation < other.conversation ? 1 : -1),
      );
      expect(index.find({})).toEqual(newest);
      const filter = { since: at(since), until: at(until), channel: 'wecom' };
      expect(index.find(filter)).toEqual(
        newest.filter(({ lastAt, channel }) => lastAt >= filter.since && lastAt < filter.until && channel === 'wecom'),
      );
    }),
    { numRuns: 60 },
  );
});

test('one in which nothing was said is in no list', () => {
  const index = summaryIndex();
  index.put('a', said('a', 1));
  index.put('a', summarise(undefined, 'a', 'wecom', []).summary);
  expect(index.find({})).toEqual([]);
});
