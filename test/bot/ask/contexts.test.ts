import { expect, test } from 'vitest';
import { contexts } from '../../../bot/ask/contexts.ts';

test('a context lives half an hour after its last use, and never more of them than allowed', () => {
  let minutes = 0;
  const kept = contexts(() => new Date(minutes * 60_000), 3);
  kept.keep('a', { draft: 'one' });
  minutes = 29;
  expect(kept.recall('a')).toEqual({ draft: 'one' });
  minutes = 30;
  expect(kept.recall('a')).toBeUndefined();
  for (const name of ['b', 'c', 'd', 'e']) kept.keep(name, { draft: name });
  expect([kept.size, kept.recall('b'), kept.recall('c')]).toEqual([3, undefined, { draft: 'c' }]);
  minutes = 70;
  kept.keep('f', {});
  expect(kept.size).toBe(1);
});

test('what a long message named is kept in part', () => {
  const kept = contexts(() => new Date(0));
  const mentions = Array.from({ length: 900 }, (_, at) => ({ is: 'age' as const, years: at, start: at, end: at + 1 }));
  kept.keep('a', { mentions, concepts: mentions.map(({ years }) => `c${years}`) });
  expect(JSON.stringify(kept.recall('a')).length).toBeLessThan(5000);
});
